"""`peercert interview` and `check --ask`, as a person uses them."""

from __future__ import annotations

import codecs
import contextlib
import io
import os
import pty
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from interview.answering import begin
from peercert.cli.asking import converse
from peercert.facts import Facts
from peercert.render.style import Style
from program import inside, peercert, surrounding

DAY = ("--as-of", "2026-11-22")
ANSWERS = """\
yes
yes
4
passed
yes
1
yes
76
passed
passed
passed
1990-04-12
yes
ged
yes
yes
my own
yes
mental illness
yes
"""
"""All that Minnesota's first level asks, in the order of the questions."""


def test_scripted_answers_make_a_valid_profile_and_the_report_of_check(tmp_path: Path) -> None:
    """Questions go to standard error; standard output is the report and nothing else."""
    ended = peercert("interview", "-c", "CPS-I", "-o", "me.yaml", *DAY, folder=tmp_path, stdin=ANSWERS)
    checked = peercert("check", "me.yaml", *DAY, folder=tmp_path)

    assert (ended.code, ended.out) == (checked.code, checked.out)
    assert "ELIGIBLE" in ended.out
    assert ended.err.endswith("Nothing more can change the answer.\n")
    assert "\nbirth_date: 1990-04-12\n" in (tmp_path / "me.yaml").read_text(encoding="utf-8")


def test_it_asks_why_and_how_many_may_be_left(tmp_path: Path) -> None:
    """Before the first answer already."""
    ended = peercert("interview", "-c", "CPS-I", *DAY, folder=tmp_path)

    assert ended.err.startswith(
        "Nothing is saved. Use -o FILE for that.\n"
        "Answer what you wish. You can also write: skip, I don't know, I'd rather not\n"
        "say, back, stop, or ? for help.\n"
        "\n"
        "Do you lead, speak up for others, and care about recovery?\n"
        "  Asked for CPS-I: Leadership, advocacy and dedication to recovery.\n"
        "  At most "
    )
    assert ended.err.endswith("> \nStopped. What is not told is left open.\n")
    assert ended.code == 3


def test_in_plain_mode_each_line_says_what_it_is(tmp_path: Path) -> None:
    """For who hears it read aloud."""
    ended = peercert("interview", "-c", "CPS-I", "--plain", *DAY, folder=tmp_path, stdin="perhaps\n", FORCE_COLOR="1")

    lines = ended.err.splitlines()
    assert "Question: Do you lead, speak up for others, and care about recovery?" in lines
    assert "Why: Asked for CPS-I: Leadership, advocacy and dedication to recovery." in lines
    assert "Note: This asks for a yes or a no." in lines
    assert "\x1b" not in ended.err


def test_it_goes_on_where_it_was_stopped(tmp_path: Path) -> None:
    """The file says what is told and what is sought; only the rest is asked."""
    first = "".join(f"{line}\n" for line in ANSWERS.split("\n")[:6]) + "stop\n"
    rest = "\n".join(ANSWERS.split("\n")[6:])

    peercert("interview", "-c", "CPS-I", "-o", "me.yaml", *DAY, folder=tmp_path, stdin=first)
    peercert("interview", "-o", "me.yaml", *DAY, folder=tmp_path, stdin=rest)
    peercert("interview", "-c", "CPS-I", "-o", "all.yaml", *DAY, folder=tmp_path, stdin=ANSWERS)

    assert (tmp_path / "me.yaml").read_bytes() == (tmp_path / "all.yaml").read_bytes()


def test_what_a_person_wrote_beside_the_facts_stays(tmp_path: Path) -> None:
    """Comments of their own come first, however often the interview goes on; those of `init` go with its examples."""
    profile = tmp_path / "me.yaml"
    inside("init", "-c", "CPS-I", "-o", "me.yaml", folder=tmp_path)
    before = profile.read_text(encoding="utf-8")
    profile.write_text("# Ask Zoë for the letter.\n" + before + "references: 2  # from work\n", encoding="utf-8")

    for _ in range(2):
        peercert("interview", "-c", "CPS-I", "-o", "me.yaml", *DAY, folder=tmp_path, stdin="yes\nstop\n")

    text = profile.read_text(encoding="utf-8")
    assert text.startswith(
        "# Ask Zoë for the letter.\n# yaml-language-server: $schema=candidate.schema.json\n# from work\n"
        "## A profile for peercert, from an interview.\n"
    )
    assert [line for line in text.splitlines()[3:] if line.startswith("# ")] == []


def test_no_answer_is_shown_again_but_in_the_report(tmp_path: Path) -> None:
    """Standard error may end up in a log."""
    ended = peercert(
        "interview", "-c", "CPS-I", *DAY, folder=tmp_path, stdin="skip\nskip\nskip\n1984-04-31\n1984-04-30\n"
    )

    assert "1984" not in ended.err


@pytest.mark.parametrize("name", ["me.json", "me", "me.csv"])
def test_the_file_must_be_yaml(tmp_path: Path, name: str) -> None:
    """That is what is written."""
    ended = inside("interview", "-o", name, folder=tmp_path)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "peercert: The answers are written as YAML. Choose a name that ends in .yaml.\n"


