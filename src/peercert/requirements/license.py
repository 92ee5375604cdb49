"""Holding a licence on the day decided on."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Literal

from peercert.case import Case
from peercert.dates import Span, day_after
from peercert.finding import Finding
from peercert.logic import Answer, Why, all_true, any_true, outcome_of
from peercert.requirements.base import Requirement, Topic, WordList
from peercert.requirements.choices import ONE_DAY, Choice
from peercert.requirements.counting import fits
from peercert.requirements.residence import begun
from peercert.requirements.steps import Gained, Step
from peercert.requirements.wording import Because, Speech


class License(Requirement):
    """Holds one of some licences: through its last day, where one is told."""

    kind: Literal["license"]
    licenses: WordList
    default_topic: ClassVar[Topic] = "license"
    uses: ClassVar[tuple[str, ...]] = ("licenses",)

    def evaluate(self, case: Case) -> Finding:
        """Look for the licence, held on the day decided on."""
        ledger = case.ledger("licenses")
        if ledger.told is not True:
            return Finding(self.id, *outcome_of(ledger.told))
        answers = [
            all_true(
                (
                    entry.standing,
                    fits(entry.record.id, self.licenses),
                    begun(entry.record.issued, case),
                    _lasts(entry.record.expires, case),
                )
            )
            for entry in ledger.entries
        ]
        outcome, why = outcome_of(any_true([*answers, *([] if ledger.complete else [Why.NOT_PROVIDED])]))
        evidence = tuple(
            entry.address for entry, answer in zip(ledger.entries, answers, strict=True) if answer is not False
        )
        return Finding(self.id, outcome, why, evidence=evidence)

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks."""
        yield Choice("licenses", "id", self.licenses)
        yield Choice("licenses", "expires", (case.as_of,), (case.as_of - ONE_DAY,))

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        return f"Holds one of these licences: {speech.titles(self.licenses)}."

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say why it is met."""
        return "Holds such a licence on that day."

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say what is missing."""
        return Because("No such licence is held on that day.", f"Gain or renew one of: {speech.titles(self.licenses)}.")

    def turning_days(self, case: Case) -> Iterator[date]:
        """Give the days on which a licence that is issued later is held."""
        for entry in case.ledger("licenses").entries:
            if isinstance(entry.record.issued, Span):
                yield from entry.record.issued

    def steps_to_meet(self, case: Case) -> Iterator[Step]:
        """Give the first of the licences."""
        yield Gained("licenses", (("id", self.licenses[0]),), "issued", until="expires")

    def ending_days(self, case: Case) -> Iterator[date]:
        """Give the days after the last ones on which a licence is held."""
        for entry in case.ledger("licenses").entries:
            if isinstance(entry.record.expires, Span):
                yield from map(day_after, entry.record.expires)


def _lasts(expires: object, case: Case) -> Answer:
    if not isinstance(expires, Span):
        return Why.NOT_PROVIDED if expires is None else Why.DECLINED
    if case.as_of <= expires.first:
        return True
    return False if expires.last < case.as_of else Why.IMPRECISE
