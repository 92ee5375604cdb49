"""Days: those on which a person's verdict changes, and those on which rules to come would change it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise

from pydantic import BaseModel

from peercert.case import Case
from peercert.catalog import Catalog
from peercert.catalog.editions import held_still
from peercert.dates import BEGINNING, END, Span
from peercert.determination import Change, Coming, Determination, Timeline, Turned
from peercert.engine import determine
from peercert.finding import Finding
from peercert.requirements import Requirement

MOST = 200
"""Days that are tried at most; where there are more, those nearest to the day decided on."""


def coming(catalog: Catalog, one: Determination) -> tuple[Coming, ...]:
    """Return the later days on which other rules begin that would change a verdict.

    Each is held against the same day under the rules of today, so that nothing but the rules makes the difference.

    Args:
        catalog: The rules.
        one: What came out on the day decided on.
    """
    id_, as_of = one.credential.id, one.case.as_of
    days = [day for day in catalog.days_of_change(id_) if day > as_of]
    if not days:
        return ()
    still = held_still(catalog, id_, as_of)
    found = []
    for day in days:
        then, otherwise = _on(catalog, one, day), _on(still, one, day)
        if one.edition is None:
            otherwise = one
        if then.verdict is not otherwise.verdict:
            found.append(Coming(day, then.edition, then.verdict, otherwise.verdict, then.chosen.blocking))
    return tuple(found)


def timeline(catalog: Catalog, one: Determination) -> Timeline:
    """Return the days on which a verdict changes, past and coming: what `--as-of` would give on each day.

    Args:
        catalog: The rules.
        one: What came out on the day decided on.
    """
    as_of = one.case.as_of
    days = sorted(set(_candidates(catalog, one)), key=lambda day: abs((day - as_of).days))
    tried = sorted(days[:MOST])
    start = date.fromordinal(max(min(tried, default=as_of).toordinal() - 1, 1))
    found = [_on(catalog, one, day) for day in (start, *tried)]
    changes = tuple(_change(catalog, was, now) for was, now in pairwise(found) if was.verdict is not now.verdict)
    return Timeline(found[0].verdict, changes, len(tried), len(days) - len(tried))


def _on(catalog: Catalog, one: Determination, day: date) -> Determination:
    case = one.case
    moved = Case(case.candidate, catalog, day, disputes=case.disputes, verified_only=case.verified_only)
    return determine(catalog, catalog.credential(one.credential.id), moved)


def _candidates(catalog: Catalog, one: Determination) -> Iterator[date]:
    """Give every day on which anything may turn: records, birthdays, windows that pass, rules that begin."""
    told = sorted(set(_days_told(one.case.candidate.profile)))
    rules = catalog.days_of_change(one.credential.id)
    yield from told
    yield from rules
    earliest = min((*told, *rules, one.case.as_of))
    for day in (earliest, *rules):
        then = _on(catalog, one, day)
        for requirement in _asked(catalog, then):
            turns = (*requirement.turning_days(then.case), *requirement.ending_days(then.case))
            yield from (turn for turn in turns if BEGINNING < turn < END)


def _days_told(value: object) -> Iterator[date]:
    """Give the first and the last day of every span in a profile, and the day after it."""
    if isinstance(value, Span):
        if BEGINNING < value.first < END:
            yield value.first
        if BEGINNING < value.last < END:
            yield from _around(value.last, 1)
    elif isinstance(value, BaseModel):
        for _, inner in value:
            yield from _days_told(inner)
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _days_told(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from _days_told(inner)


def _around(day: date, more: int = 2) -> Iterator[date]:
    """Give a day and the next ones; a window across a leap day may pass one day later."""
    last = END.toordinal()
    yield from (
        date.fromordinal(number) for number in range(day.toordinal(), day.toordinal() + more + 1) if number < last
    )


def _asked(catalog: Catalog, one: Determination) -> Iterator[Requirement]:
    for way in one.ways:
        for leaf in _leaves(way.finding):
            requirement = catalog.requirement(leaf.id)
            yield requirement
            yield from requirement.alternatives


def _change(catalog: Catalog, was: Determination, now: Determination) -> Change:
    rules = any(was.case.as_of < day <= now.case.as_of for day in catalog.days_of_change(now.credential.id))
    return Change(
        now.case.as_of, was.verdict, now.verdict, now.edition, rules, () if rules else tuple(_turned(was, now))
    )


def _turned(was: Determination, now: Determination) -> Iterator[Turned]:
    """Give the leaves that came out another way, those alone that stand in the way before or after where any does."""
    before = _outcomes(was)
    turned = [
        Turned(leaf.id, before[leaf.id].outcome, leaf.outcome)
        for leaf in _outcomes(now).values()
        if leaf.id in before and before[leaf.id].outcome is not leaf.outcome
    ]
    blocking = {*was.chosen.blocking, *now.chosen.blocking}
    decisive = [one for one in turned if one.id in blocking]
    yield from decisive or turned


def _outcomes(one: Determination) -> dict[str, Finding]:
    return {leaf.id: leaf for way in one.ways for leaf in _leaves(way.finding)}


def _leaves(finding: Finding) -> Iterable[Finding]:
    if not finding.children:
        return (finding,)
    return [leaf for child in finding.children for leaf in _leaves(child)]
