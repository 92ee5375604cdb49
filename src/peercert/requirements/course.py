"""One completed course of a recognised programme."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import ClassVar, Literal, NamedTuple

from peercert.candidate.profile import Training as Taken
from peercert.case import Case
from peercert.dates import BEGINNING
from peercert.finding import Aside, Finding, Measure
from peercert.logic import Answer, Why, all_true, any_true, outcome_of
from peercert.requirements.base import Date, Number, Requirement, Topic, WordList
from peercert.requirements.counting import ZERO, Condition, Held, among, held_within, hold
from peercert.requirements.wording import Because, Speech, counted, in_words, joined, keys, set_aside

Result = Literal["completed", "passed"]


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
        if ledger.told is not True:
            return Finding(self.id, *outcome_of(ledger.told))
        window = (BEGINNING, self.completed_by) if self.completed_by else None
        answers: list[Answer] = [] if ledger.complete else [Why.NOT_PROVIDED]
        evidence, unsure, aside = [], [], []
        most: Nearest | None = None
        for entry in ledger.entries:
            held = held_within(hold(entry, self._asked(case)), window)
            answer, point = held.answer, held.point
            answers.append(answer)
            if self.hours_at_least is not None:
                most = self._nearer(most, held, case)
            if answer is False:
                aside.append(Aside(entry.address, point))
                continue
            evidence.append(entry.address)
            if answer is not True:
                unsure.append(Aside(entry.address, point))
        outcome, why = outcome_of(any_true(answers))
        return Finding(self.id, outcome, why, self._measure(most), tuple(evidence), tuple(unsure), tuple(aside))

    @cached_property
    def _program(self) -> Condition:
        return "program", among("program", self.programs)

    def _asked(self, case: Case) -> tuple[Condition, ...]:
        found = [self._program]
        if self.hours_at_least is not None:
            found.append(("hours", lambda record: self._hours(case.hours(record))))
        if self.components or self.where_told:
            found.append(("components", self._components))
        return tuple(found)

    def _hours(self, hours: Decimal | Why) -> Answer:
        return self.hours_at_least is None or hours >= self.hours_at_least if isinstance(hours, Decimal) else hours

    def _components(self, record: Taken) -> Answer:
        told = record.components or {}
        if isinstance(told, str):
            return Why.DECLINED if self.components else True
        return all_true(
            [
                *(_ended(told.get(name), asked) for name, asked in self.components.items()),
                *(_ended(told[name], asked) for name, asked in self.where_told.items() if name in told),
            ]
        )

    def _nearer(self, most: Nearest | None, held: Held, case: Case) -> Nearest | None:
        """Keep the course of the programme that comes nearest: one that fits, else the one with most hours."""
        record, hours = held.entry.record, case.hours(held.entry.record)
        if held.entry.standing is False or record.program not in self.programs or not isinstance(hours, Decimal):
            return most
        this = Nearest(held.answer is True, held.answer is not False, hours, held.entry.standing is True)
        return this if most is None or this > most else most

    def _measure(self, most: Nearest | None) -> Measure | None:
        """Return the hours of the nearest course; they are proved only where it counts on that day for certain."""
        if self.hours_at_least is None:
            return None
        if most is None:
            return Measure(ZERO, self.hours_at_least, "hours", None)
        return Measure(most.hours if most.proved else ZERO, self.hours_at_least, "hours", most.hours)

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
        points = {aside.point for aside in finding.aside}
        said = "No course that counts is told as completed."
        if "components" in points:
            said = (
                f"The course is told, but not each part of it was passed: {keys(self.components or self.where_told)}."
            )
        if measure is not None and measure.short and "hours" in points:
            said = f"{in_words(measure.have)} of {counted(measure.need, 'hour')} count."
        return Because(f"{said}{set_aside(finding.aside)} What counts: {self.describe(speech)}", self._step(speech))

    def _step(self, speech: Speech) -> str:
        if self.completed_by:
            return "This way is closed to courses that ended later. Look at the other ways to this credential."
        return f"Complete this course: {speech.titles(self.programs)}."

    def turning_days(self, case: Case) -> Iterator[date]:
        """Give the days on which later courses begin to count."""
        return case.later_days("training")


def _ended(told: str | None, asked: Result) -> Answer:
    if told is None or told == "pending":
        return Why.NOT_PROVIDED
    if told == "declined":
        return Why.DECLINED
    if told == "completed" and asked == "passed":
        return Why.NOT_PROVIDED
    return told != "failed"
