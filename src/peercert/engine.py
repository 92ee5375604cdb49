"""Decides: one credential, one case, one determination. Reads no clock, opens no file, prints nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from peercert.case import Case
from peercert.catalog import Catalog, Credential
from peercert.determination import Determination, Verdict, Way
from peercert.finding import Finding
from peercert.logic import Outcome
from peercert.requirements import Requirement
from peercert.trust import confidence, leaves, needed

__all__ = ["Determination", "Verdict", "Way", "blocking", "determine", "find_for_all"]

_ORDER = {verdict: rank for rank, verdict in enumerate(Verdict)}
_VERDICTS = {
    Outcome.MET: Verdict.ELIGIBLE,
    Outcome.UNMET: Verdict.NOT_ELIGIBLE,
    Outcome.UNKNOWN: Verdict.UNDETERMINED,
    Outcome.NOT_APPLICABLE: Verdict.UNDETERMINED,
}


def find_for_all(catalog: Catalog, credential: Credential, cases: Sequence[Case]) -> None:
    """Find what `determine` will ask of several cases of one day: each requirement for all of them before the next.

    It saves time alone. A processor has what one requirement needs at hand until it turns to another.

    Args:
        catalog: Where the credential's requirements are found by their ids.
        credential: What will be asked for.
        cases: The candidates; what is found stays with each.
    """
    for root in catalog.roots(credential.id, cases[0].as_of):
        _find_inside(root, cases)


def _find_inside(requirement: Requirement, cases: Sequence[Case]) -> None:
    for child in requirement.children:
        _find_inside(child, cases)
    for case in cases:
        requirement.find(case)


def determine(catalog: Catalog, credential: Credential, case: Case) -> Determination:
    """Decide whether a case meets what a credential asks.

    Args:
        catalog: Where the credential's requirements are found by their ids.
        credential: What is asked for.
        case: The candidate on a day, and the options of the check.

    Returns:
        The verdict with every finding behind it.

    Source:
        Contract sections 1 and 5.
    """
    ways = _ways(catalog, credential, case)
    chosen = _best(ways)
    days = [way.eligible_from for way in ways if way.eligible_from is not None]
    return Determination(
        case=case,
        credential=credential,
        edition=catalog.ways(credential.id, case.as_of).edition,
        chosen=chosen,
        ways=ways,
        verdict=chosen.verdict,
        eligible_from=min(days) if chosen.verdict is Verdict.NOT_YET else None,
        verdict_if_finished=_if_finished(catalog, credential, case, chosen.verdict),
        confidence=confidence(catalog, chosen),
    )


def _best(ways: tuple[Way, ...]) -> Way:
    return ways[0] if len(ways) == 1 else min(ways, key=lambda way: (_ORDER[way.verdict], len(way.blocking)))


def _if_finished(catalog: Catalog, credential: Credential, case: Case, verdict: Verdict) -> Verdict:
    finished = case.once_finished()
    return verdict if finished is None else _best(_ways(catalog, credential, finished)).verdict


def _ways(catalog: Catalog, credential: Credential, case: Case) -> tuple[Way, ...]:
    asked = catalog.ways(credential.id, case.as_of)
    return tuple(
        [_way(catalog, credential, case, name, root) for name, root in zip(asked.names, asked.roots, strict=True)]
    )


def _way(catalog: Catalog, credential: Credential, case: Case, name: str | None, root: Requirement) -> Way:
    finding = root.find(case)
    verdict, day = _VERDICTS[finding.outcome], None
    if verdict is Verdict.NOT_ELIGIBLE:
        day = _opens(catalog, credential, case, name, finding)
        verdict = Verdict.NOT_YET if day else verdict
    blocked = [] if verdict is Verdict.ELIGIBLE else blocking(catalog, finding)
    return Way(name, verdict, day, tuple(dict.fromkeys([leaf.id for leaf in blocked])), finding, tuple(blocked))


def blocking(catalog: Catalog, finding: Finding) -> list[Finding]:
    """Return the leaves that are responsible for an outcome: where one of several is enough, those of the nearest."""
    outcome, children = finding.outcome, finding.children
    if not children:
        return [finding]
    branches = [
        blocking(catalog, child) if child.children else [child] for child in children if child.outcome is outcome
    ]
    enough = needed(catalog, finding) if len(branches) > 1 else len(children)
    if enough < len(children):
        better = sum([outcome < child.outcome < Outcome.NOT_APPLICABLE for child in children])
        if len(branches) > enough - better:
            nearest = sorted(range(len(branches)), key=lambda one: (_distance(branches[one]), one))
            branches = [branches[one] for one in sorted(nearest[: enough - better])]
    return [leaf for branch in branches for leaf in branch]


def _distance(leaves: list[Finding]) -> tuple[int, Decimal]:
    return len({leaf.id for leaf in leaves}), sum([_missing_share(leaf) for leaf in leaves], Decimal())


def _missing_share(finding: Finding) -> Decimal:
    """Return the missing share of what is needed; of readings, the least; all of it where nothing is counted."""
    measure = finding.measure
    if measure is None and finding.readings:
        return min(_missing_share(one) for one in finding.readings if one.outcome is not Outcome.MET)
    if measure is None or not measure.need or not measure.short:
        return Decimal(1)
    return measure.short / measure.need


def _opens(catalog: Catalog, credential: Credential, case: Case, name: str | None, finding: Finding) -> date | None:
    """Return the first later day on which the passing of time alone makes a way eligible; None where it never does."""
    for day in sorted(set(_days_to_try(catalog, credential, case, name, finding))):
        later = _later(case, day)
        if any(way.evaluate(later).outcome is Outcome.MET for way in same_way(credential, name, day)):
            return day
    return None


def _later(case: Case, day: date) -> Case:
    return case.on(day, finished=case.finished)


def same_way(credential: Credential, name: str | None, day: date) -> list[Requirement]:
    """Return what the way of a name asks on a day; what every way asks where that name is gone by then."""
    edition = credential.edition_on(day)
    ways = edition.pathways if edition else ()
    return [way.root for way in ways if way.id == name] or [way.root for way in ways]


def _days_to_try(
    catalog: Catalog, credential: Credential, case: Case, name: str | None, finding: Finding
) -> Iterator[date]:
    """Give the later days on which a way may open: under the edition in force, and under those to come."""
    if _can_turn(catalog, finding, case):
        yield from _turning_days(catalog, finding, case)
    for edition in credential.editions:
        day = edition.effective_from
        if day is not None and day > case.as_of:
            yield day
            later = _later(case, day)
            for way in same_way(credential, name, day):
                yield from _turning_days(catalog, way.evaluate(later), later)


def _can_turn(catalog: Catalog, finding: Finding, case: Case) -> bool:
    """Say whether time alone may make a finding met: whether it is, or there is any day to wait for."""
    if finding.outcome is Outcome.MET:
        return True
    if finding.children:
        return _enough_can_turn(catalog, finding, case)
    requirement = catalog.requirement(finding.id)
    turns = case.known[requirement.facts].turns
    found = turns.get(requirement.meaning)
    if found is None:
        found = turns[requirement.meaning] = any(day > case.as_of for day in requirement.turning_days(case))
    return found


def _enough_can_turn(catalog: Catalog, finding: Finding, case: Case) -> bool:
    """Say whether as many of the findings inside may be met as are needed."""
    children = finding.children
    to_spare = len(children) - needed(catalog, finding)
    if to_spare:
        to_spare = max(to_spare - sum([child.outcome is Outcome.NOT_APPLICABLE for child in children]), 0)
    for child in children:
        if child.outcome < Outcome.MET and not _can_turn(catalog, child, case):
            if not to_spare:
                return False
            to_spare -= 1
    return True


def _turning_days(catalog: Catalog, finding: Finding, case: Case) -> Iterator[date]:
    for leaf in leaves(finding):
        yield from (day for day in catalog.requirement(leaf.id).turning_days(case) if day > case.as_of)
