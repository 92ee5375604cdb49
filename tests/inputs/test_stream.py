"""The stream of what the command line names: files, folders, patterns, lists and standard input."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from peercert.errors import FileError, UsageError
from peercert.inputs import given


def no_stdin() -> bytes:
    """Stand for standard input where nobody should read it."""
    raise AssertionError("standard input is not asked for")


def sources(*paths: Path | str) -> list[str]:
    """Return where each profile is from."""
    return [one.source for one in given([str(path) for path in paths], no_stdin)]


def test_files_come_in_the_order_in_which_they_are_named(tmp_path: Path) -> None:
    """Nothing is sorted that a person named."""
    for name in ("b.yaml", "a.yaml"):
        (tmp_path / name).write_text("references: 1\n")

    assert sources(tmp_path / "b.yaml", tmp_path / "a.yaml") == [f"{tmp_path}/b.yaml", f"{tmp_path}/a.yaml"]


def test_a_file_that_is_named_again_is_given_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In its folder, by a pattern, with another spelling, in a list; where it is named first. A table too."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for name in ("a.yaml", "b.yaml", "rows.jsonl"):
        (tmp_path / "in" / name).write_text("{}\n")
    (tmp_path / "list").write_text(f"in/a.yaml\n{tmp_path}/in/b.yaml\n")

    again = ["in", "./in/a.yaml", "in/*", str(tmp_path / "in" / "rows.jsonl"), "in/../in/a.yaml"]

    assert sources("in/b.yaml", *again) == ["in/b.yaml", "in/a.yaml", "in/rows.jsonl"]
    assert [one.source for one in given([], no_stdin, files_from="list")] == ["in/a.yaml", f"{tmp_path}/in/b.yaml"]
    assert [one.source for one in given(["in/b.yaml"], no_stdin, files_from="list")] == ["in/b.yaml", "in/a.yaml"]


def test_files_of_one_name_in_two_folders_are_two(tmp_path: Path) -> None:
    """So are a file and a link to it: they are named differently."""
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.yaml").write_text("references: 1\n")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "one" / "a.yaml")

    assert len(sources(tmp_path / "one", tmp_path / "two" / "a.yaml", tmp_path / "link.yaml")) == 3


def test_a_folder_gives_its_profiles_sorted_and_goes_into_folders(tmp_path: Path) -> None:
    """Files of other kinds, hidden ones, and what hidden folders hold are left out."""
    inside = tmp_path / "inside"
    hidden = tmp_path / ".git"
    for folder in (inside, hidden):
        folder.mkdir()
    for path in (tmp_path / "c.yml", tmp_path / "a.yaml", tmp_path / "B.JSON", inside / "d.json", hidden / "e.yaml"):
        path.write_text("{}")
    for name in ("notes.txt", ".draft.yaml", "scan.pdf", "yaml"):
        (tmp_path / name).write_text("not a profile")

    assert sources(tmp_path) == [f"{tmp_path}/{name}" for name in ("B.JSON", "a.yaml", "c.yml", "inside/d.json")]


def test_a_file_that_is_named_is_read_whatever_its_ending(tmp_path: Path) -> None:
    """Only in folders does the ending decide."""
    path = tmp_path / "profile"
    path.write_text("references: 1\n")

    (one,) = given([str(path)], no_stdin)

    assert (one.label, one.read().value) == (None, {"references": "1"})


def test_a_circle_of_links_is_not_walked_round(tmp_path: Path) -> None:
    """A link to a folder inside a folder is left out, so a walk always ends."""
    (tmp_path / "a.yaml").write_text("references: 1\n")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)

    assert sources(tmp_path) == [f"{tmp_path}/a.yaml"]


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    """What that means is for the caller to say."""
    assert sources(tmp_path) == []


def test_a_name_that_does_not_exist_is_told_at_once() -> None:
    """Before anything is read, so a slip of the pen never costs half a run."""
    with pytest.raises(UsageError, match=r"^There is no file or folder 'nowhere\.yaml'\.$"):
        given(["nowhere.yaml"], no_stdin)


def test_a_link_that_leads_nowhere_is_a_problem_of_its_file(tmp_path: Path) -> None:
    """It exists, so it is not a slip of the command line; it cannot be read, so it is a problem."""
    (tmp_path / "broken.yaml").symlink_to(tmp_path / "gone.yaml")

    (one,) = given([str(tmp_path / "broken.yaml")], no_stdin)
    with pytest.raises(FileError) as caught:
        one.read()

    assert [problem.code for problem in caught.value.problems] == ["not-found"]


def test_a_dash_is_standard_input() -> None:
    """It is read when its turn comes, and called by a name that no file has."""
    (one,) = given(["-"], lambda: b"references: 1\n")

    assert (one.source, one.label, one.read().value) == ("<stdin>", None, {"references": "1"})


def test_standard_input_is_not_read_before_its_turn(tmp_path: Path) -> None:
    """Whoever types it may see the report of the file before it first."""
    (tmp_path / "a.yaml").write_text("references: 1\n")

    stream = given([str(tmp_path / "a.yaml"), "-"], no_stdin)

    assert next(stream).source == f"{tmp_path}/a.yaml"


def test_each_line_of_a_file_of_lines_is_a_profile(tmp_path: Path) -> None:
    """Blank lines are left out; a problem names the line of the file that it stands on."""
    path = tmp_path / "many.jsonl"
    path.write_text('{"references": 1}\n\n{"references": 2}\n{"references": 1, "references": 2}\n')

    first, second, third = given([str(path)], no_stdin)

    assert [one.label for one in (first, second, third)] == ["many-1", "many-3", "many-4"]
    assert (first.read().value, second.read().value) == ({"references": "1"}, {"references": "2"})
    with pytest.raises(FileError) as caught:
        third.read()
    assert [(one.code, one.line, one.column) for one in caught.value.problems] == [("duplicate-key", 4, 19)]


def test_every_form_of_table_is_known_by_its_ending(tmp_path: Path) -> None:
    """Whatever the case, named or found in a folder; a tab or a comma is seen from the first row."""
    (tmp_path / "a.CSV").write_text("id,references\nA-1,2\n")
    (tmp_path / "b.tsv").write_text("id\treferences\nB-1\t2\n")
    (tmp_path / "c.JsonL").write_text('{"id": "C-1"}\n')
    (tmp_path / "d.parquet").write_text("no such table")

    found = [(one.source.rpartition("/")[2], one.label) for one in given([str(tmp_path)], no_stdin)]

    assert found == [("a.CSV", "a-2"), ("b.tsv", "b-2"), ("c.JsonL", "c-1"), ("d.parquet", None)]


def test_what_is_given_can_be_read_in_another_process(tmp_path: Path) -> None:
    """Whatever it is: a file, a line, a row, standard input, or what cannot be read."""
    (tmp_path / "a.yaml").write_text("references: 1\n")
    (tmp_path / "b.jsonl").write_text('{"references": 2}\n')
    (tmp_path / "c.csv").write_text("references\n3\n")
    (tmp_path / "d.parquet").write_text("no such table")

    stream = given([str(tmp_path), "-"], lambda: b"references: 4\n")
    sent = [pickle.loads(pickle.dumps(one)) for one in stream]  # noqa: S301 - our own

    assert [sent[index].read().value for index in (0, 1, 2, 4)] == [{"references": number} for number in "1234"]
    with pytest.raises(FileError):
        sent[3].read()


def pieces(*texts: bytes) -> Callable[[], bytes]:
    """Stand for standard input that comes in pieces."""
    left = iter(texts)
    return lambda: next(left, b"")


@pytest.mark.parametrize(
    ("stdin_format", "texts", "expected"),
    [
        ("yaml", [b"references: 1\n"], [(None, "1")]),
        ("json", [b'{"references": 1}'], [(None, "1")]),
        ("jsonl", [b'{"refer', b'ences": 1}\n{"references"', b": 2}\n"], [("stdin-1", "1"), ("stdin-2", "2")]),
        ("csv", [b"refer", b"ences\n1\n", b"2"], [("stdin-2", "1"), ("stdin-3", "2")]),
    ],
)
def test_standard_input_may_be_spelled_in_four_ways(
    stdin_format: str, texts: list[bytes], expected: list[tuple[str | None, str]]
) -> None:
    """Those that hold many profiles are read piece by piece."""
    found = list(given(["-"], pieces(*texts), stdin_format=stdin_format))

    assert [one.source for one in found] == ["<stdin>"] * len(expected)
    assert [(one.label, one.read().value) for one in found] == [
        (label, {"references": number}) for label, number in expected
    ]


def test_yaml_that_is_called_json_is_refused() -> None:
    """What was asked for is what is read."""
    (one,) = given(["-"], pieces(b"references: 1\n"), stdin_format="json")

    with pytest.raises(FileError):
        one.read()


@pytest.mark.parametrize(
    ("paths", "files_from"), [(["-", "-"], None), (["-"], "-")]
)  # fmt: skip
def test_standard_input_is_read_once_only(paths: list[str], files_from: str | None) -> None:
    """Two readers would take from each other."""
    with pytest.raises(UsageError, match=r"^Standard input can be read only once\. Name - a single time\.$"):
        given(paths, no_stdin, files_from=files_from)


@pytest.mark.parametrize(("paths", "files_from"), [(["-"], None), ([], "-")])
def test_a_terminal_is_not_waited_for(paths: list[str], files_from: str | None) -> None:
    """Nobody would know that the program waits."""
    with pytest.raises(UsageError, match=r"^Standard input is a terminal\."):
        given(paths, no_stdin, files_from=files_from, terminal=True)


def test_a_terminal_that_is_not_asked_for_does_no_harm(tmp_path: Path) -> None:
    """Most runs are started from one."""
    (tmp_path / "a.yaml").write_text("references: 1\n")

    assert len(list(given([str(tmp_path)], no_stdin, terminal=True))) == 1


def test_a_list_names_more_files_after_those_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files, folders and tables; what is not there is a problem of its own, and a pattern is a name like others."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.yaml", "b.yaml", "in/c.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("references: 1\n")
    (tmp_path / "list").write_text("b.yaml\n\ngone.yaml\ngone.csv\nin\n*.yaml\n")

    found = list(given(["a.yaml"], no_stdin, files_from="list"))

    assert [one.source for one in found] == ["a.yaml", "b.yaml", "gone.yaml", "gone.csv", "in/c.yaml", "*.yaml"]
    for index in (2, 3, 5):
        with pytest.raises(FileError) as caught:
            found[index].read()
        assert [one.code for one in caught.value.problems] == ["not-found"]


def test_a_list_may_come_from_standard_input(tmp_path: Path) -> None:
    """In pieces, as another program finds the files."""
    for name in "ab":
        (tmp_path / f"{name}.yaml").write_text("references: 1\n")
    names = f"{tmp_path}/b.yaml\0{tmp_path}/a.yaml\0".encode()

    found = list(given([], pieces(names[:5], names[5:]), files_from="-"))

    assert [one.source for one in found] == [f"{tmp_path}/b.yaml", f"{tmp_path}/a.yaml"]


def test_a_list_that_is_not_there_is_told_at_once() -> None:
    """As a path that is not there."""
    with pytest.raises(UsageError, match=r"^There is no file 'nowhere' with a list of files\.$"):
        given([], no_stdin, files_from="nowhere")


def test_a_list_that_is_no_list_is_a_problem(tmp_path: Path) -> None:
    """Of the list itself; a folder is none either."""
    (tmp_path / "list").write_bytes("a.yaml\n".encode("utf-16"))

    for name, code in ((tmp_path / "list", "not-utf8"), (tmp_path, "not-a-file")):
        (one,) = given([], no_stdin, files_from=str(name))
        with pytest.raises(FileError) as caught:
            one.read()
        assert [(problem.source, problem.code) for problem in caught.value.problems] == [(str(name), code)]


def test_a_pattern_stands_for_files_where_no_file_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name with a star in it, too, is first of all a name."""
    monkeypatch.chdir(tmp_path)
    for name in ("b.yaml", "a.yaml", "[a].yaml"):
        (tmp_path / name).write_text("references: 1\n")

    assert sources("?.yaml") == ["a.yaml", "b.yaml"]
    assert sources("[a].yaml") == ["[a].yaml"]


def test_a_pattern_that_fits_nothing_is_told_at_once() -> None:
    """As a path that is not there: nothing to check is never a silent pass."""
    with pytest.raises(UsageError, match=r"^There is no file that fits 'nowhere/\*\.yaml'\.$"):
        given(["nowhere/*.yaml"], no_stdin)


def test_a_file_that_breaks_off_is_a_problem_and_the_next_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a stick that is pulled out."""

    class Broken(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, _buffer: object) -> int:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr("peercert.inputs.stream.open_lines", lambda _path: io.BufferedReader(Broken()))
    (tmp_path / "a.jsonl").write_text("{}\n")
    (tmp_path / "b.yaml").write_text("references: 1\n")

    first, second = given([str(tmp_path)], no_stdin)

    with pytest.raises(FileError) as caught:
        first.read()
    assert [str(one) for one in caught.value.problems] == [
        f"{tmp_path}/a.jsonl: This file cannot be read to its end. Check the disk that it is on."
    ]
    assert second.read().value == {"references": "1"}
