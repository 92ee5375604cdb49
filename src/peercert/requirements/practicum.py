"""Hours of practical experience within a programme."""

from collections.abc import Iterator
from typing import Literal

from peercert.case import Case
from peercert.finding import Finding
from peercert.requirements.base import Number
from peercert.requirements.boundary import Boundary, places, total_of
from peercert.requirements.choices import HOURS, Choice
from peercert.requirements.counting import tally
from peercert.requirements.placements import Placement
from peercert.requirements.steps import Hours, Step
from peercert.requirements.wording import Because, Speech, counted, hours_words, short_step


class Practicum(Placement):
    """At least so many hours of practical experience."""

    kind: Literal["practicum"]
    at_least: Number
    """Contact hours."""

    def evaluate(self, case: Case) -> Finding:
        """Add up the hours."""
        return tally(case, "practicum", self.asked).finding(self.id, self.at_least)

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks."""
        yield from super().choices(case)
        yield Choice("practicum", HOURS, (self.at_least,))

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        return f"At least {counted(self.at_least, 'hour')} of {self.asked_words(speech)}."

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say why it is met."""
        return hours_words(finding)

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say what is short."""
        return Because(hours_words(finding), short_step(finding, f"of {self.asked_words(speech)}"))

    def steps_to_meet(self, case: Case) -> Iterator[Step]:
        """Give the hours that are missing."""
        measure = self.find(case).measure
        if measure is not None:
            yield Hours("practicum", measure.short, self.points)

    def boundaries(self, case: Case) -> Iterator[Boundary]:
        """Give the hours."""
        found = self.evaluate(case)
        have = found.measure.have if found.measure else None
        yield total_of("at_least", self.at_least, have, places(found.evidence, "hours"))
