"""TOML: tables, and where their keys stand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from peercert.errors import FileError
from peercert.reading.toml_text import KeyPlace, read_table

TABLE = ("tool", "peercert")


def written(folder: Path, text: str | bytes) -> Path:
    """Write a file."""
    path = folder / "x.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def refused(path: Path, table: tuple[str, ...] = ()) -> list[str]:
    """Return the problems of a file that cannot be read, as they are told."""
    with pytest.raises(FileError) as caught:
        read_table(path, "x.toml", table)
    return [str(problem) for problem in caught.value.problems]


def test_a_whole_file_is_a_table(tmp_path: Path) -> None:
    """Each key has its place, and its value has one."""
    found = read_table(written(tmp_path, "# hello\na = 1\n  'b-c'  =  [\n  2,\n]\r\n"), "x.toml")

    assert found is not None
    assert found.values == {"a": 1, "b-c": [2]}
    assert found.places == {"a": KeyPlace(2, 1, 5), "b-c": KeyPlace(3, 3, 13)}


def test_a_table_is_found_among_others(tmp_path: Path) -> None:
    """Keys of the same name under other headings are not taken for its own."""
    text = '[tool.other]\na = 1\n\n[ tool . "peercert" ]  # tool.peercert\na = 2\n\n[tool.last]\na = 3\n'

    found = read_table(written(tmp_path, text), "x.toml", TABLE)

    assert found is not None
    assert found.values == {"a": 2}
    assert found.places == {"a": KeyPlace(5, 1, 5)}


def test_a_heading_below_the_table_is_a_key_of_it(tmp_path: Path) -> None:
    """It stands where its heading stands; so does a key with a dot in it."""
    found = read_table(written(tmp_path, "[tool.peercert]\nx.y = 1\n\n  [tool.peercert.check]\nz = 2\n"), "x", TABLE)

    assert found is not None
    assert found.values == {"x": {"y": 1}, "check": {"z": 2}}
    assert found.places == {"x": KeyPlace(2, 1, 3), "check": KeyPlace(4, 3, 3)}


def test_a_list_of_tables_is_a_key_where_its_brackets_open(tmp_path: Path) -> None:
    """Whatever ends its lines."""
    found = read_table(written(tmp_path, "a = 1\r\n[[b]]\r\nc = 2\r\n"), "x.toml")

    assert found is not None
    assert found.values == {"a": 1, "b": [{"c": 2}]}
    assert found.places == {"a": KeyPlace(1, 1, 5), "b": KeyPlace(2, 1, 1)}


@pytest.mark.parametrize(
    ("text", "table", "code"),
    [("a = [", (), "bad-toml"), ("tool.peercert = 3", TABLE, "wrong-type"), (b"\xff", (), "not-utf8")],
)
def test_each_problem_has_its_code(tmp_path: Path, text: str | bytes, table: tuple[str, ...], code: str) -> None:
    """By which reports name it."""
    with pytest.raises(FileError) as caught:
        read_table(written(tmp_path, text), "x.toml", table)

    assert [problem.code for problem in caught.value.problems] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "[project]\nname = 'x'\n",
        "this is not TOML\n",
        b"\xff\xfe",
        "# no [tool.peercert] here\n",
        "[tool]\nx = 'tool.peercert'\n",
    ],
    ids=["other", "no-toml", "no-utf8", "comment", "value"],
)
def test_a_file_without_the_table_is_passed_over(tmp_path: Path, text: str | bytes) -> None:
    """Whatever else is in it: it is not about us."""
    assert read_table(written(tmp_path, text), "x.toml", TABLE) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = 1\nb = [1,\nc = 2\n", "x.toml:3:1: From here on this is not written in TOML."),
        ("a = 1\na = 2\n", "x.toml:2:6: From here on this is not written in TOML."),
        ("a = secret\n", "x.toml:1:5: From here on this is not written in TOML."),
        ("a = [", "x.toml: This file is not written in TOML."),
        ("a = " + "[" * 5000, "x.toml: This file is not written in TOML."),
        ("a = " + "9" * 5000, "x.toml: This file is not written in TOML."),
    ],
    ids=["list", "twice", "word", "end", "deep", "long"],
)
def test_what_is_no_toml_is_told_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    """And with what to look for; what was written is not repeated."""
    assert refused(written(tmp_path, text)) == [f"{said} Check the quotes and brackets, and that no key stands twice."]


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    """Line and column, and how to save the file."""
    assert refused(written(tmp_path, b"a = 1\nb = '\xff'\n")) == [
        "x.toml:2:6: From here on the file is not saved as UTF-8. Save the file as UTF-8."
    ]


def test_a_table_that_is_a_value_is_told(tmp_path: Path) -> None:
    """Keys are needed below the heading."""
    text = "tool.peercert = 3\n"

    assert refused(written(tmp_path, text), TABLE) == ["x.toml: tool.peercert must be a heading with keys below it."]


def test_a_pipe_does_not_hold_anybody_up(tmp_path: Path) -> None:
    """Only an ordinary file is read."""
    os.mkfifo(tmp_path / "x.toml")

    assert refused(tmp_path / "x.toml") == ["x.toml: This is not an ordinary file. Name a file with text in it."]


def test_a_line_with_very_many_dots_is_refused(tmp_path: Path) -> None:
    """A thousand are read; a key of more parts would hold up the reader of TOML."""
    dots = "." * 600

    found = read_table(written(tmp_path, f"a = '{dots}{'.' * 400}'\nb = '{dots}'\nc = '{dots}'\n"), "x.toml")
    assert found is not None
    assert list(found.values) == ["a", "b", "c"]
    with pytest.raises(FileError) as caught:
        read_table(written(tmp_path, f"a = 1\nb = '{dots} {'.' * 401}'\n"), "x.toml")
    assert [str(problem) for problem in caught.value.problems] == [
        "x.toml:2:1: This line holds more dots than any setting needs. Check that this is the right file."
    ]
    assert [problem.code for problem in caught.value.problems] == ["bad-toml"]
