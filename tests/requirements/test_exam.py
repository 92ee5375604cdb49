"""An exam passed."""

from datetime import date
from decimal import Decimal

import pytest

from build import MET, UNKNOWN, UNMET, Raw, because, described, find, outcome, requirement, turning
from peercert.finding import Aside, Measure
from peercert.logic import Outcome, Why
from peercert.requirements.sittings import Left

MARK: Raw = {"kind": "exam", "exam": "ms-cpss", "score_at_least": 75}
RESULT: Raw = {"kind": "exam", "exam": "mn-cps"}
TWO_SITTINGS: Raw = {**MARK, "sittings": {"course": "ms-cpss", "at_most": 2}}
COURSE = {"program": "ms-cpss", "completed": "2026-05-01"}
VOID = "does not count: only the first 2 after a course do"


def sat(day: str | None = "2026-10-09", **told: object) -> Raw:
    """Return one sitting of the Mississippi exam."""
    return {"exam": "ms-cpss", **({"date": day} if day else {}), **told}


def profile(*sittings: Raw, courses: list[Raw] | None = None) -> Raw:
    """Return a profile with some sittings, and courses; one course in May where none are given."""
    return {"exams": list(sittings), "training": [COURSE] if courses is None else courses}


@pytest.mark.parametrize(
    ("sitting", "expected"),
    [
        (sat(score=75), MET),
        (sat(score=74.9), UNMET),
        (sat(score=100), MET),
        (sat(score=74.9, result="passed"), UNMET),
        (sat(score=75, result="failed"), MET),
        (sat(result="passed"), MET),
        (sat(result="failed"), UNMET),
        (sat(result="pending"), (UNKNOWN, Why.NOT_PROVIDED)),
        (sat(), (UNKNOWN, Why.NOT_PROVIDED)),
        (sat(result="declined"), (UNKNOWN, Why.DECLINED)),
        (sat(score="declined"), (UNKNOWN, Why.DECLINED)),
        (sat(score="declined", result="passed"), MET),
        (sat("2026-11-22", score=80), MET),
        (sat("2026-11-23", score=80), UNMET),
        (sat("2026-11", score=80), (UNKNOWN, Why.IMPRECISE)),
        (sat("2026-11", score=70), UNMET),
        (sat(None, score=80), MET),
        ({"exam": "mn-cps", "score": 80}, UNMET),
        ({"exam": "declined", "score": 80}, (UNKNOWN, Why.DECLINED)),
        ({"exam": "declined", "score": 70}, UNMET),
    ],
)
def test_the_score_decides_and_without_one_the_result(sitting: Raw, expected: object) -> None:
    """The mark is a pass, a tenth below is not; a result says nothing beside a score."""
    assert outcome(MARK, profile(sitting)) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"result": "passed"}, MET),
        ({"result": "passed", "score": 10}, MET),
        ({"result": "failed", "score": 99}, UNMET),
        ({"score": 99}, (UNKNOWN, Why.NOT_PROVIDED)),
    ],
)
def test_where_no_mark_is_known_the_result_decides(told: Raw, expected: object) -> None:
    """Without a mark a score proves nothing."""
    assert outcome(RESULT, {"exams": [{"exam": "mn-cps", **told}]}) == expected


@pytest.mark.parametrize(
    ("told", "options", "expected"),
    [
        ({}, {}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"exams": "declined"}, {}, (UNKNOWN, Why.DECLINED)),
        ({"exams": []}, {}, UNMET),
        ({"exams": {"records": [sat(score=70)], "complete": False}}, {}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"exams": {"records": [sat(score=80)], "complete": False}}, {}, MET),
        ({"exams": [sat(score=80)]}, {"verified_only": True}, (UNKNOWN, Why.UNVERIFIED)),
        ({"exams": [sat(score=70)]}, {"verified_only": True}, UNMET),
        ({"exams": [sat("2027-01-01", score=80)]}, {"finished": True}, MET),
        ({"exams": [sat(score=70), sat(score=80)]}, {}, MET),
        ({"exams": [sat(score=70), sat(result="pending")]}, {}, (UNKNOWN, Why.NOT_PROVIDED)),
    ],
)
def test_silence_is_not_a_no_and_one_pass_is_enough(told: Raw, options: Raw, expected: object) -> None:
    """Sittings not told, perhaps more or unchecked stay open."""
    assert outcome(MARK, told, **options) == expected


