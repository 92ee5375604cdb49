"""Cells of a table for a spreadsheet."""

from __future__ import annotations

import csv
import re
from decimal import Decimal

import pytest

from peercert.render.cells import guarded, row

from .hostile import HOSTILE


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1", "'  =1"),
        ("\u00a0=1", "'\u00a0=1"),
        ("\t=1", "' =1"),
        ("\n=1", "' =1"),
        ("'=1", "''=1"),
        ('"=1', "'\"=1"),
        ("\r=1", "\\u000d=1"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠x", "'＠x"),
        ("a;=1", "a;'=1"),
        ("a; -1", "a;' -1"),
    ],
)
def test_a_formula_is_kept_from_being_one(text: str, written: str) -> None:
    """An apostrophe stands before it, whatever leads to it, also where a program parts at semicolons."""
    assert guarded(text) == written


@pytest.mark.parametrize("text", ["jordan", "T-01", "a = b", "1-2", "me@e.example", "Say 1; 2", "", "0.5", "<5", "²"])
def test_any_other_text_is_left_alone(text: str) -> None:
    """Signs inside a text are harmless."""
    assert guarded(text) == text


def test_a_row_has_numbers_exactly_and_yes_or_no() -> None:
    """No exponent, no needless zeros, no sign before a number."""
    assert row(["jo", Decimal("74.90"), Decimal("1E+3"), -2, Decimal("-0.5"), True, False, None]) == (
        "jo,74.9,1000,-2,-0.5,yes,no,\n"
    )


def test_only_what_needs_quotes_has_them() -> None:
    """A comma or a quote in a text stays in its cell."""
    assert row(['Say "a", b', "c"]) == '"Say ""a"", b",c\n'


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_any_text_stays_in_its_cell_and_its_line(text: str) -> None:
    """Read back, a row has the same cells; nothing in it acts on a terminal or begins a formula."""
    line = row(["first", text, "last"])

    assert line.count("\n") == 1
    ((first, cell, last),) = csv.reader([line], strict=True)
    assert (first, last) == ("first", "last")
    assert not re.match(r"\s*[-=+@＝＋－＠]", cell)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\ud800]", line)
