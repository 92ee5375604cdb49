"""Ctrl-C and SIGTERM at any moment: the old file or the new one whole, nothing temporary, a quiet end with its code."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from cli.profiles import DAY
from program import Ended, inside, peercert, run, surrounding

from .commands import OLD, left_in, prepared

pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="a run is watched through /proc")

SIGNALS = {signal.SIGINT: 130, signal.SIGTERM: 143}
ROWS = 200


class Long(NamedTuple):
    """A command that takes a while."""

    arguments: tuple[str, ...]
    target: str | None = "out.yaml"
    stdin: bytes = b""


LONG = {
    "check": Long(("check", "rows.jsonl", *DAY, "-f", "json", "-o", "out.yaml", "--jobs", "2")),
    "receipt": Long(("check", "rows.jsonl", *DAY, "-q", "--receipt", "out.yaml", "--jobs", "2")),
    "cohort": Long(("cohort", "rows.jsonl", *DAY, "-o", "out.yaml", "--jobs", "2")),
    "plan": Long(("plan", "rows.jsonl", *DAY, "-o", "out.yaml")),
    "redact": Long(("redact", "eligible.yaml", "-c", "CPSRP-P", *DAY, "-o", "out.yaml")),
    "mutate": Long(("rules", "mutate", "rules", "-o", "out.yaml")),
    "interview": Long(("interview", "-c", "CPS-I", *DAY, "-o", "out.yaml"), stdin=b"yes\n" * 30),
    "to standard output": Long(("check", "rows.jsonl", *DAY, "--jobs", "2"), target=None),
}

ROUNDS = [
    pytest.param(number, name, sign, id=f"{number}-{name}-{sign.name}", marks=[pytest.mark.thorough] if number else [])
    for number in range(7)
    for name in LONG
    for sign in SIGNALS
    if number or (name, sign) not in {("mutate", signal.SIGINT), ("redact", signal.SIGTERM), ("plan", signal.SIGINT),
                                      ("cohort", signal.SIGTERM), ("receipt", signal.SIGINT),
                                      ("to standard output", signal.SIGTERM)}
]  # fmt: skip
"""Ten rounds in every run, over a hundred in a thorough one."""


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with what all the commands read."""
    folder = prepared(tmp_path_factory.mktemp("material"))
    row = '{"seeking": ["CPSRP-P"], "exams": [{"exam": "ct-cpsrp", "date": "2026-08-05", "result": "passed"}]}\n'
    (folder / "rows.jsonl").write_text(row * ROWS, encoding="utf-8")
    return folder


def with_material(folder: Path, material: Path) -> Path:
    """Link the material into a folder, and put an old file beside it."""
    for path in material.iterdir():
        (folder / path.name).symlink_to(path)
    (folder / "out.yaml").write_text(f"## {OLD}seeking: [CPS-I]\n", encoding="utf-8")
    return folder


