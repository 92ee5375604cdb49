"""Applying within a stretch of days."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Literal

from peercert.case import Case
from peercert.dates import day_after
from peercert.finding import Finding
from peercert.logic import Outcome
from peercert.requirements.base import Date, Requirement, Topic
from peercert.requirements.boundary import DAY, Boundary, Spot
from peercert.requirements.choices import ONE_DAY, Choice
from peercert.requirements.wording import Because, Speech


class Application(Requirement):
    """The day of application lies between a first and a last day, both included."""

    kind: Literal["application"]
    on_or_after: Date | None = None
    on_or_before: Date | None = None
    default_topic: ClassVar[Topic] = "timing"
    uses: ClassVar[tuple[str, ...]] = ("application_date",)

    def evaluate(self, case: Case) -> Finding:
        """Judge the day of application; where none is told it is the day decided on."""
        day = case.application
        early = self.on_or_after is not None and day < self.on_or_after
        late = self.on_or_before is not None and day > self.on_or_before
        return Finding(self.id, Outcome.UNMET if early or late else Outcome.MET, detail=(day,))

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks."""
        if self.on_or_after is not None:
            yield Choice("application_date", "", (self.on_or_after,), (self.on_or_after - ONE_DAY,))
        if self.on_or_before is not None:
            yield Choice("application_date", "", (self.on_or_before,), (self.on_or_before + ONE_DAY,))

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        parts = [
            f"on or after {self.on_or_after}" if self.on_or_after else "",
            f"on or before {self.on_or_before}" if self.on_or_before else "",
        ]
        return f"Apply {' and '.join(part for part in parts if part)}."

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say why it is met."""
        return f"The day of application, {finding.detail[0]}, is in time. {self.describe(speech)}"

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say why it is not met."""
        return Because(
            f"The day of application is {finding.detail[0]}. {self.describe(speech)}",
            "Look at the other ways to this credential.",
        )

    def turning_days(self, case: Case) -> Iterator[date]:
        """Give the day on which applying opens, for someone who has not applied."""
        if self.on_or_after is not None and case.candidate.application_date is None:
            yield self.on_or_after

    def ending_days(self, case: Case) -> Iterator[date]:
        """Give the day after the last one on which applying is open, for someone who has not applied."""
        if self.on_or_before is not None and case.candidate.application_date is None:
            yield day_after(self.on_or_before)

    def boundaries(self, case: Case) -> Iterator[Boundary]:
        """Give the first and the last day."""
        spots = (Spot(case.application, ("application_date",)),)
        if self.on_or_after is not None:
            yield Boundary("on_or_after", self.on_or_after, -DAY, spots)
        if self.on_or_before is not None:
            yield Boundary("on_or_before", self.on_or_before, DAY, spots)