JUNE, JULY, AUGUST = "2026-06-01", "2026-07-01", "2026-08-01"
SECOND_COURSE = {"program": "ms-cpss", "completed": "2026-07-15"}


@pytest.mark.parametrize(
    ("sittings", "courses", "expected"),
    [
        ([sat(JUNE, score=80)], [COURSE], MET),
        ([sat("2026-05-01", score=80)], [COURSE], MET),
        ([sat("2026-04-30", score=80)], [COURSE], UNMET),
        ([sat(JUNE, score=60), sat(JULY, score=80)], [COURSE], MET),
        ([sat(JUNE, score=60), sat(JULY, score=60), sat(AUGUST, score=80)], [COURSE], UNMET),
        ([sat(AUGUST, score=80), sat(JULY, score=60), sat(JUNE, score=60)], [COURSE], UNMET),
        ([sat("2026-04-30", score=60), sat(JUNE, score=60), sat(JULY, score=80)], [COURSE], MET),
        ([sat(JUNE, score=60), sat(JULY, score=60), sat(AUGUST, score=80)], [COURSE, SECOND_COURSE], MET),
        ([sat(JUNE, score=80), sat(JULY, score=60), sat(AUGUST, score=60)], [COURSE, SECOND_COURSE], MET),
        ([sat(JUNE, score=80)], [], UNMET),
        ([sat(JUNE, score=80)], [{**COURSE, "program": "mn-cps"}], UNMET),
        ([sat(JUNE, score=80)], [{**COURSE, "status": "planned"}], UNMET),
        ([sat(JUNE, score=60)], [{"program": "ms-cpss"}], UNMET),
    ],
)
def test_the_first_sittings_after_a_course_count(sittings: list[Raw], courses: list[Raw], expected: object) -> None:
    """The first two on or after a course count, whatever their order in the file; a new course opens two more."""
    assert outcome(TWO_SITTINGS, profile(*sittings, courses=courses)) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("completed", "completed", MET),
        ("completed", None, MET),
        ("completed", "failed", UNMET),
        ("completed", "pending", (UNKNOWN, Why.NOT_PROVIDED)),
        ("failed", "completed", MET),
        ("failed", "failed", UNMET),
    ],
)
def test_a_course_that_failed_in_a_part_opens_no_sittings_after_another(
    first: str, second: str | None, expected: object
) -> None:
    """The third sitting comes after two that fell short; it counts only where the second course is one."""
    rule = {**MARK, "sittings": {"course": "ms-cpss", "at_most": 2, "where_told": {"pre_training": "completed"}}}
    sittings = [sat(day, score=score) for day, score in (("2026-05-09", 60), ("2026-05-16", 70), ("2026-10-09", 80))]
    courses = [
        {"program": "ms-cpss", "completed": "2026-05-02", "components": {"pre_training": first}},
        {
            "program": "ms-cpss",
            "completed": "2026-10-02",
            **({"components": {"pre_training": second}} if second else {}),
        },
    ]

    assert outcome(rule, profile(*sittings, courses=courses)) == expected


