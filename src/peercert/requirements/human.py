"""What a rule cannot say, or what is not known of it: a person must decide."""

from typing import Literal

from peercert.case import Case
from peercert.finding import Finding
from peercert.logic import Outcome, Why
from peercert.requirements.base import Requirement
from peercert.requirements.wording import Because, Speech


class Human(Requirement):
    """Never decided here."""

    kind: Literal["human"]
    question: str
    """What the person has to decide, as a question."""

    reason: Literal["needs_human", "incomplete_rules"] = "needs_human"
    """Whether the point needs a person's eye, or only a part of the rules is known."""

    def evaluate(self, case: Case) -> Finding:
        """Leave it open."""
        return Finding(self.id, Outcome.UNKNOWN, Why(self.reason))

    def describe(self, speech: Speech) -> str:
        """Say what a person decides."""
        return self.question

    def unknown(self, finding: Finding, speech: Speech) -> Because:
        """Say who decides."""
        return Because(f"A person has to decide this: {self.question}", self.remedy or f"Ask {speech.issuer}.")
