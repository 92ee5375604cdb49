"""How safe a yes is: which records carry it, and the day on which time alone would end it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from peercert.candidate.profile import LEDGERS
from peercert.case import Case
from peercert.catalog import Catalog, Credential
from peercert.dates import END, day_after
from peercert.engine import Determination, Verdict, determine
from peercert.finding import Finding
from peercert.logic import Outcome
from peercert.requirements import Requirement

_MOST_IN_PAIRS = 40
"""Records up to which every two of them are looked at together."""

_APART = ("exams",)
"""Ledgers in which a record may also stand in the way, as a failed sitting does; these are tried one by one."""

Holds = Callable[[frozenset[str]], bool]
"""Says whether the yes still stands without some records."""


class Carriers(NamedTuple):
    """Records that carry a yes together: without all of them it falls, without fewer it stands."""

    records: tuple[str, ...]
    verdict: Verdict
    """What comes out without them."""

    carries: tuple[str, ...]
    """The requirements, on the way that the yes is for, that are met with them and not without."""

    blocking: tuple[str, ...]
    """The requirements that then stand in that way, where one of several is enough only the nearest."""


class Fragility(NamedTuple):
    """How safe a yes is."""

    carriers: tuple[Carriers, ...]
    """The smallest sets of records, single ones first."""

    looked_at: int
    """Every set of up to so many records was looked at."""

    lost_on: date | None
    """The first later day on which it is no longer a yes, if nothing is added; None where time does not end it."""


def fragility(catalog: Catalog, one: Determination) -> Fragility | None:
    """Say how safe a yes is.

    Args:
        catalog: The rules that it was decided by.
        one: The determination.

    Returns:
        What carries it and when it is lost; None for any other verdict.
    """
    if one.verdict is not Verdict.ELIGIBLE:
        return None
    records = _records(one.case)
    looked_at = 2 if len(records) <= _MOST_IN_PAIRS else 1

    def holds(rejected: frozenset[str]) -> bool:
        return _eligible(catalog, one.credential, without(one.case, rejected))

    carriers = [
        _carriers(catalog, one, rejected) for rejected in smallest_sets(holds, records, looked_at, apart=_APART)
    ]
    return Fragility(tuple(carriers), looked_at, _lost_on(catalog, one.credential, one.case))


def without(case: Case, rejected: Collection[str]) -> Case:
    """Return a case in which some records are not told; the order of the others stays."""
    profile = case.profile
    kept = {
        key: tuple(record for index, record in enumerate(getattr(profile, key)) if f"{key}[{index}]" not in rejected)
        for key in {address.partition("[")[0] for address in rejected}
    }
    candidate = replace(case.candidate, profile=profile.model_copy(update=kept))
    return Case(
        candidate, case.rules, case.as_of,
        disputes=case.disputes, verified_only=case.verified_only, finished=case.finished,
    )  # fmt: skip


def smallest_sets(
    holds: Holds, records: Sequence[str], up_to: int, *, apart: Sequence[str] = ()
) -> Iterator[tuple[str, ...]]:
    """Give the smallest sets of records without which something no longer holds, single records first.

    A group whose rejection as a whole changes nothing holds no such record, for to reject fewer never makes
    things worse; only records of the ledgers named apart may also stand in the way.

    Args:
        holds: Says whether it holds without some records.
        records: All of them.
        up_to: The size of the largest sets, 1 or 2.
        apart: Ledgers whose records are tried one by one.
    """
    together = [one for one in records if one.partition("[")[0] not in apart]
    alone = [one for one in records if one.partition("[")[0] in apart]
    single = set(_turning(holds, frozenset(), together, alone))
    yield from ((one,) for one in records if one in single)
    kept = [one for one in records if one not in single]
    for index, one in enumerate(kept if up_to > 1 else []):
        others = kept[index + 1 :]
        pair = set(_turning(holds, frozenset({one}), _of(others, together), _of(others, alone)))
        yield from ((one, other) for other in others if other in pair)


def _of(records: Sequence[str], wanted: Collection[str]) -> list[str]:
    return [one for one in records if one in wanted]


def _turning(holds: Holds, rejected: frozenset[str], together: list[str], alone: list[str]) -> Iterator[str]:
    """Give the records each of which, rejected besides others, turns the answer."""
    yield from (one for one in alone if not holds(rejected | {one}))
    if not together or holds(rejected | set(together)):
        return
    if len(together) == 1:
        yield together[0]
        return
    middle = len(together) // 2
    yield from _turning(holds, rejected, together[:middle], [])
    yield from _turning(holds, rejected, together[middle:], [])


def _records(case: Case) -> list[str]:
    told = {key: getattr(case.profile, key) for key in LEDGERS}
    return [
        f"{key}[{index}]"
        for key, records in told.items()
        if isinstance(records, tuple)
        for index in range(len(records))
    ]


def _carriers(catalog: Catalog, one: Determination, rejected: tuple[str, ...]) -> Carriers:
    then = determine(catalog, one.credential, without(one.case, rejected))
    same_way = next(way for way in then.ways if way.id == one.chosen.id)
    still = set(_met(same_way.finding))
    carries = dict.fromkeys(id_ for id_ in _met(one.chosen.finding) if id_ not in still)
    return Carriers(rejected, then.verdict, tuple(carries), same_way.blocking)


def _met(finding: Finding) -> Iterator[str]:
    """Give the leaves that are met."""
    for child in finding.children:
        yield from _met(child)
    if not finding.children and finding.outcome is Outcome.MET:
        yield finding.id


def _eligible(catalog: Catalog, credential: Credential, case: Case) -> bool:
    return any(root.evaluate(case).outcome is Outcome.MET for root in catalog.roots(credential.id, case.as_of))


def _lost_on(catalog: Catalog, credential: Credential, case: Case) -> date | None:
    days = {day for day in _days_to_try(catalog, credential, case) if case.as_of < day < END}
    return next((day for day in sorted(days) if not _eligible(catalog, credential, case.on(day))), None)


def _days_to_try(catalog: Catalog, credential: Credential, case: Case) -> Iterator[date]:
    """Give every later day on which the answer may change: under the edition in force, and under those to come."""
    yield from _turns(catalog, credential, case)
    for edition in credential.editions:
        if edition.effective_to is not None:
            yield day_after(edition.effective_to)
        if edition.effective_from is not None and edition.effective_from > case.as_of:
            yield edition.effective_from
            yield from _turns(catalog, credential, case.on(edition.effective_from))


def _turns(catalog: Catalog, credential: Credential, case: Case) -> Iterator[date]:
    for root in catalog.roots(credential.id, case.as_of):
        for leaf in _leaves(catalog, root, case):
            yield from leaf.turning_days(case)
            yield from leaf.ending_days(case)


def _leaves(catalog: Catalog, requirement: Requirement, case: Case) -> Iterator[Requirement]:
    """Give the leaves inside a requirement, those of another credential that it asks for included."""
    found = requirement.evaluate(case)
    ids = [found.id] if not found.children else []
    inside = list(found.children)
    while inside:
        one = inside.pop()
        inside += one.children
        ids += [] if one.children else [one.id]
    yield from (catalog.requirement(id_) for id_ in ids)
