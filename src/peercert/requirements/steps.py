"""What a person could do about a requirement: a small value for each kind of step, without words and without days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

DAY = "(the day on which it is done)"
"""Stands in a fact for the day on which the step is done."""

Point = tuple[str, tuple[object, ...]]
"""A field of a record, and what of it counts. Of a share, the least; of a population, any one of these."""


class Hours(NamedTuple):
    """Hours of one kind, in records that have what is asked."""

    ledger: Literal["training", "experience", "supervision", "practicum"]
    hours: Decimal
    points: tuple[Point, ...] = ()
    any_amount: bool = False
    """Whether no amount is known, and the hours stand for some."""


class Course(NamedTuple):
    """One course that has it all."""

    programs: tuple[str, ...]
    hours: Decimal | None = None
    """Clock hours at least; None where no number is known."""

    components: tuple[tuple[str, str], ...] = ()
    by: date | None = None
    """The last day on which it may be completed."""


class Lasting(NamedTuple):
    """Practical experience that goes on until so many months are full."""

    months: int
    points: tuple[Point, ...] = ()
    since: date | None = None
    """The first day of what there is of it."""


class Sitting(NamedTuple):
    """An exam that is sat and passed."""

    exam: str
    score: Decimal | None


class Gained(NamedTuple):
    """A diploma, a credential or a licence; nobody knows beforehand how long it takes."""

    ledger: Literal["education", "credentials", "licenses"]
    fields: tuple[tuple[str, object], ...]
    day: str
    """The field that names the day on which it is gained."""

    years: Decimal | None = None
    """How long it takes at least, where the rule asks for time."""

    until: str | None = None
    """The field that names its last day, where one must be told."""

    again: bool = False
    """Whether it was held before, so that it is renewed."""


class Changed(NamedTuple):
    """A single fact that becomes another: something signed, a home, a job."""

    key: str
    """The key in the profile; with a dot where it lies inside another."""

    value: object
    """What becomes of it: a word, a list of words as a tuple, or a mapping as a tuple of pairs."""

    large: bool = False
    """Whether it is a great change in a life, and nobody knows how long it takes."""


class Referred(NamedTuple):
    """So many more references."""

    more: int


Step = Hours | Course | Lasting | Sitting | Gained | Changed | Referred
"""Something that a requirement says could be done about it."""
