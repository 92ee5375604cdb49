"""`peercert rules mutate`, as a person uses it."""

from __future__ import annotations

import json
from pathlib import Path

from casework.toys import CASES, cases_with, rules
from catalog.toy import toy_with
from program import inside

GAP = cases_with("given: {birth_date: 2008-11-22, references: 2}", "given: {birth_date: 2008-11-22, references: 3}")


def made(folder: Path, cases: str = CASES, **files: str) -> str:
    """Write the toy rules, and return where they are as a person would name it."""
    rules(folder, cases, **files)
    return "rules"


def test_all_changes_noticed_is_a_pass(tmp_path: Path) -> None:
    """One line for each credential."""
    ended = inside("rules", "mutate", made(tmp_path), folder=tmp_path)

    assert (ended.code, ended.out, ended.err) == (0, "TOY: 100.0 % noticed (5 of 5 changes)\n", "")


def test_a_change_that_survives_fails(tmp_path: Path) -> None:
    """It is told at the line of the rule."""
    ended = inside("rules", "mutate", made(tmp_path, GAP), folder=tmp_path)

    assert (ended.code, ended.err) == (1, "")
    assert ended.out == (
        "TOY: 80.0 % noticed (4 of 5 changes)\n"
        "  rules/us/toy.yaml:26:25: xx.toy.references/at_least: one step up: no case notices. "
        "Write one of a person who has just enough.\n"
    )


def test_a_case_that_fails_is_told_and_fails(tmp_path: Path) -> None:
    """It proves nothing."""
    ended = inside("rules", "mutate", made(tmp_path, toy=toy_with("at_least: 2\n", "at_least: 3\n")), folder=tmp_path)

    assert ended.code == 1
    assert ended.err.splitlines()[0] == (
        "rules/us/toy.cases.yaml:5:5: This case fails as it is, so it can prove nothing."
    )


def test_json_names_each_survivor(tmp_path: Path) -> None:
    """For programs."""
    drawn = json.loads(inside("rules", "mutate", made(tmp_path, GAP), "-f", "json", folder=tmp_path).out)

    assert drawn["format"] == "peercert.mutations/1"
    assert drawn["scores"] == [
        {
            "credential": "TOY", "noticed": 4, "changes": 5, "excused": 0, "complete": False,
            "survivors": [
                {
                    "subject": "xx.toy.references/at_least", "change": "one step up", "wanted": "who has just enough",
                    "source": "rules/us/toy.yaml", "line": 26, "column": 25,
                }
            ],
            "idle_reasons": [],
        }
    ]  # fmt: skip


def test_no_cases_at_all_is_never_a_silent_pass(tmp_path: Path) -> None:
    """Code 4; so is a file that cannot be read."""
    folder = made(tmp_path)
    (tmp_path / "rules" / "us" / "toy.cases.yaml").write_text("- 1\n")
    broken = inside("rules", "mutate", folder, folder=tmp_path)
    (tmp_path / "rules" / "us" / "toy.cases.yaml").unlink()
    empty = inside("rules", "mutate", folder, folder=tmp_path)

    assert (broken.code, empty.code) == (4, 4)
    assert empty.err == "Nothing to run: no case was found.\n"
