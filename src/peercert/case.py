"""A case: a candidate on a day, seen through the options of the check. Reads no clock and no file."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple, Protocol, TypeVar

from peercert.alike import Known, Told
from peercert.candidate import Candidate
from peercert.candidate.fields import DECLINED
from peercert.candidate.profile import LEDGERS, Employment, Training
from peercert.dates import BEGINNING, END, Span
from peercert.logic import Answer, Disputes, Why, all_true
from peercert.unshown import unshown
from peercert.words import Words

T = TypeVar("T")

_UNFINISHED = ("in_progress", "planned")
_PERHAPS_UNFINISHED = (*_UNFINISHED, DECLINED)


class _Shape(NamedTuple):
    """How the records of a ledger tell their days."""

    once: tuple[str, ...] = ()
    """Fields that name the day of what happens once, the first one told counting."""

    stretch: bool = False
    """Whether a record may have a start and an end."""

    goes_on: bool = True
    """Whether a record with a start and no end is still going on; else its end is simply not told."""

    status: bool = False
    """Whether a record says if it is completed."""


_DAYS = ("start", "end", "completed", "date")
"""The fields of a record that name its days."""

_NO_SHAPE = _Shape()
_SHAPES = {
    "education": _Shape(("end", "completed"), stretch=True, goes_on=False),
    "training": _Shape(("completed",), status=True),
    "experience": _Shape(stretch=True),
    "supervision": _Shape(stretch=True),
    "practicum": _Shape(stretch=True),
    "exams": _Shape(("date",)),
    "references": _Shape(("date",)),
    "continuing_education": _Shape(("date",)),
}

_VERIFIABLE = frozenset(
    {
        "education", "training", "experience", "supervision", "practicum", "exams",
        "credentials", "licenses", "continuing_education",
    }
)  # fmt: skip
"""The ledgers from which only checked records count when that is asked for (contract section 2)."""


@unshown
class Entry(NamedTuple):
    """One record of a ledger, with what the day decided on makes of it."""

    address: str
    record: Any
    """The record itself; its type is the ledger's."""

    standing: Answer
    """Whether it counts at all on this day."""

    left_out: str | None
    """Why it does not count, or not for certain: ``after_as_of``, ``not_completed`` or ``unverified``."""

    first: Span
    """The days on which it may have begun."""

    last: Span
    """The days on which it may have ended; the same as `first` for what happens on one day."""

    @property
    def vague(self) -> Why:
        """Why its days are not known exactly, where they are not."""
        told = vars(self.record)
        return Why.DECLINED if any(told.get(name) == DECLINED for name in _DAYS) else Why.IMPRECISE


@unshown
class Ledger(NamedTuple):
    """The records of one kind that a candidate tells of."""

    told: Literal[True] | Why
    """True where anything was told, else why not."""

    complete: bool
    """Whether there can be no more records than these."""

    entries: tuple[Entry, ...]

    @property
    def beyond(self) -> Why | None:
        """Why there may be records beyond the ones told; None where there can be none."""
        if self.told is not True:
            return self.told
        return None if self.complete else Why.NOT_PROVIDED


class Rules(Protocol):
    """What a case needs to know of the catalogue."""

    @property
    def words(self) -> Words:
        """The words that the catalogue gives a meaning to."""

    def roots(self, credential: str, day: date) -> tuple[Any, ...]:
        """Return what each way to a credential requires, under the edition in force on a day."""


