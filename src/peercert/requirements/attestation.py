"""Something that the candidate states or signs."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Literal

from peercert.case import Case
from peercert.dates import Span
from peercert.finding import Aside, Finding
from peercert.logic import Outcome, Why
from peercert.requirements.base import Requirement, Topic
from peercert.requirements.choices import Choice
from peercert.requirements.steps import DAY, Changed, Step
from peercert.requirements.wording import Because, Speech

Name = Literal["disclosure", "code_of_ethics", "literacy", "leadership"]

_TOPICS: dict[str, Topic] = {
    "disclosure": "disclosure",
    "code_of_ethics": "ethics_code",
    "literacy": "literacy",
    "leadership": "leadership",
}
_ASKED = {
    "disclosure": "Willing to share your own lived experience.",
    "code_of_ethics": "Accepts and signs the code of ethics.",
    "literacy": "Reads and writes well enough for the work.",
    "leadership": "Shows leadership, speaks up for others, and is dedicated to recovery.",
}
_STEP = {
    "disclosure": "If you become willing to share it, say so in writing.",
    "code_of_ethics": "Read the code of ethics. If you agree with it, sign it.",
    "literacy": "A reading and writing class may help.",
    "leadership": "Collect examples of how you lead and speak up for others.",
}


class Attestation(Requirement):
    """A statement by the candidate: yes, or the day on which it was signed."""

    kind: Literal["attestation"]
    name: Name
    uses: ClassVar[tuple[str, ...]] = ("attestations",)

    @property
    def about(self) -> Topic:
        """The topic of the statement."""
        return self.topic or _TOPICS[self.name]

    def looks_at(self) -> tuple[str, ...]:
        """Return the one statement that it looks at."""
        return (f"attestations.{self.name}",)

    def evaluate(self, case: Case) -> Finding:
        """Judge the statement; one that is dated later does not count yet."""
        where = (f"attestations.{self.name}",)
        told = case.fact("attestations")
        if isinstance(told, Why):
            return Finding(self.id, Outcome.UNKNOWN, told)
        value = getattr(told, self.name)
        if value is None:
            return Finding(self.id, Outcome.UNKNOWN, Why.NOT_PROVIDED)
        if isinstance(value, Span):
            return self._signed(value, case, where)
        if value == "declined":
            return Finding(self.id, Outcome.UNKNOWN, Why.DECLINED, evidence=where)
        return Finding(self.id, Outcome.MET if value else Outcome.UNMET, evidence=where)

    def _signed(self, span: Span, case: Case, where: tuple[str, ...]) -> Finding:
        if case.finished or span.last <= case.as_of:
            return Finding(self.id, Outcome.MET, evidence=where)
        aside = (Aside(where[0], "after_as_of"),)
        if span.first > case.as_of:
            return Finding(self.id, Outcome.UNMET, aside=aside)
        return Finding(self.id, Outcome.UNKNOWN, Why.IMPRECISE, evidence=where, open=aside)

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks."""
        yield Choice(f"attestations.{self.name}", "", (True,), (False,))

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        return _ASKED[self.name]

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say why it is met."""
        return "Stated in the profile."

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say why it is not met."""
        if finding.aside:
            return Because("It is dated after the day decided on, so it does not count yet.", "Wait for that day.")
        return Because("The profile says no to this.", _STEP[self.name])

    def unknown(self, finding: Finding, speech: Speech) -> Because:
        """Say what would settle it."""
        said = super().unknown(finding, speech)
        step = f"dd `{self.name}` under `attestations` in the profile."
        if finding.why is Why.NOT_PROVIDED:
            return Because(said.text, f"A{step}")
        if finding.why is Why.DECLINED:
            return Because(said.text, f"If you decide to tell it, a{step}")
        return said

    def turning_days(self, case: Case) -> Iterator[date]:
        """Give the day on which it will be signed."""
        told = case.fact("attestations")
        value = None if isinstance(told, Why) else getattr(told, self.name)
        if isinstance(value, Span) and value.last > case.as_of:
            yield from value

    def steps_to_meet(self, case: Case) -> Iterator[Step]:
        """Give the signature."""
        yield Changed(f"attestations.{self.name}", DAY)
