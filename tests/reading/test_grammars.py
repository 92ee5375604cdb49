"""Texts near to YAML, JSON and tables: a document or a refusal, and each reader agrees with the other."""

from __future__ import annotations

import io
import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercert.errors import FileError
from peercert.inputs.csv_table import csv_table
from peercert.inputs.json_lines import json_lines
from peercert.inputs.lists import listed
from peercert.reading import Document, Plain, Syntax, Value, read_bytes

pytestmark = pytest.mark.unmeasured

WORDS = st.sampled_from(
    ["a", "jo", "", "12", "-0", "1.5", "1e3", "0x1f", "012", "1:30", "true", "no", "null", "~", ".inf", "NaN",
     "Infinity", "2026-05-01", "=", "<<", "é", "\\u0041", "\\ud800", "\\n", "#x", "a b", "- a", "? a", ": a", "&a",
     "*a", "!t", "'", '"']
)  # fmt: skip
INDENTS = st.sampled_from(["", " ", "  ", "    ", "\t"])
ENDS = st.sampled_from(["\n", "\r\n", "\n\n", " # why\n", "\n---\n", "\n...\n", "\r", "\x85", "\u2028"])
KEYS = st.sampled_from(
    ["id: ", "name: ", "'id': ", '"x": ', "- ", "- id: ", "? ", "[", "{", "{a: ", "]", "}", ", ", "| ", "> ", "|+2 "]
)
YAML = st.lists(st.tuples(INDENTS, KEYS, WORDS, ENDS).map("".join), max_size=10).map("".join)

JSON_PIECES = st.sampled_from(
    ["{", "}", "[", "]", ",", ":", " ", "\n",
     '"a"', '"id"', '"\\u0041"', '"\\ud83d\\ude00"', '"\\ud800"', '"\\b"', "1",
     "-0", "1.50", "1e5", "01", "true", "false", "null", "NaN", "-Infinity", "'a'", "// x", "\ufeff", '"']
)  # fmt: skip
JSON = st.lists(JSON_PIECES, max_size=14).map("".join)

CELLS = st.sampled_from(
    ["id", "name", "references", "training[0].hours", "training.hours", "x", "", '"a,b"', '"', '""', '"a""b"', " ",
     "12", "declined", "=1", "é", "\x00", "\ufeff"]
)  # fmt: skip
ROWS = st.lists(st.lists(CELLS, max_size=5), max_size=6)


def outcome(data: bytes, syntax: Syntax) -> Document | FileError:
    """Read some bytes: a document that knows its places, or a refusal that says something."""
    try:
        document = read_bytes(data, "p", syntax=syntax)
    except FileError as refused:
        for problem in refused.problems:
            assert problem.message.endswith(".")
        return refused
    assert document.place(()) >= (1, 1)
    return document


def plain(value: Value) -> Any:
    """Return each text with whether it stood without quotes; JSON knows true and false by themselves, YAML as words."""
    if isinstance(value, dict):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return str(value).lower() if isinstance(value, bool) else str(value), isinstance(value, (Plain, bool))


@given(YAML, st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_what_is_near_to_yaml_is_read_or_refused(text: str, encoding: str) -> None:
    """In the right encoding and in wrong ones."""
    outcome(text.encode(encoding, errors="replace"), "yaml")


@given(JSON)
def test_what_is_near_to_json_is_read_or_refused_as_the_standard_says(text: str) -> None:
    """What the standard library will not read is refused; and where both read it, the shape is the same."""
    mine = outcome(text.encode(), "json")
    try:
        theirs = json.loads(text.removeprefix("\ufeff"))
    except ValueError:
        assert isinstance(mine, FileError)
        return
    if isinstance(mine, Document):
        assert shape(mine.value) == shape(theirs)


def shape(value: Any) -> Any:
    """Return lists and mappings with their keys, and a mark for everything else."""
    if isinstance(value, dict):
        return {str(key): shape(inner) for key, inner in value.items()}
    return [shape(inner) for inner in value] if isinstance(value, list) else "."


LEAVES = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=12)
NUMBERS = st.integers(-(10**12), 10**12) | st.floats(allow_nan=False, allow_infinity=False, width=32)
TREES: st.SearchStrategy[Any] = st.recursive(
    LEAVES | st.booleans() | NUMBERS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(LEAVES, inner, max_size=4),
    max_leaves=15,
)


@given(TREES, st.booleans(), st.sampled_from([None, 1, 4]))
def test_yaml_reads_json_as_json_does(value: Any, ascii_only: bool, indent: int | None) -> None:
    """One is written in the other: the same values, or one of them refuses; bare words stay apart from quoted ones."""
    data = json.dumps(value, ensure_ascii=ascii_only, indent=indent).encode()
    one, other = outcome(data, "json"), outcome(data, "yaml")

    if isinstance(one, Document) and isinstance(other, Document):
        assert plain(one.value) == plain(other.value)


@given(JSON)
def test_where_both_read_what_is_near_to_json_they_read_the_same(text: str) -> None:
    """A text may be good YAML and no JSON; where it is both, it says one thing."""
    one, other = outcome(text.encode(), "json"), outcome(text.encode(), "yaml")

    if isinstance(one, Document) and isinstance(other, Document):
        assert plain(one.value) == plain(other.value)


@given(ROWS, st.sampled_from([",", ";", "\t"]), st.sampled_from(["\n", "\r\n", "\r"]), st.binary(max_size=4))
def test_what_is_near_to_a_table_is_read_or_refused_row_by_row(
    rows: list[list[str]], sign: str, end: str, odd: bytes
) -> None:
    """Each row gives a profile or problems with a line, in the order of the file."""
    data = end.join(sign.join(row) for row in rows).encode() + odd
    lines = []
    for one in csv_table(io.BytesIO(data), "t.csv", "t"):
        try:
            assert one.read().place(()) >= (1, 1)
        except FileError as refused:
            lines += [problem.line or math.inf for problem in refused.problems][:1]

    assert all(line >= 1 for line in lines)


@given(st.lists(JSON, max_size=5), st.binary(max_size=4))
def test_what_is_near_to_json_lines_is_read_or_refused_line_by_line(texts: list[str], odd: bytes) -> None:
    """A line that cannot be used never takes the next one with it."""
    good = b'{"id": "last"}\n'
    data = b"\n".join(text.replace("\n", " ").encode() for text in texts) + odd.replace(b"\n", b"") + b"\n" + good
    *_, last = json_lines(io.BytesIO(data), "t.jsonl", "t")

    assert last.read().value == {"id": "last"}


@given(st.binary(max_size=60))
def test_any_list_of_names_is_read_or_refused(data: bytes) -> None:
    """No name is empty, and none holds the end of a line."""
    try:
        names = list(listed(io.BytesIO(data), "names"))
    except FileError as refused:
        assert refused.problems  # noqa: PT017 - reading may just as well succeed
        return
    assert all(name and "\0" not in name for name in names)
