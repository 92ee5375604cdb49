"""The numbers and days of a rule at which its answer may turn, and how near a case comes to each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from peercert.case import Entry
from peercert.dates import Span

FactPath = tuple[str | int, ...]
"""The way to a fact: keys of a profile, and places in its lists from 0."""

DAY = 1
WHOLE, HALF, TENTH, HUNDREDTH = Decimal(1), Decimal("0.5"), Decimal("0.1"), Decimal("0.01")
"""Steps: how near to a number a case must come to show its other side."""


class Spot(NamedTuple):
    """What a case has where a rule has a number."""

    have: Decimal | date
    path: FactPath | None = None
    """The fact that moves it, one for one; None where no single fact does."""


class Boundary(NamedTuple):
    """A number or day of a rule: the last one that is enough."""

    key: str
    """Where the rule has it, such as ``at_least`` or ``window.years``."""

    value: Decimal | date
    """In the terms of the fact: a least age is a last day of birth."""

    step: Decimal | int
    """To the nearest one on the other side; days for a day, below zero where less is too little."""

    spots: tuple[Spot, ...]
    """What the case has there; nothing where it does not tell."""

    @property
    def beyond(self) -> Decimal | date:
        """The nearest number or day on the other side."""
        return moved(self.value, self.step)

    def at(self, have: Decimal | date) -> bool:
        """Say whether what a case has is just enough."""
        return have == self.value

    def past(self, have: Decimal | date) -> bool:
        """Say whether what a case has is on the other side, by one step at most."""
        near, far = sorted((self.value, self.beyond))
        return near <= have <= far and have != self.value  # type: ignore[operator]  # all are numbers, or all days


def moved(value: Decimal | date, step: Decimal | int) -> Decimal | date:
    """Move a number by a number, or a day by days; no further than the calendar goes."""
    if isinstance(value, Decimal):
        return value + step
    try:
        return value + timedelta(days=int(step))
    except OverflowError:
        return value


def total_of(
    key: str, need: Decimal, have: Decimal | None, paths: Iterable[FactPath], step: Decimal = HALF
) -> Boundary:
    """Return the boundary of a sum: any one of the facts added up moves it.

    Args:
        key: Where the rule has the number.
        need: The number.
        have: The sum; None where it is not told.
        paths: The facts that are added up.
        step: How near the other side must come.
    """
    spots = [] if have is None else [Spot(have, path) for path in paths] or [Spot(have)]
    return Boundary(key, need, -step, tuple(spots))


def each(key: str, need: Decimal, told: Iterable[tuple[object, FactPath]], step: Decimal) -> Boundary:
    """Return the boundary of a number that each record is held against by itself."""
    return Boundary(key, need, -step, tuple(Spot(have, path) for have, path in told if isinstance(have, Decimal)))


def first_days(key: str, first: date, entries: Iterable[Entry]) -> Boundary:
    """Return the boundary of a first day: of when records began."""
    return Boundary(key, first, -DAY, tuple(_days(entries, ("start", "end", "completed", "date"), first=True)))


def last_days(key: str, last: date, entries: Iterable[Entry]) -> Boundary:
    """Return the boundary of a last day: of when records ended."""
    return Boundary(key, last, DAY, tuple(_days(entries, ("end", "completed", "date"), first=False)))


def _days(entries: Iterable[Entry], names: tuple[str, ...], *, first: bool) -> Iterable[Spot]:
    """Give the exact days on which records began or ended, with the facts that tell them."""
    for entry in entries:
        told = [name for name in names if isinstance(getattr(entry.record, name, None), Span)]
        span = entry.first if first else entry.last
        if told and span.first == span.last:
            yield Spot(span.first, (*place(entry), told[0]))


def place(entry: Entry) -> FactPath:
    """Return the way to a record."""
    return _place(entry.address)


def places(addresses: Iterable[str], *keys: str) -> list[FactPath]:
    """Return the ways to a fact of each record, by the records' addresses."""
    return [(*_place(address), *keys) for address in addresses]


def _place(address: str) -> FactPath:
    ledger, number = address.removesuffix("]").split("[")
    return ledger, int(number)
