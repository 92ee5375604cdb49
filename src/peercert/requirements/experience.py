"""Hours of work, paid or not."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from peercert.case import Case
from peercert.finding import Finding
from peercert.logic import Why
from peercert.requirements.base import Flag, Number
from peercert.requirements.boundary import Boundary, places, total_of
from peercert.requirements.choices import HOURS, Choice
from peercert.requirements.counting import ZERO, Held, held_within, one_of, total
from peercert.requirements.positions import Filtered
from peercert.requirements.steps import Hours, Step
from peercert.requirements.wording import Because, Speech, counted, hours_words, set_aside, short_step


class Experience(Filtered):
    """At least so many hours of work that fits, or any amount of it."""

    kind: Literal["experience"]
    at_least: Number | None = None
    """Clock hours."""

    any_amount: Flag = False
    """Some such work is enough; no amount is established."""

    @model_validator(mode="after")
    def _one_of_two(self) -> "Experience":
        if (self.at_least is None) is not self.any_amount:
            raise PydanticCustomError("missing-key", "Give either `at_least` or `any_amount: true`.")
        return self

    def evaluate(self, case: Case) -> Finding:
        """Add up the hours of the positions that fit."""
        if self.at_least is None:
            return self._any(case)
        hours = total(case, "experience", self.held(case), self.bounds(case))
        return hours.finding(self.id, self.at_least)

    def _any(self, case: Case) -> Finding:
        bounds = self.bounds(case)
        records = [_some(held_within(one, bounds), case) for one in self.held(case)]
        return one_of(self.id, case.ledger("experience"), records)

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks."""
        yield from super().choices(case)
        yield Choice("experience", HOURS, (self.at_least or Decimal(1),))

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        amount = "Some work" if self.at_least is None else f"At least {counted(self.at_least, 'hour')} of work"
        asked = self.asked_words(speech)
        return f"{amount}{': ' if asked else ''}{asked}."

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say why it is met."""
        return "Work that fits is told." if self.at_least is None else hours_words(finding)

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say what is short."""
        what = self.what_counts(speech)
        if self.at_least is None:
            return Because(
                f"No work that fits is told.{set_aside(finding.aside)} {what}", "Gain some of this experience."
            )
        return Because(f"{hours_words(finding)} {what}", short_step(finding, "of work that fits"))

    def steps_to_meet(self, case: Case) -> Iterator[Step]:
        """Give the hours that are missing; one hour, which stands for some, where no amount is known."""
        measure = self.find(case).measure
        if self.at_least is None:
            yield Hours("experience", Decimal(1), self.points, any_amount=True)
        elif measure is not None:
            yield Hours("experience", measure.short, self.points)

    def boundaries(self, case: Case) -> Iterator[Boundary]:
        """Give the hours, and what is asked of each position."""
        if self.at_least is not None:
            found = self.evaluate(case)
            have = found.measure.have if found.measure else None
            yield total_of("at_least", self.at_least, have, places(found.evidence, "hours"))
        yield from super().boundaries(case)


def _some(held: Held, case: Case) -> Held:
    """Leave out work of no hours at all; leave open what has hours that nobody tells."""
    hours = case.hours(held.entry.record)
    if held.answer is False:
        return held
    if hours == ZERO:
        return held._replace(answer=False, point="hours")
    return held._replace(answer=hours, point="hours") if isinstance(hours, Why) and held.answer is True else held
