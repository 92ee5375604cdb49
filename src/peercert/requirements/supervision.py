"""Hours of documented supervision received."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Literal

from peercert.case import Case
from peercert.finding import Finding
from peercert.requirements.base import Number, Requirement, Topic
from peercert.requirements.boundary import Boundary, places, total_of
from peercert.requirements.choices import HOURS, Choice, edges
from peercert.requirements.counting import Window, tally
from peercert.requirements.steps import Hours, Step
from peercert.requirements.wording import Because, Speech, counted, hours_words, short_step


class Supervision(Requirement):
    """At least so many hours of supervision."""

    kind: Literal["supervision"]
    at_least: Number
    """Clock hours."""

    window: Window | None = None
    default_topic: ClassVar[Topic] = "supervision"
    uses: ClassVar[tuple[str, ...]] = ("supervision",)

    def evaluate(self, case: Case) -> Finding:
        """Add up the hours."""
        window = self.window.bounds(case) if self.window else None
        return tally(case, "supervision", (), window).finding(self.id, self.at_least)

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks."""
        yield Choice("supervision", HOURS, (self.at_least,))
        yield from edges("supervision", self.window.bounds(case) if self.window else None)

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        when = f", {self.window.describe()}" if self.window else ""
        return f"At least {counted(self.at_least, 'hour')} of documented supervision{when}."

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say why it is met."""
        return hours_words(finding)

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say what is short."""
        return Because(hours_words(finding), short_step(finding, "of documented supervision"))

    def turning_days(self, case: Case) -> Iterator[date]:
        """Give the days on which later records begin to count."""
        return case.later_days("supervision")

    def steps_to_meet(self, case: Case) -> Iterator[Step]:
        """Give the hours that are missing."""
        measure = self.find(case).measure
        if measure is not None:
            yield Hours("supervision", measure.short)

    def ending_days(self, case: Case) -> Iterator[date]:
        """Give the days on which records fall out of the window."""
        if self.window is not None:
            yield from self.window.ending_days(case.ledger("supervision").entries)

    def boundaries(self, case: Case) -> Iterator[Boundary]:
        """Give the hours, and the days between which they must lie."""
        found = self.evaluate(case)
        have = found.measure.have if found.measure else None
        yield total_of("at_least", self.at_least, have, places(found.evidence, "hours"))
        if self.window is not None:
            yield from self.window.boundaries(case, case.ledger("supervision").entries)
