"""A candidate on a day."""

from datetime import date
from decimal import Decimal

import pytest

from build import TODAY, Raw, candidate, case, catalog
from peercert.case import Case
from peercert.dates import BEGINNING, END, Span
from peercert.logic import Answer, Why

AUGUST = {"start": "2026-08-01", "end": "2026-08-31"}


def span(first: str, last: str | None = None) -> Span:
    """Return a span of days from two ISO days, or of one day."""
    return Span(date.fromisoformat(first), date.fromisoformat(last or first))


@pytest.mark.parametrize(
    ("profile", "expected"), [({}, date(2026, 11, 22)), ({"application_date": "2026-12-01"}, date(2026, 12, 1))]
)
def test_the_day_of_application_is_the_day_decided_on_where_it_is_not_told(profile: Raw, expected: date) -> None:
    """A told day of application stands; without one it is the as-of day."""
    assert case(profile).application == expected


@pytest.mark.parametrize(
    ("profile", "finished", "expected"),
    [
        ({}, False, date(2026, 11, 22)),
        ({}, True, END),
        ({"application_date": "2026-12-01"}, False, date(2026, 12, 1)),
        ({"application_date": "2026-12-01"}, True, date(2026, 12, 1)),
    ],
)
def test_who_has_not_applied_may_finish_first(profile: Raw, finished: bool, expected: date) -> None:
    """Looking at what will be once all is done, a window ends with the application only where that is told."""
    assert case(profile, finished=finished).last_day == expected


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ({}, Why.NOT_PROVIDED),
        ({"references": "declined"}, Why.DECLINED),
        ({"references": 0}, 0),
        ({"references": 2}, 2),
    ],
)
def test_a_fact_is_told_or_says_why_not(profile: Raw, expected: object) -> None:
    """A key left out is not told, `declined` is declined, and a zero is a told zero."""
    assert case(profile).fact("references") == expected


@pytest.mark.parametrize(
    ("profile", "told", "complete", "beyond"),
    [
        ({}, Why.NOT_PROVIDED, False, Why.NOT_PROVIDED),
        ({"exams": "declined"}, Why.DECLINED, False, Why.DECLINED),
        ({"exams": []}, True, True, None),
        ({"exams": {"records": [], "complete": True}}, True, True, None),
        ({"exams": {"records": [], "complete": False}}, True, False, Why.NOT_PROVIDED),
    ],
)
def test_a_ledger_says_whether_there_may_be_more(
    profile: Raw, told: Answer, complete: bool, beyond: Why | None
) -> None:
    """An empty list means none; only what is not told, declined or marked incomplete may hold more."""
    ledger = case(profile).ledger("exams")

    assert (ledger.told, ledger.complete, ledger.beyond) == (told, complete, beyond)


@pytest.mark.parametrize(
    ("key", "record", "first", "last"),
    [
        ("experience", AUGUST, span("2026-08-01"), span("2026-08-31")),
        ("experience", {"start": "2026-08"}, span("2026-08-01", "2026-08-31"), span("2026-11-22")),
        ("experience", {"end": "2026-08"}, Span(BEGINNING, date(2026, 8, 31)), span("2026-08-01", "2026-08-31")),
        ("experience", {"start": "2026", "end": "2026-05-31"}, span("2026-01-01", "2026-05-31"), span("2026-05-31")),
        ("experience", {"start": "2026-03-02", "end": "2026"}, span("2026-03-02"), span("2026-03-02", "2026-12-31")),
        ("experience", {}, Span(BEGINNING, TODAY), Span(BEGINNING, TODAY)),
        ("experience", {"start": "2026-12-01"}, span("2026-12-01"), span("2026-11-22", "2026-12-01")),
        ("training", {"completed": "2026-05"}, span("2026-05-01", "2026-05-31"), span("2026-05-01", "2026-05-31")),
        ("training", {}, Span(BEGINNING, TODAY), Span(BEGINNING, TODAY)),
        ("training", {"status": "planned"}, Span(TODAY, END), Span(TODAY, END)),
        ("exams", {"exam": "mn-cps", "date": "2026-05-02"}, span("2026-05-02"), span("2026-05-02")),
        ("education", {"start": "2024-08-20", "end": "2025-05-15"}, span("2025-05-15"), span("2025-05-15")),
        ("education", {"end": "2025-05-15", "completed": "2026-01-01"}, span("2025-05-15"), span("2025-05-15")),
        ("education", {"completed": "2016"}, span("2016-01-01", "2016-12-31"), span("2016-01-01", "2016-12-31")),
        ("education", {"end": "declined", "completed": "2016-06-01"}, span("2016-06-01"), span("2016-06-01")),
    ],
)
def test_a_record_has_the_days_that_are_told(key: str, record: Raw, first: Span, last: Span) -> None:
    """Nothing ends before it starts; without an end it goes on to the as-of day, without dates it lies before it."""
    (entry,) = case({key: [record]}).ledger(key).entries

    assert (entry.address, entry.first, entry.last) == (f"{key}[0]", first, last)


