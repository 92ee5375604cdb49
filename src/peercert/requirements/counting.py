"""Adding up hours that may count: what is proved, what is possible, and why the two differ."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from peercert.case import Case, Entry, Ledger
from peercert.dates import BEGINNING, END, add_years, day_after
from peercert.finding import Aside, Finding, Measure
from peercert.logic import Answer, Outcome, Why, any_true, by_rank, first_reason, outcome_of
from peercert.requirements.base import Flag, RulesModel, Some
from peercert.requirements.boundary import Boundary, first_days, last_days
from peercert.unshown import unshown

ZERO = Decimal()

Condition = tuple[str, Callable[[Any], Answer]]
"""A point that a record is held against, and how."""


class Window(RulesModel):
    """The stretch of time before the application in which something must lie; both ends included."""

    years: Some | None = None
    """How many calendar years before the day of application it begins; no first day where left out."""

    until_application: Flag = True
    """It ends on the day of application."""

    def bounds(self, case: Case) -> tuple[date, date]:
        """Return its first and last day for a case."""
        first = BEGINNING if self.years is None else add_years(case.application, -self.years)
        return first, case.last_day if self.until_application else END

    def ending_days(self, entries: Sequence[Entry]) -> Iterator[date]:
        """Give the days on which records may fall out of it; a leap day moves that by a day or two."""
        told = {day for entry in entries for span in (entry.first, entry.last) for day in span if BEGINNING < day < END}
        if self.years is not None:
            lasts = [add_years(day, self.years) for day in told]
            yield from (day_after(last, days) for last in lasts for days in (1, 2))

    def describe(self) -> str:
        """Say what it asks."""
        if self.years is None:
            return "gained on or before the day you apply"
        years = "year" if self.years == 1 else f"{self.years} years"
        return f"gained in the {years} before you apply"

    def boundaries(self, case: Case, entries: Sequence[Entry]) -> Iterator[Boundary]:
        """Give its first and last day, with when the records began and ended."""
        first, last = self.bounds(case)
        if self.years is not None:
            yield first_days("window.years", first, entries)
        if self.until_application:
            yield last_days("window.until_application", last, entries)


def within(entry: Entry, first: date, last: date) -> Answer:
    """Say whether a record lies in a stretch of days; a record across its edge leaves it open."""
    if entry.first.first >= first and entry.last.last <= last:
        return True
    if entry.last.last < first or entry.first.first > last:
        return False
    return entry.vague


def fits(told: object, accepted: Iterable[object]) -> Answer:
    """Say whether what is told is among what is accepted."""
    if told is None:
        return Why.NOT_PROVIDED
    if told == "declined":
        return Why.DECLINED
    return told in accepted


def names(told: str | None, accepted: Iterable[str]) -> Answer:
    """Say whether a free label is accepted, whatever its case, spaces and hyphens; a person decides on any other."""
    answer = fits(told and label(told), [label(one) for one in accepted])
    return Why.NEEDS_HUMAN if answer is False else answer


def label(text: str) -> str:
    """Return a free label as it is compared: small letters, with hyphens for spaces and underscores."""
    return "-".join(text.casefold().replace("_", " ").replace("-", " ").split())


@unshown
class Maybe(NamedTuple):
    """Hours that count only perhaps."""

    why: Why
    hours: Decimal | None
    """How many at most; None where there is no limit to it."""


@unshown
@dataclass(slots=True)
class Tally:
    """Hours added up record by record."""

    proved: Decimal = ZERO
    maybe: list[Maybe] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)
    open: list[Aside] = field(default_factory=list)
    aside: list[Aside] = field(default_factory=list)
    told: bool = True

    def possible(self) -> Decimal | None:
        """Return the most that there can be; None where there is no limit."""
        return at_most(self.proved, self.maybe)

    def judge(self, need: Decimal) -> tuple[Outcome, Why | None]:
        """Hold the hours against what is needed."""
        if self.proved >= need:
            return Outcome.MET, None
        return decide(self.proved, self.maybe, need)

    def finding(self, id_: str, need: Decimal, unit: str = "hours") -> Finding:
        """Return the finding of a requirement that asks for so many hours."""
        outcome, why = self.judge(need)
        measure = Measure(self.proved, need, unit, self.possible()) if self.told else None
        return Finding(id_, outcome, why, measure, tuple(self.evidence), tuple(self.open), tuple(self.aside))


def at_most(proved: Decimal, maybe: Sequence[Maybe]) -> Decimal | None:
    """Return the most that there can be; None where there is no limit."""
    total = proved
    for _, hours in maybe:
        if hours is None:
            return None
        total += hours
    return total


def decide(proved: Decimal, maybe: Sequence[Maybe], need: Decimal) -> tuple[Outcome, Why | None]:
    """Decide between what is proved and what is possible, when what is proved is not enough.

    The reason named is the first one that could settle it alone; where none could, the first of all.
    """
    if not maybe:
        return Outcome.UNMET, None
    if len(maybe) == 1:
        ((why, limit),) = maybe
        return (Outcome.UNMET, None) if limit is not None and proved + limit < need else (Outcome.UNKNOWN, why)
    most: dict[Why, Decimal | None] = {}
    for why, hours in maybe:
        before = most.get(why, ZERO)
        most[why] = None if before is None or hours is None else before + hours
    sums = list(most.values())
    if None not in sums and proved + sum(hours for hours in sums if hours is not None) < need:
        return Outcome.UNMET, None
    for why in by_rank(most):
        hours = most[why]
        if hours is None or proved + hours >= need:
            return Outcome.UNKNOWN, why
    return Outcome.UNKNOWN, first_reason(most)


def among(name: str, accepted: Iterable[object]) -> Callable[[Any], Answer]:
    """Return a test of whether a field of a record is among what is accepted."""
    wanted = frozenset(accepted)

    def test(record: object) -> Answer:
        told = getattr(record, name)
        if told in wanted:
            return True
        if told is None:
            return Why.NOT_PROVIDED
        return Why.DECLINED if told == "declined" else False

    return test


@unshown
class Held(NamedTuple):
    """A record held against conditions."""

    entry: Entry
    answer: Answer
    point: str
    """The point that decided, or that leaves it open; empty where it counts for certain."""


def hold(entry: Entry, conditions: Sequence[Condition]) -> Held:
    """Hold a record against its standing on the day and against conditions."""
    standing, left_out = entry.standing, entry.left_out or "status"
    if standing is False:
        return Held(entry, False, left_out)
    why, at = (None, "") if standing is True else (standing, left_out)
    for point, condition in conditions:
        answer = condition(entry.record)
        if answer is False:
            return Held(entry, False, point)
        if answer is not True and (why is None or first_reason((answer, why)) is not why):
            why, at = answer, point
    return Held(entry, True if why is None else why, at)


def held_within(held: Held, window: tuple[date, date] | None) -> Held:
    """Hold a record against a window too."""
    if window is None or held.answer is False:
        return held
    inside = within(held.entry, *window)
    if inside is True:
        return held
    if inside is False:
        return held._replace(answer=False, point="window")
    if held.answer is not True and first_reason((held.answer, inside)) is held.answer:
        return held
    return held._replace(answer=inside, point="window")


def weigh(entry: Entry, conditions: Sequence[Condition], window: tuple[date, date] | None) -> tuple[Answer, str]:
    """Hold a record against conditions and a window: yes, no or why not known, and the point that decided."""
    held = held_within(hold(entry, conditions), window)
    return held.answer, held.point


def one_of(id_: str, ledger: Ledger, records: Iterable[Held], measure: Measure | None = None) -> Finding:
    """Return the finding of a requirement that asks for one record that fits.

    Args:
        id_: The requirement.
        ledger: The list that the records are from.
        records: Each of its records, held against what is asked.
        measure: What is counted of the nearest one, where anything is.
    """
    if ledger.told is not True:
        return Finding(id_, *outcome_of(ledger.told))
    answers: list[Answer] = [] if ledger.complete else [Why.NOT_PROVIDED]
    evidence, unsure, aside = [], [], []
    for entry, answer, point in records:
        answers.append(answer)
        if answer is False:
            aside.append(Aside(entry.address, point))
            continue
        evidence.append(entry.address)
        if answer is not True:
            unsure.append(Aside(entry.address, point))
    outcome, why = outcome_of(any_true(answers))
    return Finding(id_, outcome, why, measure, tuple(evidence), tuple(unsure), tuple(aside))


def tally(
    case: Case, ledger_key: str, conditions: Sequence[Condition], window: tuple[date, date] | None = None
) -> Tally:
    """Add up the hours of the records that meet conditions.

    Args:
        case: The candidate on a day.
        ledger_key: Which list of records.
        conditions: What each record is held against.
        window: The first and last day in which a record must lie.

    Returns:
        The hours that are proved and those that are possible.
    """
    return total(case, ledger_key, [hold(entry, conditions) for entry in case.ledger(ledger_key).entries], window)


def total(case: Case, ledger_key: str, records: Iterable[Held], window: tuple[date, date] | None) -> Tally:
    """Add up the hours of records that were held against their conditions.

    Args:
        case: The candidate on a day.
        ledger_key: Which list of records.
        records: Each of its records, held against conditions.
        window: The first and last day in which a record must lie.
    """
    ledger = case.ledger(ledger_key)
    result = Tally(told=ledger.told is True)
    for one in records:
        entry, answer, point = held_within(one, window)
        if answer is False:
            result.aside.append(Aside(entry.address, point))
            continue
        result.evidence.append(entry.address)
        hours = case.hours(entry.record)
        if answer is True and isinstance(hours, Decimal):
            result.proved += hours
            continue
        result.maybe.append(_maybe(answer, hours))
        result.open.append(Aside(entry.address, point or "hours"))
    if ledger.beyond is not None:
        result.maybe.append(Maybe(ledger.beyond, None))
    return result


def _maybe(answer: Answer, hours: Decimal | Why) -> Maybe:
    if isinstance(hours, Decimal):
        return Maybe(answer if isinstance(answer, Why) else Why.NOT_PROVIDED, hours)
    return Maybe(first_reason((hours, answer)) if isinstance(answer, Why) else hours, None)