class Case:
    """A candidate on a day.

    Args:
        candidate: Who is asked about.
        rules: The loaded catalogue.
        as_of: The day decided on.
        disputes: What to do where sources disagree.
        verified_only: Whether only records that someone checked count.
        finished: Whether to look at what will be once everything in progress, planned or dated later is done.
        told: What the candidate tells as it is written, to share findings with others who tell the same.
    """

    __slots__ = (
        "_memo", "_past", "_to_come", "as_of", "before", "candidate", "disputes", "finished", "known",
        "profile", "rules", "told", "touched", "verified_only", "words",
    )  # fmt: skip

    def __init__(
        self, candidate: Candidate, rules: Rules, as_of: date, *,
        disputes: Disputes = "undetermined", verified_only: bool = False, finished: bool = False,
        told: Told | None = None,
    ) -> None:  # fmt: skip
        self.candidate = candidate
        self.profile = candidate.profile
        self.rules = rules
        self.words = rules.words
        self.as_of = as_of
        self.disputes = disputes
        self.verified_only = verified_only
        self.finished = finished
        self._past = Span(BEGINNING, min(self.application, as_of))
        self._to_come = Span(as_of, END)
        self._memo: dict[Hashable, Any] = {}
        self.told = told
        self.known = Known((as_of, candidate.application_date, disputes, verified_only, finished), told)
        self.before: Case | None = None
        self.touched: frozenset[str] = frozenset()

    def once_finished(self) -> Case | None:
        """Return the same case with all that is still to come done; None where nothing is.

        It knows the case that it comes from (`before`), and the keys that make the difference (`touched`).
        """
        return self.remember("finished", self._once_finished)

    def _once_finished(self) -> Case | None:
        touched = self.still_to_come()
        if not touched:
            return None
        later = self.on(self.as_of, finished=True)
        later.before, later.touched = self, touched
        return later

    def on(self, day: date, *, finished: bool = False) -> Case:
        """Return the same candidate, under the same options, on another day."""
        return Case(
            self.candidate, self.rules, day,
            disputes=self.disputes, verified_only=self.verified_only, finished=finished, told=self.told,
        )  # fmt: skip

    def remember(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what `make` gives, made once for this case."""
        try:
            found: T = self._memo[key]
        except KeyError:
            found = self._memo[key] = make()
        return found

    @property
    def application(self) -> date:
        """The day of application: as told, else the day decided on."""
        return self.candidate.application_date or self.as_of

    @property
    def last_day(self) -> date:
        """The last day on which what must precede the application can lie.

        Who has not applied yet can finish first; so for what is still to be finished there is none.
        """
        return END if self.finished and self.candidate.application_date is None else self.application

    def fact(self, key: str) -> Any:  # noqa: ANN401 - the type is the fact's own
        """Return a single fact, or why it is not known."""
        if key in self.candidate.declined:
            return Why.DECLINED
        value = getattr(self.profile, key)
        return Why.NOT_PROVIDED if value is None else value

    def ledger(self, key: str) -> Ledger:
        """Return a list of records, each with its standing on this day."""
        known = self.known[(key,)]
        if known.ledger is None:
            known.ledger = self._read_ledger(key)
        found: Ledger = known.ledger
        return found

    def unchecked(self, keys: Iterable[str]) -> list[str]:
        """Return the records of some lists that nobody is named as having checked, where only checked ones count."""
        lists = [self.ledger(key) for key in keys if self.verified_only and key in _VERIFIABLE]
        return [entry.address for one in lists for entry in one.entries if entry.left_out == "unverified"]

    def _read_ledger(self, key: str) -> Ledger:
        records = self.fact(key)
        if isinstance(records, Why):
            return Ledger(records, complete=False, entries=())
        entries = tuple(self._entry(key, index, record) for index, record in enumerate(records))
        return Ledger(True, key not in self.candidate.incomplete, entries)

    def _entry(self, key: str, index: int, record: Any) -> Entry:  # noqa: ANN401 - the type is the ledger's
        first, last = self._days(key, record)
        standing, left_out = self._standing(key, record, first, last)
        return Entry(f"{key}[{index}]", record, standing, left_out, first, last)

    def _days(self, key: str, record: Any) -> tuple[Span, Span]:  # noqa: ANN401 - the type is the ledger's
        """Return when a record began and ended; what is not told lies before the application (points of meaning)."""
        shape = _SHAPES.get(key)
        if shape is None:
            return self._past, self._past
        for name in shape.once:
            once = getattr(record, name)
            if isinstance(once, Span):
                return once, once
        if shape.stretch:
            start, end = record.start, record.end
            if isinstance(end, Span):
                return _in_order(start if isinstance(start, Span) else Span(BEGINNING, end.last), end)
            if isinstance(start, Span) and not shape.goes_on:
                return start, Span(start.first, END)
            if isinstance(start, Span):
                first_end = self.as_of if end is None else start.first
                return start, Span(first_end, max(self.as_of, start.last))
        if shape.status and record.status in _UNFINISHED:
            return self._to_come, self._to_come
        return self._past, self._past

    def _standing(
        self,
        key: str,
        record: Any,  # noqa: ANN401 - the type is the ledger's
        first: Span,
        last: Span,
    ) -> tuple[Answer, str | None]:
        """Say whether a record counts on the day decided on, and what leaves it out or in doubt."""
        standing: Answer = True
        left_out = None
        if not self.finished:
            shape = _SHAPES.get(key, _NO_SHAPE)
            if shape.status and record.status is not None:
                if record.status in _UNFINISHED:
                    return False, "not_completed"
                standing = Why.DECLINED if record.status == DECLINED else True
            last = first if last.last == END else last  # an end that is not told is not one to come
            done = record.completed if key == "education" else None
            done = done if isinstance(done, Span) else last
            begins = max(first.first, done.first) if key == "education" else first.first
            if begins > self.as_of:
                return False, "after_as_of"
            if max(last.last, done.last) > self.as_of:
                standing = standing if isinstance(standing, Why) else Why.IMPRECISE
                left_out = "after_as_of"
        if self.verified_only and key in _VERIFIABLE and record.verified_by in (None, DECLINED):
            return all_true((standing, Why.UNVERIFIED)), "unverified"
        return standing, left_out

    def hours(self, record: Any) -> Decimal | Why:  # noqa: ANN401 - any record that has hours
        """Return the hours of a record, exactly; or why they are not known.

        Training without hours counts the sum of its topics, or its credits at the catalogue's rate.
        """
        told = record.hours
        if isinstance(told, Decimal):
            return told
        if told == DECLINED:
            return Why.DECLINED
        return self._hours_of_course(record) if isinstance(record, Training) else Why.NOT_PROVIDED

    def _hours_of_course(self, record: Training) -> Decimal | Why:
        if isinstance(record.credits, str):
            return Why.DECLINED
        if record.credits is not None:
            count, rate = record.credits.count, self.words.credits.get(record.credits.system or "")
            if isinstance(count, Decimal) and rate is not None:
                return count * rate
            return Why.DECLINED if count == DECLINED else Why.NOT_PROVIDED
        if isinstance(record.topics, dict) and record.topics:
            told = [hours for hours in record.topics.values() if isinstance(hours, Decimal)]
            return sum(told, Decimal()) if len(told) == len(record.topics) else Why.DECLINED
        return Why.NOT_PROVIDED if record.topics is None or isinstance(record.topics, dict) else Why.DECLINED

    def still_to_come(self) -> frozenset[str]:
        """Return the keys under which anything told is in progress, planned, or dated after the day decided on."""
        profile, as_of = self.profile, self.as_of
        lists = [key for key in LEDGERS if isinstance(getattr(profile, key), tuple) and self._unfinished(key)]
        return frozenset([*lists, *(key for key, day in self._single_days() if _reaches_past(day, as_of))])

    def _unfinished(self, key: str) -> bool:
        known = self.known[(key,)]
        if known.unfinished is None:
            known.unfinished = self._is_unfinished(key)
        return known.unfinished

    def _is_unfinished(self, key: str) -> bool:
        as_of = self.as_of
        if key in ("credentials", "licenses"):
            return any(_reaches_past(record.issued, as_of) for record in getattr(self.profile, key))
        status, completed = _SHAPES.get(key, _NO_SHAPE).status, key == "education"
        for entry in self.ledger(key).entries:
            if entry.last.last > as_of:
                return True
            if status and entry.record.status in _PERHAPS_UNFINISHED:
                return True
            if completed and _reaches_past(entry.record.completed, as_of):
                return True
        return False

    def _single_days(self) -> Iterator[tuple[str, object]]:
        profile = self.profile
        if profile.attestations is not None:
            yield from ((f"attestations.{name}", value) for name, value in profile.attestations)
        if profile.residence is not None:
            yield "residence", profile.residence.since
        if isinstance(profile.employment, Employment):
            yield "employment", profile.employment.since

    def later_days(self, key: str) -> Iterator[date]:
        """Give the days after this one on which a record of a ledger begins to count, or stops being in doubt."""
        return iter(self.remember(("days", key), lambda: tuple(self._later_days(key))))

    def _later_days(self, key: str) -> Iterator[date]:
        for entry in self.ledger(key).entries:
            done = entry.record.completed if key == "education" else None
            spans = (entry.first, entry.last, done) if isinstance(done, Span) else (entry.first, entry.last)
            for span in spans:
                if span.last >= self.as_of:
                    days = (span.first, span.last, date.fromordinal(min(span.last.toordinal() + 1, END.toordinal())))
                    yield from (day for day in days if self.as_of < day < END)


def _in_order(first: Span, last: Span) -> tuple[Span, Span]:
    """Return when something began and ended, without the days that would have it end before it began."""
    return Span(first.first, min(first.last, last.last)), Span(max(first.first, last.first), last.last)


def _reaches_past(value: object, day: date) -> bool:
    return isinstance(value, Span) and value.last > day
