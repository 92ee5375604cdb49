"""The stream of what the command line names: files, folders, patterns, lists and standard input."""

from __future__ import annotations

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
    """Nothing is sorted or left out that a person named, even twice."""
    for name in ("b.yaml", "a.yaml"):
        (tmp_path / name).write_text("references: 1\n")

    assert sources(tmp_path / "b.yaml", tmp_path / "a.yaml", tmp_path / "b.yaml") == [
        f"{tmp_path}/b.yaml", f"{tmp_path}/a.yaml", f"{tmp_path}/b.yaml",
    ]  # fmt: skip


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
