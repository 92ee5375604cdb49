"""The program as a whole: its help, its version, and what it says without a command."""

from __future__ import annotations

from pathlib import Path

import pytest

from program import peercert


def test_without_a_command_the_help_is_shown_and_it_is_usage(tmp_path: Path) -> None:
    """Nothing was asked, so nothing was checked: code 2."""
    ended = peercert(folder=tmp_path)

    assert ended.code == 2
    assert "Usage:" in ended.out + ended.err
    assert "check" in ended.out + ended.err


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_lists_the_commands(tmp_path: Path, flag: str) -> None:
    """In short and in long, on standard output."""
    ended = peercert(flag, folder=tmp_path)

    assert (ended.code, ended.err) == (0, "")
    assert "check" in ended.out
    assert "May this person be certified as a peer supporter" in " ".join(ended.out.split())


def test_the_help_of_check_names_every_option_of_the_contract(tmp_path: Path) -> None:
    """Contract section 4."""
    said = peercert("check", "--help", folder=tmp_path, COLUMNS="100").out

    for option in (
        "--credential",
        "-c",
        "--as-of",
        "--format",
        "-f",
        "--output",
        "-o",
        "--fail-on",
        "--disputes",
        "--verified-only",
        "--rules",
        "--redact",
        "--no-redact",
        "-q",
        "-v",
    ):
        assert option in said, option


def test_help_has_no_colour_in_ci(tmp_path: Path) -> None:
    """A log is not a terminal."""
    assert "\x1b[" not in peercert("check", "--help", folder=tmp_path, GITHUB_ACTIONS="true", CI="true").out


def test_the_version_names_program_and_catalogue(tmp_path: Path) -> None:
    """With the day on which the sources were read."""
    ended = peercert("--version", folder=tmp_path)

    assert (ended.code, ended.err) == (0, "")
    assert ended.out == "peercert 0.1.0, catalogue 2026.11 (sources read 2026-11-22)\n"