@pytest.mark.parametrize(
    ("sittings", "expected"),
    [
        ([sat("2026-09-08", score=60), sat("2026-09", score=80), sat("2026-09", score=80)], MET),
        ([sat("2026-09", score=80)] * 3, MET),
        ([sat("2026-09-08", score=80), sat(None, score=80), sat(None, score=80)], MET),
        ([sat("2026-09-08", score=60), sat("2026-09-08", score=80), sat("2026-09-08", score=80)], MET),
        ([sat("2026-09", score=60), sat("2026-09", score=60), sat("2026-09", score=80)], (UNKNOWN, Why.IMPRECISE)),
        ([sat("2026-04", score=80), sat("2026-04", score=80)], UNMET),
        ([sat("2026-11-06", score=80), sat("2026-11", score=80), sat("2026-11", score=80)], MET),
        ([sat("2026-11-08", score=60), sat("2026-11-11", score=80), sat("2026-11", score=80)], MET),
        (
            [sat("2026-09-08", score=60), sat("2026-11", score=60), sat("2026-11-11", score=80)],
            (UNKNOWN, Why.IMPRECISE),
        ),
        ([sat("2026-09-08", score=80), sat("2026", score=80), sat("2026-08", score=60), sat("2026-10")], MET),
    ],
)
def test_one_pass_more_never_takes_a_pass_away(sittings: list[Raw], expected: object) -> None:
    """Whichever sittings come first, a pass is among them where too few others can come before it."""
    assert outcome(TWO_SITTINGS, profile(*sittings)) == expected


@pytest.mark.parametrize(
    ("day", "told", "expected"),
    [
        ("2026-10-05", {"application_date": "2026-10-01"}, MET),
        ("2026-11-22", {}, MET),
        ("2026-11-21", {}, (UNKNOWN, Why.IMPRECISE)),
    ],
)
def test_a_course_without_a_day_lies_on_or_before_the_application(day: str, told: Raw, expected: object) -> None:
    """So a sitting on that day or after it comes after the course."""
    who = {**profile(sat(day, score=75), courses=[{"program": "ms-cpss"}]), **told}

    assert outcome(TWO_SITTINGS, who) == expected


def test_a_pass_that_nobody_checked_does_not_take_the_place_of_one_that_somebody_did() -> None:
    """It is a pass itself, or it is not there; a sitting that was failed may take it."""
    checked = {"verified_by": "DMH"}
    courses: list[Raw] = [{**COURSE, **checked}]
    first, last = sat("2026-09-08", score=60, **checked), sat("2026-10-08", score=80, **checked)

    passed = profile(first, sat("2026-09-20", score=80), last, courses=courses)
    failed = profile(first, sat("2026-09-20", score=60), last, courses=courses)

    assert outcome(TWO_SITTINGS, passed, verified_only=True) == MET
    assert outcome(TWO_SITTINGS, failed, verified_only=True) == (UNKNOWN, Why.UNVERIFIED)


def test_a_course_that_is_not_told_may_have_come_before_one_that_failed_in_a_part() -> None:
    """Then it opens no new sittings, and those before it count too; one sitting is among the first ones anyway."""
    rule: Raw = {**MARK, "sittings": {"course": "ms-cpss", "at_most": 2, "where_told": {"pre_training": "completed"}}}
    failed = {**COURSE, "components": {"pre_training": "failed"}}
    perhaps_more = {"records": [failed], "complete": False}
    once, thrice = [sat(score=80)], [sat("2026-03-02", score=60), sat("2026-04-02", score=60), sat(score=80)]

    assert outcome(rule, {"exams": once, "training": perhaps_more}) == MET
    assert outcome(rule, {"exams": thrice, "training": [failed]}) == MET
    assert outcome(rule, {"exams": thrice, "training": perhaps_more}) == (UNKNOWN, Why.NOT_PROVIDED)


def test_of_a_sitting_that_nobody_checked_that_is_the_reason() -> None:
    """Where every day is exact, it is not the days that leave it open."""
    checked = {"verified_by": "somebody"}
    sittings = [sat("2026-09-02", score=60), sat("2026-09-03", score=60), sat("2026-09-10", score=80, **checked)]
    who = profile(*sittings, courses=[{**COURSE, **checked}])

    assert outcome(TWO_SITTINGS, who, verified_only=True) == (UNKNOWN, Why.UNVERIFIED)


