"""Being employed where and under whom a rule asks, on the day decided on."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Literal

from peercert.case import Case
from peercert.dates import Span
from peercert.finding import Aside, Finding
from peercert.logic import Answer, Outcome, Why, all_true, outcome_of
from peercert.requirements.base import Requirement, Topic
from peercert.requirements.choices import Choice, labels
from peercert.requirements.counting import names
from peercert.requirements.residence import begun
from peercert.requirements.steps import DAY, Changed, Step
from peercert.requirements.wording import Because, Speech, keys, set_aside


class Employment(Requirement):
    """Employed in a known setting under a known kind of supervisor; a person must decide about any other."""

    kind: Literal["employment"]
    settings: tuple[str, ...] = ()
    """Settings that count, by their words in the catalogue; any where left out."""

    supervisors: tuple[str, ...] = ()
    """Supervisors that count; any where left out."""

    default_topic: ClassVar[Topic] = "employment"
    uses: ClassVar[tuple[str, ...]] = ("employment",)

    def evaluate(self, case: Case) -> Finding:
        """Judge the employment told."""
        told = case.fact("employment")
        if isinstance(told, Why):
            return Finding(self.id, *outcome_of(told))
        if told == "none":
            return Finding(self.id, Outcome.UNMET, evidence=("employment",))
        started = begun(told.since, case)
        answers: tuple[Answer, ...] = (
            started,
            names(told.setting, self.settings) if self.settings else True,
            names(told.supervisor, self.supervisors) if self.supervisors else True,
        )
        outcome, why = outcome_of(all_true(answers))
        aside = (Aside("employment", "after_as_of"),) if started is False else ()
        asked = zip(("since", "setting", "supervisor"), answers, strict=True)
        opened = tuple([Aside("employment", name) for name, answer in asked if answer is Why.NOT_PROVIDED])
        return Finding(self.id, outcome, why, evidence=("employment",), open=opened, aside=aside)

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks."""
        yield Choice("employment", "since", (case.as_of,))
        yield Choice("employment", "", (), ("none",))
        if self.settings:
            yield labels("employment", "setting", self.settings)
        if self.supervisors:
            yield labels("employment", "supervisor", self.supervisors)

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        where = f" in {speech.titles(self.settings)}" if self.settings else ""
        under = f", under {speech.titles(self.supervisors)}" if self.supervisors else ""
        return f"Employed{where}{under}."

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say why it is met."""
        return "Employed where and under whom the rule asks."

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say what is missing."""
        return Because(
            f"Not employed this way on that day.{set_aside(finding.aside)} {self.what_counts(speech)}",
            "Find such a job, and apply for the certificate then.",
        )

    def unknown(self, finding: Finding, speech: Speech) -> Because:
        """Say what would settle it."""
        said = super().unknown(finding, speech)
        if finding.why is Why.NOT_PROVIDED and finding.open:
            missing = keys(aside.point for aside in finding.open)
            return Because(f"The profile tells of a job, but not its {missing}.", f"Add {missing} under `employment`.")
        return said

    def turning_days(self, case: Case) -> Iterator[date]:
        """Give the day on which the job begins."""
        told = case.fact("employment")
        if not isinstance(told, Why) and told != "none" and isinstance(told.since, Span):
            yield from told.since

    def steps_to_meet(self, case: Case) -> Iterator[Step]:
        """Give a job that counts."""
        told = (("setting", self.settings), ("supervisor", self.supervisors))
        fields = tuple((key, words[0]) for key, words in told if words)
        yield Changed("employment", (*fields, ("since", DAY)), large=True)
