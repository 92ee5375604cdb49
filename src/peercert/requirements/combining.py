"""Combining findings: the least, the most, or the n-th largest of what came out."""

from collections.abc import Sequence
from functools import cached_property
from typing import ClassVar

from pydantic import Field, SerializeAsAny

from peercert.alike import Facts
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

    @cached_property
    def _inside(self) -> tuple[tuple[Facts | None, str, Requirement], ...]:
        return tuple((child.facts, child.named, child) for child in self.of)

    def evaluate(self, case: Case) -> Finding:
        """Evaluate every requirement inside, none left out, and combine."""
        known = case.known
        found = [known[facts].findings.get(named) or child.find(case) for facts, named, child in self._inside]
        return combine(self.id, tuple(found), self.needed(len(found)))

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
    outcomes = [one.outcome for one in children]
    outcome = min(outcomes) if needed >= len(outcomes) else _nth_largest(outcomes, needed)
    why = _why(children) if outcome is Outcome.UNKNOWN else None
    return Finding(id_, outcome, why, children=children)


def _nth_largest(outcomes: Sequence[Outcome], needed: int) -> Outcome:
    applicable = sorted([one for one in outcomes if one is not Outcome.NOT_APPLICABLE], reverse=True)
    return applicable[min(needed, len(applicable)) - 1] if applicable else Outcome.NOT_APPLICABLE


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
