"""Standard streams that are closed, full or left: never a verdict lost in silence, and never a fault."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.profiles import DAY, write
from peercert.cli import streams
from peercert.errors import UsageError
from program import inside

from .commands import ran

posix = pytest.mark.skipif(os.name != "posix", reason="streams are closed in another way there")
full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full on this system")

SAYING = {
    "check": ["check", "eligible.yaml", *DAY],
    "help": ["--help"],
    "version": ["--version"],
    "verify": ["verify", "receipt.json"],
}
"""Commands that write to standard output, each in a way of its own."""

EACH = pytest.mark.parametrize(
    "what", [pytest.param(what, marks=pytest.mark.thorough if what in {"version", "help"} else ()) for what in SAYING]
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a profile, one that is no profile, and a receipt."""
    folder = write(tmp_path_factory.mktemp("streams"), "eligible", "invalid")
    assert ran(["check", "eligible.yaml", *DAY, "-q", "--receipt", "receipt.json"], folder).code == 0
    return folder


@posix
@EACH
def test_a_closed_standard_output_is_told_and_is_no_verdict(folder: Path, what: str) -> None:
    """Code 2 and one line: who closed it has to know that nothing was said."""
    ended = ran(SAYING[what], folder, before=lambda: os.close(1), stdout=None)

    assert (ended.code, ended.err) == (2, "peercert: Standard output cannot be written: bad file descriptor.\n")


@full
@EACH
def test_a_full_standard_output_is_told_and_is_no_verdict(folder: Path, what: str) -> None:
    """Code 2 and one line, whichever command writes."""
    with Path("/dev/full").open("wb") as stdout:
        ended = ran(SAYING[what], folder, stdout=stdout)

    assert (ended.code, ended.err) == (2, "peercert: Standard output cannot be written: no space left on device.\n")


@posix
@pytest.mark.parametrize("what", ["help", "verify"])
def test_a_reader_who_has_left_ends_it_quietly(folder: Path, what: str) -> None:
    """Code 141, as shells expect, and never 1: that would say something of a person."""
    ours, theirs = os.pipe()
    os.close(ours)
    try:
        ended = ran(SAYING[what], folder, stdout=theirs)
    finally:
        os.close(theirs)

    assert (ended.code, ended.err) == (141, "")


@posix
def test_a_file_can_be_written_without_a_standard_output(folder: Path) -> None:
    """Nothing is to be said there, so nothing is wrong; and the file is not taken for standard output."""
    arguments = ["check", "eligible.yaml", *DAY, "-o", "report.txt"]
    ended = ran(arguments, folder, before=lambda: os.close(1), stdout=None)

    assert (ended.code, ended.err) == (0, "")
    assert "ELIGIBLE" in (folder / "report.txt").read_text(encoding="utf-8")


@posix
@pytest.mark.parametrize("how", ["closed", "full", "left"])
def test_problems_that_cannot_be_told_leave_the_report_and_the_code_alone(folder: Path, how: str) -> None:
    """What belongs on standard error never turns up in the report, and never becomes a verdict."""
    arguments = ["check", "eligible.yaml", "invalid.yaml", *DAY, "-f", "jsonl"]
    told = inside(*arguments, folder=folder)
    if how == "full" and not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full on this system")
    ours, theirs = os.pipe()
    os.close(ours)
    with Path("/dev/full" if how == "full" else os.devnull).open("wb") as stream:
        untold = ran(
            arguments, folder, before=(lambda: os.close(2)) if how == "closed" else None,
            stderr={"closed": None, "full": stream, "left": theirs}[how],
        )  # fmt: skip
    os.close(theirs)

    assert told.code == 4
    assert "invalid.yaml:" in told.err
    assert (untold.code, untold.out) == (4, told.out)


@posix
def test_a_slip_that_cannot_be_told_is_still_a_slip(folder: Path) -> None:
    """Code 2, and nothing on standard output."""
    ended = ran(["check", "missing.yaml"], folder, before=lambda: os.close(2), stderr=None)

    assert (ended.code, ended.out) == (2, "")


@posix
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["check", "-", *DAY], 4, "<stdin>: There is nothing in this file. Check that it was saved.\n"),
        (["check", "--files-from", "-", *DAY], 4, "Nothing to check: no profile was found.\n"),
        (["interview", "-c", "CPSRP-P", *DAY], 3, "Stopped. What is not told is left open.\n"),
    ],
)
def test_a_closed_standard_input_is_an_empty_one(folder: Path, arguments: list[str], code: int, said: str) -> None:
    """Nothing can be read from it; nothing waits, and nothing breaks."""
    ended = ran(arguments, folder, before=lambda: os.close(0), stdin=None)

    assert ended.code == code
    assert ended.err.endswith(said)


@posix
def test_all_streams_closed_at_once_still_give_the_code(folder: Path) -> None:
    """A job that is started with no streams at all."""
    arguments = ["check", "eligible.yaml", *DAY, "-q"]
    ended = ran(arguments, folder, before=lambda: os.closerange(0, 3), stdin=None, stdout=None, stderr=None)

    assert ended.code == 0


@posix
def test_what_cannot_be_written_is_told_once(tmp_path: Path) -> None:
    """After that everything is taken in silence, so that no second error covers the first."""
    (tmp_path / "x").write_bytes(b"")
    stream = streams.writer(os.open(tmp_path / "x", os.O_RDONLY), "my report")
    stream.write("x")

    with pytest.raises(UsageError, match=r"^my report cannot be written: bad file descriptor\.$"):
        stream.flush()
    stream.write("more")
    stream.close()


def test_an_error_without_a_reason_is_told_as_such() -> None:
    """Some systems do not say why."""
    assert str(streams.cannot_write("x", OSError())) == "x cannot be written: the system does not say why."


def test_a_stream_that_a_caller_put_there_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that calls ours and catches what it says goes on catching it."""
    mine = io.StringIO()
    monkeypatch.setattr(sys, "stdout", mine)
    monkeypatch.setattr(sys, "stderr", mine)

    streams.steady()

    assert sys.stdout is mine
    assert sys.stderr is mine


@posix
def test_streams_keep_their_encoding(folder: Path) -> None:
    """What the surrounding asks of standard output and standard error holds."""
    done = subprocess.run(
        [sys.executable, "-c", SHOWING], cwd=folder, env={**os.environ, "PYTHONIOENCODING": "cp1252:replace"},
        capture_output=True, check=True, timeout=60,
    )  # fmt: skip

    assert done.stdout == b"cp1252 replace\n"
    assert done.stderr == b"cp1252 backslashreplace\n"


SHOWING = """
import sys
from peercert.cli.streams import steady

steady()
for stream in (sys.stdout, sys.stderr):
    print(stream.encoding, stream.errors, file=stream)
"""
