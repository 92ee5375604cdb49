"""No text from a profile, a rules file or a file's name acts on a terminal, whatever command shows it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

import pyte
import pytest

from peercert.cli import progress
from program import Ended, inside

from .world import BROKEN, FORBIDDEN, NASTY, PROFILE, build, let_everything_in

DAY = ("--as-of", "2026-11-22")
RULES = ("--rules", "rules")

COMMANDS = {
    "check": ("check", PROFILE, BROKEN, *DAY, *RULES, "--no-redact", "--timeline", "--fragility"),
    "check redacted": ("check", PROFILE, BROKEN, *DAY, *RULES, "--redact"),
    "check plain": ("check", PROFILE, *DAY, *RULES, "--plain"),
    "show": ("show", "TOY", *DAY, *RULES),
    "show plain": ("show", "TOY", *DAY, *RULES, "--plain"),
    "list": ("list", *RULES),
    "compare": ("compare", "TOY", "TOY-II", *DAY, *RULES, "--witness"),
    "compare plain": ("compare", "TOY", "TOY-II", *DAY, *RULES, "--plain"),
    "plan": ("plan", PROFILE, BROKEN, *DAY, *RULES),
    "cohort": ("cohort", PROFILE, BROKEN, *DAY, *RULES),
    "cohort plain": ("cohort", PROFILE, *DAY, *RULES, "--plain"),
    "rules check": ("rules", "check", "rules", *DAY),
    "rules test": ("rules", "test", "rules", "--coverage"),
    "rules mutate": ("rules", "mutate", "rules"),
    "rules diff": ("rules", "diff", "rules", "--edition", "edition-1", "--edition", "edition-1", "-c", "TOY", *DAY),
}


class Terminal:
    """Writes down what a terminal is asked to do."""

    def __init__(self) -> None:
        self.drawn = ""
        self.asked: set[str] = set()
        self.colours: set[tuple[int, ...]] = set()

    def __getattr__(self, name: str) -> Callable[..., None]:
        """Take anything that a terminal can do."""
        return lambda *values, **_: self._take(name, values)

    def _take(self, name: str, values: tuple[Any, ...]) -> None:
        if name == "draw":
            self.drawn += values[0]
        elif name == "select_graphic_rendition":
            self.colours.add(values)
        else:
            self.asked.add(name)


def shown_on_a_terminal(said: str) -> Terminal:
    """Send a text to a terminal, with line ends as a terminal's driver makes them."""
    terminal = Terminal()
    pyte.Stream(terminal, strict=False).feed(said.replace("\n", "\r\n"))  # type: ignore[arg-type]  # takes all that a screen does
    return terminal


def assert_nothing_acts(said: str) -> None:
    """Only letters and line ends reach the terminal, and the colours that the program itself uses."""
    terminal = shown_on_a_terminal(said)
    assert terminal.asked <= {"linefeed", "carriage_return", "define_charset"}
    assert terminal.colours <= {(0,), (1,), (2,), (31,), (32,), (33,), (1, 31), (1, 32), (1, 33)}
    assert not set(terminal.drawn) & set(FORBIDDEN)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the hostile world, with the reader's own guard down."""
    let_everything_in(monkeypatch)
    return build(tmp_path)


def squeezed(said: str) -> str:
    """Return a text without blanks, so that it reads the same wherever its lines end."""
    return "".join(said.split())


def assert_harmless(ended: Ended) -> None:
    """Neither stream acts, no line of a stranger's stands alone, and it was no fault."""
    assert ended.code in (0, 1, 3, 4)
    for said in (ended.out, ended.err):
        assert_nothing_acts(said)
        assert not {"# head", "1..9", "1..9\tok"} & set(said.splitlines())
        assert "::" not in said


@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS)
def test_no_text_acts_on_a_terminal(folder: Path, arguments: tuple[str, ...]) -> None:
    """Not on standard output, not on standard error; the colours are the program's own."""
    assert_harmless(inside(*arguments, folder=folder, FORCE_COLOR="1", COLUMNS="100"))


