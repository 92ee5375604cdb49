"""What a profile tells on a day: which records stand, when they were, and how many hours they have."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from peercert.candidate import Candidate
from peercert.candidate.profile import LEDGERS
from peercert.dates import BEGINNING, END, Span
from peercert.logic import Outcome

YES, NO, PERHAPS = Outcome.MET, Outcome.UNMET, Outcome.UNKNOWN

_ONCE = {
    "education": ("end", "completed"), "training": ("completed",), "exams": ("date",), "references": ("date",),
    "continuing_education": ("date",),
}  # fmt: skip
_STRETCH = ("education", "experience", "supervision", "practicum")
_NOT_CHECKED_BY_ANYBODY = ("lived_experience", "references")
"""Lists that --verified-only does not touch."""


class Item(NamedTuple):
    """One record of a list."""

    address: str
    record: Any
    stands: Outcome
    """Whether it counts at all on that day."""

    point: str
    """Why it does not, or not for certain."""

    first: Span
    last: Span


class Told(NamedTuple):
    """A profile on a day."""

    candidate: Candidate
    as_of: date
    verified_only: bool
    rates: Mapping[str, Decimal]

    @property
    def application(self) -> date:
        """The day of application."""
        return self.candidate.application_date or self.as_of

    def fact(self, key: str) -> Any:  # noqa: ANN401 - the type is the fact's own
        """Return a fact; None where it is not told or declined."""
        return None if key in self.candidate.declined else getattr(self.candidate.profile, key)

    def beyond(self, key: str) -> bool:
        """Say whether there may be more records than are told."""
        return self.fact(key) is None or key in self.candidate.incomplete

    def items(self, key: str) -> list[Item]:
        """Return the records of a list."""
        records = self.fact(key)
        return [self._item(key, number, one) for number, one in enumerate(records or ())]

    def _item(self, key: str, number: int, record: Any) -> Item:  # noqa: ANN401 - any kind of record
        first, last = self._when(key, record)
        stands, point = self._stands(key, record, first, last)
        unchecked = self.verified_only and key in LEDGERS and key not in _NOT_CHECKED_BY_ANYBODY
        if stands is not NO and unchecked and record.verified_by in (None, "declined"):
            stands, point = PERHAPS, "unverified"
        return Item(f"{key}[{number}]", record, stands, point, first, last)

    def _when(self, key: str, record: Any) -> tuple[Span, Span]:  # noqa: ANN401 - any kind of record
        for name in _ONCE.get(key, ()):
            if isinstance(getattr(record, name), Span):
                return getattr(record, name), getattr(record, name)
        if key in _STRETCH and isinstance(record.end, Span):
            start, end = record.start if isinstance(record.start, Span) else Span(BEGINNING, END), record.end
            return Span(start.first, min(start.last, end.last)), Span(max(start.first, end.first), end.last)
        if key == "education" and isinstance(record.start, Span):
            return record.start, Span(record.start.first, END)
        if key in _STRETCH and isinstance(record.start, Span):
            ends = self.as_of if record.end is None else record.start.first
            return record.start, Span(ends, max(self.as_of, record.start.last))
        if key == "training" and record.status in ("in_progress", "planned"):
            return Span(self.as_of, END), Span(self.as_of, END)
        past = Span(BEGINNING, min(self.application, self.as_of))
        return past, past

    def _stands(self, key: str, record: Any, first: Span, last: Span) -> tuple[Outcome, str]:  # noqa: ANN401 - any kind of record
        if key == "training" and record.status in ("in_progress", "planned"):
            return NO, "not_completed"
        last = first if last.last == END else last
        done = record.completed if key == "education" and isinstance(record.completed, Span) else last
        begins = max(first.first, done.first) if key == "education" else first.first
        if begins > self.as_of:
            return NO, "after_as_of"
        if max(first.last, last.last, done.last) > self.as_of:
            return PERHAPS, "after_as_of"
        return (PERHAPS, "status") if key == "training" and record.status == "declined" else (YES, "")

    def hours(self, record: Any) -> Decimal | None:  # noqa: ANN401 - any record with hours
        """Return the hours of a record; None where they are not known."""
        if record.hours is not None:
            return record.hours if isinstance(record.hours, Decimal) else None
        if not hasattr(record, "topics"):
            return None
        if record.credits is not None:
            return self._of_credits(record.credits)
        topics = record.topics if isinstance(record.topics, dict) else {}
        known = [one for one in topics.values() if isinstance(one, Decimal)]
        return sum(known, Decimal()) if topics and len(known) == len(topics) else None

    def _of_credits(self, told: Any) -> Decimal | None:  # noqa: ANN401 - credits, or the word declined
        rate = None if isinstance(told, str) else self.rates.get(told.system or "")
        return told.count * rate if rate is not None and isinstance(told.count, Decimal) else None
