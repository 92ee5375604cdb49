"""The rows of a table, as they stream by."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest

from peercert.errors import Problem
from peercert.reading.csv_cells import RawRow
from peercert.reading.csv_rows import TableText

CLOSE = "The quotes that open here are not closed at the end of the cell."


def rows(data: bytes) -> list[RawRow | Problem]:
    """Return all that a table gives."""
    text = TableText(io.BytesIO(data), "t.csv")
    return list(text.rows(text.delimiter()))


def short(data: bytes) -> list[tuple[int | None, object]]:
    """Return the line and the bytes of each row, and the line and the code of each problem."""
    return [(one.line, one.data if isinstance(one, RawRow) else one.code) for one in rows(data)]


@pytest.mark.parametrize(
    ("data", "delimiter"),
    [
        (b"id,name\n", ","), (b"id;name\n", ";"), (b"id\tname\n", "\t"), (b"id\n", ","), (b"", ","),
        (b"\xef\xbb\xbf\n \nid;name\na,b,c\n", ";"),
    ],
)  # fmt: skip
def test_the_first_row_shows_what_stands_between_cells(data: bytes, delimiter: str) -> None:
    """Whatever the file is called; a comma where there is one column."""
    assert TableText(io.BytesIO(data), "t.csv").delimiter() == delimiter


def test_each_row_has_the_line_on_which_it_starts() -> None:
    """A cell with line ends in it makes a row of many lines."""
    assert short(b'id,name\na,"x\ny\nz"\nb,c\n') == [(1, b"id,name\n"), (2, b'a,"x\ny\nz"\n'), (5, b"b,c\n")]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_lines_may_end_in_any_of_three_ways(end: bytes) -> None:
    """As three systems write them; the last may have no end."""
    assert short(b"id" + end + b"a" + end + b"b") == [(1, b"id" + end), (2, b"a" + end), (3, b"b")]


def test_blank_rows_are_left_out() -> None:
    """Rows of empty cells too, as spreadsheets write them; the lines are still counted."""
    assert short(b"\n id,b\n\n,\n ,  \na,\n") == [(2, b" id,b\n"), (6, b"a,\n")]


def test_a_byte_order_mark_is_no_part_of_the_first_name() -> None:
    """Spreadsheets write one."""
    assert short(b"\xef\xbb\xbfid\n") == [(1, b"id\n")]


def test_a_broken_row_is_a_problem_and_the_rows_around_it_are_given() -> None:
    """At the quotes that are not closed."""
    assert rows(b'id,name\na,b\nc,"d"e\nf,g\n') == [
        RawRow(1, b"id,name\n"),
        RawRow(2, b"a,b\n"),
        Problem("t.csv", 3, 3, "csv-syntax", CLOSE, "Add the closing quote. A quote inside a cell is written twice."),
        RawRow(4, b"f,g\n"),
    ]


def test_quotes_that_never_close_spoil_one_row_only() -> None:
    """The rows below, which they would swallow, are read all the same."""
    assert short(b'id,b\n"open,1\nc,2\nd,"3"\ne,4\n') == [
        (1, b"id,b\n"), (2, "csv-syntax"), (3, b"c,2\n"), (4, b'd,"3"\n'), (5, b"e,4\n"),
    ]  # fmt: skip


def test_a_row_that_is_too_long_is_a_problem_and_the_next_is_given() -> None:
    """Without holding all of it."""
    assert short(b"id,b\n" + b"x" * 3_000_000 + b",1\nc,2\n") == [(1, b"id,b\n"), (2, "too-large"), (3, b"c,2\n")]


def test_a_long_row_within_the_limit_is_given() -> None:
    """Up to a mebibyte, in cells that are not too long for the csv module."""
    row = b",".join([b"x" * 100_000] * 10) + b"\n"

    assert short(b"id\n" + row) == [(1, b"id\n"), (2, row)]


FULL = b",".join([*[b"x" * 100_000] * 10, b"y" * 48_565]) + b"\n"
"""A row of a mebibyte, to the byte."""


def test_a_row_may_hold_a_mebibyte_and_no_byte_more() -> None:
    """The first row too, and each one by itself."""
    assert short(FULL + FULL + b"y" + FULL + b"c\n") == [(1, FULL), (2, FULL), (3, "too-large"), (4, b"c\n")]


def test_bytes_are_counted_and_not_letters() -> None:
    """A letter with an accent takes two."""
    assert short(b"id\n" + FULL.replace(b"y", "é".encode(), 1)) == [(1, b"id\n"), (2, "too-large")]


def test_all_lines_of_a_row_are_counted() -> None:
    """A cell with a line end in it does not make two short rows of a long one."""
    half = b",".join([b"x" * 100_000] * 6)

    assert short(b"id\n" + half + b',"a\nb",' + half + b"\nc\n")[:2] == [(1, b"id\n"), (2, "too-large")]


def test_a_row_that_is_too_long_is_told_at_its_beginning() -> None:
    """With what to do about it."""
    assert rows(b"id\n" + b"y" + FULL)[1] == Problem(
        "t.csv",
        2,
        1,
        "too-large",
        "This row is longer than 1 MiB, and longer rows are not read.",
        "Check that this is the right file.",
    )


def test_the_quotes_of_a_broken_row_are_found_in_any_of_its_lines() -> None:
    """Here they open on its second line."""
    problem = next(one for one in rows(b'id,b\n"a\nb","c"d\n') if isinstance(one, Problem))

    assert (problem.line, problem.column) == (3, 4)


def test_the_sign_between_the_cells_holds_for_every_row() -> None:
    """For a line end in quotes, and for rows of empty cells."""
    assert short(b'id;name\na;"x\ny"\n;\nb;c\n') == [(1, b"id;name\n"), (2, b'a;"x\ny"\n'), (5, b"b;c\n")]


def test_after_a_hundred_broken_rows_the_rest_is_left_unread() -> None:
    """And that is told, for a table in which nothing is closed would be read over and over."""
    told = rows(b"id,b\n" + b'"a"b,c\n' * 250)

    assert len(told) == 1 + 100 + 1
    assert told[-1] == Problem(
        "t.csv", 102, 1, "too-many-problems",
        "There are more problems from here on, and the rest of this table is not read.", "Mend the first ones.",
    )  # fmt: skip


def test_a_hundred_broken_rows_at_the_very_end_leave_nothing_unread() -> None:
    """Then there is nothing more to tell."""
    assert len(rows(b"id,b\n" + b'"a"b,c\n' * 100)) == 1 + 100


def test_bytes_that_are_no_text_come_through_unharmed() -> None:
    """Whether a row may hold them is for its reader to say."""
    assert short(b"id\nRen\xe9\n") == [(1, b"id\n"), (2, b"Ren\xe9\n")]


def test_a_mark_of_byte_order_belongs_to_the_first_line_only() -> None:
    """Further down it is a character like any other, for the row's reader to refuse."""
    assert short(b"\xef\xbb\xbf\n\xef\xbb\xbfid\n") == [(2, b"\xef\xbb\xbfid\n")]


def test_a_table_is_read_as_utf_8_whatever_the_machine_prefers() -> None:
    """Here one that knows nothing but ASCII."""
    program = (
        "import io; from peercert.reading.csv_rows import TableText; "
        "text = TableText(io.BytesIO(b'\\xef\\xbb\\xbfid\\n'), 't.csv'); "
        "print([row.data for row in text.rows(text.delimiter())])"
    )
    ascii_only = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=ascii_only)

    assert done.stdout == "[b'id\\n']\n"


def test_a_row_without_an_end_is_told_as_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where it opens with quotes: nobody has seen whether they are closed. The rest is left unread."""
    monkeypatch.setattr("peercert.reading.lines._LOST", 2)

    assert rows(b'id\n"' + b"x" * 4_000_000 + b"\na\n")[1:] == [
        Problem(
            "t.csv", 2, 1, "too-large",
            "This row is longer than 1 MiB, and the rest of this table is not read.",
            "Check that this is the right file.",
        )
    ]  # fmt: skip
