"""Working in a state for a share of one's working time."""

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar, Literal

from peercert.case import Case
from peercert.finding import Finding, Measure
from peercert.logic import Answer, Why, all_true, outcome_of
from peercert.requirements.base import Number, Requirement, Topic
from peercert.requirements.boundary import HUNDREDTH, Boundary, each
from peercert.requirements.choices import ELSEWHERE, SMALL, Choice
from peercert.requirements.counting import fits
from peercert.requirements.steps import Changed, Step
from peercert.requirements.wording import Because, Speech, in_words


class Workplace(Requirement):
    """Works in the state for at least a share of the working time."""

    kind: Literal["workplace"]
    state: str
    """Two-letter postal code."""

    share_at_least: Number
    """From 0 to 1."""

    default_topic: ClassVar[Topic] = "residency"
    uses: ClassVar[tuple[str, ...]] = ("work",)

    def evaluate(self, case: Case) -> Finding:
        """Judge where the candidate works, and how much."""
        told = case.fact("work")
        if isinstance(told, Why):
            return Finding(self.id, *outcome_of(told))
        here = fits(told.state, (self.state,))
        outcome, why = outcome_of(all_true((here, self._enough(told.share))))
        counts = here is True and isinstance(told.share, Decimal)
        measure = Measure(told.share, self.share_at_least, "share", told.share) if counts else None
        return Finding(self.id, outcome, why, measure, ("work",))

    def _enough(self, share: object) -> Answer:
        if isinstance(share, Decimal):
            return share >= self.share_at_least
        return Why.NOT_PROVIDED if share is None else Why.DECLINED

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks."""
        yield Choice("work", "state", (self.state,), (ELSEWHERE,))
        yield Choice("work", "share", (self.share_at_least,), (max(self.share_at_least - SMALL, Decimal()),))

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        return f"Works in {self.state} for at least {in_words(self.share_at_least * 100)} percent of the time."

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say why it is met."""
        return f"Works in {self.state} for enough of the time."

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say why it is not met."""
        return Because(
            f"By the profile, less than {in_words(self.share_at_least * 100)} percent of the working time is spent in "
            f"{self.state}.",
            f"Living in {self.state}, or more work there, would settle it.",
        )

    def steps_to_meet(self, case: Case) -> Iterator[Step]:
        """Give enough work in the state."""
        yield Changed("work", (("state", self.state), ("share", self.share_at_least)), large=True)

    def boundaries(self, case: Case) -> Iterator[Boundary]:
        """Give the share."""
        told = case.fact("work")
        here = [] if isinstance(told, Why) or told.state != self.state else [(told.share, ("work", "share"))]
        yield each("share_at_least", self.share_at_least, here, HUNDREDTH)
