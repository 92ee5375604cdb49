"""A run of cases as a whole, ready to be drawn."""

from __future__ import annotations

from typing import NamedTuple

from peercert.casework.coverage import Coverage
from peercert.casework.running import Result
from peercert.catalog import Catalog
from peercert.errors import Problem
from peercert.explain import Explainer
from peercert.finding import Finding


class Reason(NamedTuple):
    """What came out for one requirement, in words."""

    id: str
    title: str | None
    """None where there is no such requirement in any way that was looked at."""

    outcome: str | None
    text: str


class CasesReport(NamedTuple):
    """What came out of a run of cases."""

    catalog: Catalog
    results: tuple[Result, ...]
    coverage: tuple[Coverage, ...] | None
    """None where it was not asked for."""

    problems: tuple[Problem, ...]

    @property
    def failed(self) -> tuple[Result, ...]:
        """The cases that did not come out as they must."""
        return tuple(result for result in self.results if not result.passed)

    @property
    def credentials(self) -> tuple[str, ...]:
        """The credentials whose cases were run, in their order."""
        return tuple(dict.fromkeys(result.case.credential for result in self.results))


def reasons(result: Result, ids: tuple[str, ...], catalog: Catalog) -> tuple[Reason, ...]:
    """Say in words what came out for some requirements.

    Args:
        result: The case and what came out of it.
        ids: The requirements.
        catalog: The rules that decided.
    """
    explainer = Explainer(catalog)
    speech = explainer.speech(result.determination.credential)
    found = {one.id: one for way in result.determination.ways for one in _leaves(way.finding)}
    return tuple(
        Reason(id_, catalog.requirement(id_).title, found[id_].outcome.word, explainer.because(found[id_], speech).text)
        if id_ in found
        else Reason(id_, None, None, "No way that was looked at has a requirement of this id.")
        for id_ in ids
    )


def _leaves(finding: Finding) -> list[Finding]:
    return [leaf for child in finding.children for leaf in _leaves(child)] if finding.children else [finding]
