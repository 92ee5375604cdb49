"""Writes the compiled catalogue beside the rules files it is made from: ``python -m peercert.catalog.compiling``."""

from __future__ import annotations

import json
import sys

from peercert.catalog.catalog import Catalog, load_catalog
from peercert.catalog.compiled import NAME


def compiled_text(catalog: Catalog) -> str:
    """Return what the compiled file of a catalogue holds."""
    return json.dumps(catalog.packed(), separators=(",", ":")) + "\n"


def main() -> None:
    """Write the file."""
    catalog = load_catalog()
    catalog.compiled = None
    (catalog.folder / NAME).write_text(compiled_text(catalog), encoding="utf-8")
    sys.stdout.write(f"Wrote {NAME} for {len(catalog.ids)} credentials.\n")


if __name__ == "__main__":
    main()
