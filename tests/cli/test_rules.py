"""`peercert rules`, the group: its commands are loaded only when they are called."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from peercert.cli.rules import COMMANDS
from program import inside


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_listed_and_has_help(tmp_path: Path, name: str) -> None:
    """The group names it, and it tells of itself."""
    group = inside("rules", "-h", folder=tmp_path)
    command = inside("rules", name, "-h", folder=tmp_path)

    assert (group.code, command.code) == (0, 0)
    assert f"\n  {name}  " in group.out
    assert f"peercert rules {name} " in command.out


def test_an_unknown_command_is_usage(tmp_path: Path) -> None:
    """Code 2, on standard error."""
    ended = inside("rules", "chek", folder=tmp_path)

    assert (ended.code, ended.out) == (2, "")
    assert "No such command 'chek'." in ended.err


def test_no_other_command_waits_for_them() -> None:
    """The command line is there without any of their modules."""
    modules = [f"peercert.cli.{place.partition(':')[0]}" for place in COMMANDS.values()]
    script = f"import sys, peercert.cli.app; sys.exit(any(name in sys.modules for name in {modules!r}))"

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
