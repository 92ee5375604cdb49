"""Completion: what a shell is offered, asked as the shell asks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from program import inside, surrounding

ALL = ["CPSRP", "CPSRP-P", "CPRS", "CRSS", "CPS-I", "CPS-II", "CPSS"]


def offered(line: str, folder: Path) -> list[str]:
    """Ask as bash does: the line so far, and which word is being written."""
    ended = inside(
        folder=folder, _PEERCERT_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(line.count(" "))
    )  # fmt: skip
    assert (ended.code, ended.err) == (0, "")
    return ended.out.split()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("peercert check -c ", ALL),
        ("peercert check --credential CR", ["CRSS"]),
        ("peercert check --as-of 2026-11-22 people -c CPS", ["CPSRP", "CPSRP-P", "CPS-I", "CPS-II", "CPSS"]),
        ("peercert check -c CRSS -c cpr", ["cprs"]),
        ("peercert show CP", ["CPSRP", "CPSRP-P", "CPRS", "CPS-I", "CPS-II", "CPSS"]),
        ("peercert compare CRSS CPR", ["CPRS"]),
        ("peercert init -c cps-", ["cps-i", "cps-ii"]),
        ("peercert check -c X", []),
        ("peercert check --disputes s", ["strict"]),
        ("peercert check --disputes ", ["undetermined", "strict", "lenient"]),
        ("peercert check -f jsonl", ["jsonl"]),
        ("peercert check --fail-on n", ["not_eligible", "never"]),
        ("peercert check --fail-on not_eligible,u", ["not_eligible,undetermined"]),
        ("peercert list -f ", ["text", "json", "markdown"]),
        ("peercert show CRSS -f m", ["markdown"]),
        ("peercert compare CRSS CPRS -f m", ["markdown"]),
        ("peercert schema ca", ["candidate", "catalog", "cases"]),
        ("peercert config ", ["show"]),
        ("peercert sch", ["schema"]),
    ],
)
def test_what_fits_is_offered(tmp_path: Path, line: str, words: list[str]) -> None:
    """Words that begin as written; in small letters for whoever writes small letters."""
    assert offered(line, tmp_path) == words


def test_ids_are_those_of_the_rules_named(tmp_path: Path) -> None:
    """From the names of the files alone: what is in them is not even looked at."""
    (tmp_path / "rules/us").mkdir(parents=True)
    (tmp_path / "rules/us/toy.yaml").write_text("{{{")

    assert offered("peercert check --rules rules -c ", tmp_path) == ["TOY"]
    assert offered("peercert check --rules nowhere -c ", tmp_path) == []


def test_settings_that_cannot_be_used_do_not_disturb(tmp_path: Path) -> None:
    """Nothing is told while a line is still being written."""
    (tmp_path / "peercert.toml").write_text("oh dear")

    assert offered("peercert check -c CR", tmp_path) == ["CRSS"]


def installed(script: str, folder: Path, **more: str) -> str:
    """Return what a script of bash prints, with the program on the path as it is once installed."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "--norc", "-euc", script], cwd=folder, env=surrounding({"PATH": path, **more}), check=True,
        capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout


def test_bash_itself_completes(tmp_path: Path) -> None:
    """With the script that the program gives it, in a process of its own."""
    script = """
        eval "$(_PEERCERT_COMPLETE=source_bash peercert)"
        COMP_WORDS=(peercert check -c CPS-) COMP_CWORD=3
        _peercert_completion peercert
        echo "${COMPREPLY[@]}"
    """

    assert installed(script, tmp_path) == "CPS-I CPS-II\n"


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_are_answered_too(tmp_path: Path, shell: str) -> None:
    """Each in the way it asks."""
    answer = installed(
        "peercert",
        tmp_path,
        _PEERCERT_COMPLETE=f"complete_{shell}",
        _TYPER_COMPLETE_ARGS="peercert show CRS",
        _TYPER_COMPLETE_FISH_ACTION="get-args",
    )

    assert "CRSS" in answer
    assert "CPRS" not in answer
