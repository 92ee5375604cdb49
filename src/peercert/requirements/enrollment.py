"""Being in school on the day decided on."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from peercert.candidate.profile import School
from peercert.case import Case
from peercert.dates import Span, day_after
from peercert.finding import Finding
from peercert.logic import Answer, Why, all_true, outcome_of
from peercert.requirements.base import Requirement, Topic, WordList
from peercert.requirements.choices import Choice, words
from peercert.requirements.counting import fits
from peercert.requirements.steps import Changed, Step
from peercert.requirements.wording import Because, Speech


class Enrollment(Requirement):
    """Enrolled in an accepted kind of school; the last day of it counts."""

    kind: Literal["enrollment"]
    in_: WordList = Field(alias="in")
    """Kinds of school that count."""

    needs_human: tuple[str, ...] = ()
    """Kinds of school about which a person must decide."""

    default_topic: ClassVar[Topic] = "education"
    uses: ClassVar[tuple[str, ...]] = ("enrollment",)

    def evaluate(self, case: Case) -> Finding:
        """Judge where the candidate is enrolled, and until when."""
        told = case.fact("enrollment")
        if isinstance(told, Why):
            return Finding(self.id, *outcome_of(told))
        answer = Why.NEEDS_HUMAN if told.in_ in self.needs_human else fits(told.in_, self.in_)
        outcome, why = outcome_of(all_true((answer, self._still(told.until, case))))
        return Finding(self.id, outcome, why, evidence=("enrollment",))

    @staticmethod
    def _still(until: object, case: Case) -> Answer:
        if not isinstance(until, Span):
            return True if until is None else Why.DECLINED
        if until.first >= case.as_of:
            return True
        return False if until.last < case.as_of else Why.IMPRECISE

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks."""
        yield words("enrollment", "in", self.in_, School, self.needs_human)

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        return f"In school now: {speech.titles(self.in_)}."

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say why it is met."""
        return "In school on that day."

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say why it is not met."""
        return Because(
            "Not in such a school on that day.", f"Being enrolled in one of these would do: {speech.titles(self.in_)}."
        )

    def steps_to_meet(self, case: Case) -> Iterator[Step]:
        """Give the first kind of school that counts."""
        yield Changed("enrollment", (("in", self.in_[0]),), large=True)

    def ending_days(self, case: Case) -> Iterator[date]:
        """Give the day after the last one at school."""
        told = case.fact("enrollment")
        if not isinstance(told, Why) and isinstance(told.until, Span):
            yield from map(day_after, told.until)
