"""Being employed."""

from datetime import date

import pytest

from build import MET, UNKNOWN, UNMET, Raw, because, described, find, outcome, turning
from peercert.finding import Aside
from peercert.logic import Why

JOB: Raw = {"kind": "employment", "settings": ["ms-dmh-certified"], "supervisors": ["mental_health_professional"]}
ANY_JOB: Raw = {"kind": "employment"}
RIGHT = {"setting": "ms-dmh-certified", "supervisor": "mental_health_professional"}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (RIGHT, MET),
        ({**RIGHT, "supervisor": "Mental Health Professional"}, MET),
        ({**RIGHT, "since": "2026-11-22"}, MET),
        ({**RIGHT, "since": "2026-11-23"}, UNMET),
        ({**RIGHT, "since": "2026-11"}, (UNKNOWN, Why.IMPRECISE)),
        ({**RIGHT, "since": "declined"}, (UNKNOWN, Why.DECLINED)),
        ({**RIGHT, "setting": "a shelter"}, (UNKNOWN, Why.NEEDS_HUMAN)),
        ({**RIGHT, "supervisor": "a friend"}, (UNKNOWN, Why.NEEDS_HUMAN)),
        ({"setting": "a shelter", "since": "2027-01-01"}, UNMET),
        ({"setting": "ms-dmh-certified"}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({**RIGHT, "setting": "declined"}, (UNKNOWN, Why.DECLINED)),
        ("none", UNMET),
        ("declined", (UNKNOWN, Why.DECLINED)),
        (None, (UNKNOWN, Why.NOT_PROVIDED)),
    ],
)
def test_the_job_is_where_and_under_whom_the_rule_asks(told: object, expected: object) -> None:
    """Known words count however spelled; an unknown one is for a person; no job is a no."""
    assert outcome(JOB, {"employment": told} if told else {}) == expected


def test_a_job_to_come_counts_once_all_is_done() -> None:
    """When everything planned is done, a later job has begun."""
    assert outcome(JOB, {"employment": {**RIGHT, "since": "2027-01-01"}}, finished=True) == MET


@pytest.mark.parametrize(("told", "expected"), [({}, MET), ({"setting": "a shelter"}, MET), ("none", UNMET)])
def test_where_nothing_more_is_asked_any_job_will_do(told: object, expected: object) -> None:
    """Without settings and supervisors only the job is asked."""
    assert outcome(ANY_JOB, {"employment": told}) == expected


def test_a_job_to_come_is_named_as_left_out() -> None:
    """A job dated later is set aside, and the words say so."""
    profile = {"employment": {**RIGHT, "since": "2026-12-01"}}

    assert find(JOB, profile).aside == (Aside("employment", "after_as_of"),)
    assert because(JOB, profile).text == (
        "Not employed this way on that day. Not counted: employment (dated after the day decided on). What counts: "
        "Employed in a program certified by the Mississippi Department of Mental Health, "
        "under a trained mental health professional."
    )
    assert turning(JOB, profile) == [date(2026, 12, 1)]


def test_the_words_are_plain() -> None:
    """What is asked, and what to do."""
    assert described(ANY_JOB) == "Employed."
    assert because(JOB, {"employment": RIGHT}) == ("Employed where and under whom the rule asks.", None)
    assert because(ANY_JOB, {"employment": "none"}) == (
        "Not employed this way on that day. What counts: Employed.",
        "Find such a job, and apply for the certificate then.",
    )
    assert because(JOB, {}) == ("The profile does not tell this.", "Add `employment` to the profile.")
    assert because(JOB, {"employment": {}}) == (
        "The profile tells of a job, but not its `setting` and `supervisor`.",
        "Add `setting` and `supervisor` under `employment`.",
    )


def test_a_setting_that_is_told_is_not_said_to_be_missing() -> None:
    """Where only the supervisor is not told, only the supervisor is asked for."""
    said = because(JOB, {"employment": {"setting": "ms-dmh-certified"}})

    assert "setting" not in f"{said.text} {said.remedy}"


@pytest.mark.parametrize("told", ["none", "declined", {}])
def test_without_a_first_day_nobody_waits(told: object) -> None:
    """Time alone makes a job only where one is dated later."""
    assert turning(JOB, {"employment": told}) == []


def test_the_job_is_the_evidence_and_what_it_leaves_open_is_named() -> None:
    """Having no job is told there too; a job that is not to come is not set aside."""
    raw = {"kind": "employment", "settings": ["ms-dmh-certified"]}
    none, vague = find(raw, {"employment": "none"}), find(raw, {"employment": {"since": "2026-01-01"}})
    elsewhere = find(raw, {"employment": {"setting": "ms-dmh-certified", "since": "2027-01-01"}})

    assert none.evidence == vague.evidence == elsewhere.evidence == ("employment",)
    assert (vague.open, vague.aside) == ((Aside("employment", "setting"),), ())
    assert elsewhere.aside == (Aside("employment", "after_as_of"),)


def test_a_first_day_told_by_its_month_may_be_the_months_first() -> None:
    """On that day the job may have begun."""
    raw, told = {"kind": "employment"}, {"employment": {"setting": "x", "since": "2026-11"}}

    assert outcome(raw, told, date(2026, 11, 1)) == (UNKNOWN, Why.IMPRECISE)
    assert outcome(raw, told, date(2026, 10, 31)) == UNMET
