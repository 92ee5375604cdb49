"""The project's GitHub action, run step by step as a runner would."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from program import surrounding

TOP = Path(__file__).parents[1]
ACTION: Any = yaml.safe_load((TOP / "action.yml").read_text(encoding="utf-8"))
INSTALLED = {"install": {"python": sys.executable}}
"""What the first step leaves behind, where it need not be run."""


class Done(NamedTuple):
    """How the action ended."""

    code: int
    log: str
    summary: str
    outputs: dict[str, str]


def act(
    folder: Path, inputs: Mapping[str, str], *, before: Mapping[str, Mapping[str, str]] = INSTALLED, **more: str
) -> Done:
    """Run the steps of the action that are not done before.

    Args:
        folder: The checked-out project, where the steps run.
        inputs: What stands under `with`.
        before: The outputs of the steps that are taken for done.
        more: What the runner's surrounding has besides.
    """
    runner = folder.parent / f"{folder.name}.runner"
    runner.mkdir(exist_ok=True)
    summary, log, code = runner / "summary", "", 0
    summary.write_text("")
    known = {"inputs": {name: inputs.get(name, one.get("default", "")) for name, one in ACTION["inputs"].items()}}
    steps = {name: dict(outputs) for name, outputs in before.items()}
    for step in ACTION["runs"]["steps"]:
        if step["id"] in steps:
            continue
        output = runner / "output"
        output.write_text("")
        given = {
            "CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_ACTION_PATH": str(TOP), "RUNNER_TEMP": str(runner),
            "GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary), **more,
        }  # fmt: skip
        given |= {name: _filled(value, known["inputs"], steps) for name, value in step["env"].items()}
        done = _bash(step["run"], runner / "script.sh", folder, given)
        code, log = done.returncode, log + done.stdout
        steps[step["id"]] = dict(line.split("=", 1) for line in output.read_text().splitlines())
        if code:
            break
    outputs = {name: _filled(one["value"], {}, steps) for name, one in ACTION["outputs"].items()}
    return Done(code, log, summary.read_text(encoding="utf-8"), outputs)


def _bash(script: str, path: Path, folder: Path, given: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a script with the very options that GitHub names for `shell: bash`."""
    path.write_text(script, encoding="utf-8")
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(path)], check=False, cwd=folder,
        env=surrounding(given), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def _filled(text: str, inputs: Mapping[str, str], steps: Mapping[str, Mapping[str, str]]) -> str:
    def value(found: re.Match[str]) -> str:
        what, *path = found[1].split(".")
        return inputs[path[0]] if what == "inputs" else steps.get(path[0], {}).get(path[2], "")

    return re.sub(r"\$\{\{ ([\w.-]+) \}\}", value, text)
