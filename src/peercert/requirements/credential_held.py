"""Holding a credential on the day decided on."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Literal

from peercert.candidate.profile import HeldCredential
from peercert.case import Case, Entry
from peercert.dates import END, Span, add_years, day_after
from peercert.finding import Aside, Finding
from peercert.logic import Answer, Why, all_true, any_true, outcome_of
from peercert.requirements.base import Requirement, RulesModel, Some, Topic
from peercert.requirements.boundary import DAY, Boundary, Spot, place
from peercert.requirements.choices import ONE_DAY, Choice
from peercert.requirements.counting import fits
from peercert.requirements.steps import Gained, Step
from peercert.requirements.wording import Because, Speech


class Validity(RulesModel):
    """How long a credential is held from the day it was issued."""

    years: Some
    """Calendar years; the last day is the same day so many years later, included."""


class CredentialHeld(Requirement):
    """Holds a credential: from the day it was issued to its last day, both included."""

    kind: Literal["credential_held"]
    credential: str
    valid_for: Validity | None = None
    """How long it is held where no last day is told."""

    default_topic: ClassVar[Topic] = "credential"
    uses: ClassVar[tuple[str, ...]] = ("credentials",)

    def evaluate(self, case: Case) -> Finding:
        """Look for the credential, held on the day decided on."""
        ledger = case.ledger("credentials")
        if ledger.told is not True:
            return Finding(self.id, *outcome_of(ledger.told))
        answers: list[Answer] = [] if ledger.complete else [Why.NOT_PROVIDED]
        evidence, opened, aside = [], [], []
        for entry in ledger.entries:
            answer = all_true((entry.standing, self._named(entry.record), self._held(entry.record, case)))
            answers.append(answer)
            if answer is False:
                aside.append(Aside(entry.address, "id" if self._named(entry.record) is False else "expires"))
                continue
            evidence.append(entry.address)
            if answer is not True:
                opened.append(Aside(entry.address, entry.left_out or _doubt(entry.record)))
        outcome, why = outcome_of(any_true(answers))
        return Finding(self.id, outcome, why, None, tuple(evidence), tuple(opened), tuple(aside))

    def _named(self, record: HeldCredential) -> Answer:
        told = record.id and record.id.casefold()
        return fits(told, (self.credential.casefold(),))

    def _held(self, record: HeldCredential, case: Case) -> Answer:
        issued, expires = record.issued, record.expires
        if isinstance(issued, Span) and issued.first > case.as_of and not case.finished:
            return False
        if not isinstance(expires, Span):
            if not isinstance(issued, Span):
                return Why.DECLINED if "declined" in (issued, expires) else Why.NOT_PROVIDED
            if expires is not None:
                return Why.DECLINED
            expires = self._last_day(issued)
        begun = not isinstance(issued, Span) or issued.last <= case.as_of or case.finished
        if begun and case.as_of <= expires.first:
            return True
        if expires.last < case.as_of:
            return False
        return Why.IMPRECISE

    def _last_day(self, issued: Span) -> Span:
        if self.valid_for is None:
            return Span(END, END)
        return Span(add_years(issued.first, self.valid_for.years), add_years(issued.last, self.valid_for.years))

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks."""
        yield Choice("credentials", "id", (self.credential,))
        if self.valid_for is None:
            yield Choice("credentials", "expires", (case.as_of,), (case.as_of - ONE_DAY,))
        else:
            first = add_years(case.as_of, -self.valid_for.years)
            yield Choice("credentials", "issued", (first,), (first - ONE_DAY,))

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        return f"Holds {self.credential} on that day."

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say why it is met."""
        return f"Holds {self.credential} on that day."

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say what is missing."""
        ran_out = any(aside.point == "expires" for aside in finding.aside)
        said = (
            f"{self.credential} is told, but it is not held on that day."
            if ran_out
            else f"{self.credential} is not held."
        )
        return Because(said, f"Renew or gain {self.credential} first.")

    def turning_days(self, case: Case) -> Iterator[date]:
        """Give the days on which a credential that is issued later is held."""
        for entry in case.ledger("credentials").entries:
            if isinstance(entry.record.issued, Span):
                yield from entry.record.issued

    def steps_to_meet(self, case: Case) -> Iterator[Step]:
        """Give the credential, which may have been held before."""
        before = any(self._named(entry.record) is True for entry in case.ledger("credentials").entries)
        yield Gained("credentials", (("id", self.credential),), "issued", again=before)

    def ending_days(self, case: Case) -> Iterator[date]:
        """Give the days after the last ones on which a credential is held."""
        for entry in case.ledger("credentials").entries:
            issued, expires = entry.record.issued, entry.record.expires
            if not isinstance(expires, Span) and isinstance(issued, Span):
                expires = self._last_day(issued)
            if isinstance(expires, Span):
                yield from map(day_after, expires)

    def boundaries(self, case: Case) -> Iterator[Boundary]:
        """Give the first day of issue from which it is still held, where no last day is told."""
        if self.valid_for is None:
            return
        spots = tuple(
            Spot(entry.first.first, (*place(entry), "issued"))
            for entry in map(_issued, case.ledger("credentials").entries)
            if entry is not None and self._named(entry.record) is True
        )
        yield Boundary("valid_for.years", add_years(case.as_of, -self.valid_for.years), -DAY, spots)


def _doubt(record: HeldCredential) -> str:
    """Return the point that leaves a credential open."""
    if record.id == "declined":
        return "id"
    return "dates" if isinstance(record.issued, Span) or isinstance(record.expires, Span) else "issued"


def _issued(entry: Entry) -> Entry | None:
    """Return a record with its day of issue as its day, where that is exact and no last day is told."""
    issued = entry.record.issued
    exact = isinstance(issued, Span) and issued.first == issued.last and entry.record.expires is None
    return entry._replace(first=issued, last=issued) if exact else None
