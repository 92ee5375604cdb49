"""What may be asked of positions of work."""

import pytest

from build import MET, UNKNOWN, UNMET, Raw, described, find, outcome
from peercert.finding import Aside
from peercert.logic import Outcome, Why

CONDITIONS = ["mental_illness", "substance_use", "co_occurring"]
AGES = ["adults", "transition_age_youth"]
NOT_TOLD, DECLINED, HUMAN = (UNKNOWN, Why.NOT_PROVIDED), (UNKNOWN, Why.DECLINED), (UNKNOWN, Why.NEEDS_HUMAN)


def judged(asked: Raw, record: Raw) -> object:
    """Return what comes out for one position of ten hours, where ten hours are needed."""
    return outcome({"kind": "experience", "at_least": 10, **asked}, {"experience": [{"hours": 10, **record}]})


@pytest.mark.parametrize(
    ("asked", "record", "expected"),
    [
        ({}, {}, MET),
        ({"kinds": ["paid"]}, {"kind": "paid"}, MET),
        ({"kinds": ["paid"]}, {"kind": "volunteer"}, UNMET),
        ({"kinds": ["paid"]}, {}, NOT_TOLD),
        ({"kinds": ["paid"]}, {"kind": "declined"}, DECLINED),
        ({"roles": ["peer", "support"]}, {"role": "support"}, MET),
        ({"roles": ["peer", "support"]}, {"role": "advisory"}, UNMET),
        ({"roles": ["peer"]}, {}, NOT_TOLD),
        ({"roles": ["peer"]}, {"role": "declined"}, DECLINED),
        ({"settings": ["ms-dmh-certified"]}, {"setting": "MS DMH certified"}, MET),
        ({"settings": ["ms-dmh-certified"]}, {"setting": "a shelter"}, HUMAN),
        ({"settings": ["ms-dmh-certified"]}, {}, NOT_TOLD),
        ({"supervised": True}, {"supervised": True}, MET),
        ({"supervised": True}, {"supervised": False}, UNMET),
        ({"supervised": True}, {}, NOT_TOLD),
        ({"supervised": True}, {"supervised": "declined"}, DECLINED),
        ({"share_at_least": 0.51}, {"share": 0.51}, MET),
        ({"share_at_least": 0.51}, {"share": 0.509}, UNMET),
        ({"share_at_least": 0.51}, {}, NOT_TOLD),
        ({"share_at_least": 0.51}, {"share": "declined"}, DECLINED),
    ],
)
def test_a_position_is_held_against_each_point_that_is_asked(asked: Raw, record: Raw, expected: object) -> None:
    """What fits counts, what does not fit does not, and what is not told counts perhaps."""
    assert judged(asked, record) == expected


@pytest.mark.parametrize(
    ("population", "expected"),
    [
        (["adults", "mental_illness"], MET),
        (["transition_age_youth", "children", "co_occurring"], MET),
        (["children", "mental_illness"], UNMET),
        (["adults"], NOT_TOLD),
        (["mental_illness"], NOT_TOLD),
        (["children"], UNMET),
        ([], NOT_TOLD),
        (None, NOT_TOLD),
        ("declined", DECLINED),
    ],
)
def test_age_words_and_condition_words_are_looked_at_apart(
    population: list[str] | str | None, expected: object
) -> None:
    """A list without a word of one sort is unknown on that side; one that names only others fails."""
    record = {} if population is None else {"population": population}

    assert judged({"ages": AGES, "conditions": CONDITIONS}, record) == expected


def test_only_other_conditions_fail() -> None:
    """A list that names condition words, but none that counts, does not fit."""
    asked = {"ages": AGES, "conditions": ["mental_illness", "co_occurring"]}

    assert judged(asked, {"population": ["adults", "substance_use"]}) == UNMET


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2022-11-22", "2023-01-01", MET),
        ("2022-11-21", "2023-01-01", (UNKNOWN, Why.IMPRECISE)),
        ("2020-01-01", "2022-11-21", UNMET),
        ("2020-01-01", "2022-11-22", (UNKNOWN, Why.IMPRECISE)),
        (None, None, (UNKNOWN, Why.IMPRECISE)),
        ("declined", "2023-01-01", (UNKNOWN, Why.DECLINED)),
        ("2026-01-01", "declined", MET),
        ("2026-01-01", None, MET),
    ],
)
def test_a_position_across_the_edge_of_the_window_counts_perhaps(
    start: str | None, end: str | None, expected: object
) -> None:
    """Both ends of the window are in it; a straddling or undated record is not exact enough."""
    record = {key: day for key, day in (("start", start), ("end", end)) if day}

    assert judged({"window": {"years": 4}}, record) == expected