@pytest.mark.parametrize("second", [(), ({"program": "ms-cpss", "completed": "2026-11-01"},)])
def test_a_pass_on_any_course_stands(second: tuple[Raw, ...]) -> None:
    """What the first course lacks, its own requirement says; a course to come does not take the pass away."""
    rule = {**MARK, "sittings": {"course": "ms-cpss", "at_most": 2, "where_told": {"pre_training": "completed"}}}
    course = {"program": "ms-cpss", "completed": "2026-10-02", "components": {"pre_training": "failed"}}

    assert outcome(rule, profile(sat("2026-10-09", score=80), courses=[course, *second])) == MET


@pytest.mark.parametrize("exams", [None, "declined", {"records": [], "complete": False}])
def test_without_a_course_no_sitting_can_count(exams: object) -> None:
    """Who tells of no course at all has no pass that counts, whatever they sat for."""
    told = {"exams": exams} if exams else {}

    assert outcome(TWO_SITTINGS, {**told, "training": []}) == UNMET
    assert outcome(TWO_SITTINGS, {**told, "training": [{"completed": "2026-05-01"}]})[0] is Outcome.UNKNOWN
    assert outcome(TWO_SITTINGS, {**told, "training": {"records": [], "complete": False}})[0] is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("sittings", "courses", "why"),
    [
        ([sat(None, score=80)], [COURSE], Why.IMPRECISE),
        ([sat("2026-05", score=80)], [{**COURSE, "completed": "2026-05-20"}], Why.IMPRECISE),
        ([sat(JUNE, score=80)], [{**COURSE, "completed": "2026"}], Why.IMPRECISE),
        ([sat(JUNE, score=80)], [{"program": "ms-cpss"}], Why.IMPRECISE),
        ([sat(JUNE, score=80)], [{"completed": "2026-05-01"}], Why.NOT_PROVIDED),
        ([sat(JUNE, score=80)], [{**COURSE, "program": "declined"}], Why.DECLINED),
        ([sat(JUNE, score=60), sat(None, score=60), sat(JULY, score=80)], [COURSE], Why.IMPRECISE),
        ([sat(JUNE, score=60), sat(JUNE, score=60), sat(JUNE, score=80)], [COURSE], Why.IMPRECISE),
        ([sat("declined", score=80)], [COURSE], Why.DECLINED),
        ([sat(JUNE, score=80)], [{**COURSE, "completed": "declined"}], Why.DECLINED),
        ([sat(JUNE, score=60), sat("declined", score=60), sat(JULY, score=80)], [COURSE], Why.DECLINED),
    ],
)
def test_an_order_that_is_left_open_is_not_guessed(sittings: list[Raw], courses: list[Raw], why: Why) -> None:
    """Where dates do not show whether a sitting is among the first, it counts perhaps."""
    assert outcome(TWO_SITTINGS, profile(*sittings, courses=courses)) == (UNKNOWN, why)


@pytest.mark.parametrize(
    ("training", "why"),
    [(None, Why.NOT_PROVIDED), ("declined", Why.DECLINED), ({"records": [], "complete": False}, Why.NOT_PROVIDED)],
)
def test_a_course_that_is_not_told_may_have_come_before(training: object, why: Why) -> None:
    """A pass counts perhaps where there may be a course that is not told."""
    told = {"exams": [sat(JUNE, score=80)]} | ({"training": training} if training else {})

    assert outcome(TWO_SITTINGS, told) == (UNKNOWN, why)


def test_sittings_of_an_exam_that_is_not_named_do_not_make_a_later_one_void() -> None:
    """Failed sittings of an exam that is not named may be of another one, so a third sitting may count."""
    unnamed = {"exam": "declined", "result": "failed"}

    come_out, why = outcome(
        TWO_SITTINGS, profile({**unnamed, "date": JUNE}, {**unnamed, "date": JULY}, sat(AUGUST, score=80))
    )

    assert (come_out, why) == (Outcome.UNKNOWN, Why.DECLINED)


