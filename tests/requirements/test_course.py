"""One completed course."""

from datetime import date
from decimal import Decimal

import pytest

from build import MET, UNKNOWN, UNMET, Raw, because, described, find, outcome, turning
from peercert.finding import Aside, Measure
from peercert.logic import Why

MINNESOTA: Raw = {
    "kind": "course",
    "programs": ["mn-cps"],
    "hours_at_least": 76,
    "components": {"midterm": "passed", "oral_role_play": "passed", "final": "passed"},
}
MISSISSIPPI: Raw = {"kind": "course", "programs": ["ms-cpss"], "where_told": {"pre_training": "completed"}}
CLOSED: Raw = {"kind": "course", "programs": ["ct-rss", "ct-recovery-coach"], "completed_by": "2026-05-31"}
PASSED = {"midterm": "passed", "oral_role_play": "passed", "final": "passed"}
FULL = {"program": "mn-cps", "completed": "2026-05-01", "hours": 76, "components": PASSED}


def took(*records: Raw) -> Raw:
    """Return a profile with some training."""
    return {"training": list(records)}


def without(record: Raw, key: str) -> Raw:
    """Return a record without one of its keys."""
    return {name: value for name, value in record.items() if name != key}


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([FULL], MET),
        ([{**FULL, "hours": 75.9}], UNMET),
        ([{**FULL, "hours": "declined"}], (UNKNOWN, Why.DECLINED)),
        ([without(FULL, "hours")], (UNKNOWN, Why.NOT_PROVIDED)),
        ([{**FULL, "program": "mn-mrc-prs"}], UNMET),
        ([{**FULL, "program": "declined"}], (UNKNOWN, Why.DECLINED)),
        ([without(FULL, "program")], (UNKNOWN, Why.NOT_PROVIDED)),
        ([{**FULL, "components": {**PASSED, "final": "failed"}}], UNMET),
        ([{**FULL, "components": {**PASSED, "final": "pending"}}], (UNKNOWN, Why.NOT_PROVIDED)),
        ([{**FULL, "components": {**PASSED, "final": "declined"}}], (UNKNOWN, Why.DECLINED)),
        ([{**FULL, "components": {**PASSED, "final": "completed"}}], (UNKNOWN, Why.NOT_PROVIDED)),
        ([{**FULL, "components": without(PASSED, "final")}], (UNKNOWN, Why.NOT_PROVIDED)),
        ([without(FULL, "components")], (UNKNOWN, Why.NOT_PROVIDED)),
        ([{**FULL, "components": "declined"}], (UNKNOWN, Why.DECLINED)),
        ([{**FULL, "hours": 70}, {**FULL, "components": {**PASSED, "midterm": "failed"}}], UNMET),
        ([{**FULL, "hours": 38}, {**FULL, "hours": 38}], UNMET),
        ([{**FULL, "completed": "2026-11-23"}], UNMET),
        ([{**FULL, "completed": "2026-11-22"}], MET),
        ([{**FULL, "completed": "2026"}], (UNKNOWN, Why.IMPRECISE)),
        ([{**FULL, "status": "in_progress"}], UNMET),
        ([without(FULL, "completed")], MET),
        ([], UNMET),
    ],
)
def test_one_course_must_have_it_all(records: list[Raw], expected: object) -> None:
    """Programme, hours and every part are asked of the same course; courses are never added up."""
    assert outcome(MINNESOTA, took(*records)) == expected


@pytest.mark.parametrize(
    ("components", "expected"),
    [
        (None, MET),
        ({}, MET),
        ({"pre_training": "completed"}, MET),
        ({"pre_training": "passed"}, MET),
        ({"pre_training": "failed"}, UNMET),
        ({"pre_training": "pending"}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"pre_training": "declined"}, (UNKNOWN, Why.DECLINED)),
        ({"final": "failed"}, MET),
        ("declined", MET),
    ],
)
def test_a_part_may_matter_only_where_it_is_told(components: object, expected: object) -> None:
    """Such a part is asked when the profile names it; other parts say nothing."""
    record = {"program": "ms-cpss", "completed": "2026-05-01"} | (
        {} if components is None else {"components": components}
    )

    assert outcome(MISSISSIPPI, took(record)) == expected


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"program": "ct-rss", "completed": "2026-05-31"}, MET),
        ({"program": "ct-recovery-coach", "completed": "2019"}, MET),
        ({"program": "ct-rss", "completed": "2026-06-01"}, UNMET),
        ({"program": "ct-rss", "completed": "2026-05"}, MET),
        ({"program": "ct-rss", "completed": "2026-01..2026-06"}, (UNKNOWN, Why.IMPRECISE)),
        ({"program": "ct-rss"}, (UNKNOWN, Why.IMPRECISE)),
        ({"program": "ct-rss", "completed": "declined"}, (UNKNOWN, Why.DECLINED)),
    ],
)
def test_a_course_may_have_to_end_by_a_day(record: Raw, expected: object) -> None:
    """The last day counts; a course without a date may have ended later."""
    assert outcome(CLOSED, took(record)) == expected


def test_a_course_without_a_date_ended_by_the_application() -> None:
    """A completed course without a date lies on or before the application, which may be early enough."""
    assert outcome(CLOSED, {**took({"program": "ct-rss"}), "application_date": "2026-05-31"}) == MET


