"""That any edition of a credential's rules is in force; stands alone where none is."""

from typing import ClassVar, Literal

from peercert.case import Case
from peercert.finding import Finding
from peercert.logic import Outcome, Why
from peercert.requirements.base import Date, Requirement, Topic
from peercert.requirements.wording import Because, Speech, joined


class Edition(Requirement):
    """Never met: it is what is left to say on a day on which no edition is in force."""

    kind: Literal["edition"] = "edition"
    stretches: tuple[tuple[Date | None, Date | None], ...]
    """First and last day of each edition that is known."""

    default_topic: ClassVar[Topic] = "timing"

    def evaluate(self, case: Case) -> Finding:
        """Leave it open."""
        return Finding(self.id, Outcome.UNKNOWN, Why.NO_EDITION, detail=(case.as_of,))

    def describe(self, speech: Speech) -> str:
        """Say when rules are known to be in force."""
        known = [
            f"from {first or 'the beginning'} to {last}" if last else f"from {first or 'the beginning'} on"
            for first, last in self.stretches
        ]
        return f"Rules are known {joined(known)}."

    def unknown(self, finding: Finding, speech: Speech) -> Because:
        """Say that no rules are known for the day."""
        return Because(
            f"No rules are known to be in force on {finding.detail[0]}. {self.describe(speech)}",
            f"Ask {speech.issuer}.",
        )
