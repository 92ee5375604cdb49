"""Public collections of hard texts: nothing that must fail is read, nothing of the promised part is refused."""

from __future__ import annotations

import json
import lzma
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from peercert.errors import FileError
from peercert.reading import read_text, yaml_text

SUITES = Path(__file__).parent / "data" / "suites"

NAMED = {
    "anchor", "tag", "directive", "many-documents", "empty-value", "empty-file", "bad-key", "bad-character",
}  # fmt: skip
"""What valid YAML is refused for, by name: more than the plain part of YAML that a profile needs."""

UNREAD = {
    "2JQS", "2SXE", "4ABK", "4MUZ-0", "4MUZ-1", "4MUZ-2", "58MP", "5MUD", "5T43", "6BCT", "6CA3", "6M2F", "7Z25",
    "96NN-0", "96NN-1", "9SA2", "A2M4", "CFD4", "DBG4", "DK3J", "DK95-0", "DK95-3", "DK95-4", "FP8R", "FRK4",
    "HM87-0", "HWV9", "K3WX", "M2N8-0", "M7A3", "NHX8", "NJ66", "NKF9", "Q5MG", "QT73", "R4YG", "S3PD", "SM9W-1",
    "UKK6-0", "UT92", "VJP3-1", "Y79Y-1", "Y79Y-10",
}  # fmt: skip
"""Valid texts that the YAML library itself does not read: rare spellings, refused as such at their place."""

OTHER = {"L24T-1", "652Z"}
"""Valid texts of which the library reads another value: one line end less at the end of a block that ends in blanks,
and a key in braces that begins with a question mark."""

STRICTER = {
    "y_array_heterogeneous.json": "empty-value", "y_array_null.json": "empty-value",
    "y_array_with_several_null.json": "empty-value", "y_structure_lonely_null.json": "empty-value",
    "y_object_duplicated_key.json": "duplicate-key", "y_object_duplicated_key_and_value.json": "duplicate-key",
    "y_object_escaped_null_in_key.json": "bad-character", "y_string_allowed_escapes.json": "bad-character",
    "y_string_escaped_control_character.json": "bad-character", "y_string_escaped_noncharacter.json": "bad-character",
    "y_string_nonCharacterInUTF-8_U+FFFF.json": "bad-character", "y_string_null_escape.json": "bad-character",
    "y_string_u+2028_line_sep.json": "bad-character", "y_string_u+2029_par_sep.json": "bad-character",
    "y_string_unescaped_char_delete.json": "bad-character", "y_string_with_del_character.json": "bad-character",
    "y_string_unicode_U+200B_ZERO_WIDTH_SPACE.json": "bad-character",
    "y_string_unicode_U+FFFE_nonchar.json": "bad-character",
}  # fmt: skip
"""Valid JSON that is refused, and what for: nulls, keys that stand twice, and characters that act or hide."""


@cache
def suite(name: str) -> Any:
    """Open a suite."""
    return json.loads(lzma.decompress((SUITES / f"{name}.json.xz").read_bytes()))


def read(text: str, syntax: Any = "yaml") -> tuple[Any, set[str]]:
    """Return the value of a text, or what it is refused for; anything else that came out would fail the test."""
    try:
        return read_text(text, "p", syntax=syntax).value, set()
    except FileError as error:
        assert error.problems  # noqa: PT017 - reading may just as well succeed
        return None, {problem.code for problem in error.problems}


def as_text(value: Any) -> Any:
    """Return a value with each number and each yes and no as the text of it."""
    if isinstance(value, dict):
        return {key: as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_text(inner) for inner in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_no_yaml_that_must_fail_is_read() -> None:
    """Of the 94 of the YAML test suite."""
    failing = [one for one in suite("yaml-test-suite") if one.get("fail")]

    assert len(failing) == 94
    assert [one["id"] for one in failing if not read(one["yaml"])[1]] == []


def test_valid_yaml_is_read_as_it_is_meant_or_refused_by_name() -> None:
    """Of the 308 of the suite; the spellings that the library does not know are listed one by one."""
    valid = [one for one in suite("yaml-test-suite") if not one.get("fail")]
    results = {one["id"]: read(one["yaml"]) for one in valid}
    refused = {id_: codes for id_, (_, codes) in results.items() if codes}
    meant = {one["id"]: as_text(json.loads(one["json"])) for one in valid if "json" in one and one["id"] not in refused}

    assert len(valid) == 308
    assert {id_ for id_, codes in refused.items() if not codes <= NAMED} == UNREAD
    assert {id_ for id_, value in meant.items() if as_text(results[id_][0]) != value} == OTHER
    assert len(meant) > 150


def test_the_parser_in_python_breaks_on_none_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML has no parser in C, all of the suite is read or refused as well."""
    monkeypatch.setattr(yaml_text, "Parser", yaml.BaseLoader)

    assert len([read(one["yaml"]) for one in suite("yaml-test-suite")]) == 402


def test_no_json_that_must_fail_is_read() -> None:
    """Of the 188 of JSONTestSuite."""
    failing = {name: text for name, text in suite("json-test-suite").items() if name.startswith("n_")}

    assert len(failing) == 188
    assert [name for name, text in failing.items() if not read(text, "json")[1]] == []


def test_valid_json_is_read_or_refused_for_what_we_promise_to_refuse() -> None:
    """Of the 95 of the suite; the others, which a reader may take or leave, break nothing."""
    results = {name: read(text, "json") for name, text in suite("json-test-suite").items() if name[0] in "yi"}
    refused = {name: codes for name, (_, codes) in results.items() if codes and name.startswith("y_")}

    assert len([name for name in results if name.startswith("y_")]) == 95
    assert refused == {name: {code} for name, code in STRICTER.items()}


def test_what_json_reads_yaml_reads_the_same_or_not_at_all() -> None:
    """A profile in JSON on standard input is read as YAML, and means the same."""
    differing = []
    for name, text in suite("json-test-suite").items():
        value, codes = read(text, "json")
        other, refused = read(text)
        if not codes and not refused and as_text(other) != as_text(value):
            differing.append(name)

    assert differing == []
