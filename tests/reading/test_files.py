"""Opening files."""

import os
from pathlib import Path

import pytest

from peercert.errors import FileError, Problem
from peercert.reading import read_file
from peercert.reading.files import file_bytes
from peercert.reading.refusals import Refusals


def problem_with(path: Path | str, limit: int = 100) -> Problem:
    """Open a file that must be refused."""
    with pytest.raises(FileError) as caught:
        read_file(path, source="p", limit=limit)
    (problem,) = caught.value.problems
    return problem


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """A name that leads nowhere, or through a file as if it were a folder, is not found."""
    (tmp_path / "file").write_text("a: 1")

    for path in (tmp_path / "none.yaml", tmp_path / "file" / "none.yaml"):
        problem = problem_with(path)
        assert str(problem) == "p: There is no file with this name. Check the name and the folder."
        assert problem.code == "not-found"


def test_a_link_to_nowhere_is_not_found(tmp_path: Path) -> None:
    """A link whose end is gone is a missing file."""
    (tmp_path / "link").symlink_to("gone")

    assert problem_with(tmp_path / "link").code == "not-found"


def test_a_loop_of_links_is_told(tmp_path: Path) -> None:
    """Links that lead to each other are not followed for ever."""
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    problem = problem_with(tmp_path / "a")

    assert str(problem) == "p: This name leads round in a circle of links. Name the file itself."
    assert problem.code == "link-loop"


def test_a_folder_is_told(tmp_path: Path) -> None:
    """A folder is no file."""
    problem = problem_with(tmp_path)

    assert str(problem) == "p: This is a folder, not a file. Name a file inside it."
    assert problem.code == "not-a-file"


def test_a_pipe_without_a_writer_does_not_hold_anything_up(tmp_path: Path) -> None:
    """A named pipe is refused at once, though nobody ever writes to it."""
    os.mkfifo(tmp_path / "pipe")
    problem = problem_with(tmp_path / "pipe")

    assert str(problem) == "p: This is not an ordinary file. Name a file with text in it."
    assert problem.code == "not-a-file"


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_told(device: str) -> None:
    """A device may never end, so it is not read."""
    assert problem_with(device).code == "not-a-file"


@pytest.mark.parametrize("name", ["a\0b", "x" * 300, "\ud800"])
def test_a_name_that_no_file_can_have_is_told(name: str) -> None:
    """A name with NUL, one that is too long, and one with half a character are refused like any other."""
    problem = problem_with(name)

    assert str(problem) == "p: This cannot be the name of a file. Check the name."
    assert problem.code == "bad-name"


def test_a_file_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that belongs to someone else is told as such."""

    def locked(*_: object) -> int:
        raise PermissionError(13, "no")

    monkeypatch.setattr("peercert.reading.files.os.open", locked)
    problem = problem_with(tmp_path / "x")

    assert str(problem) == "p: You have no permission to read this file. Ask its owner for it."
    assert problem.code == "unreadable"


def test_a_disk_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error in the middle of reading is a problem with the file, not a crash, and the file is closed."""
    (tmp_path / "x").write_text("a: 1")
    closed: list[int] = []
    close = os.close

    def noted(descriptor: int) -> None:
        closed.append(descriptor)
        close(descriptor)

    def broken(*_: object) -> bytes:
        raise OSError(5, "broken")

    monkeypatch.setattr("peercert.reading.files.os.read", broken)
    monkeypatch.setattr("peercert.reading.files.os.close", noted)
    problem = problem_with(tmp_path / "x")

    assert str(problem) == "p: This file cannot be read. Check the disk that it is on."
    assert problem.code == "unreadable"
    assert len(closed) == 1


def test_an_error_without_a_known_reason_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever keeps a file from being opened, the user hears of it."""

    def odd(*_: object) -> int:
        raise OSError("odd")

    monkeypatch.setattr("peercert.reading.files.os.open", odd)

    assert problem_with(tmp_path / "x").code == "unreadable"


def test_a_file_of_just_the_limit_is_read(tmp_path: Path) -> None:
    """The limit itself is allowed, and one byte more is not."""
    (tmp_path / "x").write_bytes(b"a: " + b"x" * 97)

    assert file_bytes(tmp_path / "x", 100, Refusals("p")) == b"a: " + b"x" * 97
    problem = problem_with(tmp_path / "x", limit=99)
    assert str(problem) == (
        "p: This file is larger than 99 bytes, and larger files are not read. Check that this is the right file."
    )
    assert problem.code == "too-large"


def test_a_file_that_grows_while_it_is_read_is_held_to_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What counts is what was read, not what the folder said before."""
    (tmp_path / "x").write_bytes(b"a: 1\n")
    monkeypatch.setattr("peercert.reading.files.os.read", lambda _descriptor, size: b"x" * size)

    assert problem_with(tmp_path / "x", limit=20).code == "too-large"


def test_a_file_that_comes_in_pieces_is_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some disks give less than was asked for at once."""
    (tmp_path / "x").write_bytes(b"a: 12345\n")
    read = os.read
    monkeypatch.setattr("peercert.reading.files.os.read", lambda descriptor, size: read(descriptor, min(size, 4)))

    assert file_bytes(tmp_path / "x", 100, Refusals("p")) == b"a: 12345\n"


def test_no_more_is_read_than_shows_that_a_file_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One byte beyond the limit, however fast the file grows."""
    (tmp_path / "x").write_bytes(b"a: 1\n")
    asked: list[int] = []

    def growing(_descriptor: int, size: int) -> bytes:
        asked.append(size)
        return b"x" * min(size, 8)

    monkeypatch.setattr("peercert.reading.files.os.read", growing)

    assert problem_with(tmp_path / "x", limit=20).code == "too-large"
    assert asked == [21, 13, 5, 0]
