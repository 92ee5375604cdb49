"""Where a report goes: streams of every kind, and files written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from peercert.cli.output import destination
from peercert.errors import UsageError
from program import inside, peercert, surrounding

from .profiles import DAY, write


def test_a_file_holds_what_standard_output_would(tmp_path: Path) -> None:
    """The same report, and nothing on standard output."""
    write(tmp_path, "eligible")
    shown = peercert("check", "eligible.yaml", *DAY, folder=tmp_path)
    kept = peercert("check", "eligible.yaml", *DAY, "-o", "report.txt", folder=tmp_path)

    assert (kept.code, kept.out) == (0, "")
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == shown.out


def test_a_dash_stands_for_standard_output(tmp_path: Path) -> None:
    """As it stands for standard input among the profiles; no file of that name is made."""
    write(tmp_path, "eligible")
    shown = peercert("check", "eligible.yaml", *DAY, "-o", "-", folder=tmp_path)

    assert (shown.code, "ELIGIBLE" in shown.out) == (0, True)
    assert [path.name for path in tmp_path.iterdir()] == ["eligible.yaml"]


def test_a_file_is_written_whatever_the_verdict(tmp_path: Path) -> None:
    """A no, an open answer, and a problem are results too."""
    peercert("check", ".", *DAY, "-f", "json", "-o", "report.json", folder=write(tmp_path, "not-eligible", "invalid"))

    assert '"invalid": 1' in (tmp_path / "report.json").read_text()


def test_a_report_replaces_the_old_one_only_when_it_is_whole(tmp_path: Path) -> None:
    """Where writing breaks off, what was there before stays, and nothing else is left behind."""
    target = tmp_path / "report.txt"
    target.write_text("old")

    with contextlib.suppress(ZeroDivisionError), destination(str(target)) as stream:
        stream.write("half of the new one")
        stream.write(str(1 / 0))

    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


def test_until_it_is_whole_the_old_one_can_be_read(tmp_path: Path) -> None:
    """Who reads while it is written sees the old report, never half a new one."""
    target = tmp_path / "report.txt"
    target.write_text("old")

    with destination(str(target)) as stream:
        stream.write("new")
        stream.flush()
        assert target.read_text() == "old"

    assert target.read_text() == "new"


def test_a_report_is_for_its_owner(tmp_path: Path) -> None:
    """What is written about a person can be read by nobody else."""
    with destination(str(tmp_path / "report.txt")) as stream:
        stream.write("x")

    assert (tmp_path / "report.txt").stat().st_mode & 0o077 == 0


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What it leads to is replaced."""
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")

    with destination(str(tmp_path / "link.txt")) as stream:
        stream.write("new")

    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


@pytest.mark.parametrize("name", ["nowhere/report.txt", "folder"])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, name: str) -> None:
    """In one line, as a usage error."""
    (tmp_path / "folder").mkdir()

    with pytest.raises(UsageError, match="cannot be written"), destination(str(tmp_path / name)) as stream:
        stream.write("x")

    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full on this system")
def test_a_full_disk_is_told_and_is_no_verdict(tmp_path: Path) -> None:
    """A report that could not be written ends with usage, and never with a code that says something of a person."""
    write(tmp_path, "eligible")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "peercert", "check", "eligible.yaml", *DAY],
            cwd=tmp_path, env=surrounding({}), stdout=full, stderr=subprocess.PIPE, check=False, timeout=60,
        )  # fmt: skip

    said = done.stderr.decode()
    assert done.returncode == 2
    assert "cannot be written" in said
    assert "Traceback" not in said
    assert "Exception ignored" not in said


@pytest.mark.parametrize(
    ("more", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True),
    ],
)
def test_colour_is_written_where_it_is_wanted(tmp_path: Path, more: dict[str, str], coloured: bool) -> None:
    """Into a pipe only when forced; NO_COLOR wins, and says nothing when it is empty."""
    ended = inside("check", "eligible.yaml", *DAY, folder=write(tmp_path, "eligible"), **more)

    assert ("\x1b[" in ended.out) is coloured
    assert "ELIGIBLE" in ended.out


def test_a_narrow_stream_gets_narrow_lines(tmp_path: Path) -> None:
    """At 60 columns no line is longer, and what to do can still be read."""
    ended = peercert("check", "not-eligible.yaml", *DAY, folder=write(tmp_path, "not-eligible"), COLUMNS="60")

    assert max(map(len, ended.out.splitlines())) <= 60
    assert "NOT ELIGIBLE" in ended.out


@pytest.mark.parametrize("format_", ["text", "json", "jsonl"])
@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_stream_that_knows_few_characters_gets_a_whole_report(tmp_path: Path, encoding: str, format_: str) -> None:
    """On an ASCII stream and on an old Windows one every format is written, with the same code as ever."""
    (tmp_path / "zoe.yaml").write_text(
        "id: zoë-李\nseeking: [CPS-I]\nbirth_date: 2006-11-22\nexams: []\n", encoding="utf-8"
    )

    ended = peercert(
        "check", "zoe.yaml", *DAY, "-f", format_, folder=tmp_path, PYTHONIOENCODING=encoding, PYTHONUTF8="0"
    )

    assert ended.code == 1, ended.err
    assert "CPS-I" in ended.out
    assert "Traceback" not in ended.err


@pytest.mark.skipif(sys.platform == "win32", reason="names of files are text there")
@pytest.mark.parametrize("format_", ["text", "json", "jsonl"])
def test_a_file_name_that_is_no_text_is_shown_as_well_as_can_be(tmp_path: Path, format_: str) -> None:
    """A name with odd bytes cannot stop a batch."""
    write(tmp_path, "eligible")
    (tmp_path / "eligible.yaml").rename(os.fsdecode(os.fsencode(tmp_path) + b"/x\xff.yaml"))

    ended = peercert("check", ".", *DAY, "-f", format_, folder=tmp_path)

    assert ended.code == 0, ended.err
    assert "CPSRP-P" in ended.out