def test_the_order_of_courses_does_not_change_the_reason() -> None:
    """Of several reasons the first of the contract's list is named, whichever course stands first."""
    unnamed, declined = {"completed": "2026-05-01"}, {**COURSE, "program": "declined"}

    one = outcome(TWO_SITTINGS, profile(sat(JUNE, score=80), courses=[unnamed, declined]))
    other = outcome(TWO_SITTINGS, profile(sat(JUNE, score=80), courses=[declined, unnamed]))

    assert one == other == (UNKNOWN, Why.NOT_PROVIDED)


@pytest.mark.parametrize(
    ("raw", "sittings", "measure"),
    [
        (MARK, [sat(score=74.9)], Measure(Decimal("74.9"), Decimal(75), "percent", Decimal("74.9"))),
        (MARK, [sat(score=60), sat(score=70)], Measure(Decimal(70), Decimal(75), "percent", Decimal(70))),
        (MARK, [sat(result="failed")], None),
        (MARK, [], None),
        (RESULT, [{"exam": "mn-cps", "score": 60, "result": "failed"}], None),
    ],
)
def test_the_best_score_is_measured_against_the_mark(raw: Raw, sittings: list[Raw], measure: Measure | None) -> None:
    """Where there is a mark and a score, both are shown; else nothing is counted."""
    assert find(raw, {"exams": sittings}).measure == measure


def test_points_are_measured_in_points() -> None:
    """The unit is the exam's own."""
    found = find(
        {"kind": "exam", "exam": "icrc-pr", "score_at_least": 500}, {"exams": [{"exam": "icrc-pr", "score": 499}]}
    )

    assert found.measure == Measure(Decimal(499), Decimal(500), "points", Decimal(499))
    assert found.measure.short == 1


def test_a_void_sitting_is_not_measured() -> None:
    """A score that does not count is not shown as had."""
    found = find(TWO_SITTINGS, profile(sat(JUNE, score=60), sat(JULY, score=65), sat(AUGUST, score=80)))

    assert found.measure is not None
    assert found.measure.have == 65


def test_a_pass_by_its_result_is_not_measured_by_a_lower_score() -> None:
    """Where a pass is told by its result, no failed score beside it makes it look short."""
    found = find(MARK, {"exams": [sat("2026-01-10", score=60), sat("2026-02-10", result="passed")]})

    assert found.outcome is Outcome.MET
    assert found.measure is None or found.measure.short == 0


def test_the_sittings_are_told_apart() -> None:
    """Sittings of this exam are evidence, those that count perhaps are open, later ones are set aside."""
    told = [sat(score=60), {"exam": "mn-cps", "result": "passed"}, sat("2026", score=80), sat("2026-12-01", score=80)]

    found = find(MARK, {"exams": told})

    assert found.evidence == ("exams[0]", "exams[2]")
    assert [one.address for one in found.open] == ["exams[2]"]
    assert found.aside == (Aside("exams[3]", "after_as_of"),)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (RESULT, "Passed: Certified Peer Specialist exam (Minnesota)."),
        (MARK, "Passed: CPSS exam (Mississippi), with at least 75 %."),
        (
            {"kind": "exam", "exam": "icrc-pr", "score_at_least": 500},
            "Passed: IC&RC Peer Recovery exam, with at least 500 points.",
        ),
    ],
)
def test_it_says_what_is_asked(raw: Raw, text: str) -> None:
    """The exam by its title, and the mark in its own unit."""
    assert described(raw).replace(" (Minnesota)", "").replace(" (Mississippi)", "") == text.replace(
        " (Minnesota)", ""
    ).replace(" (Mississippi)", "")


def test_it_says_how_many_sittings_there_are() -> None:
    """Where sittings are limited, the words say so."""
    assert described(TWO_SITTINGS).endswith(", with at least 75 %, in one of the first 2 sittings after the course.")


@pytest.mark.parametrize(
    ("sittings", "text"),
    [
        ([sat(score=75.5)], "Scored 75.5 % on 2026-10-09; 75 % is needed."),
        ([sat("2026-10", score=75.5)], "Scored 75.5 %; 75 % is needed."),
        ([sat(result="passed")], "Passed on 2026-10-09."),
    ],
)
def test_a_pass_is_said_with_its_day(sittings: list[Raw], text: str) -> None:
    """The score and the day of the pass are shown, a day only where it is known."""
    assert because(MARK, {"exams": sittings}) == (text, None)


