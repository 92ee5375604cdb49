"""Nothing is asked: how a reading is written under which a requirement does not exist."""

from typing import Literal

from peercert.case import Case
from peercert.finding import Finding
from peercert.logic import Outcome
from peercert.requirements.base import Requirement
from peercert.requirements.wording import Speech


class NotAsked(Requirement):
    """Always met."""

    kind: Literal["not_asked"]

    def evaluate(self, case: Case) -> Finding:
        """Find it met."""
        return Finding(self.id, Outcome.MET)

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        return "Nothing is asked."

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say why it is met."""
        return "By this reading nothing is asked."
