"""A step on the calendar, and the steps that no requirement needs to know of: to wait, to finish, to apply, to tell."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from peercert.finding import Finding
from peercert.requirements.steps import Step

ZERO = Decimal()


class Wait(NamedTuple):
    """Nothing but time is needed."""


class Finish(NamedTuple):
    """A course that is in progress or planned is finished as told."""

    record: int
    """Its place in the list of training, from 0."""

    hours: Decimal
    """What it is told to have; these hours are not added ones."""


class ApplyAgain(NamedTuple):
    """The application is made anew, at the end."""


class ApplyBy(NamedTuple):
    """The application is made now, for its time is limited."""

    last: date | None
    """The last day, where one is known."""


class Settle(NamedTuple):
    """A fact is told, or somebody is asked; what comes of it nobody knows yet."""

    finding: Finding
    ask: bool
    """Whether sources disagree and the question is which one holds."""

    keys: tuple[str, ...]
    """The keys of the profile that it is about."""


class Todo(NamedTuple):
    """One step of a plan."""

    step: Step | Wait | Finish | ApplyAgain | ApplyBy | Settle
    ids: tuple[str, ...]
    """The requirements that it serves; the first one names it."""

    done: date
    """The day on which it is done at the earliest."""

    hours: Decimal = ZERO
    """Hours that it adds."""

    first: date | None = None
    """The day on which it begins, where it takes time."""

    not_before: date | None = None
    """The day before which it cannot be done."""

    topics: tuple[tuple[str, Decimal], ...] = ()
    """Of training, the topics that the hours go to."""

    @property
    def open(self) -> bool:
        """Whether it settles something and changes nothing."""
        return isinstance(self.step, Settle)


class Pace(NamedTuple):
    """How many hours a week there are."""

    work: Decimal = Decimal(20)
    """For work, practice and supervision; supervision goes beside the work."""

    training: Decimal = Decimal(4)