def test_a_pass_is_said_with_the_day_it_was_passed_and_not_with_another_one() -> None:
    """A failed sitting after a pass does not lend it its day."""
    told = [
        {"exam": "mn-cps", "date": "2026-01-10", "result": "passed"},
        {"exam": "mn-cps", "date": "2026-02-10", "result": "failed"},
    ]

    assert because(RESULT, {"exams": told}).text == "Passed on 2026-01-10."


def test_a_pass_by_its_result_is_not_said_with_a_failed_score() -> None:
    """Where the pass is told by its result, the words do not show a score that is too low."""
    told = [sat("2026-01-10", score=60), sat("2026-02-10", result="passed")]

    assert because(MARK, {"exams": told}).text == "Passed on 2026-02-10."


@pytest.mark.parametrize(
    ("raw", "sittings", "text", "remedy"),
    [
        (MARK, [sat(score=74.9)], "Scored 74.9 % on 2026-10-09; 75 % is needed.", "Sit the exam again."),
        (MARK, [sat(result="failed")], "Not passed on 2026-10-09.", "Sit the exam again."),
        (MARK, [sat(None, result="failed")], "Not passed.", "Sit the exam again."),
        (MARK, [], "No sitting of this exam that counts is told.", "Sit the exam."),
        (
            MARK,
            [sat("2026-12-01", score=80)],
            "No sitting of this exam that counts is told. Not counted: exams[0] (dated after the day decided on).",
            "Sit the exam.",
        ),
        (
            TWO_SITTINGS,
            [sat(score=74.9)],
            "Scored 74.9 % on 2026-10-09; 75 % is needed. One of 2 sittings is left.",
            "Sit the exam again.",
        ),
        (TWO_SITTINGS, [], "No sitting of this exam that counts is told. 2 of 2 sittings are left.", "Sit the exam."),
        (
            TWO_SITTINGS,
            [sat(JUNE, score=60), sat(JULY, score=65)],
            "Scored 65 % on 2026-07-01; 75 % is needed. No sitting is left after this course.",
            "Take the course again; then you can sit the exam again.",
        ),
        (
            TWO_SITTINGS,
            [sat(JUNE, score=60), sat(JULY, score=65), sat(AUGUST, score=90)],
            f"Scored 65 % on 2026-07-01; 75 % is needed. exams[2] {VOID}. No sitting is left after this course.",
            "Take the course again; then you can sit the exam again.",
        ),
        (
            TWO_SITTINGS,
            [sat(None, score=60)],
            "Scored 60 %; 75 % is needed. 1 to 2 of 2 sittings are left.",
            "Sit the exam again.",
        ),
        (
            TWO_SITTINGS,
            [sat(JUNE, score=60), sat(None, score=55)],
            "Scored 60 % on 2026-06-01; 75 % is needed. It is not certain that a sitting is left after the course.",
            "Give the exact days of courses and sittings. Where none is left, take the course again first.",
        ),
        (
            TWO_SITTINGS,
            [sat("2026-04-20", score=90), sat("2026-04-25", score=95)],
            (
                "No sitting of this exam that counts is told. exams[0] and exams[1] do not count: "
                "only the first 2 after a course do. 2 of 2 sittings are left."
            ),
            "Sit the exam.",
        ),
    ],
)
def test_a_miss_is_said_with_what_is_left_to_do(raw: Raw, sittings: list[Raw], text: str, remedy: str) -> None:
    """Score, day, void sittings and sittings left are all said, and what to do next."""
    assert because(raw, profile(*sittings)) == (text, remedy)


def test_a_sitting_before_any_course_is_void_and_the_course_comes_first() -> None:
    """Without a course no sitting counts, and the step is to take it."""
    said = because(TWO_SITTINGS, profile(sat(JUNE, score=90), courses=[]))

    assert said.text.startswith(f"No sitting of this exam that counts is told. exams[0] {VOID}.")
    assert said.remedy == "Take the course, then sit the exam."


