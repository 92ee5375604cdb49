"""Decides: one credential, one case, one determination. Reads no clock, opens no file, prints nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from peercert.case import Case
from peercert.catalog import Catalog, Credential
from peercert.catalog.sources import Tier, weakest
from peercert.finding import Finding
from peercert.logic import Outcome, quick
from peercert.requirements import Requirement
from peercert.requirements.combining import Combinator


@quick
class Verdict(Enum):
    """The answer of a determination, from the best to the worst (contract section 1 and points of meaning)."""

    ELIGIBLE = "eligible"
    UNDETERMINED = "undetermined"
    NOT_YET = "not_yet"
    NOT_ELIGIBLE = "not_eligible"


_ORDER = {verdict: rank for rank, verdict in enumerate(Verdict)}
_VERDICTS = {
    Outcome.MET: Verdict.ELIGIBLE,
    Outcome.UNMET: Verdict.NOT_ELIGIBLE,
    Outcome.UNKNOWN: Verdict.UNDETERMINED,
    Outcome.NOT_APPLICABLE: Verdict.UNDETERMINED,
}


class Way(NamedTuple):
    """What came out for one way to a credential."""

    id: str | None
    """The pathway's id; None on a day on which no edition is in force."""

    verdict: Verdict
    eligible_from: date | None
    """Only for `not_yet`: the first later day on which this way is open."""

    blocking: tuple[str, ...]
    """The smallest set of leaf requirements that together are responsible; empty when eligible."""

    finding: Finding


class Determination(NamedTuple):
    """What came out for one credential and one case."""

    case: Case
    credential: Credential
    edition: str | None
    chosen: Way
    """The way with the best verdict, then the fewest blocking leaves, then first in the catalogue."""

    ways: tuple[Way, ...]
    verdict: Verdict
    eligible_from: date | None
    verdict_if_finished: Verdict
    confidence: Tier
    """The weakest tier that the verdict rests on."""


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
    edition = credential.edition_on(case.as_of)
    days = [way.eligible_from for way in ways if way.eligible_from is not None]
    return Determination(
        case=case,
        credential=credential,
        edition=edition.id if edition else None,
        chosen=chosen,
        ways=ways,
        verdict=chosen.verdict,
        eligible_from=min(days) if chosen.verdict is Verdict.NOT_YET else None,
        verdict_if_finished=_if_finished(catalog, credential, case, chosen.verdict),
        confidence=_confidence(catalog, chosen),
    )


def _best(ways: tuple[Way, ...]) -> Way:
    return min(ways, key=lambda way: (_ORDER[way.verdict], len(way.blocking)))


def _if_finished(catalog: Catalog, credential: Credential, case: Case, verdict: Verdict) -> Verdict:
    if not case.remember("unfinished", lambda: case.unfinished):
        return verdict
    finished = case.remember("finished", lambda: case.on(case.as_of, finished=True))
    return _best(_ways(catalog, credential, finished)).verdict


def _ways(catalog: Catalog, credential: Credential, case: Case) -> tuple[Way, ...]:
    edition = credential.edition_on(case.as_of)
    names = [pathway.id for pathway in edition.pathways] if edition else [None]
    roots = catalog.roots(credential.id, case.as_of)
    return tuple(_way(catalog, credential, case, name, root) for name, root in zip(names, roots, strict=True))


def _evaluate(root: Requirement, case: Case) -> Finding:
    return case.remember(("root", root.id), lambda: root.evaluate(case))


def _way(catalog: Catalog, credential: Credential, case: Case, name: str | None, root: Requirement) -> Way:
    finding = _evaluate(root, case)
    verdict, day = _VERDICTS[finding.outcome], None
    if verdict is Verdict.NOT_ELIGIBLE:
        day = _opens(catalog, credential, case, name, root)
        verdict = Verdict.NOT_YET if day else verdict
    blocking = (
        () if verdict is Verdict.ELIGIBLE else tuple(dict.fromkeys(id_ for id_, _ in _blocking(catalog, finding)))
    )
    return Way(name, verdict, day, blocking, finding)


