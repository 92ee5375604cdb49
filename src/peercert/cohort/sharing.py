"""What of a cohort may be shared outside: counts alone, the small ones hidden so that none can be worked out.

The rule, with N for the smallest count that is shown:

1. A count from 1 to N-1 is shown as "fewer than N". N is 3 or more, so that this leaves at least two numbers open.
2. A total is shown only as the range that follows from what is shown. So it tells nothing more.
3. Of fewer than N people nothing is told but that.
4. How many people each requirement stops is shown without the count of those who miss nothing else, which could be
   worked out from the others. The list is left out where the number of people stopped is hidden, as the list would
   narrow it down; and where that number is so large that the hidden counts of the list could only be the largest.
   What would settle open verdicts is listed by the same rule.
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
    return Shared(
        group.credential, least, Range(max(ends.at_least, least), ends.at_most), verdicts,
        blockers=_tally({key: one.people for key, one in group.blockers.items()}, stopped, least),
        asks=_tally({key: one.people for key, one in group.asks.items()}, open_, least),
    )  # fmt: skip


def shown(count: int, least: int) -> Shown:
    """Return a count as it may be shown."""
    return None if 0 < count < least else count


def _ends(counts: Iterable[Shown], least: int) -> Range:
    """Return what the sum of some counts may be, by what is shown of them."""
    known = list(counts)
    hidden, sum_ = known.count(None), sum(count or 0 for count in known)
    return Range(sum_ + hidden, sum_ + hidden * (least - 1))


def _tally(counts: Mapping[K, int], people: list[Shown], least: int) -> dict[K, Shown] | None:
    """Return how many of some people each thing is about.

    Args:
        counts: The true counts; one person may be in several of them, and is in one at least.
        people: How many people there are, in parts, as shown.
        least: The smallest count that is shown.

    Returns:
        The counts as they may be shown, hidden ones last and in an order that says nothing; None where they would
        tell a hidden count.
    """
    order = sorted(counts, key=lambda key: (-counts[key] if counts[key] >= least else 0, str(key)))
    told = {key: shown(counts[key], least) for key in order}
    number = None if None in people else sum(one or 0 for one in people)
    if number is None or (None in told.values() and number >= _ends(told.values(), least).at_most):
        return None
    return told
