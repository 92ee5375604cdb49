"""A toy credential with its cases, to be broken in one place at a time."""

from __future__ import annotations

from pathlib import Path

from catalog.toy import opened
from peercert.casework import CaseFile, Coverage, Result, all_coverage, case_files, run
from peercert.catalog import Catalog
from peercert.errors import Problem

CASES = """\
given: {birth_date: 2008-11-22, references: 2}
bases:
  older: {birth_date: 1970-01-01, references: 3}
cases:
  - name: just old enough, with just enough references
    as_of: 2026-11-22
    verdict: eligible
    pathway: standard
  - name: turns eighteen tomorrow
    as_of: 2026-11-22
    but: {birth_date: 2008-11-23}
    verdict: not_yet
    eligible_from: 2026-11-23
    because: [xx.toy.age]
  - name: one reference
    as_of: 2026-11-22
    base: older
    but: {references: 1}
    verdict: not_eligible
    because: [xx.toy.references]
  - name: nothing is told
    as_of: 2026-11-22
    but: {birth_date: null, references: null}
    verdict: undetermined
"""
"""Cases that come out as they say, and show all there is to show."""


def rules(folder: Path, cases: str = CASES, **files: str) -> Catalog:
    """Open a folder with the toy credential and its cases."""
    return opened(folder, **{"toy.cases": cases, **files})


def cases_with(old: str, new: str) -> str:
    """Return the toy cases with one thing changed."""
    assert CASES.count(old) == 1, old
    return CASES.replace(old, new)


def told(catalog: Catalog) -> tuple[list[CaseFile], list[Problem]]:
    """Read every file of cases, with every problem."""
    problems: list[Problem] = []
    return list(case_files(catalog, (), problems.append)), problems


def ran(catalog: Catalog) -> list[Result]:
    """Run every case of a folder that has no problem."""
    files, problems = told(catalog)
    assert problems == []
    return [run(case, catalog) for file in files for case in file.cases]


def covered(catalog: Catalog) -> Coverage:
    """Cover the toy credential."""
    return next(iter(all_coverage(catalog, told(catalog)[0], ran(catalog), ["TOY"])))
