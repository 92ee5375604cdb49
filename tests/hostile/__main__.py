"""Writes the hostile files into a folder: ``python -m hostile FOLDER``, from the folder of the tests."""

from __future__ import annotations

import sys
from pathlib import Path

from hostile.other_files import JSON_FILES, NO_FILES, PARQUET, TABLES
from hostile.yaml_files import YAML_FILES

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for one in (*YAML_FILES, *JSON_FILES, *TABLES, *NO_FILES, *PARQUET):
        one.make(folder)
