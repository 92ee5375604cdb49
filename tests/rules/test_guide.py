"""The guide for authors is true: every step of it is carried out as it stands, and gives what it shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
README = (TOP / "rules" / "README.md").read_text(encoding="utf-8")
GUIDE = README.partition("## Adding a credential, step by step\n")[2].partition("\n## ")[0]
BLOCKS = re.findall(r"((?:(?!```).)*)```(\w+)\n(.*?)```", GUIDE, flags=re.DOTALL)
"""What stands before each block, its kind, and what stands in it."""


@pytest.fixture
def surrounding(tmp_path: Path) -> dict[str, str]:
    """Return a surrounding in which `peercert` is the program of this tree."""
    program = tmp_path / "bin" / "peercert"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m peercert "$@"\n')
    program.chmod(0o755)
    left_out = ("CI", "FORCE_COLOR", "NO_COLOR", "COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG")
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return {**kept, "PATH": f"{program.parent}{os.pathsep}{kept['PATH']}", "COLUMNS": "80", "PYTHONUTF8": "1"}


def carried_out(block: str, folder: Path, surrounding: dict[str, str]) -> str:
    """Run the commands of a block, and return them with what they print."""
    said = ""
    for command in re.findall(r"^\$ (.*)$", block, flags=re.MULTILINE):
        done = subprocess.run(
            ["bash", "-c", command], check=False, cwd=folder, env=surrounding, text=True, encoding="utf-8",
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        said += f"$ {command}\n{done.stdout}"
    return said


def undated(block: str) -> str:
    """Leave out the digest of one's own rules: the day on which they were begun stands in them."""
    return re.sub(r"(catalogue 1\s+\(sha256\s+)[0-9a-f]{12}", r"\1...", block)


def put(before: str, block: str, folder: Path) -> None:
    """Put a block into the file that the sentence before it names: in its place, or at its end."""
    named = re.search(r"(at the end of|in) `(my-rules/[^`]+)`:\s*$", before)
    assert named, before[-100:]
    path = folder / named[2]
    path.write_text((path.read_text() if named[1] != "in" else "") + block, encoding="utf-8")


def test_the_guide_has_steps() -> None:
    """There is something to carry out, and no block is missed for being written another way."""
    assert GUIDE.count("```") == 2 * len(BLOCKS)
    assert {kind for _, kind, _ in BLOCKS} == {"yaml", "console"}
    assert re.findall(r"^\*\*(\d)\.", GUIDE, flags=re.MULTILINE) == list("123456789")


def test_every_step_gives_what_the_guide_shows(tmp_path: Path, surrounding: dict[str, str]) -> None:
    """From an empty folder to a second edition, to the letter."""
    folder = tmp_path / "work"
    folder.mkdir()
    for before, kind, block in BLOCKS:
        if kind == "yaml":
            put(before, block, folder)
        else:
            assert undated(carried_out(block, folder, surrounding)) == undated(block)
