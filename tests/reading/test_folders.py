"""The files below a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from deep import DEPTH, deep_folders
from peercert.reading import files_below


def test_files_come_sorted_those_of_a_folder_before_those_of_its_folders(tmp_path: Path) -> None:
    """Hidden files and folders are left out."""
    for name in ("b/2", "b/1", "a/x/9", "a/3", "z", "c", ".hidden", ".git/y"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    found = [Path(path).relative_to(tmp_path).as_posix() for path in files_below(tmp_path)]

    assert found == ["c", "z", "a/3", "a/x/9", "b/1", "b/2"]


def test_links_to_folders_are_not_followed_and_broken_ones_are_files(tmp_path: Path) -> None:
    """So no search goes round in a circle, and nothing that was named is passed over."""
    (tmp_path / "up").symlink_to(tmp_path)
    (tmp_path / "gone").symlink_to("nowhere")
    (tmp_path / "loop").symlink_to("loop")

    assert [Path(path).name for path in files_below(tmp_path)] == ["gone", "loop"]


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """By its error, which names it."""
    told: list[OSError] = []

    assert list(files_below(tmp_path / "none", told.append)) == []
    assert [error.filename for error in told] == [str(tmp_path / "none")]


def test_files_are_found_however_deep_they_lie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Deeper than Python's calls may go."""
    monkeypatch.chdir(tmp_path)
    with deep_folders(Path("a"), "{}"):
        assert list(files_below("a")) == ["a/" * DEPTH + "in.json"]


def test_a_folder_that_goes_away_meanwhile_does_not_end_the_search(tmp_path: Path) -> None:
    """It is told, and those after it are looked through."""
    for name in ("1", "a", "b/2"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "a").unlink()
    (tmp_path / "a").mkdir()
    told: list[OSError] = []

    found = files_below(tmp_path, told.append)
    assert next(found) == str(tmp_path / "1")
    (tmp_path / "a").rmdir()

    assert list(found) == [str(tmp_path / "b" / "2")]
    assert [error.filename for error in told] == [str(tmp_path / "a")]
