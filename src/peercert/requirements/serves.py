"""Whom the candidate means to serve, where a rule limits it."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from peercert.case import Case
from peercert.finding import Finding
from peercert.logic import Outcome, Why, outcome_of
from peercert.requirements.base import Requirement, Topic, WordList
from peercert.requirements.choices import Choice
from peercert.requirements.steps import Changed, Step
from peercert.requirements.wording import Because, Speech


class Serves(Requirement):
    """Means to serve exactly these people and no others."""

    kind: Literal["serves"]
    exactly: WordList
    default_topic: ClassVar[Topic] = "education"
    uses: ClassVar[tuple[str, ...]] = ("serves",)

    def evaluate(self, case: Case) -> Finding:
        """Compare whom the candidate means to serve."""
        told = case.fact("serves")
        if isinstance(told, Why):
            return Finding(self.id, *outcome_of(told))
        met = set(told) == set(self.exactly)
        return Finding(self.id, Outcome.MET if met else Outcome.UNMET, evidence=("serves",), detail=(len(told),))

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks."""
        yield Choice("serves", "", (self.exactly,), ((),))

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        return f"Means to serve only: {speech.titles(self.exactly, 'and')}."

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say why it is met."""
        return f"Means to serve only: {speech.titles(self.exactly, 'and')}."

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say why it is not met."""
        return Because(
            f"The profile names {'other people' if finding.detail[0] else 'nobody'} to serve.",
            f"This way is only for those who serve: {speech.titles(self.exactly, 'and')}.",
        )

    def steps_to_meet(self, case: Case) -> Iterator[Step]:
        """Give the choice to serve only them."""
        yield Changed("serves", self.exactly)
