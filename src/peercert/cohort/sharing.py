"""What of a cohort may be shared outside: counts alone, the small ones hidden so that none can be worked out.

The rule, with N for the smallest count that is shown:

1. A count from 1 to N-1 is shown as "fewer than N". N is 3 or more, so that this leaves at least two numbers open.
2. A total is shown only as the range that follows from what is shown. So it tells nothing more.
3. Of fewer than N people nothing is told but that.
4. How many people each requirement stops is shown without the count of those who miss nothing else, which could be
   worked out from the others. The list is left out where the number of people stopped is hidden, as the list would
   narrow it down; and where fewer than two numbers were left open for a hidden count of the list. For this a reader is
   taken to know which of its requirements stop nobody together, such as those of two ways, and that each person is
   stopped by one at least. What would settle open verdicts is listed by the same rule.
5. One report is about one credential: the same people under two credentials add up to the same total.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import NamedTuple, TypeVar

from peercert.cohort.asks import Ask
from peercert.cohort.cohort import STOPPED, Group
from peercert.engine import Verdict

K = TypeVar("K", bound=Hashable)

FEWEST = 3
"""The least that may be asked for: with two, "fewer than two" would be one."""

Shown = int | None
"""A count; None for one that is too small to be shown."""


class Range(NamedTuple):
    """What a total may be, both ends included."""

    at_least: int
    at_most: int


class Shared(NamedTuple):
    """What may be told of the people who were checked for one credential."""

    credential: str
    least: int
    """The smallest count that is shown."""

    people: Range
    verdicts: Mapping[Verdict, Shown] | None
    """None where there are too few people."""

    blockers: Mapping[str, Shown] | None
    """How many people each requirement stops; None where that cannot be told."""

    asks: Mapping[Ask, Shown] | None
    """How many open verdicts each thing would help to settle; None where that cannot be told."""


def shared(group: Group, least: int) -> Shared:
    """Return what may be told of a group.

    Args:
        group: The people.
        least: The smallest count that may be shown.
    """
    if len(group.people) < least:
        return Shared(group.credential, least, Range(1, least - 1), None, None, None)
    verdicts = {verdict: shown(count, least) for verdict, count in group.counts.items()}
    ends = _ends(verdicts.values(), least)
    stopped, open_ = [verdicts[one] for one in STOPPED], [verdicts[Verdict.UNDETERMINED]]
    blocked = [(one.blocking, one.verdict) for one in group.people if one.verdict in STOPPED]
    return Shared(
        group.credential, least, Range(max(ends.at_least, least), ends.at_most), verdicts,
        blockers=_tally(blocked, stopped, least),
        asks=_tally([(one.asks, one.verdict) for one in group.people if one.asks], open_, least),
    )  # fmt: skip


def shown(count: int, least: int) -> Shown:
    """Return a count as it may be shown."""
    return None if 0 < count < least else count


def _ends(counts: Iterable[Shown], least: int) -> Range:
    """Return what the sum of some counts may be, by what is shown of them."""
    known = list(counts)
    hidden, sum_ = known.count(None), sum(count or 0 for count in known)
    return Range(sum_ + hidden, sum_ + hidden * (least - 1))


def _tally(told: Iterable[tuple[tuple[K, ...], Verdict]], people: list[Shown], least: int) -> dict[K, Shown] | None:
    """Return how many of some people each thing is about.

    Args:
        told: For each of them the things, one at least, and the verdict.
        people: How many they are, in parts, as shown.
        least: The smallest count that is shown.

    Returns:
        The counts as they may be shown, hidden ones last and in an order that says nothing; None where they would
        tell a hidden count.
    """
    about, parts = _members(told)
    number = None if None in people else sum(one or 0 for one in people)
    small = {key: those for key, those in about.items() if len(those) < least}
    large = [those for key, those in about.items() if key not in small]
    if number is None or not all(_stays_open(key, small, large, parts, number, least) for key in small):
        return None
    order = sorted(about, key=lambda key: (0 if key in small else -len(about[key]), str(key)))
    return {key: shown(len(about[key]), least) for key in order}


def _members(told: Iterable[tuple[tuple[K, ...], Verdict]]) -> tuple[dict[K, set[int]], list[set[int]]]:
    """Return whom each thing is about, and who has each verdict, by number."""
    about: dict[K, set[int]] = {}
    by_verdict: dict[Verdict, set[int]] = {}
    for number, (things, verdict) in enumerate(told):
        by_verdict.setdefault(verdict, set()).add(number)
        for thing in things:
            about.setdefault(thing, set()).add(number)
    return about, list(by_verdict.values())


def _stays_open(
    key: K, small: Mapping[K, set[int]], large: list[set[int]], parts: list[set[int]], number: int, least: int
) -> bool:
    """Say whether a hidden count may be one of two numbers at least, for whoever knows what goes together with what.

    Args:
        key: The thing whose count is hidden.
        small: Whom each thing with a hidden count is about.
        large: The same of each thing with a shown count.
        parts: Who has each verdict.
        number: How many people there are.
        least: The smallest count that is shown.
    """
    mine, others = small[key], [those for one, those in small.items() if one != key]
    apart = set[int]().union(*(those for those in (*large, *parts) if mine.isdisjoint(those)))
    besides = sum(mine.isdisjoint(those) and not those <= apart for those in others)
    at_most = min(least - 1, number - len(apart) - besides)
    at_least = max(1, number - len(set[int]().union(*large)) - len(others) * (least - 1))
    return at_least < at_most
