"""One completed course of a recognised programme."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property, partial
from typing import ClassVar, Literal, NamedTuple

from peercert.candidate.profile import Training as Taken
from peercert.case import Case
from peercert.dates import BEGINNING
from peercert.finding import Finding, Measure
from peercert.logic import Answer, Why
from peercert.requirements.base import Date, Number, Requirement, Topic, WordList
from peercert.requirements.boundary import HALF, Boundary, each, last_days, place
from peercert.requirements.choices import EDGES, HOURS, Choice
from peercert.requirements.components import Result, ended, ended_where_told
from peercert.requirements.counting import ZERO, Condition, Held, among, held_within, hold, one_of
from peercert.requirements.steps import Course as Taking
from peercert.requirements.steps import Step
from peercert.requirements.wording import Because, Speech, counted, in_words, joined, set_aside
from peercert.unshown import unshown

_PART = "components."


@unshown
class Nearest(NamedTuple):
    """The course that comes nearest; a later one replaces it when it ranks higher."""

    fits: bool
    perhaps: bool
    hours: Decimal
    proved: bool
    """Whether it counts on the day decided on for certain."""


class Course(Requirement):
    """One course must have it all: the programme, the hours, the parts. Courses are never added up."""

    kind: Literal["course"]
    programs: WordList
    hours_at_least: Number | None = None
    """Clock hours of instruction."""

    components: dict[str, Result] = {}
    """Parts of the course, and how each must have ended; what is not told is unknown."""

    where_told: dict[str, Result] = {}
    """Parts of the course that matter only where they are told."""

    completed_by: Date | None = None
    """The last day on which it may have been completed."""

    default_topic: ClassVar[Topic] = "training"
    uses: ClassVar[tuple[str, ...]] = ("training",)

    def evaluate(self, case: Case) -> Finding:
        """Look for one course that has it all."""
        ledger = case.ledger("training")
        window = (BEGINNING, self.completed_by) if self.completed_by else None
        held = [held_within(hold(entry, self._asked(case)), window) for entry in ledger.entries]
        measure = None if self.hours_at_least is None or ledger.told is not True else self._measure(held, case)
        return one_of(self.id, ledger, held, measure)

    @cached_property
    def _program(self) -> Condition:
        return "program", among("program", self.programs)

    def _asked(self, case: Case) -> tuple[Condition, ...]:
        found = [self._program]
        if self.hours_at_least is not None:
            found.append(("hours", lambda record: self._hours(case.hours(record))))
        return (*found, *self._parts)

    def _hours(self, hours: Decimal | Why) -> Answer:
        return self.hours_at_least is None or hours >= self.hours_at_least if isinstance(hours, Decimal) else hours

    @cached_property
    def _parts(self) -> tuple[Condition, ...]:
        """Each part, with the point that names it."""
        must = [(name, partial(_part, name, asked)) for name, asked in self.components.items()]
        may = [(name, partial(_part_where_told, name, asked)) for name, asked in self.where_told.items()]
        return tuple((f"{_PART}{name}", test) for name, test in (*must, *may))

    def _measure(self, records: list[Held], case: Case) -> Measure:
        """Return the hours of the nearest course: one that fits, else the one with most hours.

        They are proved only where it counts on that day for certain.
        """
        need, nearest = self.hours_at_least or ZERO, None
        for held in records:
            record, hours = held.entry.record, case.hours(held.entry.record)
            standing = held.entry.standing
            if standing is False or record.program not in self.programs or not isinstance(hours, Decimal):
                continue
            this = Nearest(held.answer is True, held.answer is not False, hours, standing is True)
            nearest = this if nearest is None else max(nearest, this)
        if nearest is None:
            return Measure(ZERO, need, "hours", None)
        return Measure(nearest.hours if nearest.proved else ZERO, need, "hours", nearest.hours)

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks."""
        yield Choice("training", "program", self.programs)
        if self.hours_at_least is not None:
            yield Choice("training", HOURS, (self.hours_at_least,))
        for name, asked in [*self.components.items(), *self.where_told.items()]:
            yield Choice("training", f"components.{name}", (asked,), ("failed",))
        if self.completed_by is not None:
            yield Choice("training", EDGES, ((BEGINNING, self.completed_by),))

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        said = f"Completed: {speech.titles(self.programs)}"
        if self.hours_at_least is not None:
            said += f", with at least {counted(self.hours_at_least, 'hour')}"
        if self.components:
            said += f", with {joined([f'{speech.title(name)} {ended}' for name, ended in self.components.items()])}"
        if self.completed_by:
            said += f", on or before {self.completed_by}"
        return said + "."

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say why it is met."""
        measure = finding.measure
        hours = f" {in_words(measure.have)} of {counted(measure.need, 'hour')} count." if measure else ""
        return f"The course is completed.{hours}"

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say what is missing."""
        measure = finding.measure
        points = dict.fromkeys(aside.point for aside in finding.aside)
        said = "No course that counts is told as completed."
        failed = [point.removeprefix(_PART) for point in points if point.startswith(_PART)]
        if failed:
            said = f"The course is told, but this part of it was not passed: {speech.titles(failed, 'and')}."
        if measure is not None and measure.short and "hours" in points:
            said = f"{in_words(measure.have)} of {counted(measure.need, 'hour')} count."
        return Because(f"{said}{set_aside(finding.aside)} {self.what_counts(speech)}", self._step(speech))

    def _step(self, speech: Speech) -> str:
        if self.completed_by:
            return "This way is closed to courses that ended later. Look at the other ways to this credential."
        return f"Complete this course: {speech.titles(self.programs)}."

    def turning_days(self, case: Case) -> Iterator[date]:
        """Give the days on which later courses begin to count."""
        return case.later_days("training")

    def steps_to_meet(self, case: Case) -> Iterator[Step]:
        """Give one course that has it all."""
        yield Taking(self.programs, self.hours_at_least, tuple(self.components.items()), self.completed_by)

    def boundaries(self, case: Case) -> Iterator[Boundary]:
        """Give the hours, and the last day on which the course may have been completed."""
        mine = [entry for entry in case.ledger("training").entries if entry.record.program in self.programs]
        if self.hours_at_least is not None:
            told = [(case.hours(entry.record), (*place(entry), "hours")) for entry in mine]
            yield each("hours_at_least", self.hours_at_least, told, HALF)
        if self.completed_by is not None:
            yield last_days("completed_by", self.completed_by, mine)


def _part(name: str, asked: Result, record: Taken) -> Answer:
    told = record.components
    return Why.DECLINED if isinstance(told, str) else ended((told or {}).get(name), asked)


def _part_where_told(name: str, asked: Result, record: Taken) -> Answer:
    return ended_where_told(record, {name: asked})
