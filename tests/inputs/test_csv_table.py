"""CSV tables, as a stream of profiles."""

from __future__ import annotations

import io
import pickle

import hypothesis
import pytest
from hypothesis import strategies as st

from peercert.errors import FileError
from peercert.inputs import Given
from peercert.inputs.csv_table import csv_table


class Endless(io.BytesIO):
    """A file that goes on for ever after its first lines, without the end of a line."""

    def read1(self, size: int | None = -1) -> bytes:
        """Return the next bytes."""
        return super().read1(size) or b"x" * 65536


def table(text: str | bytes) -> list[Given]:
    """Return the profiles of a table, as they arrive in another process."""
    data = text if isinstance(text, bytes) else text.encode()
    return [pickle.loads(pickle.dumps(one)) for one in csv_table(io.BytesIO(data), "a/many.csv", "many")]  # noqa: S301 - our own


def problems(one: Given) -> list[str]:
    """Return what is wrong with a profile, as a person reads it."""
    with pytest.raises(FileError) as caught:
        one.read()
    return [str(problem) for problem in caught.value.problems]


def refusal(text: str | bytes) -> list[str]:
    """Return why a whole table is refused."""
    (one,) = table(text)
    return problems(one)


def test_each_row_is_a_profile_called_by_its_line() -> None:
    """For a candidate without an id; blank rows are counted as lines and left out."""
    first, second = table('references,name\n\n1,"Ann\nLee"\n\n2,Bo\n')

    assert [(one.source, one.label) for one in (first, second)] == [("a/many.csv", "many-3"), ("a/many.csv", "many-6")]
    assert first.read().value == {"references": "1", "name": "Ann\nLee"}
    assert second.read().value == {"references": "2", "name": "Bo"}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_cells_may_be_parted_in_three_ways(delimiter: str) -> None:
    """As the first row shows; spreadsheets choose by the country."""
    (one,) = table(f"id{delimiter}references\nA-1{delimiter}2\n")

    assert one.read().value == {"id": "A-1", "references": "2"}


def test_a_table_with_a_first_row_only_is_told() -> None:
    """Nobody is in it, and that is never taken for a pass."""
    assert refusal("id,references\n\n") == [
        "a/many.csv: There are no people in this table. Write a row for each, below the names of the columns."
    ]


def test_every_problem_of_the_first_row_refuses_the_table_once() -> None:
    """Each at its place, and no row is read."""
    assert refusal("\nid,,id,refs\nA-1,,,\nA-2,,,\n") == [
        (
            "a/many.csv:2:4: This column has no name. Name it or delete it. "
            "See `peercert schema columns` for every column."
        ),
        "a/many.csv:2:5: This column has the same name as column 1. Keep the right one and delete the other.",
        "a/many.csv:2:8: This is not a known column. See `peercert schema columns` for every column.",
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "a/many.csv: There is nothing in this file. Check that it was saved."),
        (b"\n \n", "a/many.csv: There is nothing in this file. Check that it was saved."),
        ("id,references\nA-1,2\n".encode("utf-16"),
         "a/many.csv: This file is not saved as UTF-8; it looks like UTF-16 or UTF-32. Save the file as UTF-8."),
        (b"id,n\xe9\n", "a/many.csv:1:5: From here on the file is not saved as UTF-8. Save the file as UTF-8."),
        (b'id,"name\nA-1,x\n', ("a/many.csv:1:4: The quotes that open here are not closed at the end of the cell. "
         "Add the closing quote. A quote inside a cell is written twice.")),
    ],
)  # fmt: skip
def test_a_table_without_a_first_row_that_can_be_read_is_refused_once(data: bytes, expected: str) -> None:
    """In the words of the other readers."""
    assert refusal(data) == [expected]


def test_a_row_of_the_wrong_length_is_a_problem_at_its_place() -> None:
    """At the first cell too many, or at the start of a row that is too short."""
    long, short, good = table("id;references\nA-1;2; x;y\nA-2\nA-3;2\n")

    assert problems(long) == [
        (
            "a/many.csv:2:8: This row has 4 cells, but the table has 2 columns. "
            "Put a text with a semicolon in it in quotes, and write a semicolon for each cell that is left empty."
        )
    ]
    assert problems(short)[0].startswith("a/many.csv:3:1: This row has 1 cells, but the table has 2 columns.")
    assert good.read().value == {"id": "A-3", "references": "2"}


def test_a_row_that_cannot_be_cut_does_not_stop_the_others() -> None:
    """What comes before it and after it is read."""
    first, broken, last = table('id,name\nA-1,x\nA-2,"x"y\nA-3,z\n')

    assert (first.label, broken.label, last.label) == ("many-2", None, "many-4")
    assert problems(broken)[0].startswith("a/many.csv:3:5: The quotes that open here are not closed")


def test_a_row_in_another_encoding_does_not_stop_the_others() -> None:
    """As a row pasted from an older program has it."""
    bad, good = table(b"id,name\nA-1,Ren\xe9\nA-2,Ren\xc3\xa9\n")

    assert problems(bad) == ["a/many.csv:2:8: From here on the file is not saved as UTF-8. Save the file as UTF-8."]
    assert good.read().value == {"id": "A-2", "name": "René"}


def test_refused_characters_are_a_problem_of_their_row() -> None:
    """At their place, wherever in the row they stand."""
    (one,) = table("id,name\nA-1,\u202ex\n")

    assert problems(one)[0].startswith("a/many.csv:2:5: The character U+202E may not stand in a file.")


def test_a_problem_is_told_at_the_line_on_which_its_cell_begins() -> None:
    """Also in a row of many lines, and behind cells with quotes in them."""
    (one,) = table('id,name,training,training.1.hours\nA-1,"Ann ""A""\nLee",none, "24"\n')

    assert problems(one) == [
        (
            "a/many.csv:3:6: This does not go with another cell of the row, which tells of the same thing. "
            "Empty one of the two."
        )
    ]


def told(one: Given) -> object:
    """Return what a row says, or what is wrong with it; neither is ever empty."""
    try:
        return one.read().value
    except FileError as error:
        return error.problems


@hypothesis.given(st.lists(st.sampled_from([*"\"',;\t\n\r ax1é\x1b", "id", "references", "training.1.hours", "none"])))
def test_whatever_a_table_holds_each_row_is_read_or_refused(pieces: list[str]) -> None:
    """Nothing but a refusal ever comes out, and every refusal has something to say."""
    for one in table("id,training,training.1.hours\n" + "".join(pieces)):
        assert told(one)


@hypothesis.given(st.binary(max_size=200))
def test_whatever_bytes_a_table_has_it_is_read_or_refused(data: bytes) -> None:
    """As above, from the first byte on."""
    assert all(told(one) for one in table(data))


def test_a_row_without_an_end_is_not_read_for_ever() -> None:
    """As on a disk where a file has a hole of many gigabytes: the rows before it count, and what is after is told."""
    first, last = csv_table(Endless(b"references\n1\n"), "a/many.csv", "many")

    assert first.label == "many-2"
    (problem,) = problems(last)
    assert problem == (
        "a/many.csv:3:1: This row is longer than 1 MiB, and the rest of this table is not read. "
        "Check that this is the right file."
    )
