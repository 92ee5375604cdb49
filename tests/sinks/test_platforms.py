"""Any terminal will do: narrow ones, dumb ones, those that know few characters, and a screen reader."""

from __future__ import annotations

import io
import json
import os
import re
from pathlib import Path
from unittest import mock

import pytest

from peercert.cli.output import style_for
from peercert.render.cohort_report import FORMATS as OF_COHORT
from peercert.render.reports import FORMATS as OF_CHECK
from program import inside, surrounding

from .many import run

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = ("--as-of", "2026-11-22")
ANDRE = EXAMPLES / "andre-one-hour-short.yaml"
SAM = EXAMPLES / "sam-half-told.yaml"
KIM = EXAMPLES / "kim-almost-twenty-one.yaml"

TEXTS: dict[str, tuple[str, ...]] = {
    "check": ("check", str(ANDRE), str(SAM), str(KIM), *DAY, "--timeline"),
    "show": ("show", "CPS-I", *DAY),
    "list": ("list",),
    "compare": ("compare", "CRSS", "CPRS", "CPS-I", *DAY),
    "plan": ("plan", str(SAM), str(ANDRE), *DAY),
    "cohort": ("cohort", str(ANDRE), str(SAM), str(KIM), *DAY),
}
"""The commands that write text for people."""

SAYING = "✓✗·…“”’—–"
BOXES = "─│┌┐└┘├┤┬┴┼━┃╇╈═║"


@pytest.mark.parametrize("width", [20, 40])
@pytest.mark.parametrize("line", TEXTS.values(), ids=TEXTS)
def test_no_line_is_wider_than_the_terminal(tmp_path: Path, line: tuple[str, ...], width: int) -> None:
    """Down to twenty columns; where there is no room for columns there are lines."""
    said = inside(*line, folder=tmp_path, COLUMNS=str(width)).out.splitlines()

    assert [one for one in said if len(one) > width] == []
    assert len(said) > 10


def test_under_forty_columns_there_are_no_tables(tmp_path: Path) -> None:
    """Each person, and each credential, has lines instead."""
    cohort = inside(*TEXTS["cohort"], folder=tmp_path, COLUMNS="39").out
    compare = inside("compare", "CRSS", "CPRS", *DAY, folder=tmp_path, COLUMNS="39").out

    assert "Person: andre-one-hour-short\n" in cohort
    assert "✗ 6 hours of ethics\n" in cohort
    assert "\n  CRSS: Willing to share lived\n" in compare


PLAIN = [*TEXTS.items(), ("interview", ("interview", "-c", "CPS-I", *DAY))]


@pytest.mark.parametrize(("name", "line"), PLAIN, ids=[name for name, _ in PLAIN])
def test_plain_text_is_for_ears(tmp_path: Path, name: str, line: tuple[str, ...]) -> None:
    """No boxes, no signs without words, no columns, no indenting, no line that goes on in the next, no colour."""
    with mock.patch("sys.stdin", io.StringIO("?\nskip\n")):
        ended = inside(*line, "--plain", folder=tmp_path, FORCE_COLOR="1", COLUMNS="40")

    assert ended.out, name
    for said in (ended.out + ended.err).splitlines():
        assert not set(said) & set(BOXES + "✓✗\x1b\r")
        assert not re.search(r"\[[ x?-]\]|^[-*?] |^-+$", said)
        assert said == said.strip() or said == "Answer: "
        assert not re.search(r"\S {4,}\S", said)


def test_a_plain_report_says_each_thing_with_a_word_before_it(tmp_path: Path) -> None:
    """What a sign, a column or a place would say elsewhere."""
    assert inside("check", ANDRE, *DAY, "--plain", folder=tmp_path).out.startswith(
        "CRSS · Certified Recovery Support Specialist · Illinois\n"
        "as of 2026-11-22\n"
        "For: andre-one-hour-short\n"
        "\n"
        "Verdict: NOT ELIGIBLE\n"
        "1 of 8 requirements is not met\n"
        "\n"
        "What is missing\n"
        "Not met: 6 hours of ethics\n"
        "5 of 6 hours, 1 short\n"
        "5 of 6 hours count.\n"
        "Do: Gain 1 more hour of ethics training.\n"
    )


def test_a_plain_checklist_numbers_its_boxes(tmp_path: Path) -> None:
    """So that what stands inside another box is known without seeing how far in it stands."""
    said = inside("show", "CPRS", *DAY, "--plain", folder=tmp_path).out.splitlines()

    boxes = [line.partition(":")[0] for line in said if line.startswith("Box ")]
    assert "Box 1" in boxes
    assert any(re.fullmatch(r"Box \d+\.1", one) for one in boxes)


def test_a_plain_plan_numbers_its_steps(tmp_path: Path) -> None:
    """In their order."""
    assert "\nStep 1: Take 1 more hour of ethics training.\nDone by" in inside(
        "plan", ANDRE, *DAY, "--plain", folder=tmp_path
    ).out  # fmt: skip