@pytest.mark.parametrize(
    ("end", "expected"),
    [("2026-10-01", MET), ("2026-10-02", (UNKNOWN, Why.IMPRECISE)), (None, (UNKNOWN, Why.IMPRECISE))],
)
def test_work_after_the_application_does_not_count_where_it_must_come_before(end: str | None, expected: object) -> None:
    """A window ends on the day of application, that day included, though today is later."""
    record = {"hours": 10, "start": "2026-09-30"} | ({"end": end} if end else {})
    raw = {"kind": "experience", "at_least": 10, "window": {"until_application": True}}

    assert outcome(raw, {"experience": [record], "application_date": "2026-10-01"}) == expected


def test_of_a_field_not_told_and_dates_not_exact_the_field_is_named() -> None:
    """Where both a field and the dates leave a record open, the first reason of the contract's list stands."""
    asked = {"roles": ["peer"], "window": {"years": 4}}

    assert judged(asked, {"start": "2020-01-01"}) == NOT_TOLD
    assert judged(asked, {"role": "peer", "start": "2020-01-01"}) == (UNKNOWN, Why.IMPRECISE)


def test_everything_asked_is_said() -> None:
    """Each point has its words, in one line."""
    asked: Raw = {
        "kinds": ["paid"],
        "roles": ["peer"],
        "settings": ["ms-dmh-certified"],
        "ages": AGES,
        "conditions": ["mental_illness"],
        "supervised": True,
        "share_at_least": 0.51,
        "window": {"years": 4},
    }

    assert described({"kind": "experience", "at_least": 10, **asked}) == (
        "At least 10 hours of work: paid work only; in one of these roles: peer; "
        "in a program certified by the Mississippi "
        "Department of Mental Health; with people of these groups: adults or transition-age youth with mental illness; "
        "supervised; "
        "where recovery support is at least 51 percent of the job; gained in the 4 years before you apply."
    )


@pytest.mark.parametrize(
    ("asked", "record", "point"),
    [
        ({"kinds": ["paid"]}, {"kind": "volunteer"}, "kind"),
        ({"roles": ["peer"]}, {"role": "support"}, "role"),
        ({"ages": ["adults"]}, {"population": ["children"]}, "population"),
        ({"conditions": ["mental_illness"]}, {"population": ["substance_use"]}, "population"),
        ({"supervised": True}, {"supervised": False}, "supervised"),
        ({"share_at_least": 0.51}, {"share": 0.5}, "share"),
    ],
)
def test_a_position_that_does_not_count_names_the_point(asked: Raw, record: Raw, point: str) -> None:
    """The field by which it fails."""
    told = {"experience": [{"hours": 10, "start": "2026-01-05", "end": "2026-03-27", **record}]}

    assert find({"kind": "experience", "at_least": 10, **asked}, told).aside == (Aside("experience[0]", point),)


def test_a_setting_that_the_rule_does_not_know_is_named() -> None:
    """A person has to decide about it."""
    told = {"experience": [{"hours": 10, "setting": "elsewhere", "start": "2026-01-05", "end": "2026-03-27"}]}

    assert find({"kind": "experience", "at_least": 10, "settings": ["ms-dmh-certified"]}, told).open == (
        Aside("experience[0]", "setting"),
    )


def test_work_is_held_against_each_requirement_by_itself() -> None:
    """A hundred hours as a peer are none as support, though both are asked of one person."""
    asked = {"kind": "experience", "title": "W", "at_least": 100, "sources": [{"id": "s", "at": "1"}]}
    both = [{**asked, "id": "peer", "roles": ["peer"]}, {**asked, "id": "support", "roles": ["support"]}]
    work = {"role": "peer", "hours": 100, "start": "2024-01-08", "end": "2025-06-30"}

    found = find({"kind": "all_of", "of": both}, {"experience": [work]})

    assert [one.outcome for one in found.children] == [Outcome.MET, Outcome.UNMET]