@pytest.mark.parametrize(
    ("sitting", "options"),
    [
        (sat(result="pending"), {}),
        (sat(), {}),
        (sat(score=80), {"verified_only": True}),
        ({**sat(score=80), "exam": "declined"}, {}),
    ],
)
def test_a_date_that_is_told_is_not_said_to_be_missing(sitting: Raw, options: Raw) -> None:
    """What leaves a dated sitting open is its result, its exam or that nobody checked it: never its date."""
    assert "date" not in because(MARK, {"exams": [sitting]}, **options).text


def test_it_looks_at_courses_only_where_sittings_are_limited() -> None:
    """Training matters to an exam only where sittings follow a course."""
    assert requirement(MARK).looks_at() == ("exams",)
    assert requirement(TWO_SITTINGS).looks_at() == ("exams", "training")


def test_later_sittings_and_courses_are_waited_for() -> None:
    """The days of sittings, and of courses where they matter, are days to look at again."""
    told = profile(sat("2026-12-09", score=80), courses=[{**COURSE, "completed": "2026-12-01"}])

    assert date(2026, 12, 9) in turning(MARK, told)
    assert date(2026, 12, 1) not in turning(MARK, told)
    assert {date(2026, 12, 1), date(2026, 12, 9)} <= set(turning(TWO_SITTINGS, told))


def test_a_pass_is_not_proved_while_earlier_sittings_may_be_missing() -> None:
    """A list that may hold more may hold two earlier failures, which would make this pass void; so it stays open."""
    told = profile(sat(score=82))
    half = {**told, "exams": {"records": told["exams"], "complete": False}}

    assert outcome(TWO_SITTINGS, told) == MET
    assert outcome(TWO_SITTINGS, half) == (UNKNOWN, Why.NOT_PROVIDED)
    assert because(TWO_SITTINGS, half).text == (
        "What is told so far is not enough, and the list says that there may be more."
    )


def test_where_sittings_are_not_limited_a_pass_is_a_pass() -> None:
    """Without a limit no earlier sitting matters, told or not."""
    half = {"exams": {"records": [sat(score=82)], "complete": False}}

    assert outcome(MARK, half) == MET


@pytest.mark.parametrize(
    ("sitting", "point"),
    [
        ({"exam": "declined", "score": 80}, "exam"),
        ({"exam": "ms-cpss", "result": "pending"}, "result"),
        ({"exam": "ms-cpss", "score": 80}, "order"),
    ],
)
def test_what_leaves_a_sitting_open_is_named(sitting: Raw, point: str) -> None:
    """Which exam it was, how it ended, or its place among courses and sittings."""
    assert find(TWO_SITTINGS, profile(sitting)).open == (Aside("exams[0]", point),)


@pytest.mark.parametrize(
    ("courses", "left"),
    [
        ([COURSE], Left(0, 0)),
        ([{"program": "ms-cpss"}], Left(0, 2)),
        ([COURSE, {"program": "ms-cpss", "completed": "2026-09-01"}], Left(2, 2)),
        ([COURSE, {"program": "ms-cpss"}], Left(0, 2)),
        ([COURSE, {"program": "ms-cpss", "completed": "2026"}], Left(0, 2)),
        ([COURSE, {"program": "ms-cpss", "completed": "2026-08..2026-09"}], Left(2, 2)),
        ([COURSE, {"program": "declined", "completed": "2026-09-01"}], Left(0, 2)),
        ([{"program": "declined", "completed": "2026-09-01"}], Left(0, 2)),
    ],
)
def test_sittings_are_left_as_far_as_the_days_told_show(courses: list[Raw], left: Left) -> None:
    """The least is what is left in the worst case; a course that is in doubt may have given new sittings."""
    told = profile(sat(JUNE, score=60), sat(JULY, score=65), courses=courses)

    assert find(TWO_SITTINGS, told).detail[2] == left


