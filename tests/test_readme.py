"""The README is true: every command in it gives what it shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
README = (TOP / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n\$ (.*?)\n(.*?)```", README, flags=re.DOTALL)


def run(command: str, folder: Path = TOP) -> str:
    """Run a command as a reader would, and return what it prints."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")},
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "80",
    }
    for name in ("CI", "FORCE_COLOR", "NO_COLOR"):
        environment.pop(name, None)
    done = subprocess.run(
        ["bash", "-c", command], check=False, cwd=folder, env=environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return done.stdout


def test_the_readme_has_commands() -> None:
    """There is something to compare, and no block is missed for being written another way."""
    assert len(BLOCKS) >= 6
    assert README.count("```console") == len(BLOCKS)
    assert README.count("```sh") == 2


@pytest.mark.parametrize(("command", "shown"), BLOCKS, ids=[command for command, _ in BLOCKS])
def test_a_command_gives_what_the_readme_shows(command: str, shown: str) -> None:
    """What is printed is what the README shows, to the letter."""
    assert run(command) == shown


def test_every_example_is_named_with_its_story() -> None:
    """Each file in examples/ stands in the README's table, and each name there is a file."""
    named = re.findall(r"^\| `([a-z0-9-]+\.yaml)` \|", README, flags=re.MULTILINE)

    assert sorted(named) == sorted(path.name for path in (TOP / "examples").iterdir())
    assert len(named) >= 10