def test_a_record_without_dates_lies_on_or_before_the_application() -> None:
    """A record whose dates are not told is over by the day of application, if that has come."""
    (early,) = case({"application_date": "2026-10-01", "training": [{"hours": 1}]}).ledger("training").entries
    (later,) = case({"application_date": "2027-01-01", "training": [{"hours": 1}]}).ledger("training").entries

    assert early.last == Span(BEGINNING, date(2026, 10, 1))
    assert later.last == Span(BEGINNING, TODAY)


def test_a_declined_end_is_not_an_end_today() -> None:
    """Who will not say when something ended is not taken to be still at it: it ended on some day since its start."""
    (entry,) = case({"practicum": [{"start": "2026-01-12", "end": "declined"}]}).ledger("practicum").entries

    assert entry.last.first < TODAY


@pytest.mark.parametrize(
    ("key", "record", "standing", "left_out"),
    [
        ("training", {"completed": "2026-11-22"}, True, None),
        ("training", {"completed": "2026-11-23"}, False, "after_as_of"),
        ("training", {"completed": "2026-11"}, Why.IMPRECISE, "after_as_of"),
        ("training", {"completed": "2026"}, Why.IMPRECISE, "after_as_of"),
        ("training", {"status": "in_progress"}, False, "not_completed"),
        ("training", {"status": "planned", "completed": "2026-01-01"}, False, "not_completed"),
        ("training", {"status": "declined"}, Why.DECLINED, None),
        ("training", {"status": "completed"}, True, None),
        ("exams", {"exam": "mn-cps", "date": "2026-11-23"}, False, "after_as_of"),
        ("experience", {"start": "2026-11-23"}, False, "after_as_of"),
        ("experience", {"start": "2026-11-22"}, True, None),
        ("experience", {"start": "2026-11"}, Why.IMPRECISE, "after_as_of"),
        ("experience", {"start": "2026-01-01", "end": "2026-11-23"}, Why.IMPRECISE, "after_as_of"),
        ("education", {"level": "ged", "completed": "2026-11-23"}, False, "after_as_of"),
        ("education", {"level": "ged", "completed": "2026-11-22"}, True, None),
        ("education", {"level": "ged", "end": "2026-06-01", "completed": "2026-12-01"}, False, "after_as_of"),
        ("education", {"level": "ged", "end": "2026-06-01", "completed": "2026"}, Why.IMPRECISE, "after_as_of"),
        ("education", {"level": "ged", "end": "2026", "completed": "2026-06-01"}, Why.IMPRECISE, "after_as_of"),
        ("education", {"level": "ged"}, True, None),
    ],
)
def test_what_is_dated_later_or_not_finished_does_not_count_yet(
    key: str, record: Raw, standing: Answer, left_out: str | None
) -> None:
    """A record counts up to the as-of day, that day included; what may lie after it counts perhaps."""
    (entry,) = case({key: [record]}).ledger(key).entries

    assert (entry.standing, entry.left_out) == (standing, left_out)


@pytest.mark.parametrize("record", [{"completed": "2026-11-23"}, {"status": "planned"}, {"status": "in_progress"}])
def test_once_everything_is_finished_later_records_count(record: Raw) -> None:
    """In the case in which all is done, what is planned or dated later stands."""
    (entry,) = case({"training": [record]}, finished=True).ledger("training").entries

    assert (entry.standing, entry.left_out) == (True, None)


