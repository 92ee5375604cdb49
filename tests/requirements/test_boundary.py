"""The numbers and days at which each kind's answer may turn, told by the kind itself."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from peercert.requirements.boundary import Boundary, Spot, first_days, last_days, moved
from upper import case, group, leaf, requirement

NEAR = {"start": "2026-01-05", "end": "2026-03-27"}
SPLIT = [
    {"id": "services", "title": "S", "roles": ["mental_health_services"], "at_least": 40},
    {"id": "peer", "title": "P", "roles": ["peer"], "at_least": 20},
]


def told(raw: dict[str, Any], profile: dict[str, Any]) -> dict[str, tuple[object, object, list[object]]]:
    """Return each boundary by its key: the value, the nearest on the other side, and what the person has."""
    found = requirement(raw).boundaries(case(profile))
    return {one.key: (one.value, one.beyond, [spot.have for spot in one.spots]) for one in found}


def paths(raw: dict[str, Any], profile: dict[str, Any]) -> list[object]:
    """Return the ways to the facts that move the first boundary."""
    return [spot.path for spot in next(iter(requirement(raw).boundaries(case(profile)))).spots]


@pytest.mark.parametrize(
    ("raw", "profile", "expected"),
    [
        (
            leaf("x", "age", at_least=18),
            {"birth_date": "2008-11-23"},
            {"at_least": (date(2008, 11, 22), date(2008, 11, 23), [date(2008, 11, 23)])},
        ),
        (
            leaf("x", "age", at_least=18),
            {"birth_date": "2008"},
            {"at_least": (date(2008, 11, 22), date(2008, 11, 23), [])},
        ),
        (
            leaf("x", "application", on_or_after="2026-06-01", on_or_before="2026-10-01"),
            {"application_date": "2026-10-02"},
            {
                "on_or_after": (date(2026, 6, 1), date(2026, 5, 31), [date(2026, 10, 2)]),
                "on_or_before": (date(2026, 10, 1), date(2026, 10, 2), [date(2026, 10, 2)]),
            },
        ),
        (
            leaf("x", "course", programs=["ms-cpss"], hours_at_least=76, completed_by="2026-05-31"),
            {
                "training": [
                    {"program": "ms-cpss", "hours": 75.5, "completed": "2026-06-01"},
                    {"program": "ct-rss", "hours": 76},
                ]
            },
            {
                "hours_at_least": (Decimal(76), Decimal("75.5"), [Decimal("75.5")]),
                "completed_by": (date(2026, 5, 31), date(2026, 6, 1), [date(2026, 6, 1)]),
            },
        ),
        (
            leaf("x", "credential_held", credential="CPS-I", valid_for={"years": 2}),
            {
                "credentials": [
                    {"id": "CPS-I", "issued": "2024-11-21"},
                    {"id": "CPS-I", "issued": "2025-01-01", "expires": "2027-01-01"},
                ]
            },
            {"valid_for.years": (date(2024, 11, 22), date(2024, 11, 21), [date(2024, 11, 21)])},
        ),
        (
            leaf("x", "education", levels=["some_college"], years_at_least=1, window={"years": 3}),
            {"education": [{"level": "some_college", "years": 1, "end": "2023-11-21"}, {"level": "ged", "years": 2}]},
            {
                "years_at_least": (Decimal(1), Decimal(0), [Decimal(1)]),
                "window.years": (date(2023, 11, 22), date(2023, 11, 21), [date(2023, 11, 21)]),
                "window.until_application": (date(2026, 11, 22), date(2026, 11, 23), [date(2023, 11, 21)]),
            },
        ),
        (
            leaf("x", "exam", exam="ms-cpss", score_at_least=75),
            {"exams": [{"exam": "ms-cpss", "score": 74.9}, {"exam": "il-crss", "score": 75}]},
            {"score_at_least": (Decimal(75), Decimal("74.9"), [Decimal("74.9")])},
        ),
        (
            leaf("x", "experience", at_least=250, share_at_least=0.51, window={"years": 4}),
            {"experience": [{**NEAR, "hours": 200, "share": 0.51}, {**NEAR, "hours": 60, "share": 0.5}]},
            {
                "at_least": (Decimal(250), Decimal("249.5"), [Decimal(200)]),
                "share_at_least": (Decimal("0.51"), Decimal("0.50"), [Decimal("0.51"), Decimal("0.5")]),
                "window.years": (date(2022, 11, 22), date(2022, 11, 21), [date(2026, 1, 5)] * 2),
                "window.until_application": (date(2026, 11, 22), date(2026, 11, 23), [date(2026, 3, 27)] * 2),
            },
        ),
        (leaf("x", "experience", any_amount=True), {"experience": [{**NEAR, "hours": 200}]}, {}),
        (
            leaf("x", "experience_split", parts=SPLIT),
            {
                "experience": [
                    {**NEAR, "role": "peer", "hours": 20},
                    {**NEAR, "role": "mental_health_services", "hours": 39.5},
                ]
            },
            {
                "services.at_least": (Decimal(40), Decimal("39.5"), [Decimal("39.5")] * 2),
                "peer.at_least": (Decimal(20), Decimal("19.5"), [Decimal(20)] * 2),
            },
        ),
        (
            leaf("x", "practicum", at_least=300),
            {"practicum": [{"hours": 150}, {"hours": 149.5}]},
            {"at_least": (Decimal(300), Decimal("299.5"), [Decimal("299.5")] * 2)},
        ),
        (
            leaf("x", "practicum_length", months_at_least=3),
            {"practicum": [{"start": "2026-01-12", "end": "2026-04-10"}]},
            {"months_at_least": (date(2026, 4, 11), date(2026, 4, 10), [date(2026, 4, 10)])},
        ),
        (
            leaf("x", "practicum_length", months_at_least=3),
            {},
            {"months_at_least": (date(2027, 2, 21), date(2027, 2, 20), [])},
        ),
        (leaf("x", "references", at_least=2), {"references": 1}, {"at_least": (Decimal(2), Decimal(1), [Decimal(1)])}),
        (leaf("x", "references", at_least=2), {}, {"at_least": (Decimal(2), Decimal(1), [])}),
        (
            leaf("x", "supervision", at_least=100, window={"until_application": True}),
            {"supervision": [{**NEAR, "hours": 99.5}]},
            {
                "at_least": (Decimal(100), Decimal("99.5"), [Decimal("99.5")]),
                "window.until_application": (date(2026, 11, 22), date(2026, 11, 23), [date(2026, 3, 27)]),
            },
        ),
        (
            leaf("x", "training_hours", at_least=10, topics=["ethics"]),
            {"training": [{"topics": {"ethics": 9.5, "advocacy": 4}}]},
            {"at_least": (Decimal(10), Decimal("9.5"), [Decimal("9.5")])},
        ),
        (
            leaf("x", "training_hours", at_least=10, programs=["ms-cpss"]),
            {"training": [{"program": "mn-cps", "hours": 8}, {"program": "ms-cpss", "hours": 6}]},
            {"at_least": (Decimal(10), Decimal("9.5"), [Decimal(6)])},
        ),
        (leaf("x", "training_hours", at_least=10), {}, {"at_least": (Decimal(10), Decimal("9.5"), [])}),
        (
            leaf("x", "training_hours", at_most=54, topics=["ethics"]),
            {"training": [{"topics": {"ethics": 54}}]},
            {"at_most": (Decimal(54), Decimal("54.5"), [Decimal(54)])},
        ),
        (
            leaf("x", "workplace", state="IL", share_at_least=0.51),
            {"work": {"state": "IL", "share": 0.5}},
            {"share_at_least": (Decimal("0.51"), Decimal("0.50"), [Decimal("0.5")])},
        ),
        (
            leaf("x", "workplace", state="IL", share_at_least=0.51),
            {"work": {"state": "WI", "share": 0.51}},
            {"share_at_least": (Decimal("0.51"), Decimal("0.50"), [])},
        ),
        (leaf("x", "attestation", name="literacy"), {"attestations": {"literacy": True}}, {}),
    ],
)
def test_a_kind_tells_its_numbers_and_what_a_person_has(
    raw: dict[str, Any], profile: dict[str, Any], expected: dict[str, object]
) -> None:
    """The last that is enough, the nearest that is not, and what is told."""
    assert told(raw, profile) == expected


@pytest.mark.parametrize(
    ("raw", "profile", "expected"),
    [
        (leaf("x", "age", at_least=18), {"birth_date": "2008-11-23"}, [("birth_date",)]),
        (leaf("x", "references", at_least=2), {"references": 1}, [("references",)]),
        (leaf("x", "references", at_least=2), {"references": [{"from": "A"}]}, [None]),
        (
            leaf("x", "practicum", at_least=3),
            {"practicum": [{"hours": 1}, {"hours": 1}]},
            [("practicum", 0, "hours"), ("practicum", 1, "hours")],
        ),
        (
            leaf("x", "training_hours", at_least=10, topics=["ethics"]),
            {"training": [{"hours": 2, "topics": {"ethics": 2}}]},
            [("training", 0, "topics", "ethics")],
        ),
        (leaf("x", "training_hours", at_least=10), {"training": [{"hours": 2}]}, [("training", 0, "hours")]),
        (leaf("x", "training_hours", at_least=10, topics=["ethics"]), {"training": [{"hours": 2}]}, [None]),
        (
            leaf("x", "training_hours", at_least=10),
            {"training": [{"hours": 2, "topics": "declined"}]},
            [("training", 0, "hours")],
        ),
        (
            leaf("x", "exam", exam="ms-cpss", score_at_least=75),
            {"exams": [{"exam": "ms-cpss", "score": 7}]},
            [("exams", 0, "score")],
        ),
        (
            leaf("x", "practicum_length", months_at_least=3),
            {"practicum": [{"start": "2026-01-12", "end": "2026-04-10"}]},
            [("practicum", 0, "end")],
        ),
        (
            leaf("x", "course", programs=["ms-cpss"], hours_at_least=76),
            {"training": [{"program": "ct-rss", "hours": 1}, {"program": "ms-cpss", "hours": 75}]},
            [("training", 1, "hours")],
        ),
        (
            leaf("x", "credential_held", credential="CPS-I", valid_for={"years": 2}),
            {"credentials": [{"id": "CPS-II", "issued": "2025-01-01"}, {"id": "CPS-I", "issued": "2025-01-01"}]},
            [("credentials", 1, "issued")],
        ),
        (
            leaf("x", "education", levels=["ged"], years_at_least=1),
            {"education": [{"level": "ged", "years": 1}]},
            [("education", 0, "years")],
        ),
        (
            leaf("x", "experience", any_amount=True, share_at_least=0.51),
            {"experience": [{**NEAR, "share": 0.5}]},
            [("experience", 0, "share")],
        ),
        (
            leaf("x", "experience_split", parts=SPLIT),
            {"experience": [{**NEAR, "role": "peer", "hours": 20}]},
            [("experience", 0, "hours")],
        ),
        (leaf("x", "experience_split", parts=SPLIT), {}, []),
        (
            leaf("x", "supervision", at_least=100),
            {"supervision": [{**NEAR, "hours": 99.5}]},
            [("supervision", 0, "hours")],
        ),
        (leaf("x", "supervision", at_least=100), {}, []),
        (leaf("x", "experience", at_least=250), {"experience": [{**NEAR, "hours": 200}]}, [("experience", 0, "hours")]),
        (leaf("x", "experience", at_least=250), {}, []),
        (leaf("x", "practicum", at_least=100), {}, []),
        (
            leaf("x", "workplace", state="IL", share_at_least=0.51),
            {"work": {"state": "IL", "share": 0.5}},
            [("work", "share")],
        ),
    ],
)
def test_a_kind_tells_which_fact_moves_a_number(
    raw: dict[str, Any], profile: dict[str, Any], expected: list[object]
) -> None:
    """So that a case can be moved there; none where no single fact does."""
    assert paths(raw, profile) == expected


@pytest.mark.parametrize(
    ("ledger", "record", "first", "last"),
    [
        ("experience", NEAR, "start", "end"),
        ("experience", {"start": "2026-01", "end": "2026-03-27"}, None, "end"),
        ("experience", {"hours": 10}, None, None),
        ("experience", {"start": "2026-01-05"}, "start", None),
        ("experience", {"end": "2026-01-05"}, None, "end"),
        ("education", {"level": "ged", "completed": "2020-01-05"}, "completed", "completed"),
        ("education", {"level": "some_college", "end": "2020-01-05"}, "end", "end"),
        ("training", {"completed": "2020-01-05"}, "completed", "completed"),
        ("exams", {"exam": "ms-cpss", "date": "2020-01-05"}, "date", "date"),
        ("exams", {"exam": "ms-cpss", "date": "2020-01"}, None, None),
    ],
)
def test_a_window_is_held_against_the_days_that_a_record_tells(
    ledger: str, record: dict[str, Any], first: str | None, last: str | None
) -> None:
    """Each end by the field that names it; nothing where it is not told, or not to the day."""
    entries = case({ledger: [record]}).ledger(ledger).entries
    began, ended = first_days("k", date(2020, 1, 1), entries), last_days("k", date(2026, 1, 1), entries)

    assert [spot.path for spot in began.spots] == ([(ledger, 0, first)] if first else [])
    assert [spot.path for spot in ended.spots] == ([(ledger, 0, last)] if last else [])
    assert (began.key, began.value, began.step) == ("k", date(2020, 1, 1), -1)
    assert (ended.key, ended.value, ended.step) == ("k", date(2026, 1, 1), 1)


def test_a_day_of_application_is_moved_by_the_profiles_own() -> None:
    """Both ends of the stretch are held against it."""
    raw = leaf("x", "application", on_or_after="2026-06-01", on_or_before="2026-10-01")
    found = [*requirement(raw).boundaries(case({"application_date": "2026-07-01"}))]

    assert [one.spots for one in found] == [(Spot(date(2026, 7, 1), ("application_date",)),)] * 2
    assert [one.step for one in found] == [-1, 1]


def test_a_total_of_topics_can_be_moved_by_any_of_them() -> None:
    """A record that tells no hours has those of its topics."""
    profile = {"training": [{"topics": {"ethics": 4, "advocacy": 5}}]}

    assert paths(leaf("x", "training_hours", at_least=10), profile) == [
        ("training", 0, "topics", "ethics"),
        ("training", 0, "topics", "advocacy"),
    ]


def test_readings_tell_their_numbers_under_their_names() -> None:
    """Two readings may have the same key."""
    readings = [{**leaf("old", "age", at_least=21)}, {**leaf("young", "age", at_least=18)}]
    raw = {"id": "x", "kind": "disputed", "title": "Age", "topic": "age", "readings": readings}

    assert [*told(raw, {})] == ["old/at_least", "young/at_least"]


def test_a_choice_of_several_tells_how_many_are_enough() -> None:
    """One of two is one step short."""
    raw = group("x", "at_least", leaf("a", "references", at_least=2), leaf("b", "age", at_least=18), n=2)

    young, old = {"references": 2, "birth_date": "2020-01-01"}, {"references": 2, "birth_date": "2000-01-01"}

    assert told(raw, young) == {"n": (Decimal(2), Decimal(1), [Decimal(1)])}
    assert told(raw, old) == {"n": (Decimal(2), Decimal(1), [Decimal(2)])}


@pytest.mark.parametrize(
    ("sittings", "expected"),
    [
        ([("2026-09-11", 75)], [1]),
        ([("2026-09-11", 61), ("2026-09-18", 75)], [2]),
        ([("2026-09-11", 61), ("2026-09-18", 68), ("2026-09-25", 90)], [3]),
        ([("2026-09-01", 61), ("2026-09-18", 75)], [1]),
        ([("2026-09-04", 61), ("2026-09-18", 75)], [2]),
        ([("2026-09-01", 61), ("2026-09-04", 75)], [1]),
        ([("2026-09-01", 75)], [1]),
    ],
)
def test_an_exam_tells_at_which_sitting_it_was_passed(sittings: list[tuple[str, int]], expected: list[int]) -> None:
    """Counted from the course on; sittings before it are not."""
    raw = leaf("x", "exam", exam="ms-cpss", score_at_least=75, sittings={"course": "ms-cpss", "at_most": 2})
    profile = {
        "training": [{"program": "ms-cpss", "completed": "2026-09-04"}],
        "exams": [{"exam": "ms-cpss", "date": day, "score": score} for day, score in sittings],
    }

    assert told(raw, profile)["sittings.at_most"] == (2, 3, expected)


def test_a_bar_tells_the_numbers_of_its_fact() -> None:
    """The fact bars; its number is the bar's."""
    from peercert.catalog.credential import Pathway

    bar = requirement(leaf("bar", "age", at_least=70))
    way = Pathway(id="w", title="W", requires=requirement(leaf("r", "references", at_least=1)), bars=(bar,))
    barred = way.root.children[1]

    assert [one.key for one in barred.boundaries(case({}))] == ["at_least"]


