"""People by requirement on a terminal: a sign for each, columns by number, and what the numbers mean below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peercert.cohort import Standing
from peercert.logic import Outcome
from peercert.render.cohort_words import MEANS
from peercert.render.leaves import beside_mark
from peercert.render.style import Style

_LETTERS = {Outcome.MET: "Y", Outcome.UNMET: "N", Outcome.UNKNOWN: "?", Outcome.NOT_APPLICABLE: "-"}
"""Signs where a stream can show no others; one place each."""

_GAP = 2
"""Columns between the people and the signs."""

_ROOM = 40
"""Columns that a matrix needs; with less, lines are easier to read."""


def legend(style: Style) -> str:
    """Say what the signs mean, without colour; nothing where words stand in their place."""
    if style.plain:
        return ""
    return ", ".join(
        f"{style.plain_mark(outcome) if style.signs else _LETTERS[outcome]} {said}" for outcome, said in MEANS.items()
    )


def matrix(people: Sequence[Standing], titles: Sequence[str], style: Style) -> Iterator[str]:
    """Draw the matrix of people who are looked at by the same requirements.

    Args:
        people: Where each of them stands.
        titles: What the requirements are called, in their order.
        style: Width, colour and signs.

    Yields:
        Lines. Where there is no room for all columns, the matrix goes on below with the next ones. In plain text, and
        where it is very narrow, each person has a line for each requirement instead.
    """
    if style.plain or style.width < _ROOM:
        yield from _listed(people, titles, style)
        return
    longest = max(len(style.line(one.person)) for one in people)
    name = min(longest, max(style.width - _GAP - 2 * len(titles), style.width // 3))
    room = max((style.width - name - _GAP + 1) // 2, 1)
    for first in range(0, len(titles), room):
        columns = range(first, min(first + room, len(titles)))
        yield from _numbers(columns, name)
        for one in people:
            signs = " ".join(_mark(one.cells[column].outcome, style) for column in columns)
            yield from _row(one.person, name, signs, style)
        yield ""
    digits = len(str(len(titles)))
    for number, title in enumerate(titles, 1):
        yield style.wrap(f"{number:>{digits}}  {title}", 0, hang=digits + 2)


def _listed(people: Sequence[Standing], titles: Sequence[str], style: Style) -> Iterator[str]:
    for number, one in enumerate(people):
        yield from ("",) if number else ()
        yield style.heading(f"Person: {one.person}")
        yield from (beside_mark(cell.outcome, title, style) for cell, title in zip(one.cells, titles, strict=True))


def _numbers(columns: Sequence[int], name: int) -> Iterator[str]:
    """Write the numbers of columns from top to bottom, so that each takes one place."""
    digits = len(str(columns[-1] + 1))
    written = [str(column + 1).rjust(digits) for column in columns]
    for digit in range(digits):
        yield (" " * (name + _GAP) + " ".join(number[digit] for number in written)).rstrip()


def _row(person: str, name: int, signs: str, style: Style) -> Iterator[str]:
    person = style.line(person)
    if len(person) > name:
        yield style.wrap(person)
        person = ""
    yield f"{person:<{name}}{' ' * _GAP}{signs}"


def _mark(outcome: Outcome, style: Style) -> str:
    return style.mark(outcome) if style.signs else _LETTERS[outcome]
