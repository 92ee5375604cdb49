"""A requirement that nobody can meet."""

from __future__ import annotations

from pathlib import Path

import pytest

from .linting import allow, cap, group, hours, inner, leaf, only, place, remarks, toy

LEFT_OUT = "leave_out: [other, family, youth, family_support, child_development, core_functions, mentoring]"
"""What leaves advocacy, ethics, recovery support and professional responsibility."""


@pytest.mark.parametrize(
    ("kind", "lines", "line", "column", "proof"),
    [
        ("workplace", ("state: XX", "share_at_least: 51"), 27, 31, "51 > 1, and 1 is all of the time."),
        ("experience", ("at_least: 10", "share_at_least: 1.01"), 27, 31, "1.01 > 1, and 1 is all of the time."),
        (
            "exam", ("exam: toy-exam", "score_at_least: 100.5"), 27, 31,
            "100.5 > 100, the end of the scale in words.yaml.",
        ),
        ("experience", ("at_least: 8785", "window: {years: 1}"), 26, 25, "366 days x 24 hours = 8784 < 8785"),
    ],
)  # fmt: skip
def test_a_number_out_of_reach_is_told_at_the_number(
    tmp_path: Path, kind: str, lines: tuple[str, ...], line: int, column: int, proof: str
) -> None:
    """With the number that it is held against."""
    found = only(remarks(tmp_path, toy(leaf("x", kind, *lines))), "impossible-requirement")

    assert place(found) == ("toy.yaml", line, column)
    assert found.severity == "error"
    assert found.proof == (proof,)


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("workplace", ("state: XX", "share_at_least: 1")),
        ("exam", ("exam: toy-exam", "score_at_least: 100")),
        ("experience", ("at_least: 8784", "window: {years: 1}")),
    ],
)
def test_the_last_number_in_reach_is_right(tmp_path: Path, kind: str, lines: tuple[str, ...]) -> None:
    """A rule may ask for all there is."""
    assert remarks(tmp_path, toy(leaf("x", kind, *lines))) == ()


def test_hours_in_a_topic_that_is_left_out_are_told(tmp_path: Path) -> None:
    """The part asks for what the whole does not count."""
    parts = (hours("total", 10), hours("other", 10, "other"))

    found = only(
        remarks(tmp_path, toy(group("training", "training", *parts, lines=("leave_out: [other]",)))),
        "impossible-requirement",
    )

    assert place(found) == ("toy.yaml", 37, 27)
    assert found.proof == ("`leave_out` names other.",)


def test_caps_on_every_topic_that_come_to_less_than_the_total_are_told(tmp_path: Path) -> None:
    """20 and 20 and 20 and 30 are 90, and 100 are asked for."""
    capped = (
        cap("a", 20, "advocacy"), cap("e", 20, "ethics"), cap("r", 20, "recovery_support"),
        cap("p", 30, "professional_responsibility"),
    )  # fmt: skip
    training = group("training", "training", hours("total", 100), *capped, lines=(LEFT_OUT,))

    found = [one for one in remarks(tmp_path, toy(training)) if one.id == "impossible-requirement"]

    assert [place(one) for one in found] == [("toy.yaml", 31, 29)]
    assert found[0].message == "The caps credit 90 hours at most, and 100 are asked for."
    assert found[0].proof == (
        "3 x 20 + 30 = 60 + 30 = 90 < 100", "Every topic that counts has a cap, so no more is ever credited.",
    )  # fmt: skip


def test_a_minimum_above_the_cap_of_the_same_topic_is_told(tmp_path: Path) -> None:
    """54 are asked for and 40 are credited."""
    parts = (hours("core", 54, "core_functions"), cap("most", 40, "core_functions", allow("cap-that-never-binds")))

    found = only(remarks(tmp_path, toy(group("training", "training", *parts))), "impossible-requirement")

    assert place(found) == ("toy.yaml", 30, 29)
    assert found.proof == ("54 > 40, the cap of xx.toy.most.",)


def test_living_in_two_states_is_told_at_the_second(tmp_path: Path) -> None:
    """Both are asked for, and a person lives in one."""
    found = only(
        remarks(tmp_path, toy(leaf("a", "residence", "state: XX"), leaf("b", "residence", "state: YY"))),
        "impossible-requirement",
    )

    assert place(found) == ("toy.yaml", 28, 15)
    assert found.message == "Nobody can meet xx.toy.b and xx.toy.a together."
    assert found.proof == (
        "xx.toy.a (line 23) and xx.toy.b are both asked for.", "A person lives in one state on a day.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "one", "two"),
    [
        ("workplace", ("state: XX", "share_at_least: 0.5"), ("state: YY", "share_at_least: 0.5")),
        ("enrollment", ("in: [high_school]",), ("in: [college]",)),
        ("serves", ("exactly: [adults]",), ("exactly: [adults, children]",)),
    ],
)
def test_other_facts_of_which_a_person_has_one_are_held_against_each_other(
    tmp_path: Path, kind: str, one: tuple[str, ...], two: tuple[str, ...]
) -> None:
    """A place of work, a school, and whom one means to serve."""
    found = remarks(tmp_path, toy(leaf("a", kind, *one), leaf("b", kind, *two)))

    assert [remark.id for remark in found] == ["impossible-requirement"]


def test_schools_that_share_a_kind_are_right(tmp_path: Path) -> None:
    """Who is in high school meets both."""
    one = leaf("a", "enrollment", "in: [high_school, college]")
    two = leaf("b", "enrollment", "in: [high_school, ged_program]")

    assert remarks(tmp_path, toy(one, two)) == ()


def test_a_choice_of_two_states_is_right(tmp_path: Path) -> None:
    """Only one of them is needed."""
    states = (inner("a", "residence", "state: XX"), inner("b", "residence", "state: YY"))

    assert remarks(tmp_path, toy(group("home", "any_of", *states))) == ()


def test_a_bar_on_what_is_asked_for_rules_everybody_out(tmp_path: Path) -> None:
    """Eighteen is asked for, and whoever is sixteen or older is barred."""
    bar = "{id: xx.toy.bar, kind: age, title: Old, at_least: 16, sources: [{id: law, at: p}]}"

    found = remarks(tmp_path, toy(after=f"        bars:\n          - {bar}\n"))

    assert [(one.id, one.line, one.column) for one in found] == [
        ("both-polarities", 24, 13), ("impossible-requirement", 24, 13),
    ]  # fmt: skip
    assert found[1].message == "Nobody can pass standard: what it asks for is what xx.toy.bar bars."


def test_it_may_be_allowed_with_a_reason(tmp_path: Path) -> None:
    """However odd that is."""
    odd = leaf("x", "workplace", "state: XX", "share_at_least: 51", allow("impossible-requirement"))

    assert remarks(tmp_path, toy(odd)) == ()