@pytest.mark.parametrize(
    ("key", "record"),
    [
        ("education", {"level": "ged"}), ("training", {"hours": 1}), ("experience", {"hours": 1}),
        ("supervision", {"hours": 1}), ("practicum", {"hours": 1}), ("exams", {"exam": "mn-cps"}),
        ("credentials", {"id": "CPS-I"}), ("licenses", {"id": "LPN"}), ("continuing_education", {"hours": 1}),
    ],
)  # fmt: skip
def test_only_checked_records_count_where_that_is_asked_for(key: str, record: Raw) -> None:
    """With verified_only a record that nobody checked counts perhaps; one that somebody checked counts."""
    checked = {**record, "verified_by": "M. Rivera"}

    unchecked_entry, checked_entry = case({key: [record, checked]}, verified_only=True).ledger(key).entries

    assert (unchecked_entry.standing, unchecked_entry.left_out) == (Why.UNVERIFIED, "unverified")
    assert (checked_entry.standing, checked_entry.left_out) == (True, None)


@pytest.mark.parametrize(
    ("key", "record"), [("lived_experience", {"who": "self"}), ("references", {"from": "A. Reyes"})]
)
def test_nobody_checks_what_a_person_lived_through(key: str, record: Raw) -> None:
    """Lived experience and references count without being checked."""
    (entry,) = case({key: [record]}, verified_only=True).ledger(key).entries

    assert entry.standing is True


def test_declining_to_say_who_checked_is_not_being_checked() -> None:
    """`verified_by: declined` names nobody, so it does not make a record count."""
    profile = {"training": [{"hours": 1, "verified_by": "declined"}]}

    (entry,) = case(profile, verified_only=True).ledger("training").entries

    assert entry.standing is not True


@pytest.mark.parametrize(
    ("record", "hours"),
    [
        ({"hours": 24}, Decimal(24)),
        ({"hours": 109.5}, Decimal("109.5")),
        ({"hours": "declined"}, Why.DECLINED),
        ({}, Why.NOT_PROVIDED),
        ({"topics": {}}, Why.NOT_PROVIDED),
        ({"topics": "declined"}, Why.DECLINED),
        ({"credits": "declined"}, Why.DECLINED),
        ({"topics": {"ethics": 14.25, "advocacy": 10}}, Decimal("24.25")),
        ({"topics": {"ethics": "declined", "advocacy": 10}}, Why.DECLINED),
        ({"hours": 30, "topics": {"ethics": 14}}, Decimal(30)),
        ({"credits": {"count": 3, "system": "semester"}}, Decimal(45)),
        ({"credits": {"count": 2.5, "system": "trimester"}}, Decimal(30)),
        ({"credits": {"count": 3, "system": "quarter"}}, Decimal(30)),
        ({"credits": {"count": "declined", "system": "quarter"}}, Why.DECLINED),
        ({"credits": {"count": 3}}, Why.NOT_PROVIDED),
        ({"credits": {"system": "quarter"}}, Why.NOT_PROVIDED),
    ],
)
def test_training_hours_are_told_or_follow_from_credits_or_topics(record: Raw, hours: Decimal | Why) -> None:
    """Hours are exact; where they are not told, credits or the sum of topics stand for them."""
    one = case({"training": [record]})
    (entry,) = one.ledger("training").entries

    assert one.hours(entry.record) == hours


@pytest.mark.parametrize(("record", "hours"), [({"hours": 2}, Decimal(2)), ({}, Why.NOT_PROVIDED)])
def test_hours_of_work_are_told_or_not(record: Raw, hours: Decimal | Why) -> None:
    """Hours of work that are not told follow from nothing."""
    one = case({"experience": [record]})

    assert one.hours(one.ledger("experience").entries[0].record) == hours


