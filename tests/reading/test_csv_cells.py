"""The cells of one row, and their places."""

from __future__ import annotations

import csv
import io
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercert.errors import FileError
from peercert.reading.csv_cells import RawRow, cells_of, open_quotes, row_text, spots_of


@pytest.mark.parametrize(
    ("text", "delimiter", "cells", "spots"),
    [
        ("a,b\n", ",", ["a", "b"], [(1, 1), (1, 3)]),
        ("a;b,c;\r\n", ";", ["a", "b,c", ""], [(1, 1), (1, 3), (1, 7)]),
        ("a\t\tb", "\t", ["a", "", "b"], [(1, 1), (1, 3), (1, 4)]),
        ('"a,b", c', ",", ["a,b", "c"], [(1, 1), (1, 8)]),
        ('"a\nb""c",d\n', ",", ['a\nb"c', "d"], [(1, 1), (2, 7)]),
        ('5" tall,é,x', ",", ['5" tall', "é", "x"], [(1, 1), (1, 9), (1, 11)]),
        ('  "x",""', ",", ["x", ""], [(1, 3), (1, 7)]),
    ],
)
def test_each_cell_has_its_place(text: str, delimiter: str, cells: list[str], spots: list[tuple[int, int]]) -> None:
    """Its first character, or its opening quote, as an editor counts."""
    assert cells_of(text, delimiter) == cells
    assert spots_of(text, delimiter) == spots


@pytest.mark.parametrize(
    ("text", "place"),
    [('a,"b', (1, 3)), ('a,"b"c,d\n', (1, 3)), ('"x\ny", "z" ,q\n', (2, 5)), ('a,"b"\n', None), ('a,5"\n', None)],
)
def test_quotes_that_are_not_closed_are_found(text: str, place: tuple[int, int] | None) -> None:
    """Where they open, for that is where they must be mended."""
    assert open_quotes(text, ",") == place


@given(
    st.lists(st.text(st.sampled_from('ab,;" \n\té')), min_size=2, max_size=6),
    st.sampled_from(",;\t"),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_there_is_a_place_for_every_cell_that_the_csv_module_writes(
    cells: list[str], delimiter: str, quoting: Literal[0, 1]
) -> None:
    """At each place stands the first character of the cell, or a quote."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, quoting=quoting, lineterminator="\n").writerow(cells)
    text = stream.getvalue()

    lines = text.split("\n")
    found = [lines[line - 1][column - 1 :] for line, column in spots_of(text, delimiter)]

    assert open_quotes(text, delimiter) is None
    assert len(found) == len(cells)
    for rest, cell in zip(found, cells, strict=True):
        start = cell.lstrip(" ")[:1]
        assert rest.startswith(('"', start)) or not start


def test_the_text_of_a_row_is_cleaned_and_decoded_as_that_of_a_file() -> None:
    """With places in the file."""
    with pytest.raises(FileError) as caught:
        row_text(RawRow(5, b"a,\x1b\n"), "t.csv")
    assert [str(one) for one in caught.value.problems] == [
        "t.csv:5:3: The character U+001B may not stand in a file. Delete it, or type this part of the line again."
    ]

    with pytest.raises(FileError) as caught:
        row_text(RawRow(5, b"a,Ren\xe9\n"), "t.csv")
    assert [str(one) for one in caught.value.problems] == [
        "t.csv:5:6: From here on the file is not saved as UTF-8. Save the file as UTF-8."
    ]


@pytest.mark.parametrize("text", ['"a"b,c', 'a,"b'])
def test_a_row_that_is_not_sound_is_never_cut_by_guessing(text: str) -> None:
    """Rows are sound when they come here; one that is not would lose or join cells without a word."""
    with pytest.raises(csv.Error):
        cells_of(text, ",")
