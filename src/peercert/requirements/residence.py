"""Living in a state on the day decided on."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Literal

from peercert.case import Case
from peercert.dates import Span
from peercert.finding import Finding
from peercert.logic import Answer, Why, all_true, outcome_of
from peercert.requirements.base import Requirement, Topic
from peercert.requirements.choices import ELSEWHERE, Choice
from peercert.requirements.counting import fits
from peercert.requirements.steps import DAY, Changed, Step
from peercert.requirements.wording import Because, Speech


class Residence(Requirement):
    """Lives in the state; from the first day told, where one is told."""

    kind: Literal["residence"]
    state: str
    """Two-letter postal code."""

    default_topic: ClassVar[Topic] = "residency"
    uses: ClassVar[tuple[str, ...]] = ("residence",)

    def evaluate(self, case: Case) -> Finding:
        """Judge where the candidate lives."""
        told = case.fact("residence")
        if isinstance(told, Why):
            return Finding(self.id, *outcome_of(told))
        answer = all_true((fits(told.state, (self.state,)), begun(told.since, case)))
        outcome, why = outcome_of(answer)
        return Finding(self.id, outcome, why, evidence=("residence",))

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks."""
        yield Choice("residence", "state", (self.state,), (ELSEWHERE,))

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        return f"Lives in {self.state}."

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say why it is met."""
        return f"Lives in {self.state}."

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say why it is not met."""
        return Because(
            f"Does not live in {self.state} on that day, by the profile.", f"Apply again when you live in {self.state}."
        )

    def turning_days(self, case: Case) -> Iterator[date]:
        """Give the day from which the candidate lives there."""
        told = case.fact("residence")
        if not isinstance(told, Why) and isinstance(told.since, Span):
            yield from told.since

    def steps_to_meet(self, case: Case) -> Iterator[Step]:
        """Give a home in the state."""
        yield Changed("residence", (("state", self.state), ("since", DAY)), large=True)


def begun(since: object, case: Case) -> Answer:
    """Say whether something has begun on the day decided on; what has no first day told has."""
    if not isinstance(since, Span):
        return True if since is None else Why.DECLINED
    if case.finished or since.last <= case.as_of:
        return True
    return False if since.first > case.as_of else Why.IMPRECISE
