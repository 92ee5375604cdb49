"""What is installed from a wheel stands on its own, in a fresh environment and from any folder."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import venv
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
README = (TOP / "README.md").read_text(encoding="utf-8")


OURS = ("COV", "PYTHON", "CI", "VIRTUAL_ENV", "COLUMNS")
"""Beginnings of what a test run has in its environment and a stranger has not."""


def run(*command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as a stranger would."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(OURS)}
    return subprocess.run(command, check=False, cwd=folder, env=kept, capture_output=True, text=True)


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with just the project's own files, as a clone would have them."""
    folder = tmp_path_factory.mktemp("clone")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=TOP,
        check=True,
        capture_output=True,
        text=True,
    )
    for name in listed.stdout.split("\0"):
        if name and (TOP / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes((TOP / name).read_bytes())
    return folder


def test_the_readmes_first_command_installs_and_checks_an_example(clone: Path) -> None:
    """Pasted into a fresh clone, it prints the report that the README shows under it."""
    command, shown = re.findall(
        r"<!-- install command -->\n```sh\n(.*?)\n```\n\n```console\n\$ .*?\n(.*?)```", README, flags=re.DOTALL
    )[0]

    done = run("bash", "-c", command.replace("python3 ", f"{sys.executable} ", 1), folder=clone)

    assert done.stdout == shown, done.stderr
    assert done.returncode == 1


def test_a_wheel_carries_the_rules_with_it(clone: Path, tmp_path: Path) -> None:
    """Built, installed into a new environment and run from another folder, it decides by the rules that it carries."""
    built = run(
        sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path), ".", folder=clone
    )
    wheel = next(tmp_path.glob("peercert-*.whl"), None)
    assert wheel is not None, built.stderr
    venv.create(tmp_path / "fresh", with_pip=True)
    python = tmp_path / "fresh" / "bin" / "python"
    run(str(python), "-m", "pip", "install", "--quiet", str(wheel), folder=tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "one.yaml").write_bytes((TOP / "examples" / "denise-parent.yaml").read_bytes())

    command = [str(python.with_name("peercert")), "check", "one.yaml", "--as-of", "2026-11-22", "-f", "json"]
    done = run(*command, folder=elsewhere)

    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert [one["verdict"] for one in report["determinations"]] == ["eligible"]
    assert report["catalog"]["version"] == "2026.11"