def test_a_score_that_may_not_count_is_not_proved() -> None:
    """What is short is counted from what is proved, as everywhere; the open score is no limit either."""
    told = profile(sat(JUNE, score=60), sat(None, score=55), sat(JULY, score=90))

    assert find(TWO_SITTINGS, told).measure == Measure(Decimal(60), Decimal(75), "percent", None)
    assert find(MARK, {"exams": [sat("2026-11", score=80)]}).measure == Measure(Decimal(), Decimal(75), "percent", None)


def test_what_a_place_hangs_on_is_named() -> None:
    """Earlier sittings that nobody checked, or a course; not the sitting itself, whose day is told."""
    course = {**COURSE, "verified_by": "DMH"}
    third = sat(AUGUST, score=80, verified_by="DMH")
    told = profile(sat(JUNE, score=60), sat(JULY, score=60), third, courses=[course])

    assert find(TWO_SITTINGS, told, verified_only=True).open == (
        Aside("exams[0]", "unverified"), Aside("exams[1]", "unverified"),
    )  # fmt: skip
    assert find(TWO_SITTINGS, profile(third), verified_only=True).open == (Aside("training[0]", "unverified"),)
    assert find(TWO_SITTINGS, profile(sat(JUNE, score=80), courses=[{"completed": "2026-05-01"}])).open == (
        Aside("training[0]", "program"),
    )


def test_a_sitting_is_still_in_doubt_where_the_list_may_hold_more() -> None:
    """Its place alone is not named then, for it may change with what is not told."""
    half = {
        **profile(),
        "exams": {"records": [sat(score=80), {**sat(score=80), "exam": "declined"}], "complete": False},
    }

    assert find(TWO_SITTINGS, half).open == (Aside("exams[1]", "exam"),)


def test_a_sitting_on_the_day_of_the_course_is_the_first_one() -> None:
    """So the third one is void, and after it one of two is left."""
    same_day = sat("2026-05-01", score=60)

    assert outcome(TWO_SITTINGS, profile(same_day, sat(JUNE, score=60), sat(JULY, score=80))) == UNMET
    assert find(TWO_SITTINGS, profile(same_day)).detail[2] == Left(1, 1)


def test_a_course_without_an_exact_day_may_have_come_after() -> None:
    """On its earliest day the sitting may have come first."""
    course = {**COURSE, "completed": "2026-05"}

    assert outcome(TWO_SITTINGS, profile(sat("2026-05-01", score=80), courses=[course])) == (UNKNOWN, Why.IMPRECISE)


def test_a_score_that_is_declined_is_not_measured() -> None:
    """The result stands, beside another sitting too."""
    told = {"exams": [sat("2026-01-10", score="declined", result="passed"), sat("2026-02-10", score="declined")]}

    assert find(MARK, told).measure is None
    assert because(MARK, told).text == "Passed on 2026-01-10."


def test_of_passes_without_a_score_the_earlier_is_shown() -> None:
    """Whether a score is kept back or not told."""
    told = {"exams": [sat("2026-02-10", result="passed"), sat("2026-01-10", score="declined", result="passed")]}

    assert because(MARK, told).text == "Passed on 2026-01-10."


def test_of_equal_scores_the_earlier_is_shown() -> None:
    """The pass dates from then."""
    told = {"exams": [sat("2026-02-10", score=80), sat("2026-01-10", score=80)]}

    assert because(MARK, told).text == "Scored 80 % on 2026-01-10; 75 % is needed."


def test_points_are_needed_and_percent_is() -> None:
    """The words agree with their number."""
    raw = {"kind": "exam", "exam": "icrc-pr", "score_at_least": 500}

    assert because(raw, {"exams": [{"exam": "icrc-pr", "score": 499}]}).text == (
        "Scored 499 points; 500 points are needed."
    )


def test_an_exam_that_the_catalogue_does_not_know_is_called_by_its_word() -> None:
    """Its rules file is at fault, which `rules check` tells; the words still stand."""
    assert described({"kind": "exam", "exam": "unheard-of"}) == "Passed: unheard-of."
