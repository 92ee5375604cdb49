"""Finds the files of cases in a folder of rules."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from peercert.casework.reading import CaseFile, read_case_file
from peercert.catalog import Catalog
from peercert.errors import FileError, Problem
from peercert.reading import files_below, read_file

ENDING = ".cases.yaml"
_LIMIT = 4 * 1024 * 1024
"""Bytes of a file of cases that are read at most."""


def case_files(catalog: Catalog, credentials: Collection[str], tell: Callable[[Problem], None]) -> Iterator[CaseFile]:
    """Give the cases of each credential; a file that cannot be used is told of, and the rest still read.

    Args:
        catalog: The rules; the files stand in its folder.
        credentials: Whose cases are wanted, by id; of all where empty.
        tell: Is told every problem.
    """
    below = (sorted(map(Path, files_below(layer.folder)), key=_in_order) for layer in catalog.layers)
    for path in (path for paths in below for path in paths if path.name.endswith(ENDING)):
        credential = path.name.removesuffix(ENDING).upper()
        if credentials and credential not in credentials:
            continue
        try:
            yield _read(path, credential, catalog)
        except FileError as error:
            for problem in error.problems:
                tell(problem)


def _in_order(path: Path) -> tuple[str, str]:
    return path.parent.as_posix(), path.name


def _read(path: Path, credential: str, catalog: Catalog) -> CaseFile:
    document = read_file(path, source=catalog.called(path), limit=_LIMIT, nulls=True)
    return read_case_file(document, credential, catalog)
