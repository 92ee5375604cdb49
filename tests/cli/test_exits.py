"""Exit codes: the table of the contract, in the order in which one outranks another, the same in every format."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from peercert.cli.exits import Exit, exit_for
from peercert.engine import Verdict
from peercert.render.reports import FORMATS
from peercert.report import Summary
from program import inside, peercert

from .profiles import DAY, write

ALL = ("not_eligible", "undetermined")


def summary(*verdicts: Verdict, invalid: int = 0, surveys: int = 0) -> Summary:
    """Count some verdicts of as many candidates."""
    counted = Summary(candidates=len(verdicts) + surveys, invalid=invalid, surveys=surveys)
    for verdict in verdicts:
        counted.verdicts[verdict] += 1
        counted.counting[verdict] += 1
    return counted


E, U, Y, N = Verdict.ELIGIBLE, Verdict.UNDETERMINED, Verdict.NOT_YET, Verdict.NOT_ELIGIBLE


@pytest.mark.parametrize(
    ("verdicts", "fail_on", "code"),
    [
        ([E, E], ALL, 0),
        ([E, N], ALL, 1),
        ([E, Y], ALL, 1),
        ([E, U], ALL, 3),
        ([U, Y], ALL, 1),
        ([U, N], ("not_eligible",), 1),
        ([E, U], ("not_eligible",), 0),
        ([E, Y], ("undetermined",), 0),
        ([N, U], ("undetermined",), 3),
        ([N, U, Y], ("never",), 0),
    ],
)
def test_verdicts_make_the_code(verdicts: list[Verdict], fail_on: Sequence[str], code: int) -> None:
    """A no outranks an open answer, and only what was asked to fail does."""
    assert exit_for(summary(*verdicts), fail_on) == code


@pytest.mark.parametrize("fail_on", [ALL, ("not_eligible",), ("never",)])
@pytest.mark.parametrize("verdicts", [[], [E], [N], [U]])
def test_an_invalid_file_outranks_every_verdict(verdicts: list[Verdict], fail_on: Sequence[str]) -> None:
    """And is never narrowed away."""
    assert exit_for(summary(*verdicts, invalid=1), fail_on) == 4


def test_nothing_to_check_is_no_pass() -> None:
    """Nobody was checked, so nobody passed."""
    assert exit_for(summary(), ("never",)) == 4


def test_a_survey_says_nothing() -> None:
    """People were looked at, and no credential was asked for."""
    assert exit_for(summary(surveys=2), ALL) == 0


def test_the_codes_are_those_of_the_contract() -> None:
    """Six codes, and the three that shells know."""
    assert {one.name: one.value for one in Exit} == {
        "ELIGIBLE": 0, "NOT_ELIGIBLE": 1, "USAGE": 2, "UNDETERMINED": 3, "INVALID": 4, "INTERNAL": 5,
        "INTERRUPTED": 130, "BROKEN_PIPE": 141, "TERMINATED": 143,
    }  # fmt: skip


CODES = [("eligible", 0), ("not-eligible", 1), ("not-yet", 1), ("undetermined", 3), ("invalid", 4), ("stranger", 4)]


@pytest.mark.parametrize(("name", "code"), CODES)
def test_the_program_ends_with_the_code(tmp_path: Path, name: str, code: int) -> None:
    """A real process, one profile."""
    assert peercert("check", f"{name}.yaml", *DAY, folder=write(tmp_path, name)).code == code


@pytest.mark.parametrize("format_", FORMATS)
def test_the_code_is_the_same_in_every_format(tmp_path: Path, format_: str) -> None:
    """What a report looks like says nothing about how the program ends."""
    write(tmp_path, *dict(CODES))

    codes = [inside("check", f"{name}.yaml", *DAY, "-f", format_, folder=tmp_path).code for name, _ in CODES]

    assert codes == [code for _, code in CODES]


@pytest.mark.parametrize(
    ("names", "more", "code"),
    [
        (["eligible", "undetermined"], [], 3),
        (["eligible", "undetermined", "not-yet"], [], 1),
        (["eligible", "not-eligible", "invalid"], [], 4),
        (["not-eligible", "undetermined"], ["--fail-on", "undetermined"], 3),
        (["not-eligible", "undetermined"], ["--fail-on", "never"], 0),
        (["not-eligible", "invalid"], ["--fail-on", "never"], 4),
        (["survey"], [], 0),
        (["survey", "invalid"], [], 4),
        (["survey"], ["-c", "CPSRP"], 3),
        (["not-eligible"], ["-q"], 1),
    ],
)
def test_a_batch_ends_with_the_code_that_outranks(tmp_path: Path, names: list[str], more: list[str], code: int) -> None:
    """One run over a folder."""
    assert inside("check", write(tmp_path, *names), *DAY, *more, folder=tmp_path).code == code


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "eligible.yaml", "-c", "CPSRPP"], "There is no credential of this name here. Did you mean"),
        (["check", "nowhere.yaml"], "There is no file or folder 'nowhere.yaml'."),
        (["check", "eligible.yaml", "--colour"], "No such option"),
        (["check"], "Name what to look at"),
        (["chekc", "eligible.yaml"], "No such command"),
        (["check", "eligible.yaml", "--as-of", "tomorrow"], "--as-of needs one day"),
        (["check", "eligible.yaml", "--as-of", "2026-11"], "--as-of needs one day"),
        (["check", "eligible.yaml", "--as-of", "2026-02-30"], "--as-of needs one day"),
        (["check", "eligible.yaml", "-f", "jsn"], 'There is no such format. Did you mean "json"?'),
        (["check", "eligible.yaml", "--fail-on", "eligible"], "--fail-on takes"),
        (["check", "eligible.yaml", "--fail-on", "never,undetermined"], "--fail-on takes"),
        (["check", "eligible.yaml", "--fail-on", ""], "--fail-on takes"),
        (["check", "eligible.yaml", "--disputes", "maybe"], "maybe"),
        (["check", "eligible.yaml", "-o", "nowhere/report.txt"], "nowhere/report.txt cannot be written"),
    ],
)
def test_a_wrong_command_line_is_usage(tmp_path: Path, arguments: list[str], said: str) -> None:
    """Code 2, something on standard error that helps, and nothing on standard output."""
    ended = inside(*arguments, folder=write(tmp_path, "eligible"))

    assert (ended.code, ended.out) == (2, "")
    assert said in " ".join(ended.err.split())
    assert "Traceback" not in ended.err


def test_rules_that_cannot_be_used_are_code_four(tmp_path: Path) -> None:
    """One's own rules are read whole, and every fault in them is told."""
    rules = tmp_path / "rules"
    (rules / "us").mkdir(parents=True)
    (rules / "catalog.yaml").write_text("version: '1'\ntitle: Mine\nchecked: soon\n")
    (rules / "sources.yaml").write_text("sources: {}\n")
    (rules / "words.yaml").write_text("programs: {}\n")

    ended = peercert("check", "eligible.yaml", "--rules", rules, folder=write(tmp_path, "eligible"))

    assert (ended.code, ended.out) == (4, "")
    assert "catalog.yaml:3:10: This date must name one day" in ended.err


def test_rules_that_are_not_there_are_told(tmp_path: Path) -> None:
    """A folder that does not exist is a path that does not exist: usage."""
    ended = peercert("check", "eligible.yaml", "--rules", "nowhere", folder=write(tmp_path, "eligible"))

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.strip() == "nowhere: There is no such folder of rules."
