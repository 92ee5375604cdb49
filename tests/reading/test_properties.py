"""What holds for any text at all."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from peercert.errors import FileError
from peercert.reading import Plain, Syntax, Value, ValuePath, read_bytes, read_text
from peercert.reading.characters import REFUSED

pytestmark = pytest.mark.unmeasured

WORDS = st.text(max_size=12).filter(lambda word: not REFUSED.search(word))
VALUES: st.SearchStrategy[Any] = st.recursive(
    WORDS | st.integers() | st.booleans(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)
SYNTAXES = st.sampled_from(["yaml", "json"])
PIECES = st.sampled_from(
    ["a", ": ", "\n", "  ", "- ", "[", "]", "{", "}", ", ", "'", '"', "&x ", "*x", "!t ", "|", ">", "#", "?", "\t", "%",
     "---\n", "...", "\\", "\\u", "d800", "<<", "null", "~", "NaN", "\x00", "\u202e", "\ufeff", "é", "\r", "1",
     "\u2028"]
)  # fmt: skip


class NoAliases(yaml.SafeDumper):
    """Writes each value out, even if it is the same object twice."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the base class names it
        """Never write an alias."""
        return True


def as_text(value: Any, *, yes: str = "true", no: str = "false") -> Any:
    """Return the value with each number and bool as the text a file has for it."""
    if isinstance(value, dict):
        return {key: as_text(inner, yes=yes, no=no) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_text(inner, yes=yes, no=no) for inner in value]
    return {True: yes, False: no}[value] if isinstance(value, bool) else str(value)


def plain_paths(value: Value, path: ValuePath = ()) -> list[tuple[ValuePath, str]]:
    """Return the path and the text of every word that stood without quotes."""
    if isinstance(value, dict):
        return [found for key, inner in value.items() for found in plain_paths(inner, (*path, key))]
    if isinstance(value, list):
        return [found for index, inner in enumerate(value) for found in plain_paths(inner, (*path, index))]
    return [(path, value)] if isinstance(value, Plain) else []


@given(VALUES, st.booleans(), st.sampled_from([None, 1]))
def test_any_value_comes_back_from_json(value: Any, ascii_only: bool, indent: int | None) -> None:
    """What is written as JSON is read as it was, numbers as their text."""
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)

    assert as_text(read_text(text, "p", syntax="json").value) == as_text(value)


@given(VALUES, st.booleans(), st.sampled_from([None, True, False]))
def test_any_value_comes_back_from_yaml(value: Any, unicode: bool, flow: bool | None) -> None:
    """What is written as YAML is read as it was, numbers and yes and no as their text."""
    text = yaml.dump(value, Dumper=NoAliases, allow_unicode=unicode, default_flow_style=flow)

    assert read_text(text, "p").value == as_text(value)


@given(VALUES)
def test_json_reads_the_same_as_yaml(value: Any) -> None:
    """The same text gives the same words, read as JSON or as YAML, but that JSON has a true and a false."""
    text = json.dumps(value, ensure_ascii=False)

    assert read_text(text, "p").value == as_text(read_text(text, "p", syntax="json").value)


@given(VALUES, SYNTAXES)
def test_every_place_points_at_its_text(value: Any, syntax: Syntax) -> None:
    """At the place of each plain word stands that word."""
    text = json.dumps(value, indent=1) if syntax == "json" else yaml.dump(value, Dumper=NoAliases)
    document = read_text(text, "p", syntax=syntax)
    lines = text.split("\n")

    for path, word in plain_paths(document.value):
        line, column = document.place(path)
        assert " ".join([lines[line - 1][column - 1 :], *lines[line:]]).startswith(word[:3])


@given(st.binary(max_size=80), SYNTAXES)
def test_any_bytes_are_read_or_refused(data: bytes, syntax: Syntax) -> None:
    """Bytes of any kind give a document or a refusal, and nothing else."""
    check_read_or_refused(data, syntax)


@given(st.lists(PIECES, max_size=25), SYNTAXES)
def test_any_heap_of_signs_is_read_or_refused(pieces: list[str], syntax: Syntax) -> None:
    """Texts made of what YAML and JSON are made of give a document or a refusal, and nothing else."""
    check_read_or_refused("".join(pieces).encode(), syntax)


@given(st.lists(PIECES, max_size=12))
def test_the_parser_in_python_lets_nothing_else_out_either(pieces: list[str]) -> None:
    """Where PyYAML has no parser in C, there is a document or a refusal as well."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("peercert.reading.yaml_text.Parser", yaml.BaseLoader)
        check_read_or_refused("".join(pieces).encode(), "yaml")


def check_read_or_refused(data: bytes, syntax: Syntax) -> None:
    """A refusal names the source, counts lines from 1, and says something; a document knows its places."""
    try:
        document = read_bytes(data, "p", syntax=syntax)
    except FileError as refused:
        assert refused.problems  # noqa: PT017 - reading may just as well succeed
        for problem in refused.problems:
            assert problem.source == "p"
            assert problem.message.endswith(".")
            assert problem.line is None or 1 <= problem.line <= data.count(b"\n") + data.count(b"\r") + 1
    else:
        for path, _ in plain_paths(document.value):
            assert document.place(path) >= (1, 1)
