"""Parquet tables, as a stream of profiles."""

from __future__ import annotations

import datetime as dt
import io
import pickle
import sys
from decimal import Decimal
from typing import Any

import pytest

from peercert.errors import FileError
from peercert.inputs import Given
from peercert.inputs.parquet_table import parquet_table

pa = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")


def moment(hour: int) -> dt.datetime:
    """Return an hour of a day, as tables hold it: without a word of where on earth."""
    return dt.datetime(1990, 4, 12, hour)  # noqa: DTZ001 - tables hold no zone


def written(columns: dict[str, Any]) -> io.BytesIO:
    """Write a table."""
    file = io.BytesIO()
    parquet.write_table(pa.table(columns), file)
    return file


def table(columns: dict[str, Any]) -> list[Given]:
    """Return the profiles of a table, as they arrive in another process."""
    rows = parquet_table(written(columns), "many.parquet", "many")
    return [pickle.loads(pickle.dumps(one)) for one in rows]  # noqa: S301 - our own


def problems(one: Given) -> list[str]:
    """Return what is wrong with a profile, as a person reads it."""
    with pytest.raises(FileError) as caught:
        one.read()
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("birth_date", pa.array([dt.date(1990, 4, 12)]), "1990-04-12"),
        ("birth_date", pa.array([moment(0)]), "1990-04-12"),
        ("birth_date", pa.array([moment(3)], pa.timestamp("s")), "1990-04-12 03:00:00.000"),
        ("birth_date", pa.array([moment(0)], pa.timestamp("ns")), "1990-04-12"),
        ("references", pa.array([2], pa.int8()), "2"),
        ("references", pa.array([2.0], pa.float64()), "2"),
        ("references", pa.array([1200000.0], pa.float64()), "1200000"),
        ("references", pa.array([0.0], pa.float64()), "0"),
        ("id", pa.array([Decimal("109.50")]), "109.5"),
        ("id", pa.array([Decimal("100.00")]), "100"),
        ("id", pa.array([100]), "100"),
        ("id", pa.array([0.8], pa.float32()), "0.8"),
        ("id", pa.array([0.1]), "0.1"),
        ("id", pa.array([True]), "true"),
        ("id", pa.array(["012"], pa.large_string()), "012"),
        ("id", pa.array(["100.0"]), "100.0"),
        ("id", pa.array(["A-1"]).dictionary_encode(), "A-1"),
    ],
)  # fmt: skip
def test_a_typed_cell_is_read_as_it_would_be_written(name: str, values: Any, expected: str) -> None:
    """A day without its hour, a number without zeros that say nothing, a text to the letter."""
    (one,) = table({name: values})

    assert one.read().value == {name: expected}


def test_null_is_not_told_and_a_row_of_nulls_is_left_out() -> None:
    """As an empty cell is, and a blank row; the rows are still counted."""
    first, third = table({"id": ["A-1", None, "A-3"], "references": [None, None, 2], "name": pa.nulls(3)})

    assert [one.label for one in (first, third)] == ["many-1", "many-3"]
    assert (first.read().value, third.read().value) == ({"id": "A-1"}, {"id": "A-3", "references": "2"})


def test_several_words_may_be_a_list() -> None:
    """Or a text with semicolons; an empty list is none, and null is not told."""
    lists = pa.array([["adults", "children"], [], None], pa.list_(pa.string()))

    told = [one.read().value for one in table({"id": ["a", "b", "c"], "serves": lists})]

    assert told == [{"id": "a", "serves": ["adults", "children"]}, {"id": "b", "serves": []}, {"id": "c"}]


def test_a_row_s_place_is_its_number_and_that_of_the_column() -> None:
    """Both counted from 1; a table of this kind has no lines."""
    _, second = table({"id": ["A-1", "A-2"], "name": ["x", "\x1b"]})

    assert problems(second) == [
        (
            "many.parquet:2:2: The character U+001B may not stand in a file. "
            "Delete it, or type this part of the line again."
        )
    ]


def test_a_row_that_contradicts_itself_is_a_problem_at_its_place() -> None:
    """As in a CSV table."""
    (one,) = table({"training": ["none"], "training.1.hours": [24]})

    assert problems(one)[0].startswith("many.parquet:1:1: This does not go with another cell of the row")


def test_a_column_that_is_not_known_or_of_no_kind_refuses_the_table_once() -> None:
    """With the number of the column."""
    (one,) = table({"id": ["A-1", "A-2"], "references_": [1, 2]})
    assert problems(one) == [
        (
            'many.parquet: Column 2: This is not a known column. Did you mean "references"? '
            "See `peercert schema columns` for every column."
        )
    ]

    (one,) = table({"id": ["A-1"], "training": [[{"hours": 24}]], "name": [b"x"], "serves": [[1]]})
    kind = (
        "This column holds values of a kind that is not read here. Use text, numbers, dates, or true and false; "
        "lists of text only where several words may stand."
    )
    assert problems(one) == [f"many.parquet: Column {number}: {kind}" for number in (2, 3, 4)]


def test_many_rows_come_in_their_order() -> None:
    """Whatever is read at once."""
    rows = table({"references": list(range(3000))})

    assert [one.label for one in rows] == [f"many-{number}" for number in range(1, 3001)]
    assert rows[2999].read().value == {"references": "2999"}


@pytest.mark.parametrize("data", [b"", b"id,references\n", b"PAR1 and then nothing PAR1"])
def test_what_is_no_parquet_file_is_refused(data: bytes) -> None:
    """In plain words."""
    (one,) = parquet_table(io.BytesIO(data), "many.parquet", "many")

    assert problems(one) == ["many.parquet: This is not a sound Parquet file. Write it anew, or save the table as CSV."]


def test_a_damaged_file_is_a_problem_too() -> None:
    """Where its end is sound and its middle is not."""
    data = bytearray(written({"id": [str(number) for number in range(5000)]}).getvalue())
    data[4:2000] = b"\xff" * 1996

    *_, last = parquet_table(io.BytesIO(bytes(data)), "many.parquet", "many")

    assert problems(last)[0].startswith("many.parquet: This is not a sound Parquet file.")


def test_without_the_package_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only whoever reads such a table needs it."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    (one,) = parquet_table(io.BytesIO(), "many.parquet", "many")

    assert problems(one) == [
        'many.parquet: Parquet tables need one more package. Install it with: pip install "peercert[table]"'
    ]
