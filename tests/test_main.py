"""The start and the end of the program: every ending becomes a code, and no fault shows a profile."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

import pytest

from cli.profiles import CANARY, DAY, write
from peercert import __main__ as program
from peercert.errors import FileError, Problem, UsageError
from program import run, surrounding, undisturbed

PROBLEM = Problem("rules.yaml", 3, 5, "unknown-key", "Unknown key.", "Did you mean it?")


def ended(monkeypatch: pytest.MonkeyPatch, ending: BaseException) -> int | str | None:
    """Run the program where the command line ends in some way, and return the code."""
    import peercert.cli.app as module

    def command() -> NoReturn:
        raise ending

    monkeypatch.setattr(module, "app", command)
    with undisturbed(), pytest.raises(SystemExit) as caught:
        program.main()
    return caught.value.code


@pytest.mark.parametrize(
    ("ending", "code", "said"),
    [
        (SystemExit(3), 3, ""),
        (SystemExit(None), 0, ""),
        (UsageError("There is no such thing."), 2, "peercert: There is no such thing.\n"),
        (FileError((PROBLEM, PROBLEM)), 4, "rules.yaml:3:5: Unknown key. Did you mean it?\n" * 2),
        (KeyboardInterrupt(), 130, ""),
        (
            OSError(28, "No space left on device", "/secret"),
            2,
            "peercert: The system does not let this go on: no space left on device.\n",
        ),
    ],
)
def test_every_ending_has_its_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], ending: BaseException, code: int, said: str
) -> None:
    """And says what there is to say on standard error only."""
    assert ended(monkeypatch, ending) == code
    assert capsys.readouterr() == ("", said)


def test_an_ending_with_words_is_no_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a library ends with, no code that says something of a person comes of it."""
    assert ended(monkeypatch, SystemExit("words")) == 5


@pytest.mark.parametrize("fault", [ValueError(CANARY), KeyError(CANARY), RecursionError(CANARY), MemoryError(CANARY)])
def test_a_fault_is_one_line_without_its_text(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], fault: Exception
) -> None:
    """What an exception says may be taken from a profile; only its kind is shown, and how to report it."""
    assert ended(monkeypatch, fault) == 5

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        f"peercert: this is a fault in peercert, not in your files ({type(fault).__name__}). "
        "Please report it with the command you ran, without the profile.\n"
    )


FAULTY = """
import sys
from peercert.requirements.exam import Exam
from peercert.__main__ import main

def broken(self, case):
    raise RuntimeError(repr(case.profile) + case.profile.name + str(case.profile.exams))

Exam.evaluate = broken
sys.argv = ["peercert", "check", "eligible.yaml", "--as-of", "2026-11-22", *sys.argv[1:]]
main()
"""


@pytest.mark.parametrize("more", [[], ["-f", "json"], ["-f", "jsonl"], ["-f", "json", "-o", "report.json"]])
def test_a_forced_fault_shows_no_text_of_the_profile(tmp_path: Path, more: list[str]) -> None:
    """In a real process: code 5, one line, no traceback, no name, wherever the report goes."""
    write(tmp_path, "eligible")
    ended = run(sys.executable, "-c", FAULTY, *more, folder=tmp_path)

    assert ended.code == 5
    assert len(ended.err.splitlines()) == 1
    assert ended.err.startswith("eligible.yaml: This is a fault in peercert, not in the file (RuntimeError).")
    written = "".join(path.read_text() for path in tmp_path.glob("report.*"))
    for word in (*CANARY.split(), "Traceback", "2026-08-05", str(tmp_path)):
        assert word not in ended.out + ended.err + written


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_an_interrupt_ends_it_quietly(tmp_path: Path) -> None:
    """Ctrl-C while it waits for standard input: 130, and no traceback."""
    with subprocess.Popen(
        [sys.executable, "-m", "peercert", "check", "-", *DAY],
        cwd=tmp_path,
        env=surrounding({}),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdin is not None
        assert running.stderr is not None
        time.sleep(1.5)
        os.kill(running.pid, signal.SIGINT)
        code = running.wait(timeout=30)
        said = running.stderr.read().decode()

    assert code == 130
    assert "Traceback" not in said


def test_importing_the_package_does_nothing() -> None:
    """Nothing is read, printed or loaded for the name alone."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, peercert as p; print(p.__version__, *({'yaml', 'typer'} & {*sys.modules}))",
        ],
        env=surrounding({}),
        capture_output=True,
        check=True,
        timeout=60,
        text=True,
    )

    assert done.stdout == "0.1.0\n"
