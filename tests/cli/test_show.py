"""`peercert show`, as a person uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from program import peercert
from upper import credential, edition, leaf, rules_folder


def test_it_shows_a_checklist_that_fits_sixty_columns(tmp_path: Path) -> None:
    """On standard output, and nothing beside it."""
    ended = peercert("show", "cpss", "--as-of", "2026-11-22", folder=tmp_path, COLUMNS="60")

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("CPSS · Certified Peer Support Specialist · Mississippi\n")
    assert "\n[ ] Two references\n    At least 2 references.\n" in ended.out
    assert max(map(len, ended.out.splitlines())) <= 60


@pytest.mark.parametrize(
    ("format_", "start"), [("json", '{\n  "format": "peercert.show/1",'), ("markdown", "# CPSS: ")]
)
def test_it_has_other_formats(tmp_path: Path, format_: str, start: str) -> None:
    """For programs and for pages."""
    assert peercert("show", "CPSS", "-f", format_, folder=tmp_path).out.startswith(start)


def test_an_unknown_credential_is_usage_and_names_the_nearest(tmp_path: Path) -> None:
    """Code 2, one line."""
    ended = peercert("show", "CRZS", folder=tmp_path)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith('peercert: There is no credential of this name here. Did you mean "C')
    assert ended.err.endswith("Known: CPSRP, CPSRP-P, CPRS, CRSS, CPS-I, CPS-II, CPSS.\n")


def test_the_day_chooses_the_edition(tmp_path: Path) -> None:
    """The last day without rules and the first day with them."""
    before = peercert("show", "CPSRP", "--as-of", "2026-05-31", "-f", "json", folder=tmp_path)
    after = peercert("show", "CPSRP", "--as-of", "2026-06-01", "-f", "json", folder=tmp_path)

    assert (json.loads(before.out)["edition"], json.loads(after.out)["edition"]) == (None, "from-2026-06")


@pytest.mark.parametrize("day", ["2026-11", "tomorrow", "11/22/2026"])
def test_a_day_that_is_no_day_is_usage(tmp_path: Path, day: str) -> None:
    """It says how to write one."""
    ended = peercert("show", "CPSS", "--as-of", day, folder=tmp_path)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "peercert: --as-of needs one day, written as year-month-day, such as 2026-11-22.\n"


def test_it_shows_rules_of_ones_own(tmp_path: Path) -> None:
    """With --rules."""
    rules_folder(tmp_path, credential("TOY", edition(leaf("x", "age", at_least=18))))

    assert "[ ] Title of x\n" in peercert("show", "toy", "--rules", ".", folder=tmp_path).out


def test_a_stream_without_signs_gets_plain_ones(tmp_path: Path) -> None:
    """No crash where the output can only be ASCII."""
    ended = peercert("show", "CPSRP", folder=tmp_path, PYTHONUTF8="0", PYTHONIOENCODING="ascii")

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("CPSRP - Certified Peer Support & Recovery Professional - Connecticut\n")
