"""Two profiles with one id: the later one is refused, and both are named."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from peercert import same_id
from peercert.batch import Result
from peercert.errors import FileError, Problem
from peercert.inputs import Given
from peercert.reading import Document, read_bytes
from peercert.same_id import once_each

MESSAGE = "Another profile has the same id: {}."
HINT = "Give each person an id of their own."


def pair(source: str, text: str, own_id: str | None, line: int | None = None) -> tuple[Given, Result[Any]]:
    """Return a profile with its result."""
    read = partial(read_bytes, text.encode(), source, first_line=line or 1)
    return Given(source, None, read), Result(source, line=line, own_id=own_id, drawn=source)


def test_the_later_of_two_is_a_problem_that_names_both() -> None:
    """The first is judged; the second has its problem where its id stands."""
    first, second = once_each([pair("a.yaml", "id: jo\n", "jo"), pair("b.yaml", "references: 1\nid: jo\n", "jo")])

    assert first.drawn == "a.yaml"
    assert second == Result("b.yaml", (Problem("b.yaml", 2, 5, "duplicate-candidate", MESSAGE.format("a.yaml"), HINT),))


def test_rows_of_one_file_are_told_apart_by_their_lines() -> None:
    """A file's name alone would say nothing."""
    _, again = once_each([pair("r.jsonl", '{"id": "x"}', "x", 3), pair("r.jsonl", '{"id": "x"}', "x", 9)])

    assert [str(one) for one in again.problems] == [f"r.jsonl:9:8: {MESSAGE.format('r.jsonl:3')} {HINT}"]


def test_a_third_names_the_first() -> None:
    """What was refused is no other person."""
    *_, third = once_each([pair(f"{name}.yaml", "id: jo\n", "jo") for name in "abc"])

    assert third.problems[0].message == MESSAGE.format("a.yaml")


def test_files_without_an_id_are_never_taken_for_one_another() -> None:
    """Two folders may hold files of the same name."""
    found = list(once_each([pair("a/jo.yaml", "references: 1\n", None), pair("b/jo.yaml", "references: 1\n", None)]))

    assert [one.problems for one in found] == [(), ()]


def test_a_file_that_has_changed_meanwhile_is_still_told() -> None:
    """Without a place, for it can no longer be read."""

    def gone() -> Document:
        raise FileError(())

    pairs = [pair("a.yaml", "id: jo\n", "jo"), (Given("b.yaml", None, gone), Result[Any]("b.yaml", own_id="jo"))]
    _, again = once_each(pairs)

    assert again.problems == (Problem("b.yaml", None, None, "duplicate-candidate", MESSAGE.format("a.yaml"), HINT),)


def test_any_number_of_ids_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond a number they leave memory; none is forgotten."""
    monkeypatch.setattr(same_id, "_IN_MEMORY", 3)
    pairs = [pair("r.jsonl", f'{{"id": "p{n % 10}"}}', f"p{n % 10}", n + 1) for n in range(20)]

    found = list(once_each(pairs))

    assert [bool(one.problems) for one in found] == [False] * 10 + [True] * 10
    assert [one.problems[0].message for one in found[10:]] == [MESSAGE.format(f"r.jsonl:{n}") for n in range(1, 11)]


def test_a_name_of_a_file_may_be_any_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond those that are held in memory too."""
    monkeypatch.setattr(same_id, "_IN_MEMORY", 0)
    name = "b\udcff.yaml"

    _, again = once_each([pair(name, "id: jo\n", "jo"), pair("c.yaml", "id: jo\n", "jo")])

    assert again.problems[0].message == MESSAGE.format(name)
