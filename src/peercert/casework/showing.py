"""What one case shows: outcomes, the only no, branches, readings, the way and edition, and sides of numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from peercert.casework.running import Result
from peercert.casework.targets import Target, enough, nested_boundaries
from peercert.casework.written import Showing
from peercert.catalog import Catalog, Credential, Edition
from peercert.engine import Verdict
from peercert.finding import Finding
from peercert.logic import Outcome

_DAY = timedelta(days=1)
_WORDS: dict[Outcome, Showing] = {Outcome.MET: "met", Outcome.UNMET: "unmet", Outcome.UNKNOWN: "unknown"}
_NO = (Verdict.NOT_ELIGIBLE, Verdict.NOT_YET)


def shown(result: Result, catalog: Catalog) -> frozenset[Target]:
    """Return what a case shows.

    Args:
        result: The case and what came out of it.
        catalog: The rules that decided.
    """
    return frozenset(_shown(result, catalog))


def _shown(result: Result, catalog: Catalog) -> Iterator[Target]:
    found = result.determination
    yield from _of_editions(result, found.credential)
    for way in found.ways:
        yield from _of_finding(way.finding, catalog)
    if found.verdict in _NO and len(found.chosen.blocking) == 1:
        yield Target(found.chosen.blocking[0], "only_no")
    if found.edition is None:
        return
    if found.verdict is Verdict.ELIGIBLE:
        yield Target(f"{found.credential.id}/{found.edition}/{found.chosen.id}", "taken")
    for root in catalog.roots(found.credential.id, found.case.as_of):
        for subject, boundary in nested_boundaries(root, found.case):
            if any(boundary.at(spot.have) for spot in boundary.spots):
                yield Target(subject, "at")
            if any(boundary.past(spot.have) for spot in boundary.spots):
                yield Target(subject, "past")


def _of_editions(result: Result, credential: Credential) -> Iterator[Target]:
    day = result.case.text.as_of
    for edition in credential.editions:
        name = f"{credential.id}/{edition.id}"
        if edition.in_force(day):
            yield Target(name, "taken")
        yield from (Target(f"{name}/{bound}", "at") for bound in _ends(edition) if getattr(edition, bound) == day)
        if edition.effective_from and edition.effective_from - day == _DAY:
            yield Target(f"{name}/effective_from", "past")
        if edition.effective_to and day - edition.effective_to == _DAY:
            yield Target(f"{name}/effective_to", "past")


def _ends(edition: Edition) -> Iterator[str]:
    yield from (bound for bound in ("effective_from", "effective_to") if getattr(edition, bound) is not None)


def _of_finding(finding: Finding, catalog: Catalog) -> Iterator[Target]:
    if not finding.children:
        if finding.outcome in _WORDS:
            yield Target(finding.id, _WORDS[finding.outcome])
        yield from _of_readings(finding)
        return
    needed = enough(catalog.requirement(finding.id))
    if needed < len(finding.children) and finding.outcome is Outcome.MET:
        yield from _of_branches(finding, needed)
    for child in finding.children:
        yield from _of_finding(child, catalog)


def _of_branches(finding: Finding, needed: int) -> Iterator[Target]:
    """Give the branches that were needed: without any one of them it would not be met."""
    met = [child for child in finding.children if child.outcome is Outcome.MET]
    if len(met) == needed:
        yield from (Target(child.id, "taken") for child in met)


def _of_readings(finding: Finding) -> Iterator[Target]:
    """Give the readings that said something else than another did."""
    for one in finding.readings:
        if any(other.outcome is not one.outcome for other in finding.readings):
            yield Target(f"{finding.id}/{one.id}", "apart")
