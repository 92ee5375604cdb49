"""Patterns, where no shell fills them in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deep import DEPTH, deep_folders
from peercert.inputs.patterns import is_pattern, matches


@pytest.fixture
def cohort(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder with files in and below it, and go there."""
    for name in (
        "b.yaml",
        "a.yaml",
        "a.json",
        ".hidden.yaml",
        "in/c.yaml",
        "in/deep/d.yaml",
        ".git/e.yaml",
        "z/a.yaml",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("{}")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(pattern: str) -> list[str]:
    """Return what a pattern stands for, where every folder can be read."""
    closed: list[OSError] = []
    names = list(matches(pattern, closed.append))
    assert closed == []
    return names


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.yaml", ["a.yaml", "b.yaml"]),
        ("[ab].json", ["a.json"]),
        ("?.yaml", ["a.yaml", "b.yaml"]),
        ("*/a.yaml", ["z/a.yaml"]),
        ("*", ["a.json", "a.yaml", "b.yaml", "in", "z"]),
        (".*.yaml", [".hidden.yaml"]),
        ("**/*.yaml", ["a.yaml", "b.yaml", "in/c.yaml", "in/deep/d.yaml", "z/a.yaml"]),
        ("in/**", ["in/c.yaml", "in/deep/d.yaml"]),
        ("i*/deep/*", ["in/deep/d.yaml"]),
        ("*.toml", []),
        ("nowhere/*.yaml", []),
        ("a.yaml/*", []),
    ],
)
@pytest.mark.usefixtures("cohort")
def test_a_pattern_stands_for_what_a_shell_makes_of_it(pattern: str, expected: list[str]) -> None:
    """Sorted, without what is hidden; with `**` the files at any depth, each once."""
    if pattern in ("nowhere/*.yaml", "a.yaml/*"):
        assert list(matches(pattern, lambda _error: None)) == expected
    else:
        assert found(pattern) == expected


def test_a_pattern_may_start_at_the_top(cohort: Path) -> None:
    """Then so do the names."""
    assert found(f"{cohort}/*.json") == [f"{cohort}/a.json"]


def test_a_circle_of_links_is_not_walked_round(cohort: Path) -> None:
    """`**` does not go through links."""
    (cohort / "in" / "again").symlink_to(cohort, target_is_directory=True)

    assert found("**/d.yaml") == ["in/deep/d.yaml"]


@pytest.mark.usefixtures("cohort")
def test_a_folder_that_cannot_be_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest is found."""
    closed: list[OSError] = []
    listdir = os.listdir

    def guarded(folder: Path) -> list[str]:
        if folder.name == "in":
            raise PermissionError(13, "Permission denied", str(folder))
        return listdir(folder)

    monkeypatch.setattr(os, "listdir", guarded)

    assert list(matches("**/*.yaml", closed.append)) == ["a.yaml", "b.yaml", "z/a.yaml"]
    assert [error.filename for error in closed] == ["in"]


@pytest.mark.parametrize(("name", "expected"), [("a*.yaml", True), ("a?", True), ("[ab]", True), ("a.yaml", False)])
def test_some_signs_make_a_pattern(name: str, expected: bool) -> None:
    """Whether a file has that very name is for the caller to ask first."""
    assert is_pattern(name) is expected


@pytest.mark.usefixtures("cohort")
@pytest.mark.parametrize("pattern", ["**/**/**/*.yaml", "**/" * 12 + "*.yaml"])
def test_any_folders_said_twice_finds_each_file_once(pattern: str) -> None:
    """And takes no longer for it, however often it is said."""
    assert list(matches(pattern, no_closed_folder)) == ["a.yaml", "b.yaml", "in/c.yaml", "in/deep/d.yaml", "z/a.yaml"]


def test_folders_however_deep_are_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Deeper than Python's calls may go."""
    monkeypatch.chdir(tmp_path)
    with deep_folders(Path("a"), "{}"):
        (found,) = matches("**/*.json", no_closed_folder)
        (step_by_step,) = matches("*/" * DEPTH + "*.json", no_closed_folder)

        assert found == step_by_step == "a/" * DEPTH + "in.json"


def test_a_name_longer_than_any_is_no_pattern() -> None:
    """So no time is lost on it."""
    assert is_pattern("[" * 4096)
    assert not is_pattern("[" * 4097)


def no_closed_folder(error: OSError) -> None:
    """Take what cannot be read, which must be nothing."""
    raise AssertionError(error)
