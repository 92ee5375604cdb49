"""References by other people."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from peercert.case import Case
from peercert.finding import Aside, Finding, Measure
from peercert.logic import Outcome, Why, outcome_of
from peercert.requirements.base import Requirement, Topic, Whole
from peercert.requirements.boundary import WHOLE, Boundary, total_of
from peercert.requirements.choices import Choice
from peercert.requirements.counting import Maybe, decide
from peercert.requirements.steps import Referred, Step
from peercert.requirements.wording import Because, Speech, counted, in_words, set_aside


class References(Requirement):
    """At least so many references."""

    kind: Literal["references"]
    at_least: Whole
    default_topic: ClassVar[Topic] = "references"
    uses: ClassVar[tuple[str, ...]] = ("references",)

    def evaluate(self, case: Case) -> Finding:
        """Count them; one that is dated later does not count yet."""
        told = case.fact("references")
        if isinstance(told, Why):
            return Finding(self.id, *outcome_of(told))
        if isinstance(told, int):
            return self._found(told)
        ledger = case.ledger("references")
        maybe = [Maybe(one.standing, Decimal(1)) for one in ledger.entries if isinstance(one.standing, Why)]
        if ledger.beyond is not None:
            maybe.append(Maybe(ledger.beyond, None))
        aside = tuple(Aside(one.address, one.left_out or "") for one in ledger.entries if one.standing is False)
        opened = tuple(
            Aside(one.address, one.left_out or "") for one in ledger.entries if isinstance(one.standing, Why)
        )
        return self._found(sum(one.standing is True for one in ledger.entries), maybe, opened, aside)

    def _found(
        self, have: int, maybe: Sequence[Maybe] = (), opened: tuple[Aside, ...] = (), aside: tuple[Aside, ...] = ()
    ) -> Finding:
        proved, need = Decimal(have), Decimal(self.at_least)
        outcome, why = (Outcome.MET, None) if proved >= need else decide(proved, maybe, need)
        limits = [one.hours for one in maybe]
        up_to = None if None in limits else proved + len(limits)
        measure = Measure(proved, need, "references", up_to)
        return Finding(self.id, outcome, why, measure, ("references",), opened, aside)

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks."""
        yield Choice("references", "", (self.at_least,), (self.at_least - 1,) if self.at_least else ())

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        return f"At least {counted(self.at_least, 'reference')}."

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say why it is met."""
        return self._count(finding)

    def _count(self, finding: Finding) -> str:
        have = in_words(finding.measure.have) if finding.measure else "0"
        return f"{have} of {counted(self.at_least, 'reference')}.{set_aside(finding.aside)}"

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say how many are missing."""
        short = finding.measure.short if finding.measure else Decimal(self.at_least)
        return Because(self._count(finding), f"Ask for {counted(short, 'more reference')}.")

    def turning_days(self, case: Case) -> Iterator[date]:
        """Give the days on which later references begin to count."""
        if isinstance(case.fact("references"), tuple):
            yield from case.later_days("references")

    def steps_to_meet(self, case: Case) -> Iterator[Step]:
        """Give the references that are missing."""
        measure = self.find(case).measure
        if measure is not None:
            yield Referred(int(measure.short))

    def boundaries(self, case: Case) -> Iterator[Boundary]:
        """Give how many."""
        measure = self.evaluate(case).measure
        paths = [("references",)] if isinstance(case.fact("references"), int) else []
        yield total_of("at_least", Decimal(self.at_least), measure.have if measure else None, paths, WHOLE)
