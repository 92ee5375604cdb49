"""Folders in each other, deeper than Python's calls may go."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

DEPTH = sys.getrecursionlimit() + 50


@contextlib.contextmanager
def deep_folders(top: Path, content: str, name: str = "in.json") -> Iterator[None]:
    """Make folders in each other, with a file in the last; take them away in the end, for nobody else can."""
    with contextlib.chdir(top.parent):
        for _ in range(DEPTH):
            Path(top.name).mkdir()
            os.chdir(top.name)
        Path(name).write_text(content)
    try:
        yield
    finally:
        with contextlib.chdir(top.parent):
            for _ in range(DEPTH):
                os.chdir(top.name)
            Path(name).unlink()
            for _ in range(DEPTH):
                os.chdir("..")
                Path(top.name).rmdir()