@pytest.mark.parametrize(
    ("have", "at", "past"),
    [
        ("75", True, False),
        ("74.9", False, True),
        ("74.95", False, True),
        ("74.8", False, False),
        ("75.1", False, False),
    ],
)
def test_a_side_is_shown_within_one_step(have: str, at: bool, past: bool) -> None:
    """Just enough is the number itself; the other side is up to one step away."""
    boundary = Boundary("score_at_least", Decimal(75), Decimal("-0.1"), (Spot(Decimal(have)),))

    assert (boundary.at(Decimal(have)), boundary.past(Decimal(have))) == (at, past)


@pytest.mark.parametrize(
    ("have", "at", "past"), [("54", True, False), ("54.5", False, True), ("54.6", False, False), ("53.9", False, False)]
)
def test_the_other_side_of_a_most_lies_above_it(have: str, at: bool, past: bool) -> None:
    """By one step too, that step included."""
    boundary = Boundary("at_most", Decimal(54), Decimal("0.5"), (Spot(Decimal(have)),))

    assert (boundary.at(Decimal(have)), boundary.past(Decimal(have))) == (at, past)


def test_days_go_no_further_than_the_calendar() -> None:
    """Its last day has none after it."""
    assert moved(date.max, 1) == date.max
    assert moved(date(2026, 12, 31), 1) == date(2027, 1, 1)
