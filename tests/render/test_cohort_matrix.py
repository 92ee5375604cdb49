"""The matrix on a terminal."""

from __future__ import annotations

import pytest

from cohort.six import SIX, checked
from peercert.cohort import Cell, Standing, standings
from peercert.engine import Verdict
from peercert.logic import Outcome
from peercert.render.cohort_matrix import legend, matrix
from peercert.render.style import Style
from upper import built_in

MET, UNMET, UNKNOWN, OFF = (Cell(one) for one in (Outcome.MET, Outcome.UNMET, Outcome.UNKNOWN, Outcome.NOT_APPLICABLE))


def standing(person: str, *cells: Cell) -> Standing:
    """Return where somebody stands."""
    return Standing(person, "TOY", None, Verdict.ELIGIBLE, None, (), cells, (), 0, (), survey=False)


def drawn(width: int, *people: Standing, signs: bool = True) -> list[str]:
    """Draw people, with requirements A, B, C and so on."""
    titles = [chr(ord("A") + number) for number in range(len(people[0].cells))]
    return list(matrix(people, titles, Style(width, signs=signs)))


def test_people_stand_below_each_other_and_requirements_beside_each_other() -> None:
    """One sign each, and the numbers mean what is listed below."""
    assert drawn(60, standing("ana", MET, UNMET), standing("bo", UNKNOWN, OFF)) == [
        "     1 2",
        "ana  ✓ ✗",
        "bo   ? -",
        "",
        "1  A",
        "2  B",
    ]


def test_numbers_of_two_digits_are_written_downwards() -> None:
    """So that twenty requirements fit."""
    assert drawn(60, standing("ana", *[MET] * 11))[:3] == [
        "                       1 1",
        "     1 2 3 4 5 6 7 8 9 0 1",
        "ana  ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓",
    ]


def test_what_does_not_fit_beside_goes_on_below() -> None:
    """Nobody is left out, nor any requirement."""
    lines = drawn(40, standing("ana", *[MET] * 8, UNMET, *[MET] * 10))

    assert lines[:7] == [
        "                       1 1 1 1 1 1 1 1 1",
        "     1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8",
        "ana  ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✗ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓",
        "",
        "     1",
        "     9",
        "ana  ✓",
    ]


def test_a_long_name_has_a_line_of_its_own() -> None:
    """It is never cut: two people may differ in the last letter."""
    assert drawn(40, standing("a-very-long-label-of-a-person", *[MET] * 9))[1:3] == [
        "a-very-long-label-of-a-person",
        "                      ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓",
    ]


def test_without_signs_there_are_letters() -> None:
    """One place each, and the legend says what they mean."""
    assert drawn(60, standing("ana", MET, UNMET, UNKNOWN, OFF), signs=False)[1] == "ana  Y N ? -"
    assert legend(Style(60, signs=False)) == "Y met, N not met, ? not known, - does not apply"


def test_what_a_label_holds_cannot_act() -> None:
    """A terminal escape is spelled out."""
    assert drawn(60, standing("a\x1bb", MET))[1] == "a\\u001bb  ✓"


@pytest.mark.parametrize(
    ("style", "marks"),
    [
        (Style(39), ("✓", "✗", "?", "-")),
        (Style(80, plain=True), ("Met:", "Not met:", "Not known:", "Does not apply:")),
        (Style(80, signs=False, plain=True), ("Met:", "Not met:", "Not known:", "Does not apply:")),
    ],
    ids=["narrow", "plain", "plain without signs"],
)
def test_where_there_is_no_room_or_no_use_for_columns_there_are_lines(style: Style, marks: tuple[str, ...]) -> None:
    """One for each person and requirement, below the person; in plain text with words for signs."""
    people = [standing("ana", MET, UNMET), standing("bo", UNKNOWN, OFF)]
    met, unmet, unknown, off = marks

    assert list(matrix(people, ["A", "B"], style)) == [
        "Person: ana", f"{met} A", f"{unmet} B", "", "Person: bo", f"{unknown} A", f"{off} B",
    ]  # fmt: skip


@pytest.mark.parametrize("width", [20, 40, 60, 80])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """For the sixteen requirements of CPSS."""
    people = [one for name in ("ed", "fay") for one in standings(built_in())(checked(name, SIX[name]))]

    assert max(map(len, matrix(people, ["A requirement"] * len(people[0].leaves), Style(width)))) <= width
