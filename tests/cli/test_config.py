"""`peercert config show`: what is in force, and where it is from."""

from __future__ import annotations

from pathlib import Path

import pytest

from program import inside, peercert


def test_without_a_file_the_defaults_are_shown(tmp_path: Path) -> None:
    """Each in words."""
    ended = peercert("config", "show", folder=tmp_path)

    assert (ended.code, ended.err) == (0, "")
    assert ended.out == (
        "There is no file of settings here or in a folder above.\n"
        "\n"
        "credential     what the profile seeks, else all   (default)\n"
        "format         text   (default)\n"
        "fail-on        not_eligible,undetermined   (default)\n"
        "disputes       undetermined   (default)\n"
        "verified-only  false   (default)\n"
        "rules          the built-in ones   (default)\n"
        "add-rules      none   (default)\n"
        "redact         on when CI is set   (default)\n"
        "plain          on where TERM is dumb   (default)\n"
        "jobs           as many as there are cores   (default)\n"
        "\n"
        "An option on the command line goes before a setting.\n"
        "The option --no-config leaves all settings out.\n"
    )


def test_what_is_set_is_shown_with_its_line(tmp_path: Path) -> None:
    """The file is named as seen from here."""
    (tmp_path / "below").mkdir()
    (tmp_path / "pyproject.toml").write_text(
        '[tool.peercert]\ncredential = ["CRSS", "CPRS"]\nverified-only = true\n\nrules = "ours"\njobs = 2\n'
    )

    ended = inside("config", "show", folder=tmp_path / "below")

    assert ended.out.splitlines()[:12] == [
        "Settings from ../pyproject.toml",
        "",
        "credential     CRSS, CPRS   (../pyproject.toml:2)",
        "format         text   (default)",
        "fail-on        not_eligible,undetermined   (default)",
        "disputes       undetermined   (default)",
        "verified-only  true   (../pyproject.toml:3)",
        "rules          ../ours   (../pyproject.toml:5)",
        "add-rules      none   (default)",
        "redact         on when CI is set   (default)",
        "plain          on where TERM is dumb   (default)",
        "jobs           2   (../pyproject.toml:6)",
    ]


def test_settings_that_cannot_be_used_are_told(tmp_path: Path) -> None:
    """As every command tells them."""
    (tmp_path / "peercert.toml").write_text("job = 2\n")

    ended = inside("config", "show", folder=tmp_path)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err == 'peercert.toml:1:1: Unknown key "job". Did you mean "jobs"?\n'


@pytest.mark.parametrize("asked", [["config", "--help"], ["config", "show", "--help"], ["rules", "--help"]])
def test_help_is_plain_text_and_loses_nothing(tmp_path: Path, asked: list[str]) -> None:
    """No box is drawn, and nothing in brackets is taken for markup."""
    ended = peercert(*asked, folder=tmp_path, COLUMNS="200")

    assert ended.code == 0
    assert ended.out.isascii()
    if asked == ["config", "--help"]:
        assert "Tell about settings: peercert.toml, or [tool.peercert] in pyproject.toml." in ended.out


@pytest.mark.parametrize("group", ["config", "rules"])
def test_a_group_alone_shows_its_help_and_is_usage(tmp_path: Path, group: str) -> None:
    """As the program does without a command."""
    ended = peercert(group, folder=tmp_path)

    assert ended.code == 2
    assert "Commands:" in ended.out + ended.err
