"""What is said about a cohort."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cohort.six import groups
from peercert.cohort import Ask, Cell, Group, Standing, Turn
from peercert.engine import Verdict
from peercert.lint.reading_grade import grade
from peercert.logic import Outcome
from peercert.render.cohort_report import FORMATS, drawing_in
from peercert.render.cohort_words import Words
from upper import built_in

from .cohorts import report

HOW_SAID = {
    Ask("tell", ("birth_date",)): "Tell `birth_date`",
    Ask("declined", ("birth_date",)): "Tell `birth_date`, which is declined; that is each person's right",
    Ask("exact", ("experience",)): "Give exact dates or exact words for `experience`",
    Ask("checked", ("exams", "training")): "Have `exams` and `training` checked, and write by whom (`verified_by`)",
    Ask("decide", ("ct.cpsrp.std.exam",)): "Ask CCB to decide on “CPSRP exam, passed”",
    Ask("reading", ("ct.cpsrp.std.exam",)): "Ask CCB which reading of “CPSRP exam, passed” holds",
    Ask("rules", ("ct.cpsrp.std.exam",)): "Ask CCB about “CPSRP exam, passed”",
}


def words() -> Words:
    """Return what says something about those who want CPSRP."""
    return Words(report(other=built_in()), groups()["CPSRP"])


def standing(person: str, verdict: Verdict, *blocking: str, **more: Any) -> Standing:  # Any: fields
    """Return where somebody stands for CPSRP."""
    cells = (Cell(Outcome.UNMET),) * len(blocking)
    made = Standing(person, "CPSRP", "standard", verdict, None, blocking, cells, blocking, 0, (), survey=False)
    return made._replace(**more)


def said(*people: Standing) -> dict[str, list[str]]:
    """Return the sections about some people."""
    return {one.title: one.lines for one in words().sections(Group("CPSRP", people))}


@pytest.mark.parametrize("ask", HOW_SAID, ids=[ask.how for ask in HOW_SAID])
def test_each_way_to_settle_something_has_its_sentence(ask: Ask) -> None:
    """In plain words."""
    assert words().asked(ask) == HOW_SAID[ask]
    assert grade(words().asked(ask)) <= 9


def test_who_has_only_to_wait_is_told_from_when() -> None:
    """The day stands beside the name."""
    one = standing("kim", Verdict.NOT_YET, "ct.cpsrp.std.exam", eligible_from=date(2026, 12, 1))

    assert said(one)["Eligible by waiting"] == ["kim: from 2026-12-01 on, if nothing else changes"]


def test_who_has_more_that_is_not_known_is_listed_apart() -> None:
    """They may have further to go than it seems."""
    found = said(standing("a", Verdict.NOT_ELIGIBLE, "ct.cpsrp.std.exam", open=2))

    assert "Not eligible, nearest first" not in found
    assert found["Not eligible, and more is not known"] == [
        "a: 1 point missing: CPSRP exam, passed. Not known: 2 points"
    ]


@pytest.mark.parametrize(
    ("blocking", "no_step", "ending"),
    [
        (("ct.cpsrp.std.exam",), (), "CPSRP exam, passed"),
        (("ct.cpsrp.std.exam",), ("ct.cpsrp.std.exam",), "CPSRP exam, passed. No step can change that"),
        (("x", "ct.cpsrp.std.exam"), ("x",), "CPSRP exam, passed. No step can change one of them"),
        (("x", "y", "ct.cpsrp.std.exam"), ("x", "y"), "CPSRP exam, passed. No step can change some of them"),
    ],
)
def test_what_no_step_can_change_is_said(blocking: tuple[str, ...], no_step: tuple[str, ...], ending: str) -> None:
    """Few hours to go would promise too much."""
    ids = tuple("ct.cpsrp.std.lived-experience" if id_ in ("x", "y") else id_ for id_ in blocking)
    found = said(standing("a", Verdict.NOT_ELIGIBLE, *ids, no_step=no_step))

    assert found["Not eligible, nearest first"][0].endswith(ending)


def test_only_the_nearest_are_named_and_only_some_of_their_points() -> None:
    """Ten people, three points each; the rest is counted."""
    points = ("ct.cpsrp.std.lived-experience", "ct.cpsrp.std.training", "ct.cpsrp.std.exam", "ct.cpsrp.std.experience")
    found = said(*(standing(f"p{number}", Verdict.NOT_ELIGIBLE, *points) for number in range(12)))

    lines = found["Not eligible, nearest first"]
    assert lines[0].endswith("80 hours of CPSRP training; CPSRP exam, passed; and 1 more")
    assert lines[10] == "and 2 people more, who are less near"
    assert found["What stands in the way"][0] == (
        "Lived experience of a behavioral health condition, own or in the family: 12 people"
    )


def test_flips_say_who_which_way_and_because_of_what() -> None:
    """Two lose it through the exam, one gains it."""
    lost = Turn(Verdict.NOT_ELIGIBLE, ("ct.cpsrp.std.exam",))
    found = said(
        standing("a", Verdict.ELIGIBLE, turn=lost),
        standing("b", Verdict.ELIGIBLE, turn=lost),
        standing("c", Verdict.NOT_ELIGIBLE, "ct.cpsrp.std.training", turn=Turn(Verdict.ELIGIBLE, ())),
    )

    assert found["Under the other rules"] == [
        "From “eligible” to “not eligible”: 2 people (a, b)",
        "“CPSRP exam, passed” (ct.cpsrp.std.exam) blocks now: 2 people",
        "From “not eligible” to “eligible”: 1 person (c)",
        "“80 hours of CPSRP training” (ct.cpsrp.std.training) blocks no more: 1 person",
    ]


def test_where_nothing_changes_that_is_said() -> None:
    """So is that the other rules lack the credential."""
    assert said(standing("a", Verdict.ELIGIBLE, turn=Turn(Verdict.ELIGIBLE, ())))["Under the other rules"] == [
        "Nobody’s verdict changes"
    ]
    assert said(standing("a", Verdict.ELIGIBLE))["Under the other rules"] == ["They do not have this credential"]


def test_the_command_line_offers_the_formats_that_there_are() -> None:
    """Each can be drawn."""
    from peercert.cli import cohort

    assert cohort.FORMATS == FORMATS
    assert all(callable(drawing_in(name)) for name in FORMATS)
