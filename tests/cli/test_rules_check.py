"""`peercert rules check`, as a person uses it."""

from __future__ import annotations

import json
from pathlib import Path

from lint.linting import leaf, opened, toy
from program import inside

ZERO = toy(leaf("x", "references", "at_least: 0"))


def test_the_built_in_catalogue_is_clean(tmp_path: Path) -> None:
    """Code 0, and one line that says how much was looked at."""
    ended = inside("rules", "check", "--as-of", "2026-11-22", "--strict", folder=tmp_path)

    assert (ended.code, ended.out, ended.err) == (0, "7 credentials looked at: nothing to remark.\n", "")


def test_a_remark_is_a_line_that_an_editor_can_follow(tmp_path: Path) -> None:
    """File, line, column, the lint, what is wrong, what would be right; the proof below it. Code 4."""
    opened(tmp_path, ZERO)

    ended = inside("rules", "check", "rules", "--as-of", "2026-11-22", folder=tmp_path)

    assert (ended.code, ended.err) == (4, "")
    assert ended.out == (
        "rules/us/toy.yaml:26:25: [vacuous-requirement] xx.toy.x asks for 0, which everybody has. "
        "Check the number against the source, or leave it out.\n"
        "    This profile meets it:\n"
        "      references: 0\n"
        "1 credential looked at: 1 error.\n"
    )


def test_json_has_it_all(tmp_path: Path) -> None:
    """For other programs."""
    opened(tmp_path, ZERO)

    ended = inside("rules", "check", "rules", "--as-of", "2026-11-22", "-f", "json", folder=tmp_path)

    assert ended.code == 4
    assert json.loads(ended.out) == {
        "format": "peercert.rules/1",
        "as_of": "2026-11-22",
        "credentials": ["TOY"],
        "remarks": [
            {
                "id": "vacuous-requirement",
                "severity": "error",
                "source": "rules/us/toy.yaml",
                "line": 26,
                "column": 25,
                "message": "xx.toy.x asks for 0, which everybody has.",
                "hint": "Check the number against the source, or leave it out.",
                "proof": ["This profile meets it:", "  references: 0"],
            }
        ],
        "problems": [],
        "summary": {"errors": 1, "warnings": 0, "problems": 0},
    }


def test_a_warning_fails_only_when_it_is_asked_for(tmp_path: Path) -> None:
    """With --strict; it is shown in any case."""
    opened(tmp_path, toy())

    mild = inside("rules", "check", "rules", "--as-of", "2027-11-23", folder=tmp_path)
    strict = inside("rules", "check", "rules", "--as-of", "2027-11-23", "--strict", folder=tmp_path)

    assert (mild.code, strict.code) == (0, 4)
    assert mild.out == strict.out
    assert "rules/sources.yaml:9:11: [stale-source]" in mild.out


def test_a_file_that_cannot_be_used_is_told_on_standard_error(tmp_path: Path) -> None:
    """With its code in the brackets; the other files are still looked at. Code 4."""
    opened(tmp_path, ZERO, other=toy().replace("TOY", "OTHER").replace("at_least: 18", "at_leest: 18"))

    ended = inside("rules", "check", "rules", "--as-of", "2026-11-22", folder=tmp_path)

    assert ended.code == 4
    assert ended.err.startswith("rules/us/other.yaml:21:15: [unknown-key] ")
    assert "[vacuous-requirement]" in ended.out
    assert ended.out.endswith("2 credentials looked at: 1 error, 1 problem.\n")


def test_against_older_rules_it_tells_of_renamed_ids(tmp_path: Path) -> None:
    """The rules before the change are a folder too."""
    opened(tmp_path / "old", toy(leaf("letters", "references", "at_least: 1")))
    opened(tmp_path / "new", toy(leaf("references", "references", "at_least: 1")))

    ended = inside(
        "rules", "check", "new/rules", "--against", "old/rules", "--as-of", "2026-11-22", folder=tmp_path
    )  # fmt: skip

    assert ended.code == 4
    assert "new/rules/us/toy.yaml:23:19: [renamed-without-was]" in ended.out


def test_a_folder_that_is_not_there_is_usage(tmp_path: Path) -> None:
    """Code 2, for either folder."""
    gone = inside("rules", "check", "nowhere", folder=tmp_path)
    before = inside("rules", "check", "--against", "nowhere", folder=tmp_path)

    assert (gone.code, before.code) == (2, 2)
    assert gone.err == before.err == "nowhere: There is no such folder of rules.\n"
