"""Plain words that all kinds share."""

from datetime import date
from decimal import Decimal

import pytest

from build import speech
from peercert.finding import Aside, Finding, Measure
from peercert.logic import Outcome, Why
from peercert.requirements.wording import (
    Because,
    counted,
    hours_words,
    in_words,
    joined,
    keys,
    on,
    open_because,
    open_points,
    set_aside,
    short_step,
)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("12", "12"),
        ("74.90", "74.9"),
        ("100", "100"),
        ("100.00", "100"),
        ("7.00", "7"),
        ("0.10", "0.1"),
        ("1E+2", "100"),
        ("0", "0"),
    ],
)
def test_numbers_are_written_in_full_and_never_rounded(number: str, text: str) -> None:
    """A number has no exponent and no needless zeros."""
    assert in_words(Decimal(number)) == text


@pytest.mark.parametrize(
    ("parts", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_parts_are_joined_as_in_a_sentence(parts: list[str], text: str) -> None:
    """Commas stand between parts, and a word before the last."""
    assert joined(parts) == text


def test_the_last_word_of_a_list_can_be_chosen() -> None:
    """A list of choices is joined by "or"."""
    assert joined(["a", "b", "c"], "or") == "a, b or c"


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0 hours"), (1, "1 hour"), (2, "2 hours"), ("1.0", "1 hour"), ("0.5", "0.5 hours"), ("1.5", "1.5 hours")],
)
def test_one_thing_is_one_and_others_are_many(number: int | str, text: str) -> None:
    """A noun takes its s with any number but one."""
    assert counted(Decimal(number), "hour") == text


def test_a_day_stands_in_a_sentence_only_where_it_is_known() -> None:
    """A known day is written as ISO; an unknown one leaves no gap."""
    assert (on(date(2026, 10, 9)), on(None)) == (" on 2026-10-09", "")


def test_keys_are_written_as_an_author_writes_them() -> None:
    """Keys stand in backquotes."""
    assert keys(["exams", "training"]) == "`exams` and `training`"


def test_titles_are_joined_for_a_sentence() -> None:
    """Words of the catalogue are called by their titles, others are written with spaces."""
    assert (
        speech().titles(["midterm", "final", "core_functions"]) == "take-home midterm, written final or core functions"
    )


@pytest.mark.parametrize(
    ("point", "text"),
    [
        ("share", "a[0]: its `share` is not told."),
        ("hours", "a[0]: its hours are not told."),
        ("topic", "a[0]: its hours are not told by topic."),
        ("window", "a[0]: its dates do not show on which side of the time limit it lies."),
        ("after_as_of", "a[0]: its dates reach past the day decided on."),
        ("population", "a[0]: its `population` leaves out something that matters here."),
        ("components.final", "a[0]: it is not told how its `components.final` came out."),
        ("unverified", "a[0]: nobody has checked it (`verified_by`)."),
    ],
)
def test_an_open_record_says_what_leaves_it_open(point: str, text: str) -> None:
    """A point that is a field reads as not told; the others have their own words."""
    assert open_points([Aside("a[0]", point)]) == text


def test_records_that_are_open_for_one_reason_stand_together() -> None:
    """The same reason is said once, with all its records."""
    points = [Aside("a[0]", "share"), Aside("a[2]", "role"), Aside("a[3]", "share")]

    assert open_points(points) == "a[0] and a[3]: its `share` is not told. a[2]: its `role` is not told."


@pytest.mark.parametrize(
    ("point", "text"),
    [
        ("after_as_of", "dated after the day decided on"), ("not_completed", "not finished yet"),
        ("window", "outside the time limit"), ("program", "another course"),
        ("share", "too small a share of recovery support"), ("role", "another role"),
        ("kind", "another kind of work"), ("population", "other people served"), ("supervised", "not supervised"),
        ("setting", "another setting"), ("zzz", "does not fit by its `zzz`"),
    ],
)  # fmt: skip
def test_a_record_that_is_left_out_says_why(point: str, text: str) -> None:
    """Each point on which a record fails has plain words, and none is kept back."""
    assert set_aside([Aside("a[0]", point)]) == f" Not counted: a[0] ({text})."


def test_records_left_out_for_several_reasons_are_one_sentence() -> None:
    """Records are grouped by reason; where none is left out nothing is said."""
    points = [Aside("a[0]", "role"), Aside("a[1]", "window"), Aside("a[2]", "role")]

    assert set_aside(points) == " Not counted: a[0] and a[2] (another role) and a[1] (outside the time limit)."
    assert set_aside([]) == ""


UNKNOWN = Finding("x", Outcome.UNKNOWN)


@pytest.mark.parametrize(
    ("uses", "points", "remedy"),
    [
        ("experience", ("window",), "Give exact dates. If they are exact, write the hours inside the time limit as"),
        ("supervision", ("after_as_of",), "Give exact dates. If they are exact, write the hours up to the day decided"),
        ("experience", ("after_as_of", "window"), "Give exact dates. If they are exact, write the hours inside the ti"),
        ("experience", ("window", "dates"), "Give exact dates or exact words for it."),
        ("experience", (), "Give exact dates or exact words for it."),
        ("training", ("window",), "Give exact dates or exact words for it."),
    ],
)
def test_hours_on_both_sides_of_a_day_can_be_told_apart(uses: str, points: tuple[str, ...], remedy: str) -> None:
    """Where the dates are exact already, the part that counts is written as a record of its own; a course has none."""
    asides = tuple(Aside(f"{uses}[0]", point) for point in points)
    finding = UNKNOWN._replace(why=Why.IMPRECISE, open=asides)

    assert (open_because(finding, [uses], speech()).remedy or "").startswith(remedy)


def test_a_result_that_is_not_there_yet_is_waited_for() -> None:
    """Nobody can add a result before it is told."""
    waits = UNKNOWN._replace(why=Why.NOT_PROVIDED, open=(Aside("exams[0]", "result"),))

    remedy = "When you have the result, add it to exams[0] in the profile."
    assert open_because(waits, ["exams"], speech()).remedy == remedy


POINT = (Aside("a[0]", "share"),)


@pytest.mark.parametrize(
    ("why", "points", "text", "remedy"),
    [
        (Why.NOT_PROVIDED, (), "The profile does not tell this.", "Add `exams` to the profile."),
        (
            Why.NOT_PROVIDED, POINT, "This cannot be settled yet. a[0]: its `share` is not told.",
            "Add this to a[0] in the profile.",
        ),
        (
            Why.DECLINED, (), "You chose not to tell this, which is your right. The answer stays open without it.",
            "If you decide to tell it, add `exams` to the profile.",
        ),
        (
            Why.DECLINED, (Aside("exams[1]", "result"),),
            "You chose not to tell this, which is your right. The answer stays open without it.",
            "If you decide to tell it, add the result to exams[1] in the profile.",
        ),
        (
            Why.DECLINED, (Aside("a[0]", "share"), Aside("a[0]", "role")),
            "You chose not to tell this, which is your right. The answer stays open without it.",
            "If you decide to tell it, add `share` and `role` to a[0] in the profile.",
        ),
        (
            Why.DECLINED, (Aside("a[0]", "share"), Aside("a[0]", "role"), Aside("a[1]", "kind")),
            "You chose not to tell this, which is your right. The answer stays open without it.",
            "If you decide to tell it, add it to a[0] and a[1] in the profile.",
        ),
        (Why.IMPRECISE, (), "What is told is not exact enough.", "Give exact dates or exact words for it."),
        (
            Why.IMPRECISE, (Aside("a[0]", "window"),),
            "What is told is not exact enough. a[0]: its dates do not show on which side of the time limit it lies.",
            "Give exact dates or exact words for it.",
        ),
        (
            Why.UNVERIFIED, (Aside("a[0]", "unverified"),),
            "Only records that someone checked count here. a[0]: nobody has checked it (`verified_by`).",
            "Have it checked, and write who checked it under `verified_by`.",
        ),
        (
            Why.NEEDS_HUMAN, (), "A person has to decide this: the rule has no word for what is told.",
            "Ask the Board.",
        ),
        (Why.DISPUTED, (), "Trustworthy sources disagree here.", "Ask the Board which reading holds."),
        (Why.NO_EDITION, (), "The rules that are known do not settle this.", "Ask the Board."),
        (Why.INCOMPLETE_RULES, (), "The rules that are known do not settle this.", "Ask the Board."),
    ],
)  # fmt: skip
def test_every_reason_has_words_and_a_step(why: Why, points: tuple[Aside, ...], text: str, remedy: str) -> None:
    """Whatever leaves something open, the words say what would settle it, and blame nobody."""
    assert open_because(UNKNOWN._replace(why=why, open=points), ("exams",), speech()) == Because(text, remedy)


def test_hours_are_said_with_what_does_not_count() -> None:
    """Hours stand beside what is needed, and records left out are named."""
    measure = Measure(Decimal("98.5"), Decimal(100), "hours", None)
    finding = Finding("x", Outcome.UNMET, measure=measure, aside=(Aside("a[0]", "role"),))

    assert hours_words(finding) == "98.5 of 100 hours count. Not counted: a[0] (another role)."
    assert short_step(finding, "of work") == "Gain 1.5 more hours of work."


def test_without_hours_nothing_is_invented() -> None:
    """Where nothing is counted, no number is written."""
    assert hours_words(Finding("x", Outcome.UNMET)) == "No hours are told."


def test_hours_in_doubt_are_said_beside_those_that_count() -> None:
    """Nobody is sent for six hours who may need one: five of them may count yet."""
    finding = Finding("x", Outcome.UNMET, measure=Measure(Decimal(0), Decimal(6), "hours", Decimal(5)))

    assert hours_words(finding) == "0 of 6 hours count. 5 more may count; that is in doubt."
    assert short_step(finding, "of ethics training") == (
        "Gain 6 more hours of ethics training. Where the hours in doubt count, it takes only 1: settle that first."
    )


def test_what_is_not_finished_may_be_finished() -> None:
    """Before hours are gained that are not needed then."""
    short = Measure(Decimal(8), Decimal(10), "hours", Decimal(8))
    finding = Finding("x", Outcome.UNMET, None, short, aside=(Aside("a[0]", "not_completed"), Aside("a[1]", "window")))

    assert short_step(finding, "of work") == "Finish a[0], or gain 2 more hours of work."


@pytest.mark.parametrize(
    "found",
    [
        Finding("x", Outcome.UNKNOWN, Why.NOT_PROVIDED, evidence=("training[0]",)),
        Finding("x", Outcome.UNKNOWN, Why.NOT_PROVIDED, Measure(Decimal(0), Decimal(1), "hours", None)),
    ],
)
def test_a_list_that_may_hold_more_is_said_so(found: Finding) -> None:
    """Whether something of it is told or nothing yet."""
    assert open_because(found, ("training",), speech()).remedy == (
        "Add the rest to `training`; when the list is full, leave `complete: false` out."
    )


def test_no_sentence_ends_in_a_blank() -> None:
    """Also where no record is named."""
    found = Finding("x", Outcome.UNKNOWN, Why.UNVERIFIED)

    assert open_because(found, (), speech()).text == "Only records that someone checked count here."
