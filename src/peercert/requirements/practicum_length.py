"""How long practical experience lasts, from its first day to its last."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal

from peercert.case import Case, Entry
from peercert.dates import BEGINNING, add_months, whole_months
from peercert.finding import Aside, Finding, Measure
from peercert.logic import Outcome, Why, first_reason
from peercert.requirements.base import Whole
from peercert.requirements.boundary import DAY, Boundary, last_days
from peercert.requirements.choices import ONE_DAY, WHEN, Choice
from peercert.requirements.counting import ZERO, weigh
from peercert.requirements.placements import Placement
from peercert.requirements.steps import Lasting, Step
from peercert.requirements.wording import Because, Speech, counted, in_words, set_aside


class PracticumLength(Placement):
    """At least so many calendar months from the first start to the last end of the records that count."""

    kind: Literal["practicum_length"]
    months_at_least: Whole
    """Whole calendar months."""

    def evaluate(self, case: Case) -> Finding:
        """Compare the shortest and the longest time that the records allow."""
        ledger = case.ledger("practicum")
        need = Decimal(self.months_at_least)
        certain: list[Entry] = []
        perhaps: list[Entry] = []
        reasons = [] if ledger.beyond is None else [ledger.beyond]
        opened, aside = [], []
        for entry in ledger.entries:
            answer, point = weigh(entry, self.asked, None)
            if answer is False:
                aside.append(Aside(entry.address, point))
                continue
            perhaps.append(entry)
            vague = entry.first.first != entry.first.last or entry.last.first != entry.last.last
            if answer is True:
                certain.append(entry)
            if isinstance(answer, Why) or vague:
                reasons.append(answer if isinstance(answer, Why) else entry.vague)
                opened.append(Aside(entry.address, point or "dates"))
        least, most = _months(certain, shortest=True), _months(perhaps, shortest=False)
        outcome, why = Outcome.UNKNOWN, None
        if least >= self.months_at_least:
            outcome = Outcome.MET
        elif most < self.months_at_least and ledger.beyond is None:
            outcome = Outcome.UNMET
        else:
            why = first_reason(reasons)
        limit = None if any(entry.first.first == BEGINNING for entry in perhaps) else Decimal(most)
        measure = Measure(Decimal(least), need, "months", limit) if ledger.told is True else None
        found = tuple(entry.address for entry in perhaps)
        return Finding(self.id, outcome, why, measure, found, tuple(opened), tuple(aside))

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks."""
        yield from super().choices(case)
        first = add_months(case.as_of + ONE_DAY, -self.months_at_least)
        yield Choice("practicum", WHEN, ((first, case.as_of),), ((first + ONE_DAY, case.as_of),))

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        months = counted(self.months_at_least, "calendar month")
        return f"At least {months} of {self.asked_words(speech)}, first day to last."

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say why it is met."""
        have = finding.measure.have if finding.measure else ZERO
        return f"It lasts {counted(have, 'whole month')}."

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say how long it lasts."""
        have = finding.measure.have if finding.measure else ZERO
        return Because(
            f"It lasts {counted(have, 'whole month')}; {in_words(self.months_at_least)} are needed."
            f"{set_aside(finding.aside)}",
            "Go on with supervised practice until the time is full.",
        )

    def turning_days(self, case: Case) -> Iterator[date]:
        """Give the days on which a practicum that goes on is long enough, or a later one begins to count."""
        yield from case.later_days("practicum")
        for entry in case.ledger("practicum").entries:
            if entry.record.end is None:
                for day in entry.first:
                    yield date.fromordinal(max(add_months(day, self.months_at_least).toordinal() - 1, 1))

    def steps_to_meet(self, case: Case) -> Iterator[Step]:
        """Give practice that goes on until the months are full, counted from the first day there is for certain."""
        begun = [
            entry.first.last for entry in case.ledger("practicum").entries if weigh(entry, self.asked, None)[0] is True
        ]
        yield Lasting(self.months_at_least, self.points, min(begun, default=None))

    def boundaries(self, case: Case) -> Iterator[Boundary]:
        """Give the first last day that is late enough."""
        entries = case.ledger("practicum").entries
        mine = [entry for entry in entries if weigh(entry, self.asked, None)[0] is True]
        start = min((entry.first.last for entry in mine), default=case.as_of)
        enough = date.fromordinal(max(add_months(start, self.months_at_least).toordinal() - 1, 1))
        last = [entry for entry in mine if entry.last.last == max(one.last.last for one in mine)]
        yield last_days("months_at_least", enough, last)._replace(step=-DAY)


def _months(entries: list[Entry], *, shortest: bool) -> int:
    """Return the whole months from the first start to the last end, in the shortest or the longest reading."""
    if not entries:
        return 0
    if shortest:
        return whole_months(min(one.first.last for one in entries), max(one.last.first for one in entries))
    return whole_months(min(one.first.first for one in entries), max(one.last.last for one in entries))