def test_a_file_that_is_no_valid_profile_stays_as_it_is(tmp_path: Path) -> None:
    """Its problems are told, with code 4."""
    (tmp_path / "me.yaml").write_text("birth_day: 1990-04-12\n", encoding="utf-8")

    ended = inside("interview", "-o", "me.yaml", folder=tmp_path)

    assert ended.code == 4
    assert ended.err.startswith("me.yaml:1:1: Unknown key")
    assert (tmp_path / "me.yaml").read_text(encoding="utf-8") == "birth_day: 1990-04-12\n"


def test_an_unknown_credential_is_usage(tmp_path: Path) -> None:
    """Code 2, before anything is asked."""
    assert inside("interview", "-c", "CRZS", folder=tmp_path).code == 2


def test_check_asks_what_a_profile_leaves_open(tmp_path: Path) -> None:
    """Then checks with the answers, and leaves the file as it is."""
    text = "seeking: [CPS-I]\nexams: [{exam: mn-cps, result: passed}]\n"
    (tmp_path / "me.yaml").write_text(text, encoding="utf-8")

    ended = peercert("check", "--ask", "me.yaml", *DAY, folder=tmp_path, stdin="no\n")

    assert ended.code == 1
    assert "The profile says no to this." in ended.out
    assert (tmp_path / "me.yaml").read_text(encoding="utf-8") == text


def test_check_asks_nothing_where_the_answer_is_settled(tmp_path: Path) -> None:
    """Not even how to answer."""
    (tmp_path / "me.yaml").write_text("seeking: [CPS-I]\nexams: []\n", encoding="utf-8")

    assert peercert("check", "--ask", "me.yaml", *DAY, folder=tmp_path).err == ""


def test_check_cannot_ask_where_the_profile_comes_in_the_answers_way(tmp_path: Path) -> None:
    """Standard input is one or the other."""
    ended = inside("check", "--ask", "-", folder=tmp_path)

    assert ended.code == 2
    assert ended.err.startswith("peercert: With --ask, standard input is for the answers.")


class Terminal:
    """The program at a real terminal."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self._own, other = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "peercert", *arguments], cwd=folder, env=surrounding({"TERM": "xterm"}),
            stdin=other, stdout=other, stderr=other, start_new_session=True,
        )  # fmt: skip
        os.close(other)
        self.seen = ""
        self._looked_at = 0
        self._decoded = codecs.getincrementaldecoder("utf-8")().decode

    def until(self, text: str) -> None:
        """Read until a text is on the screen, after the one that was waited for before."""
        while text not in self.seen[self._looked_at :]:
            assert select.select([self._own], [], [], 15)[0], self.seen
            self.seen += self._decoded(os.read(self._own, 65536))
        self._looked_at = self.seen.index(text, self._looked_at) + len(text)

    def write(self, text: str) -> None:
        """Type something."""
        os.write(self._own, text.encode())

    def interrupt(self) -> int:
        """Press Ctrl-C, and return the exit code.

        Python loses a signal that comes between its last look for one and its waiting for a line; as a person would,
        we then press once more.
        """
        for _ in range(5):
            self.process.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                code = self.process.wait(timeout=3)
                self.close()
                return code
        raise AssertionError(self.seen)

    def close(self) -> None:
        """End it, however the test went."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        with contextlib.suppress(OSError):
            os.close(self._own)


Opened = Callable[..., Terminal]


@pytest.fixture
def opened() -> Iterator[Opened]:
    """Open terminals that are closed in the end."""
    terminals: list[Terminal] = []

    def make(folder: Path, *arguments: str) -> Terminal:
        terminals.append(Terminal(folder, *arguments))
        return terminals[-1]

    yield make
    for terminal in terminals:
        terminal.close()


def test_at_a_terminal_ctrl_c_loses_nothing(tmp_path: Path, opened: Opened) -> None:
    """What was told is in the file, and the interview goes on from there."""
    terminal = opened(tmp_path, "interview", "-c", "CPS-I", "-o", "me.yaml", *DAY)
    terminal.until("> ")
    terminal.write("yes\n")
    terminal.until("Have you sat an exam to be certified?")
    terminal.until("> ")

    assert terminal.interrupt() == 130
    assert "\nattestations: {leadership: true}\n" in (tmp_path / "me.yaml").read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["me.yaml"]

    again = opened(tmp_path, "interview", "-o", "me.yaml", *DAY)
    again.until("Have you sat an exam to be certified?")
    assert "Do you lead" not in again.seen
    again.interrupt()


def test_ctrl_c_while_an_answer_is_saved_waits_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that was given is kept, whenever the key is pressed."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("yes\nyes\n"))
    kept: list[object] = []

    def slow(facts: Facts) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        kept.append(facts["attestations"])

    with pytest.raises(KeyboardInterrupt):
        converse(begin("CPS-I"), Style(), slow)

    assert kept == [{"leadership": "true"}]


def test_ctrl_c_before_any_answer_still_says_how_to_go_on(tmp_path: Path, opened: Opened) -> None:
    """There may be nothing to keep yet; then no file is made."""
    terminal = opened(tmp_path, "interview", "-c", "CPS-I", "-o", "me.yaml", *DAY)
    terminal.until("> ")

    assert terminal.interrupt() == 130
    assert list(tmp_path.iterdir()) == []
