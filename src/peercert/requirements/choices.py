"""The facts that show each side of what a requirement asks: small values that others put people together from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple, get_args

EDGES, HOURS, TOPIC, WHEN = "edges", "hours", "topic", "when"
"""Fields that are not written as they stand: the ends of a window, hours to be filled, their topic, two days."""

ONE_DAY, SMALL = timedelta(days=1), Decimal("0.01")
"""Steps to the other side of a day and of a share."""

ELSEWHERE = "ZZ"
"""A code that no state has."""

UNHEARD_OF = "another"
"""A free label that no rule knows."""


class Choice(NamedTuple):
    """Values of one fact, by what a requirement makes of each."""

    key: str
    """The key in the profile; with a dot where it lies inside another."""

    field: str
    """The field of a record or fact; empty where the fact is a single value; with a dot for a part of a field."""

    enough: tuple[Any, ...]  # Any: words, numbers, days, yes or no, lists
    """Values that do; of hours, how many are needed; of edges, pairs of days."""

    short: tuple[Any, ...] = ()
    """Values that do not, the nearest first."""

    doubt: tuple[Any, ...] = ()
    """Values that leave it open."""


Example = tuple[tuple[str, Mapping[str, Any]], ...]
"""Records that meet a requirement together, each with the key of its list."""


def words(key: str, field: str, accepted: Iterable[str], known: object, doubt: Iterable[str] = ()) -> Choice:
    """Return the choice between words that count and all others that a profile may hold.

    Args:
        key: The key in the profile.
        field: The field.
        accepted: The words that count.
        known: The type that spells every word of the field.
        doubt: Words that leave it open.
    """
    enough, unsure = tuple(accepted), tuple(doubt)
    rest = (word for word in get_args(known) if word not in {*enough, *unsure, "declined"})
    return Choice(key, field, enough, tuple(rest), unsure)


def labels(key: str, field: str, accepted: Iterable[str]) -> Choice:
    """Return the choice between free labels that count and one that nobody knows."""
    return Choice(key, field, tuple(accepted), (), (UNHEARD_OF,))


def yes_or_no(key: str, field: str, asked: bool | None) -> Iterator[Choice]:  # noqa: FBT001 - the rule's own answer
    """Give the choice of a yes or no, where a rule asks for one."""
    if asked is not None:
        yield Choice(key, field, (asked,), (not asked,))


def edges(key: str, window: tuple[date, date] | None) -> Iterator[Choice]:
    """Give the first and last day of a window, where a rule has one."""
    if window is not None:
        yield Choice(key, EDGES, (window,))