@pytest.mark.parametrize(
    ("profile", "unfinished"),
    [
        ({}, False),
        ({"training": [{"completed": "2026-11-22"}]}, False),
        ({"training": [{"completed": "2026-11-23"}]}, True),
        ({"training": [{"status": "planned"}]}, True),
        ({"training": [{"status": "declined"}]}, True),
        ({"training": [{"status": "completed"}]}, False),
        ({"training": [{"status": "in_progress", "completed": "2026-01-01"}]}, True),
        ({"experience": [{"start": "2026-12-01"}]}, True),
        ({"experience": [{"start": "2026-01-01", "end": "2026-12-31"}]}, True),
        ({"experience": [{"start": "2026-01-01", "end": "2026-11-22"}]}, False),
        ({"experience": [{"start": "2026-01-01"}]}, False),
        ({"education": [{"level": "ged", "end": "2026-06-01", "completed": "2026-12-01"}]}, True),
        ({"credentials": [{"id": "CPS-I", "issued": "2026-12-01"}]}, True),
        ({"credentials": [{"id": "CPS-I", "issued": "2026-11-01", "expires": "2028-11-01"}]}, False),
        ({"licenses": [{"id": "LPN", "issued": "2026-12-01"}]}, True),
        ({"references": [{"date": "2026-12-01"}]}, True),
        ({"references": 2}, False),
        ({"exams": "declined"}, False),
        ({"attestations": {"disclosure": "2026-12-01"}}, True),
        ({"attestations": {"disclosure": True, "literacy": "2026-11-22"}}, False),
        ({"residence": {"state": "IL", "since": "2026-12-01"}}, True),
        ({"residence": {"state": "IL"}}, False),
        ({"employment": {"since": "2026-12-01"}}, True),
        ({"employment": "none"}, False),
    ],
)
def test_a_case_knows_whether_anything_is_still_to_come(profile: Raw, unfinished: bool) -> None:
    """Anything in progress, planned or dated later is still to come; nothing else is."""
    assert bool(case(profile).still_to_come()) is unfinished


@pytest.mark.parametrize(
    ("key", "record", "days"),
    [
        ("training", {"completed": "2026-11-22"}, {date(2026, 11, 23)}),
        ("training", {"completed": "2026-11-30"}, {date(2026, 11, 30), date(2026, 12, 1)}),
        ("training", {"completed": "2026-11-21"}, set()),
        ("training", {"status": "planned"}, set()),
        ("experience", {"start": "2026-11-01", "end": "2026-12-31"}, {date(2026, 12, 31), date(2027, 1, 1)}),
        (
            "education",
            {"level": "ged", "end": "2026-06-01", "completed": "2026-12-01"},
            {date(2026, 12, 1), date(2026, 12, 2)},
        ),
    ],
)
def test_later_days_are_those_on_which_a_record_may_begin_to_count(key: str, record: Raw, days: set[date]) -> None:
    """A record's own later days and the day after its last one are given; days that have passed are not."""
    assert set(case({key: [record]}).later_days(key)) == days


def test_nothing_is_told_of_the_days_of_what_is_not_told() -> None:
    """A ledger that is not told has no later days."""
    assert list(case({}).later_days("training")) == []


def test_another_day_keeps_the_candidate_and_the_options() -> None:
    """The same case on another day differs in the day, and in whether all is done."""
    one = case({"references": 2}, disputes="strict", verified_only=True)

    other = one.on(date(2027, 1, 1), finished=True)

    assert (other.as_of, other.finished, one.finished) == (date(2027, 1, 1), True, False)
    assert (other.candidate, other.disputes, other.verified_only) == (one.candidate, "strict", True)


def test_what_a_case_remembers_is_made_once() -> None:
    """The second asking for the same key gives the first answer; another case makes its own."""
    made: list[int] = []

    def make() -> int:
        made.append(1)
        return len(made)

    one = case({})

    assert [one.remember("a", make), one.remember("a", make), one.remember("b", make)] == [1, 1, 2]
    assert case({}).remember("a", make) == 3


def test_a_case_takes_its_words_from_the_catalogue() -> None:
    """Titles and rates come with the rules that the case is judged by."""
    rules = catalog()

    assert Case(candidate({}), rules, TODAY).words is rules.words


def test_a_status_that_is_declined_is_named_before_dates_that_are_not_exact() -> None:
    """A record may be in doubt for both; the first reason of the contract's list stands."""
    entry = case({"training": [{"status": "declined", "completed": "2026"}]}).ledger("training").entries[0]

    assert (entry.standing, entry.left_out) == (Why.DECLINED, "after_as_of")
