"""Many profiles on the command line: the same bytes with any number of processes, and quiet endings."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from peercert.render.reports import FORMATS
from program import peercert, surrounding

from .profiles import DAY, PROFILES, write

ROW = {
    "seeking": ["CPSRP-P"],
    "lived_experience": [{"who": "self", "condition": "mental_illness"}],
    "training": [{"program": "ct-cpsrp", "completed": "2026-07-24", "hours": 80}],
    "exams": [{"exam": "ct-cpsrp", "date": "2026-08-05", "result": "passed"}],
}


def rows(folder: Path, count: int, **more: Any) -> Path:
    """Write a file of many rows; every fifth one has no hours that could be counted, every seventh is bad."""
    lines = []
    for number in range(1, count + 1):
        row = {**ROW, **more, "id": f"p{number}"}
        if number % 5 == 0:
            row["training"] = []
        if number % 7 == 0:
            row["references"] = -1
        lines.append(json.dumps(row))
    path = folder / "rows.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("format_", FORMATS)
def test_the_report_is_the_same_whatever_the_number_of_processes(tmp_path: Path, format_: str) -> None:
    """To the byte; the exit code and what is said on standard error too."""
    path = rows(tmp_path, 70)

    one, two, five = (
        peercert("check", path.name, *DAY, "-f", format_, "--jobs", str(jobs), folder=tmp_path) for jobs in (1, 2, 5)
    )

    assert one == two == five
    assert one.code == 4


def test_the_counts_add_up(tmp_path: Path) -> None:
    """People and bad rows make what was given; the verdicts make the determinations."""
    ended = peercert("check", rows(tmp_path, 70).name, *DAY, "-f", "json", folder=tmp_path)

    summary = json.loads(ended.out)["summary"]
    assert summary == {
        "candidates": 60, "determinations": 60, "eligible": 48, "not_yet": 0, "not_eligible": 12, "undetermined": 0,
        "invalid": 10,
    }  # fmt: skip
    assert ended.err.splitlines()[-3:] == [
        "60 people, 60 determinations: 48 eligible and 12 not eligible.",
        "10 profiles could not be used.",
        "Unmet by requirement: ct.cpsrp-p.training 12.",
    ]


def test_one_profile_needs_no_counts(tmp_path: Path) -> None:
    """They would only repeat the verdict."""
    assert peercert("check", "eligible.yaml", *DAY, "-f", "json", folder=write(tmp_path, "eligible")).err == ""


def test_two_profiles_with_one_id_are_a_problem_that_names_both(tmp_path: Path) -> None:
    """The first is judged, the second is not; the exit code says that a file cannot be used."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(f"id: jo\n{PROFILES['eligible']}", encoding="utf-8")

    ended = peercert("check", "a.yaml", "b.yaml", *DAY, "-f", "json", folder=tmp_path)

    report = json.loads(ended.out)
    assert ended.code == 4
    assert [one["source"] for one in report["determinations"]] == ["a.yaml"]
    assert [(one["source"], one["line"], one["column"], one["code"]) for one in report["problems"]] == [
        ("b.yaml", 1, 5, "duplicate-candidate")
    ]
    assert "a.yaml" in report["problems"][0]["message"]


def test_a_file_that_is_named_alone_and_in_its_folder_is_checked_once(tmp_path: Path) -> None:
    """It is no other person with the same id."""
    (tmp_path / "all").mkdir()
    (tmp_path / "all" / "jo.yaml").write_text(f"id: jo\n{PROFILES['eligible']}", encoding="utf-8")

    ended = peercert("check", "all", "all/jo.yaml", *DAY, "-f", "json", folder=tmp_path)

    assert (ended.code, ended.err) == (0, "")
    assert json.loads(ended.out)["summary"]["candidates"] == 1


@pytest.mark.parametrize(("format_", "jobs"), [("text", "1"), ("jsonl", "0"), ("jsonl", "1"), ("jsonl", "2")])
def test_a_reader_who_stops_reading_ends_it_quietly(tmp_path: Path, format_: str, jobs: str) -> None:
    """A broken pipe is 141, as shells expect, and says nothing."""
    with subprocess.Popen(
        [sys.executable, "-m", "peercert", "check", rows(tmp_path, 400).name, *DAY, "-f", format_, "-j", jobs],
        cwd=tmp_path, env=surrounding({}), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as running:  # fmt: skip
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(1)
        running.stdout.close()
        said = running.stderr.read().decode()
        code = running.wait(timeout=60)

    assert code == 141
    assert "Traceback" not in said
    assert "Error" not in said


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_it_quietly_and_leaves_the_old_report(tmp_path: Path, number: int, code: int) -> None:
    """In the middle of a long run with helpers: no half report, no temporary file, no helper left."""
    (tmp_path / "report.json").write_text("old\n", encoding="utf-8")
    rows(tmp_path, 60_000)
    with subprocess.Popen(
        [sys.executable, "-m", "peercert", "check", "rows.jsonl", *DAY, "-f", "json", "-o", "report.json", "-j", "2"],
        cwd=tmp_path, env=surrounding({}), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as running:  # fmt: skip
        assert running.stderr is not None
        running.stderr.readline()
        os.kill(running.pid, number)
        said = running.stderr.read().decode()  # ends when nobody is left who could write to it
        ended = running.wait(timeout=60)

    assert ended == code
    assert "Traceback" not in said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report.json", "rows.jsonl"]
    assert (tmp_path / "report.json").read_text(encoding="utf-8") == "old\n"


def on_a_terminal(folder: Path, program: list[str], *arguments: str, report: bool = False) -> tuple[int, str]:
    """Run a program where standard error is a terminal, and the report's place too if wanted; return what it says."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, *program, *arguments],
        cwd=folder, env=surrounding({"TERM": "xterm"}), stdout=theirs if report else subprocess.DEVNULL, stderr=theirs,
    ) as running:  # fmt: skip
        os.close(theirs)
        said = b""
        with contextlib.suppress(OSError):  # the terminal is gone
            while piece := os.read(ours, 4096):
                said += piece
        code = running.wait(timeout=60)
    os.close(ours)
    return code, said.decode()


IMPATIENT = """
import peercert.cli.progress as progress
from peercert.__main__ import main

progress._PATIENCE = progress._BEAT = 0.0
main()
"""


def test_a_long_run_says_how_far_it_is_on_a_terminal(tmp_path: Path) -> None:
    """The word is taken back before anything else is said, and at the end."""
    rows(tmp_path, 60)

    _, said = on_a_terminal(tmp_path, ["-c", IMPATIENT], "check", "rows.jsonl", *DAY, "-f", "json", "-j", "1")

    assert "\r6 profiles so far\r7 profiles so far\r\x1b[Krows.jsonl:7:" in said
    assert "\r60 profiles so far\r\x1b[K52 people" in said


def test_a_report_that_scrolls_by_is_not_written_behind_such_a_word(tmp_path: Path) -> None:
    """It shows by itself how far it is."""
    rows(tmp_path, 60)

    _, said = on_a_terminal(tmp_path, ["-c", IMPATIENT], "check", "rows.jsonl", *DAY, "-j", "1", report=True)

    assert "ELIGIBLE" in said
    assert "so far" not in said.replace("told so far", "")


def test_a_short_run_says_nothing_of_how_far_it_is(tmp_path: Path) -> None:
    """Nobody waits for it."""
    write(tmp_path, "eligible")

    assert on_a_terminal(tmp_path, ["-m", "peercert"], "check", "eligible.yaml", *DAY) == (0, "")
