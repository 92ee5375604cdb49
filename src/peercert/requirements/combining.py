"""Combining findings: the least, the most, or the n-th largest of what came out."""

from collections.abc import Sequence
from typing import ClassVar

from pydantic import Field, SerializeAsAny

from peercert.case import Case
from peercert.finding import Finding
from peercert.logic import Outcome, Why, first_reason
from peercert.requirements.base import Requirement
from peercert.requirements.wording import Because, Speech


class Combinator(Requirement):
    """Holds other requirements and combines what comes out of them."""

    of: tuple[SerializeAsAny[Requirement], ...] = Field(min_length=1)
    """The requirements inside."""

    groups: ClassVar[bool] = True

    @property
    def children(self) -> tuple[Requirement, ...]:
        """The requirements inside."""
        return self.of

    def evaluate(self, case: Case) -> Finding:
        """Evaluate every requirement inside, none left out, and combine."""
        return combine(self.id, tuple([child.find(case) for child in self.of]), self.needed(len(self.of)))

    def find(self, case: Case) -> Finding:
        """Evaluate a case; what is inside is evaluated once for each meaning."""
        return self.evaluate(case)

    def needed(self, count: int) -> int:
        """Return how many of so many must be met."""
        raise NotImplementedError

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say how many are met."""
        return f"{_some(finding, Outcome.MET)} met."

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say how many are not met; the lines inside say more."""
        return Because(f"{_some(finding, Outcome.UNMET)} not met.", None)

    def unknown(self, finding: Finding, speech: Speech) -> Because:
        """Say how many are open."""
        return Because(f"{_count(finding, Outcome.UNKNOWN)} of {_applicable(finding)} cannot be settled yet.", None)


def combine(id_: str, children: tuple[Finding, ...], needed: int) -> Finding:
    """Combine findings: what comes out is the n-th largest outcome, n being how many are needed.

    Args:
        id_: The id of the combination.
        children: What came out inside; what is not applicable is left out.
        needed: How many must be met, when all are applicable.

    Returns:
        The combined finding; not applicable when nothing inside is.

    Source:
        Contract section 1.2.
    """
    outcomes = [one.outcome for one in children if one.outcome is not Outcome.NOT_APPLICABLE]
    outcomes.sort(reverse=True)
    if not outcomes:
        return Finding(id_, Outcome.NOT_APPLICABLE, children=children)
    outcome = outcomes[min(needed, len(outcomes)) - 1]
    why = _why(children) if outcome is Outcome.UNKNOWN else None
    return Finding(id_, outcome, why, children=children)


def _why(children: Sequence[Finding]) -> Why:
    return first_reason(one.why for one in children if one.why is not None)


def _count(finding: Finding, outcome: Outcome) -> int:
    return [one.outcome for one in finding.children].count(outcome)


def _some(finding: Finding, outcome: Outcome) -> str:
    """Say how many of those that apply came out so: "1 of 3 is", "2 of 3 are"."""
    count = _count(finding, outcome)
    return f"{count} of {_applicable(finding)} {'is' if count == 1 else 'are'}"


def _applicable(finding: Finding) -> int:
    return len(finding.children) - _count(finding, Outcome.NOT_APPLICABLE)