@pytest.mark.parametrize(
    ("profile", "options", "expected"),
    [
        ({}, {}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"training": "declined"}, {}, (UNKNOWN, Why.DECLINED)),
        ({"training": {"records": [], "complete": False}}, {}, (UNKNOWN, Why.NOT_PROVIDED)),
        (took(FULL), {"verified_only": True}, (UNKNOWN, Why.UNVERIFIED)),
        (took({**FULL, "verified_by": "A. B."}), {"verified_only": True}, MET),
        (took({**FULL, "status": "planned"}), {"finished": True}, MET),
    ],
)
def test_silence_is_not_a_no(profile: Raw, options: Raw, expected: object) -> None:
    """Courses not told, perhaps more or unchecked stay open."""
    assert outcome(MINNESOTA, profile, **options) == expected


@pytest.mark.parametrize(
    ("records", "have"),
    [
        ([FULL], 76),
        ([{**FULL, "hours": 70}, {**FULL, "hours": 60}], 70),
        ([{**FULL, "hours": 90, "components": {**PASSED, "final": "failed"}}, FULL], 76),
        ([{**FULL, "hours": 90, "components": {**PASSED, "final": "failed"}}, {**FULL, "components": {}}], 76),
        ([{**FULL, "components": {}}, {**FULL, "hours": 90, "components": {**PASSED, "final": "failed"}}], 76),
        ([{**FULL, "hours": 90, "components": {}}, FULL], 76),
        ([{**FULL, "program": "ms-cpss", "hours": 99}, FULL], 76),
        ([{**FULL, "program": "ms-cpss", "hours": 99}], 0),
        ([{**FULL, "hours": 60, "status": "planned"}], 0),
        ([], 0),
    ],
)
def test_the_hours_of_the_nearest_course_are_measured(records: list[Raw], have: int) -> None:
    """A course that fits is shown before one with more hours; other courses are not counted."""
    measure = find(MINNESOTA, took(*records)).measure

    assert measure is not None
    assert (measure.have, measure.need, measure.unit) == (Decimal(have), Decimal(76), "hours")


def test_an_unchecked_course_proves_no_hours_yet() -> None:
    """What is proved is the lower bound: hours of a course that counts only perhaps are possible, not had."""
    measure = find(MINNESOTA, took(FULL), verified_only=True).measure

    assert measure == Measure(Decimal(0), Decimal(76), "hours", Decimal(76))


def test_where_no_hours_are_asked_nothing_is_measured() -> None:
    """A course without a number has no measure, nor has training that is not told."""
    assert find(MISSISSIPPI, took({"program": "ms-cpss"})).measure is None
    assert find(MINNESOTA, {}).measure is None


def test_the_records_are_told_apart() -> None:
    """A course that counts is evidence, one that perhaps counts is open, one that does not is set aside."""
    records = [FULL, without(FULL, "program"), {**FULL, "program": "ms-cpss"}, {**FULL, "completed": "2026-12-01"}]

    found = find(MINNESOTA, took(*records))

    assert found.evidence == ("training[0]", "training[1]")
    assert found.open == (Aside("training[1]", "program"),)
    assert found.aside == (Aside("training[2]", "program"), Aside("training[3]", "after_as_of"))


ASKED = (
    "What counts: Completed: DHS-approved Certified Peer Specialist training (Minnesota), with at least 76 hours, "
    "with take-home midterm passed, oral role-play test passed and written final passed."
)
STEP = "Complete this course: DHS-approved Certified Peer Specialist training (Minnesota)."


@pytest.mark.parametrize(
    ("records", "text"),
    [
        ([], f"No course that counts is told as completed. {ASKED}"),
        (
            [{**FULL, "hours": 75.5}],
            f"75.5 of 76 hours count. Not counted: training[0] (does not fit by its `hours`). {ASKED}",
        ),
        (
            [{**FULL, "components": {**PASSED, "final": "failed"}}],
            (
                "The course is told, but this part of it was not passed: written final. "
                f"Not counted: training[0] (does not fit by its `components.final`). {ASKED}"
            ),
        ),
        (
            [{**FULL, "program": "ms-cpss"}],
            f"No course that counts is told as completed. Not counted: training[0] (another course). {ASKED}",
        ),
    ],
)
def test_the_words_say_what_the_course_misses(records: list[Raw], text: str) -> None:
    """Hours, parts and programme each have their own words, and the step is the course."""
    assert because(MINNESOTA, took(*records)) == (text, STEP)


def test_what_is_met_is_said_with_its_hours() -> None:
    """A course that counts is said so, with hours where they are asked."""
    assert because(MINNESOTA, took(FULL)) == ("The course is completed. 76 of 76 hours count.", None)
    assert because(MISSISSIPPI, took({"program": "ms-cpss"})) == ("The course is completed.", None)


def test_a_way_that_is_closed_says_so() -> None:
    """Where the last day is over, nobody is sent to a course that would not count."""
    assert described(CLOSED) == (
        "Completed: Recovery Support Specialist training (Connecticut) or Recovery coach training (Connecticut), "
        "on or before 2026-05-31."
    )
    assert because(CLOSED, took()).remedy == (
        "This way is closed to courses that ended later. Look at the other ways to this credential."
    )


def test_a_course_dated_later_is_waited_for() -> None:
    """The day on which it is completed is a day to look at again."""
    assert date(2026, 12, 1) in turning(MINNESOTA, took({**FULL, "completed": "2026-12-01"}))
    assert turning(MINNESOTA, {}) == []


def test_a_part_that_was_only_completed_may_not_have_been_passed() -> None:
    """Also where it matters only because it is told."""
    raw = {"kind": "course", "programs": ["ms-cpss"], "where_told": {"final": "passed"}}
    record = {"program": "ms-cpss", "completed": "2026-05-01", "components": {"final": "completed"}}

    assert outcome(raw, took(record)) == (UNKNOWN, Why.NOT_PROVIDED)
