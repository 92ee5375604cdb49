"""Runs cases: what came out of each, and where it differs from what must come out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from peercert.case import Case
from peercert.casework.reading import WorkedCase
from peercert.catalog import Catalog
from peercert.engine import Determination, Verdict, determine


class Difference(NamedTuple):
    """Something that did not come out as it must."""

    what: Literal["verdict", "eligible_from", "pathway", "because"]
    expected: str
    found: str
    requirements: tuple[str, ...] = ()
    """The leaf requirements that are responsible for the one and not for the other."""


class Result(NamedTuple):
    """One case, and what came out of it."""

    case: WorkedCase
    determination: Determination
    differences: tuple[Difference, ...]

    @property
    def passed(self) -> bool:
        """Whether it came out as it must."""
        return not self.differences


def run(case: WorkedCase, catalog: Catalog) -> Result:
    """Decide a case and hold what comes out against what must.

    Args:
        case: The case.
        catalog: The rules that decide.
    """
    determination = decide(case, catalog)
    return Result(case, determination, tuple(_differences(case, determination)))


def decide(case: WorkedCase, catalog: Catalog) -> Determination:
    """Decide a case."""
    asked = Case(case.candidate, catalog, case.text.as_of, disputes=case.text.disputes)
    return determine(catalog, catalog.credential(case.credential), asked)


def _differences(case: WorkedCase, found: Determination) -> Iterator[Difference]:
    wanted, chosen = case.text, found.chosen
    responsible = set(chosen.blocking)
    if found.verdict.value != wanted.verdict:
        expected = set(wanted.because or ())
        yield Difference("verdict", wanted.verdict, found.verdict.value, _sorted(responsible ^ expected))
    elif wanted.because is not None and responsible != set(wanted.because):
        yield Difference(
            "because", _listed(wanted.because), _listed(chosen.blocking), _sorted(responsible ^ set(wanted.because))
        )
    if wanted.pathway is not None and chosen.id != wanted.pathway:
        yield Difference("pathway", wanted.pathway, chosen.id or "none")
    if wanted.eligible_from is not None and found.verdict is Verdict.NOT_YET:
        opens = found.eligible_from
        if opens != wanted.eligible_from:
            yield Difference("eligible_from", str(wanted.eligible_from), str(opens))


def _sorted(ids: set[str]) -> tuple[str, ...]:
    return tuple(sorted(ids))


def _listed(ids: tuple[str, ...]) -> str:
    return ", ".join(ids) or "nothing"
