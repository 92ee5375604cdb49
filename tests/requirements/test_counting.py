"""Adding up hours that may count."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import TODAY, Raw, case
from peercert.dates import BEGINNING, END
from peercert.finding import Aside
from peercert.logic import Answer, Outcome, Why
from peercert.requirements.counting import Maybe, Window, decide, fits, label, names, tally, weigh, within

YEARS_3 = (date(2023, 11, 22), date(2026, 11, 22))


@pytest.mark.parametrize(
    ("years", "profile", "finished", "first", "last"),
    [
        (3, {}, False, date(2023, 11, 22), date(2026, 11, 22)),
        (3, {"application_date": "2028-02-29"}, False, date(2025, 2, 28), date(2028, 2, 29)),
        (None, {}, False, BEGINNING, date(2026, 11, 22)),
        (3, {}, True, date(2023, 11, 22), END),
        (3, {"application_date": "2026-12-01"}, True, date(2023, 12, 1), date(2026, 12, 1)),
    ],
)
def test_a_window_ends_with_the_application_and_begins_calendar_years_before(
    years: int | None, profile: Raw, finished: bool, first: date, last: date
) -> None:
    """Windows are judged by the day of application, in whole calendar years."""
    assert Window(years=years).bounds(case(profile, finished=finished)) == (first, last)


def test_a_window_that_does_not_end_with_the_application_has_no_last_day() -> None:
    """`until_application: false` leaves the end open; what is written is not ignored."""
    assert Window(years=3, until_application=False).bounds(case({})) == (date(2023, 11, 22), END)


@pytest.mark.parametrize(
    ("years", "text"),
    [
        (None, "gained on or before the day you apply"),
        (1, "gained in the year before you apply"),
        (3, "gained in the 3 years before you apply"),
    ],
)
def test_a_window_is_described_in_plain_words(years: int | None, text: str) -> None:
    """A window says from when to when."""
    assert Window(years=years).describe() == text


@pytest.mark.parametrize(
    ("start", "end", "answer"),
    [
        ("2023-11-22", "2026-11-22", True),
        ("2023-11-21", "2026-11-22", Why.IMPRECISE),
        ("2023-11", "2024-01-01", Why.IMPRECISE),
        ("2023-12", "2024-01", True),
        ("2020-01-01", "2023-11-22", Why.IMPRECISE),
        ("2020-01-01", "2023-11-21", False),
        ("2020", "2023-11-21", False),
        ("2026-11-22", "2026-11-23", Why.IMPRECISE),
        ("2026-11-23", "2026-11-24", False),
    ],
)
def test_a_record_lies_inside_outside_or_across_the_edge(start: str, end: str, answer: Answer) -> None:
    """Both ends of a window are in it; a record across its edge is not exact enough."""
    one = case({"experience": [{"start": start, "end": end}]}, date(2027, 6, 1))

    assert within(one.ledger("experience").entries[0], *YEARS_3) == answer


@pytest.mark.parametrize(
    ("told", "answer"), [(None, Why.NOT_PROVIDED), ("declined", Why.DECLINED), ("a", True), ("c", False)]
)
def test_a_word_is_among_the_accepted_or_not(told: str | None, answer: Answer) -> None:
    """A word not told or declined stays open."""
    assert fits(told, ("a", "b")) == answer


def test_false_is_an_answer_and_not_a_silence() -> None:
    """A told no is compared like any other answer."""
    assert (fits(told=False, accepted=(True,)), fits(told=False, accepted=(False,))) == (False, True)


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ("social_work", True),
        ("Social Work", True),
        ("social-work", True),
        ("  SOCIAL   work ", True),
        ("socialwork", Why.NEEDS_HUMAN),
        ("art", Why.NEEDS_HUMAN),
        (None, Why.NOT_PROVIDED),
        ("declined", Why.DECLINED),
        ("Straße", Why.NEEDS_HUMAN),
    ],
)
def test_a_free_label_that_is_not_known_is_for_a_person_to_decide(told: str | None, answer: Answer) -> None:
    """Case, spaces and hyphens do not matter; an unknown label is never a no."""
    assert names(told, ("social_work", "nursing")) == answer


def test_labels_are_compared_in_small_letters_with_hyphens() -> None:
    """Spaces, underscores and hyphens are one."""
    assert label(" Mental_Health  professional ") == "mental-health-professional"
    assert label("mental - health") == "mental-health"


@pytest.mark.parametrize(
    ("proved", "maybe", "expected"),
    [
        (99, [], (Outcome.UNMET, None)),
        (0, [(Why.DECLINED, None)], (Outcome.UNKNOWN, Why.DECLINED)),
        (50, [(Why.IMPRECISE, 50)], (Outcome.UNKNOWN, Why.IMPRECISE)),
        (50, [(Why.IMPRECISE, "49.9")], (Outcome.UNMET, None)),
        (50, [(Why.NOT_PROVIDED, 10), (Why.IMPRECISE, 60)], (Outcome.UNKNOWN, Why.IMPRECISE)),
        (50, [(Why.NOT_PROVIDED, 30), (Why.IMPRECISE, 30)], (Outcome.UNKNOWN, Why.NOT_PROVIDED)),
        (50, [(Why.IMPRECISE, 30), (Why.IMPRECISE, 30), (Why.NOT_PROVIDED, 1)], (Outcome.UNKNOWN, Why.IMPRECISE)),
        (50, [(Why.NOT_PROVIDED, 20), (Why.IMPRECISE, 30)], (Outcome.UNKNOWN, Why.NOT_PROVIDED)),
        (50, [(Why.NOT_PROVIDED, 20), (Why.IMPRECISE, "29.9")], (Outcome.UNMET, None)),
        (50, [(Why.UNVERIFIED, None), (Why.DECLINED, 50)], (Outcome.UNKNOWN, Why.DECLINED)),
        (50, [(Why.UNVERIFIED, 10), (Why.UNVERIFIED, None)], (Outcome.UNKNOWN, Why.UNVERIFIED)),
    ],
)
def test_between_proved_and_possible_lies_what_is_not_known(
    proved: int, maybe: list[tuple[Why, Any]], expected: tuple[Outcome, Why | None]
) -> None:
    """Hours that cannot reach are a no; else the first reason that could settle it alone is named."""
    listed = [Maybe(why, None if hours is None else Decimal(hours)) for why, hours in maybe]

    assert decide(Decimal(proved), listed, Decimal(100)) == expected


LIMITS = st.none() | st.integers(0, 60).map(Decimal)


@given(st.integers(0, 99), st.lists(st.tuples(st.sampled_from(list(Why)), LIMITS), max_size=5), st.randoms())
def test_the_order_of_records_never_matters(proved: int, maybe: list[tuple[Why, Decimal | None]], random: Any) -> None:
    """Whatever the order of the records, the same comes out for the same reason."""
    listed = [Maybe(*one) for one in maybe]
    mixed = random.sample(listed, len(listed))

    assert decide(Decimal(proved), mixed, Decimal(100)) == decide(Decimal(proved), listed, Decimal(100))


@pytest.mark.parametrize(
    ("record", "options", "answer", "point"),
    [
        ({"role": "peer", "supervised": True, "start": "2026-01-01"}, {}, True, ""),
        ({"role": "other", "start": "2026-01-01"}, {}, False, "role"),
        ({"role": "peer", "supervised": False, "start": "2026-01-01"}, {}, False, "supervised"),
        ({"role": "peer", "start": "2026-01-01"}, {}, Why.NOT_PROVIDED, "supervised"),
        ({"role": "declined", "supervised": True, "start": "2026-01-01"}, {}, Why.DECLINED, "role"),
        ({"role": "declined", "start": "2026-01-01"}, {}, Why.NOT_PROVIDED, "supervised"),
        ({"role": "peer", "supervised": True, "start": "2020-01-01", "end": "2020-02-01"}, {}, False, "window"),
        ({"role": "peer", "supervised": True, "start": "2020-01-01"}, {}, Why.IMPRECISE, "window"),
        ({"role": "peer", "supervised": True, "start": "2026-12-01"}, {}, False, "after_as_of"),
        (
            {"role": "peer", "supervised": True, "start": "2026-01-01"},
            {"verified_only": True},
            Why.UNVERIFIED,
            "unverified",
        ),
        ({"role": "other", "start": "2026-01-01"}, {"verified_only": True}, False, "role"),
    ],
)
def test_a_record_is_weighed_point_by_point(record: Raw, options: Raw, answer: Answer, point: str) -> None:
    """One no decides and names its point; else the first reason is named with its point."""
    entry = case({"experience": [record]}, **options).ledger("experience").entries[0]
    conditions = (
        ("role", lambda one: fits(one.role, ("peer",))),
        ("supervised", lambda one: fits(one.supervised, (True,))),
    )

    assert weigh(entry, conditions, YEARS_3) == (answer, point)


def test_a_declined_status_is_the_point_where_nothing_else_is() -> None:
    """A record whose status is declined counts perhaps, for its status."""
    entry = case({"training": [{"status": "declined"}]}).ledger("training").entries[0]

    assert weigh(entry, (), None) == (Why.DECLINED, "status")


def test_hours_are_added_record_by_record() -> None:
    """What surely counts is proved; what perhaps counts is possible; what does not is set aside."""
    records: list[Raw] = [
        {"hours": 10.5, "start": "2026-01-01"},
        {"hours": 20, "start": "2020-01-01"},
        {"start": "2026-01-01"},
        {"hours": "declined", "start": "2020-01-01"},
        {"hours": 40, "start": "2020-01-01", "end": "2020-12-31"},
    ]

    added = tally(case({"supervision": records}), "supervision", (), YEARS_3)

    assert added.proved == Decimal("10.5")
    assert added.maybe == [Maybe(Why.IMPRECISE, Decimal(20)), Maybe(Why.NOT_PROVIDED, None), Maybe(Why.DECLINED, None)]
    assert added.evidence == ["supervision[0]", "supervision[1]", "supervision[2]", "supervision[3]"]
    assert added.open == [
        Aside("supervision[1]", "window"),
        Aside("supervision[2]", "hours"),
        Aside("supervision[3]", "window"),
    ]
    assert added.aside == [Aside("supervision[4]", "window")]
    assert added.possible() is None


def test_a_ledger_that_may_hold_more_may_hold_any_number_of_hours() -> None:
    """An incomplete list leaves the most that there can be open."""
    profile = {"supervision": {"records": [{"hours": 10}], "complete": False}}

    assert tally(case(profile), "supervision", ()).finding("x", Decimal(10)).measure is not None
    assert tally(case(profile), "supervision", ()).maybe == [Maybe(Why.NOT_PROVIDED, None)]


def test_of_two_doubts_about_a_record_the_first_reason_is_named() -> None:
    """Here the role is not told, and that goes before hours that are declined."""
    profile = {"experience": [{"hours": "declined", "start": "2026-01-01"}]}
    role = ("role", lambda one: fits(one.role, ("peer",)))

    assert tally(case(profile), "experience", [role]).maybe == [Maybe(Why.NOT_PROVIDED, None)]


@pytest.mark.parametrize(
    ("day", "years", "first_day_outside"),
    [
        ("2023-06-01", 3, date(2026, 6, 2)),
        ("2024-02-29", 1, date(2025, 3, 1)),
        ("2023-02-28", 1, date(2024, 3, 1)),
        ("2024-02-29", 4, date(2028, 3, 1)),
    ],
)
def test_a_record_falls_out_of_a_window_the_day_after_its_years(day: str, years: int, first_day_outside: date) -> None:
    """Also around a leap day: a window of a year that ends on 29 February begins on 28 February."""
    window, profile = Window(years=years), {"experience": [{"start": day, "end": day}]}
    entries = case(profile).ledger("experience").entries
    begins = [
        window.bounds(case(profile, as_of))[0] for as_of in (first_day_outside - timedelta(days=1), first_day_outside)
    ]

    assert begins[0] <= date.fromisoformat(day) < begins[1]
    assert first_day_outside in set(window.ending_days(entries))


def test_nothing_falls_out_of_a_window_that_has_no_first_day() -> None:
    """Time alone ends nothing there."""
    entries = case({"experience": [{"start": "2024-02-29", "end": "2025-01-31"}]}).ledger("experience").entries

    assert list(Window().ending_days(entries)) == []


def test_the_most_that_there_can_be_is_proved_and_possible_together() -> None:
    """Hours that are proved and hours that are possible add up."""
    records = [{"hours": 10, "start": "2026-01-01"}, {"hours": 20, "start": "2020-01-01"}]

    assert tally(case({"supervision": records}), "supervision", (), YEARS_3).possible() == Decimal(30)
    assert YEARS_3[1] == TODAY