def _blocking(catalog: Catalog, finding: Finding) -> list[tuple[str, Decimal]]:
    """Return the leaves that are responsible for an outcome, each with the share that is missing."""
    if not finding.children:
        return [(finding.id, _missing_share(finding))]
    branches = [_blocking(catalog, child) for child in finding.children if child.outcome is finding.outcome]
    needed = _needed(catalog, finding)
    if needed < len(finding.children):
        better = sum(finding.outcome < child.outcome < Outcome.NOT_APPLICABLE for child in finding.children)
        nearest = sorted(range(len(branches)), key=lambda one: (_distance(branches[one]), one))
        branches = [branches[one] for one in sorted(nearest[: needed - better])]
    return [leaf for branch in branches for leaf in branch]


def _needed(catalog: Catalog, finding: Finding) -> int:
    requirement = catalog.requirement(finding.id)
    count = len(finding.children)
    return requirement.needed(count) if isinstance(requirement, Combinator) else 1


def _distance(leaves: list[tuple[str, Decimal]]) -> tuple[int, Decimal]:
    return len({id_ for id_, _ in leaves}), sum((share for _, share in leaves), Decimal())


def _missing_share(finding: Finding) -> Decimal:
    """Return the missing share of what is needed; of readings, the least; all of it where nothing is counted."""
    measure = finding.measure
    if measure is None and finding.readings:
        return min(_missing_share(one) for one in finding.readings if one.outcome is not Outcome.MET)
    if measure is None or not measure.need or not measure.short:
        return Decimal(1)
    return measure.short / measure.need


def _leaves(finding: Finding) -> Iterator[Finding]:
    if not finding.children:
        yield finding
    for child in finding.children:
        yield from _leaves(child)


def _confidence(catalog: Catalog, way: Way) -> Tier:
    """Return the weakest tier of all requirements for an eligible verdict, of the blocking ones for any other."""
    if way.verdict is Verdict.ELIGIBLE:
        ids = [leaf.id for leaf in _leaves(way.finding) if leaf.outcome is not Outcome.NOT_APPLICABLE]
    else:
        ids = list(way.blocking)
    return weakest([tier for id_ in ids if (tier := catalog.tier(id_))]) or "secondary"


def _opens(catalog: Catalog, credential: Credential, case: Case, name: str | None, root: Requirement) -> date | None:
    """Return the first later day on which the passing of time alone makes a way eligible; None where it never does."""
    for day in sorted(set(_days_to_try(catalog, credential, case, name, root))):
        later = case.on(day, finished=case.finished)
        if any(way.evaluate(later).outcome is Outcome.MET for way in same_way(credential, name, day)):
            return day
    return None


def same_way(credential: Credential, name: str | None, day: date) -> list[Requirement]:
    """Return what the way of a name asks on a day; what every way asks where that name is gone by then."""
    edition = credential.edition_on(day)
    ways = edition.pathways if edition else ()
    return [way.root for way in ways if way.id == name] or [way.root for way in ways]


def _days_to_try(
    catalog: Catalog, credential: Credential, case: Case, name: str | None, root: Requirement
) -> Iterator[date]:
    """Give the later days on which a way may open: under the edition in force, and under those to come."""
    if _can_turn(catalog, _evaluate(root, case), case):
        yield from _turning_days(catalog, _evaluate(root, case), case)
    for edition in credential.editions:
        day = edition.effective_from
        if day is not None and day > case.as_of:
            yield day
            later = case.on(day, finished=case.finished)
            for way in same_way(credential, name, day):
                yield from _turning_days(catalog, way.evaluate(later), later)


def _can_turn(catalog: Catalog, finding: Finding, case: Case) -> bool:
    """Say whether time alone may make a finding met: whether a leaf that is not met has any day to wait for."""
    if finding.outcome is Outcome.MET:
        return True
    if not finding.children:
        return any(day > case.as_of for day in catalog.requirement(finding.id).turning_days(case))
    children = [child for child in finding.children if child.outcome is not Outcome.NOT_APPLICABLE]
    needed = min(_needed(catalog, finding), len(children))
    if needed == len(children):
        return all(_can_turn(catalog, child, case) for child in children)
    return sum(_can_turn(catalog, child, case) for child in children) >= needed


def _turning_days(catalog: Catalog, finding: Finding, case: Case) -> Iterator[date]:
    for leaf in _leaves(finding):
        yield from (day for day in catalog.requirement(leaf.id).turning_days(case) if day > case.as_of)
