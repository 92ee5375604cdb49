"""Every case that the catalogue carries, decided once for all tests that look through them."""

from __future__ import annotations

from functools import cache

from peercert.casework import CaseFile, Result, case_files, run
from peercert.engine import Determination
from peercert.errors import Problem
from upper import built_in


@cache
def files() -> tuple[CaseFile, ...]:
    """Return the files of cases, each of which must be right."""
    problems: list[Problem] = []
    found = tuple(case_files(built_in(), (), problems.append))
    assert problems == []
    return found


@cache
def results() -> tuple[Result, ...]:
    """Return what came out of each case."""
    return tuple(run(case, built_in()) for file in files() for case in file.cases)


@cache
def decided() -> list[tuple[Result, Determination]]:
    """Return every case with its determination."""
    return [(result, result.determination) for result in results()]
