"""What the README says under “Use it in CI” is true: each snippet in it is run."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from cli.profiles import PROFILES, write
from composite import ACTION, act
from program import Ended, inside, run
from test_hooks import HOOKS, hooked, repository

TOP = Path(__file__).parents[1]
SECTION = re.findall(r"## Use it in CI\n(.*?)\n## ", (TOP / "README.md").read_text(encoding="utf-8"), flags=re.DOTALL)[
    0
]


def snippets(language: str) -> list[str]:
    """Return the blocks of the section in a language."""
    return re.findall(rf"```{language}\n(.*?)```", SECTION, flags=re.DOTALL)


WORKFLOW, PRE_COMMIT = (yaml.safe_load(text) for text in snippets("yaml"))
ANY_CI, EVERY_NIGHT = snippets("bash")
(SETTINGS,) = snippets("toml")
ASKED: dict[str, str] = WORKFLOW["jobs"]["check"]["steps"][1]["with"]


def people(top: Path, *names: str) -> Path:
    """Return a folder with profiles in `candidates`, as every snippet has them."""
    (top / "project/candidates").mkdir(parents=True)
    write(top / "project/candidates", *names)
    return top / "project"


def shell(script: str, folder: Path) -> Ended:
    """Run a snippet as CI does."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return run("bash", "-euo", "pipefail", "-c", script, folder=folder, PATH=path, CI="true")


def test_no_snippet_is_left_out() -> None:
    """Every block of the section is one that is run below."""
    assert SECTION.count("\n```") == 2 * (len(snippets("yaml")) + len(snippets("bash")) + len(snippets("toml")))


def test_the_workflow_uses_what_the_action_takes() -> None:
    """Every input is one of the action's, and it may write nothing to the repository."""
    assert WORKFLOW["jobs"]["check"]["steps"][1]["uses"] == "OWNER/peercert@v0.1.0"
    assert set(ASKED) <= set(ACTION["inputs"])
    assert WORKFLOW["permissions"] == {"contents": "read"}


@pytest.mark.parametrize(("name", "code"), [("eligible", 0), ("undetermined", 0), ("not-eligible", 1), ("invalid", 4)])
def test_the_workflow_fails_for_the_right_reason(tmp_path: Path, name: str, code: int) -> None:
    """Run with the very inputs of the README, on a day of our own."""
    done = act(people(tmp_path, name), {**ASKED, "as-of": "2026-11-22"})

    assert (done.code, done.outputs["exit-code"]) == (code, str(code))


@pytest.mark.parametrize(("name", "code"), [("not-eligible", 0), ("invalid", 1)])
def test_the_hook_stops_commits_with_slips(tmp_path: Path, name: str, code: int) -> None:
    """Run with the very files and arguments of the README."""
    check, _ = PRE_COMMIT["repos"][0]["hooks"]
    folder = repository(tmp_path, {"people/x.yaml": PROFILES[name], "other/x.yaml": PROFILES["invalid"]})

    ended = hooked(folder, **changed(check))

    assert (ended.code, "other/" in ended.out) == (code, False)


def test_the_hook_checks_rules(tmp_path: Path) -> None:
    """Run with the very arguments of the README, on a copy of our own rules."""
    _, rules = PRE_COMMIT["repos"][0]["hooks"]
    shutil.copytree(TOP / "rules", tmp_path / "scratch/rules")

    assert hooked(repository(tmp_path, {}), **changed(rules)).code == 0


def changed(hook: dict[str, Any]) -> dict[str, Any]:
    """Return a hook of the README as arguments of `hooked`."""
    assert hook["id"] in HOOKS
    return {"id_" if name == "id" else name: value for name, value in hook.items()}


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("eligible", 0, "Everybody is eligible.\n"),
        ("not-eligible", 1, "Somebody is not eligible.\n"),
        ("undetermined", 3, "Something is not known.\n"),
        ("invalid", 4, "The check did not work. See the messages above.\n"),
    ],
)
def test_the_script_for_any_ci_says_why_it_fails(tmp_path: Path, name: str, code: int, said: str) -> None:
    """And leaves a report that servers read."""
    folder = people(tmp_path, name)

    ended = shell(ANY_CI, folder)

    assert (ended.code, ended.out) == (code, said)
    assert "<testsuite" in (folder / "peercert.xml").read_text(encoding="utf-8")


def test_the_nightly_script_keeps_a_line_for_each(tmp_path: Path) -> None:
    """Verdicts do not fail it."""
    folder = people(tmp_path, "eligible", "not-eligible")

    ended = shell(EVERY_NIGHT, folder)

    lines = (folder / "reports/eligibility.jsonl").read_text(encoding="utf-8").splitlines()
    assert (ended.code, ended.out) == (0, "")
    assert [json.loads(line)["verdict"] for line in lines] == ["eligible", "not_eligible"]


def test_the_nightly_script_fails_where_a_file_has_a_slip(tmp_path: Path) -> None:
    """The rest is still written, and the slip beside it."""
    folder = people(tmp_path, "eligible", "invalid")

    ended = shell(EVERY_NIGHT, folder)

    lines = [json.loads(line) for line in (folder / "reports/eligibility.jsonl").read_text().splitlines()]
    assert ended.code == 4
    assert [line.get("verdict") for line in lines] == ["eligible", None]
    assert lines[1]["problem"]["source"] == "candidates/invalid.yaml"


def test_the_settings_hold(tmp_path: Path) -> None:
    """Just as they stand in the README, and under the heading in a project's file."""
    (tmp_path / "peercert.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "project").mkdir()
    (tmp_path / "project/pyproject.toml").write_text(f"[tool.peercert]\n{SETTINGS}", encoding="utf-8")

    own, shared = (inside("config", "show", folder=folder) for folder in (tmp_path, tmp_path / "project"))

    assert "credential     CPSRP-P   (peercert.toml:1)\n" in own.out
    assert "fail-on        not_eligible   (pyproject.toml:3)\n" in shared.out
    assert "redact         true   (pyproject.toml:4)\n" in shared.out
    assert "rules          rules   (pyproject.toml:5)\n" in shared.out