@pytest.mark.parametrize("name", ["check", "show", "list", "compare plain", "plan", "cohort", "rules check"])
def test_the_text_is_shown_all_the_same(folder: Path, name: str) -> None:
    """An escape is spelled out, and what looks like markup or a face is letters."""
    ended = inside(*COMMANDS[name], folder=folder, COLUMNS="100")

    said = squeezed(ended.out)
    assert "x\\u001b[2J\\u001b]8;;http://e.example\\u0007l" in said
    assert "[boldred]y[/][link=http://e.example]z[/link][/]:smile:|cell|<b>w</b>" in said


def test_a_comparison_in_columns_shows_markup_as_letters(folder: Path) -> None:
    """The library that draws the table makes no link, colour or face of it."""
    ended = inside(*COMMANDS["compare"], folder=folder, COLUMNS="100")

    assert "[/]" in ended.out
    assert ":smile:" in ended.out
    assert "\\u202e" in ended.out


def test_an_interview_asks_harmlessly(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Questions, choices, help and the report at the end; with the file's hostile name, in colour and plainly."""
    import io

    for more in ((), ("--plain",)):
        monkeypatch.setattr("sys.stdin", io.StringIO("?\nperhaps\n2\n?\nskip\n"))
        assert_harmless(inside("interview", "-c", "TOY", *DAY, *RULES, *more, folder=folder, FORCE_COLOR="1"))


def test_a_receipt_is_told_harmlessly(folder: Path) -> None:
    """What `verify` says of one that holds, and of one that does not."""
    inside("check", PROFILE, *DAY, *RULES, "-q", "--receipt", "r.json", folder=folder)
    holds = inside("verify", "r.json", *RULES, folder=folder)
    receipt = json.loads((folder / "r.json").read_text())
    receipt["people"][0]["candidate"] = NASTY
    (folder / "r.json").write_text(json.dumps(receipt))
    fails = inside("verify", "r.json", *RULES, folder=folder)

    assert (holds.code, fails.code) == (0, 1)
    assert "\\u001b[2J" in holds.out
    assert_harmless(holds)
    assert_harmless(fails)


def test_a_file_that_is_not_there_is_told_harmlessly(folder: Path) -> None:
    """A name from the command line, as a shell may fill it in, is spelled out too."""
    for arguments in (("check", NASTY.replace("\x00", "")), ("show", NASTY[1:]), ("check", PROFILE, "-c", NASTY[1:])):
        ended = inside(*arguments, *RULES, folder=folder)

        assert ended.code == 2
        assert_nothing_acts(ended.out + ended.err)


def test_a_name_with_a_line_end_makes_no_line_of_its_own(folder: Path) -> None:
    """Each problem stays on one line, so that nobody can write one that looks like the program's."""
    ended = inside("check", BROKEN, *DAY, *RULES, folder=folder)

    assert ended.code == 4
    assert all(
        line.startswith("b\\u001b[2J\\u009b31m\\u202e \\u003a:error\\u003a:no.json:") for line in ended.err.splitlines()
    )


class Screen:
    """Standard error as a terminal."""

    def __init__(self) -> None:
        self.said = ""

    def isatty(self) -> bool:
        """Say that it is one."""
        return True

    def write(self, text: str) -> None:
        """Keep what is written."""
        self.said += text

    def flush(self) -> None:
        """Do nothing."""


@pytest.mark.parametrize("plain", [False, True])
def test_how_far_it_has_come_is_told_on_one_line_and_taken_back(monkeypatch: pytest.MonkeyPatch, plain: bool) -> None:
    """Only numbers and the program's words; nothing is written over in plain mode, for nothing is said."""
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr(progress, "_PATIENCE", -1)
    monkeypatch.setattr(progress, "_BEAT", -1)

    assert list(progress.shown([NASTY, NASTY], "profiles", plain=plain)) == [NASTY, NASTY]

    assert screen.said == ("" if plain else "\r1 profiles so far\r2 profiles so far\r\x1b[K")


def test_without_a_word_on_the_line_nothing_is_taken_back() -> None:
    """A problem at the start of a short run sends no escape, so a terminal that knows none stays clean."""
    screen = Screen()
    with mock.patch("sys.stderr", screen):
        progress.wipe()

    assert screen.said == ""