def test_a_plain_cohort_tells_person_by_person(tmp_path: Path) -> None:
    """A line for each requirement, with its outcome before it, and no legend of signs."""
    said = inside("cohort", ANDRE, *DAY, "--plain", folder=tmp_path).out

    assert "Signs" not in said
    assert "\nPerson: andre-one-hour-short\n" in said
    assert "\nNot met: 6 hours of ethics\n" in said


@pytest.mark.parametrize("line", TEXTS.values(), ids=TEXTS)
def test_a_dumb_terminal_gets_plain_text(tmp_path: Path, line: tuple[str, ...]) -> None:
    """TERM=dumb is the same as --plain; --no-plain overrules it."""
    plain = inside(*line, "--plain", folder=tmp_path)

    assert inside(*line, folder=tmp_path, TERM="dumb") == plain
    assert inside(*line, "--no-plain", folder=tmp_path, TERM="dumb") == inside(*line, folder=tmp_path)
    assert inside(*line, folder=tmp_path) != plain


def test_plain_can_be_a_setting(tmp_path: Path) -> None:
    """For a folder; the command line goes before it."""
    usual, plain = inside("list", folder=tmp_path), inside("list", "--plain", folder=tmp_path)
    (tmp_path / "peercert.toml").write_text("plain = true\n")

    assert inside("list", folder=tmp_path) == plain
    assert inside("list", "--no-plain", folder=tmp_path) == usual


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.mark.parametrize(
    ("more", "colour"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
        ({"TERM": "xterm", "FORCE_COLOR": "0"}, False),
        ({"TERM": "xterm", "FORCE_COLOR": "0", "TTY_COMPATIBLE": "1", "GITHUB_ACTIONS": "true"}, False),
        ({"TERM": "xterm", "NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ],
)
def test_a_terminal_has_colour_unless_it_is_not_wanted(more: dict[str, str], colour: bool) -> None:
    """FORCE_COLOR=0 means no; NO_COLOR wins; a dumb terminal shows none."""
    with mock.patch.dict(os.environ, surrounding(more), clear=True):
        assert style_for(Terminal()).colour is colour
        assert style_for(Terminal(), plain=True).colour is False


@pytest.mark.parametrize("line", [("--help",), ("check", "--help"), ("rules", "--help"), ("compare", "CRSS", "CPRS")])
@pytest.mark.parametrize(
    "more", [{"GITHUB_ACTIONS": "true", "CI": "true"}, {"TTY_COMPATIBLE": "1", "FORCE_COLOR": "0"}]
)
def test_no_colour_gets_into_a_pipe_unasked(tmp_path: Path, line: tuple[str, ...], more: dict[str, str]) -> None:
    """Not even where a library would write some: help in a CI job is letters alone."""
    ended = inside(*line, folder=tmp_path, **more)

    assert ended.code == 0
    assert "\x1b" not in ended.out + ended.err


ODD = "id: zoë-李\nname: Zoë “Z” 李\nseeking: [CRSS]\nbirth_date: 1990-01-01\nhours: 1\n"
FEW = (
    {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
)
LINES: tuple[tuple[str, ...], ...] = (
    *(("check", "zoe.yaml", "bad.yaml", *DAY, "-f", form) for form in OF_CHECK),
    *(("cohort", "zoe.yaml", *DAY, "-f", form) for form in OF_COHORT),
    *(("plan", "zoe.yaml", *DAY, "-f", form) for form in ("text", "markdown")),
    *(("show", "CPS-I", *DAY, "-f", form) for form in ("text", "markdown")),
    *(("compare", "CRSS", "CPRS", *DAY, "-f", form) for form in ("text", "markdown")),
    ("list",), ("redact", "zoe.yaml", "-c", "CRSS", *DAY), ("interview", "-c", "CPS-I", *DAY, "<", "skip\nstop\n"),
    ("rules", "test", "-c", "CPSRP-P"), ("schema", "candidate"), ("schema", "columns"), ("init",), ("init", "--csv"),
    ("config", "show"), ("--help",), ("check", "--help"), ("--version",),
    ("check", "zoe.yaml", *DAY, "-o", "report.txt"),
)  # fmt: skip


@pytest.mark.parametrize("more", FEW, ids=["ascii", "cp1252", "C"])
def test_a_stream_that_knows_few_characters_stops_nothing(tmp_path: Path, more: dict[str, str]) -> None:
    """Every command ends as ever there; signs become plain ones that mean the same, and a file stays UTF-8."""
    (tmp_path / "zoe.yaml").write_text(ODD.replace("hours: 1\n", ""), encoding="utf-8")
    (tmp_path / "bad.yaml").write_text(ODD, encoding="utf-8")
    ended = dict(zip(LINES, run(LINES, tmp_path, **more), strict=True))
    usual = inside("check", "zoe.yaml", *DAY, folder=tmp_path)

    assert {line: (one.code, one.err) for line, one in ended.items() if one.code not in (0, 1, 3, 4)} == {}
    text = ended[LINES[0]].out
    assert text.isascii()
    assert b"[?] 100 hours of training" in text
    assert b"For: Zo\\xeb" in text
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == usual.out
    assert "“" in usual.out
    assert json.loads(ended[LINES[OF_CHECK.index("json")]].out)["determinations"][0]["candidate"] == "zoë-李"
