"""The hooks for pre-commit, run by pre-commit in a scratch repository."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from cli.profiles import PROFILES
from program import Ended, surrounding

TOP = Path(__file__).parents[1]
HOOKS: dict[str, Any] = {
    hook["id"]: hook for hook in yaml.safe_load((TOP / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}


def run(*command: str, folder: Path, **more: str) -> Ended:
    """Run git or pre-commit, with the program on the path as it is once installed."""
    given = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder.parent), "PRE_COMMIT_HOME": str(folder.parent / "cache"), "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@x", "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x@x",
        "PYTHONWARNINGS": "", **more,
    }  # fmt: skip
    done = subprocess.run(command, cwd=folder, env=surrounding(given), check=False, capture_output=True, text=True)
    return Ended(done.returncode, done.stdout, done.stderr)


def repository(top: Path, files: Mapping[str, str]) -> Path:
    """Return a repository that holds some files, all of them staged."""
    folder = top / "scratch"
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    assert run("git", "init", "--quiet", folder=folder).code == 0
    assert run("git", "add", ".", folder=folder).code == 0
    return folder


def hooked(folder: Path, id_: str, **changes: object) -> Ended:
    """Run a hook on all files: entry, types and files as published, in the environment that is here already."""
    hook = {**HOOKS[id_], "language": "system", **changes}
    config = {"repos": [{"repo": "local", "hooks": [hook]}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    run("git", "add", ".", folder=folder)
    return run("pre-commit", "run", "--all-files", "--verbose", "--color=never", folder=folder)


def test_precommit_would_take_them(tmp_path: Path) -> None:
    """They are written as pre-commit wants hooks to be."""
    assert run("pre-commit", "validate-manifest", str(TOP / ".pre-commit-hooks.yaml"), folder=tmp_path).code == 0
    assert sorted(HOOKS) == ["peercert-check", "peercert-rules"]


def test_people_who_are_eligible_pass(tmp_path: Path) -> None:
    """YAML and JSON in folders called candidates or profiles, wherever those are."""
    folder = repository(
        tmp_path,
        {
            "candidates/one.yaml": PROFILES["eligible"],
            "state/profiles/2026/two.yml": PROFILES["eligible"],
            "state/candidate/three.json": json.dumps(yaml.safe_load(PROFILES["eligible"]), default=str),
        },
    )

    ended = hooked(folder, "peercert-check")

    assert ended.code == 0, ended.out
    assert "Passed" in ended.out
    assert "3 people" in ended.out


def test_somebody_who_is_not_eligible_stops_the_commit(tmp_path: Path) -> None:
    """With the report, and the exit code of the contract."""
    folder = repository(
        tmp_path, {"candidates/a.yaml": PROFILES["eligible"], "candidates/b.yaml": PROFILES["not-eligible"]}
    )

    ended = hooked(folder, "peercert-check")

    assert ended.code == 1
    assert "- exit code: 1\n" in ended.out
    assert "NOT ELIGIBLE" in ended.out


def test_a_profile_with_a_slip_stops_the_commit_even_if_no_verdict_does(tmp_path: Path) -> None:
    """With --fail-on never only the files themselves matter."""
    folder = repository(tmp_path, {"candidates/b.yaml": PROFILES["not-eligible"]})
    without = hooked(folder, "peercert-check", args=["--fail-on", "never"])

    (folder / "candidates/slip.yaml").write_text(PROFILES["invalid"])
    with_slip = hooked(folder, "peercert-check", args=["--fail-on", "never"])

    assert without.code == 0, without.out
    assert with_slip.code == 1
    assert "- exit code: 4\n" in with_slip.out
    assert "candidates/slip.yaml:4:62: This number is below zero." in with_slip.out


def test_files_that_are_no_profiles_are_left_alone(tmp_path: Path) -> None:
    """Most YAML is about something else; other folders are named with `files`."""
    folder = repository(
        tmp_path,
        {
            "mkdocs.yaml": "site: x\n",
            ".github/workflows/ci.yml": "on: push\n",
            "candidates.yaml": "people: none\n",
            "my-candidates-old/x.yaml": "x: y\n",
            "candidates/README.md": "# People\n",
            "people/bad.yaml": PROFILES["invalid"],
        },
    )

    ended = hooked(folder, "peercert-check")
    widened = hooked(folder, "peercert-check", files="^people/")

    assert (ended.code, "(no files to check)" in ended.out) == (0, True)
    assert (widened.code, "- exit code: 4\n" in widened.out) == (1, True)


def test_all_profiles_are_seen_by_one_run(tmp_path: Path) -> None:
    """However many there are, so two that call themselves the same are found out."""
    files = {f"candidates/{number:02}.yaml": PROFILES["eligible"] for number in range(40)}
    files |= {f"candidates/{number:02}.yaml": "id: same\n" + PROFILES["eligible"] for number in (0, 39)}

    ended = hooked(repository(tmp_path, files), "peercert-check")

    assert (ended.code, "- exit code: 4\n" in ended.out) == (1, True)


def test_rules_are_checked_as_a_whole_when_one_of_their_files_changes(tmp_path: Path) -> None:
    """The folder is named, not its files; a slip in a rules file is code 4."""
    rules = {f"rules/{path.relative_to(TOP / 'rules')}": path for path in sorted((TOP / "rules").rglob("*.yaml"))}
    folder = repository(tmp_path, {name: path.read_text(encoding="utf-8") for name, path in rules.items()})

    good = hooked(folder, "peercert-rules")
    (folder / "rules/words.yaml").write_text("program: {}\n")
    bad = hooked(folder, "peercert-rules")

    assert good.code == 0, good.out
    assert (bad.code, "- exit code: 4\n" in bad.out) == (1, True)


def test_rules_hook_names_the_folder_and_wakes_for_rules_alone(tmp_path: Path) -> None:
    """Here with a command that only repeats what it is given."""
    folder = repository(tmp_path, {"rules/us/il/crss.yaml": "x: 1\n", "other.yaml": "x: 1\n"})

    ended = hooked(folder, "peercert-rules", entry="echo " + HOOKS["peercert-rules"]["entry"])
    run("git", "rm", "--quiet", "-rf", "rules", folder=folder)
    without = hooked(folder, "peercert-rules", entry="echo woken")

    assert "\npeercert rules check rules\n" in ended.out
    assert "woken" not in without.out


@pytest.mark.thorough
def test_precommit_installs_and_runs_the_hook_by_itself(tmp_path: Path) -> None:
    """From a clone of the project, in an environment that pre-commit makes; so this needs an index of packages."""
    folder = repository(tmp_path, {"candidates/b.yaml": PROFILES["not-eligible"]})
    index = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}

    ended = run(
        "pre-commit", "try-repo", str(TOP), "peercert-check", "--all-files", folder=folder, PYTHONPATH="", **index
    )

    assert ended.code == 1, ended.out + ended.err
    assert "- exit code: 1\n" in ended.out
    assert "NOT ELIGIBLE" in ended.out