@contextmanager
def running(long: Long, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start a command in a session of its own, and see to it that nothing of it stays."""
    (folder / "stdin").write_bytes(long.stdin)
    with (folder / "stdin").open("rb") as stdin:
        process = subprocess.Popen(
            [sys.executable, "-m", "peercert", *long.arguments], cwd=folder, stdin=stdin,
            env=surrounding({"PYTHONWARNINGS": "ignore"}),  # of a file that is open when all ends
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        )  # fmt: skip
    (folder / "stdin").unlink()
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def heeds(process: subprocess.Popen[bytes]) -> bool:
    """Wait until a process has said to the system that it wants to know of SIGTERM; no if it ends before."""
    while process.poll() is None:
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
        caught = next((line.split()[1] for line in status.splitlines() if line.startswith("SigCgt")), "0")
        if int(caught, 16) >> (signal.SIGTERM - 1) & 1:
            return True
    return False


def stopped(long: Long, folder: Path, sign: signal.Signals, wait: float, *, group: bool) -> Ended:
    """Run a command, and stop it after a while: itself, or all processes that it started too, as a terminal does."""
    with running(long, folder) as process:
        if heeds(process):
            time.sleep(wait)
            if process.poll() is None:
                (os.killpg if group else os.kill)(process.pid, sign)
        out, err = process.communicate(timeout=60)
    return Ended(process.returncode, out.decode(), err.decode())


@pytest.mark.parametrize(("number", "name", "sign"), ROUNDS)
def test_a_run_that_is_stopped_leaves_the_old_file_or_the_whole_new_one(
    tmp_path: Path, material: Path, number: int, name: str, sign: signal.Signals
) -> None:
    """130 or 143 with the old file, or the ordinary code with the new one; no word but what it says anyway."""
    long, chance = LONG[name], random.Random(f"{number} {name} {sign}")  # noqa: S311 - a moment, and no secret
    quiet = whole(long, material, tmp_path / "whole")
    folder = tmp_path / "run"
    folder.mkdir()

    ended = stopped(
        long, with_material(folder, material), sign, chance.random() * chance.choice([0.2, 1.2]), group=number % 2 == 1
    )

    left = (folder / "out.yaml").read_text(encoding="utf-8")
    assert ended.code in {SIGNALS[sign], quiet.code}, ended.err
    assert left_in(folder) == {"out.yaml", "rows.jsonl"}
    assert "Traceback" not in ended.err
    assert "Error" not in ended.err
    assert "Exception" not in ended.err
    if name == "interview":
        assert OLD in left or "# A profile for peercert, from an interview" in left
        assert inside("check", "out.yaml", *DAY, folder=folder).code in {0, 1, 3}
    elif ended.code == SIGNALS[sign] or long.target is None:
        assert OLD in left
        assert quiet.err.startswith(ended.err)
    else:
        assert left == quiet.out


def whole(long: Long, material: Path, folder: Path) -> Ended:
    """Run a command to its end, inside this process; return its code, what it wrote, and what it said."""
    if long.stdin:
        return Ended(3, "", "")  # its answers leave things open, however far they come
    folder.mkdir()
    ended = inside(*long.arguments, folder=with_material(folder, material))
    return ended._replace(out=(folder / "out.yaml").read_text(encoding="utf-8"))


HEEDING = """
import os, signal, sys
from pathlib import Path
from peercert.cli import stopping

stopping.unfinished.add(Path("half.tmp"))
{before}
stopping.heed()
with stopping.last_words("Kept.\\n"):
    {during}
sys.exit(7)
"""


def heeding(folder: Path, during: str, before: str = "") -> Ended:
    """Run a few lines in a process that heeds signals, with a file half written."""
    (folder / "half.tmp").write_text("half", encoding="utf-8")
    return run(sys.executable, "-c", HEEDING.format(during=during, before=before), folder=folder)


@pytest.mark.parametrize(
    ("name", "code", "said"), [("SIGINT", 130, "Kept.\n"), ("SIGTERM", 143, ""), ("SIGHUP", 129, "")]
)
def test_each_signal_has_the_code_that_shells_give_it(tmp_path: Path, name: str, code: int, said: str) -> None:
    """Nothing temporary is left; who pressed Ctrl-C is told what was kept."""
    ended = heeding(tmp_path, f"os.kill(os.getpid(), signal.{name})")

    assert ended == (code, "", said)
    assert list(tmp_path.iterdir()) == []


def test_no_library_can_swallow_a_signal(tmp_path: Path) -> None:
    """Code in between that catches everything, as the core of pydantic does, does not keep the program from ending."""
    ended = heeding(
        tmp_path, "try:\n        exec('os.kill(os.getpid(), signal.SIGTERM)')\n    except BaseException:\n        pass"
    )

    assert ended.code == 143


def test_what_a_caller_has_us_ignore_stays_ignored(tmp_path: Path) -> None:
    """As with nohup, or a job in the background of a script."""
    ended = heeding(
        tmp_path, "os.kill(os.getpid(), signal.SIGHUP)", before="signal.signal(signal.SIGHUP, signal.SIG_IGN)"
    )

    assert ended.code == 7


def test_once_all_is_done_nothing_disturbs_the_end(tmp_path: Path) -> None:
    """A report that is in its place is not followed by a code that says that it is not."""
    ended = heeding(tmp_path, "stopping.heed_no_more(); os.kill(os.getpid(), signal.SIGTERM)")

    assert ended.code == 7


def test_a_full_pipe_does_not_hold_up_the_end(tmp_path: Path, material: Path) -> None:
    """A pager that waits for its reader: Ctrl-C ends the program at once, and what was not yet read is lost."""
    folder = with_material(tmp_path, material)
    names = [f"{number}.jsonl" for number in range(8)]
    for name in names:
        (folder / name).symlink_to(folder / "rows.jsonl")
    with running(Long(("check", *names, *DAY, "--jobs", "1"), target=None), folder) as process:
        assert process.stdout is not None
        process.stdout.read(1)  # and no more: the pipe fills up
        process.send_signal(signal.SIGINT)
        code = process.wait(timeout=30)

    assert code == 130


def test_a_helper_that_is_killed_is_no_verdict(tmp_path: Path, material: Path) -> None:
    """The system may end one of our processes for want of memory: code 5, one line, and the old file stays."""
    folder = with_material(tmp_path, material)
    (folder / "hook").mkdir()
    (folder / "hook" / "sitecustomize.py").write_text(KILLED, encoding="utf-8")
    hooked = os.pathsep.join([str(folder / "hook"), *sys.path])
    ended = peercert(*LONG["check"].arguments, folder=folder, PYTHONPATH=hooked)

    assert ended.code == 5
    assert ended.err.splitlines()[-1].startswith("peercert: this is a fault in peercert, not in your files")
    assert "Traceback" not in ended.err
    assert OLD in (folder / "out.yaml").read_text(encoding="utf-8")
    assert left_in(folder) == {"out.yaml", "rows.jsonl", "hook"}


KILLED = """
import os
import signal

import peercert.batch as batch

batch._do = lambda numbered: os.kill(os.getpid(), signal.SIGKILL)
batch._do.__qualname__ = batch._do.__name__ = "_do"
batch._do.__module__ = "peercert.batch"
"""
