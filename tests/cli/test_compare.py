"""`peercert compare`, as a person uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from program import peercert

DAY = ("--as-of", "2026-11-22")


def test_it_sets_two_credentials_side_by_side(tmp_path: Path) -> None:
    """On standard output, and nothing beside it; in a pipe there is no colour."""
    ended = peercert("compare", "crss", "cprs", *DAY, folder=tmp_path)

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("CRSS and CPRS, side by side   as of 2026-11-22\n")
    assert "\n- Work experience, as far as is known. On your own: CRSS asks 1500 more hours of\n" in ended.out
    assert "\x1b" not in ended.out


def test_in_sixty_columns_it_stays_readable(tmp_path: Path) -> None:
    """Lines below each other, none too wide."""
    out = peercert("compare", "crss", "cprs", *DAY, folder=tmp_path, COLUMNS="60").out

    assert "\nSupervision\n  CRSS: On your own: At least 100 hours of documented\n    supervision.\n" in out
    assert max(map(len, out.splitlines())) <= 60


def test_json_has_a_cell_for_every_credential(tmp_path: Path) -> None:
    """Three were asked for, so each row has three."""
    found = json.loads(peercert("compare", "CRSS", "CPRS", "CPSS", *DAY, "-f", "json", folder=tmp_path).out)

    assert found["credentials"] == ["CRSS", "CPRS", "CPSS"]
    assert {tuple(row["cells"]) for row in found["rows"]} == {("CRSS", "CPRS", "CPSS")}
    assert all(set(row) == {"topic", "label", "same", "cells"} for row in found["rows"])


def test_the_same_question_gives_the_same_bytes(tmp_path: Path) -> None:
    """Whatever the order in which sets are walked."""
    outs = {peercert("compare", "CRSS", "CPSRP", *DAY, folder=tmp_path, PYTHONHASHSEED=seed).out for seed in ("1", "2")}

    assert len(outs) == 1


def test_markdown_is_a_page(tmp_path: Path) -> None:
    """With the table first."""
    out = peercert("compare", "CRSS", "CPRS", *DAY, "-f", "markdown", folder=tmp_path).out

    assert out.startswith("# CRSS and CPRS, side by side\n\nAs of 2026-11-22.\n\n| Topic | CRSS | CPRS | Same |\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["CRSS"], "Name two or more credentials to compare."),
        (["CRSS", "crss"], "CRSS is named twice. Name each credential once."),
        (["CRSS", "XYZ"], "There is no credential of this name here."),
        (["CRSS", "CPRS", "-f", "csv"], "There is no such format."),
    ],
    ids=["one", "twice", "unknown", "format"],
)
def test_what_cannot_be_compared_is_usage(tmp_path: Path, arguments: list[str], said: str) -> None:
    """Code 2, one line."""
    ended = peercert("compare", *arguments, folder=tmp_path)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"peercert: {said}")
    assert ended.err.count("\n") == 1


def test_it_shows_somebody_for_each_difference(tmp_path: Path) -> None:
    """Below the table, as lines that can be saved as a profile; and says where there is nobody."""
    out = peercert("compare", "crss", "cprs", "--witness", *DAY, folder=tmp_path).out

    assert "\n- Supervision, On your own: meets what CPRS asks; does not meet what CRSS asks:\n" in out
    assert "\n    supervision:\n      - {hours: 25}\n" in out
    assert "\n- Eligible for CRSS, not eligible for CPRS:\n    education:\n" in out
    assert "whoever meets what CRSS asks meets what CPRS\n  asks. Nobody was left out (" in out
    assert "\x1b" not in out


def test_the_people_stand_in_the_json_of_each_row_and_of_the_whole(tmp_path: Path) -> None:
    """Each with the profile, and with the verdicts where whole credentials are meant."""
    found = json.loads(peercert("compare", "CPS-I", "CPS-II", "--witness", *DAY, "-f", "json", folder=tmp_path).out)
    there, back = found["witness"]

    assert (there["passes"], there["verdicts"]) == ("CPS-I", ["eligible", "not_eligible"])
    assert back["profile"]["education"] == [{"level": "master", "field": "psychology"}]
    rows = {row["label"]: [one["profile"] for one in row["witness"]] for row in found["rows"]}
    assert rows["Work experience"] == [{"education": [], "experience": []}]
    assert rows["Age"] == []


def test_the_people_stand_in_markdown_as_blocks(tmp_path: Path) -> None:
    """So that they can be copied."""
    out = peercert("compare", "CPS-I", "CPS-II", "--witness", *DAY, "-f", "markdown", folder=tmp_path).out

    assert "\n## Eligible for one and not for the other\n" in out
    assert "\n```yaml\neducation:\n  - {level: master, field: psychology}\n" in out
