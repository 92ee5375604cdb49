"""The GitHub action: its steps as scripts, in a scratch folder, with a runner's surroundings."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cli.profiles import CANARY, write
from composite import ACTION, TOP, act
from program import peercert

DAY = {"as-of": "2026-11-22"}
PLAIN = {**DAY, "format": "text"}
NONE = dict.fromkeys(ACTION["outputs"], "")


def folder_with(top: Path, *names: str) -> Path:
    """Return a folder with profiles in it."""
    (top / "project/people").mkdir(parents=True)
    write(top / "project/people", *names)
    return top / "project"


def test_no_script_has_an_expression_in_it() -> None:
    """What an input holds can never become part of a script, for it only comes as an environment variable."""
    scripts = [step["run"] for step in ACTION["runs"]["steps"]]

    assert len(scripts) == 2
    assert not [script for script in scripts if "${{" in script]


def test_github_would_take_it() -> None:
    """It fits the schema of actions that check-jsonschema carries."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml"]

    done = subprocess.run(command, cwd=TOP, check=False, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout


def test_every_input_and_output_is_explained() -> None:
    """And every input that is passed on exists."""
    passed = re.findall(r"\$\{\{ inputs\.([a-z-]+) \}\}", (TOP / "action.yml").read_text())

    assert sorted(passed) == sorted(ACTION["inputs"])
    assert all(one["description"] for one in [*ACTION["inputs"].values(), *ACTION["outputs"].values()])


def test_it_ends_as_the_check_does_and_counts(tmp_path: Path) -> None:
    """The log is the report, the code that of the check, and the outputs are its summary."""
    folder = folder_with(tmp_path, "eligible", "not-eligible", "undetermined", "not-yet")

    done = act(folder, {**PLAIN, "paths": "people"})

    assert done.code == 1
    assert "NOT ELIGIBLE" in done.log
    assert done.outputs == {
        "exit-code": "1", "candidates": "4", "determinations": "4", "eligible": "1", "not_yet": "1",
        "not_eligible": "1", "undetermined": "1", "invalid": "0",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "inputs", "code"),
    [
        ("eligible", {}, 0),
        ("undetermined", {}, 3),
        ("undetermined", {"fail-on": "not_eligible"}, 0),
        ("invalid", {"fail-on": "never"}, 4),
        ("eligible", {"credential": "CRSX"}, 2),
        ("eligible", {"rules": "nowhere"}, 2),
        ("eligible", {"format": "toast"}, 2),
        ("eligible", {"as-of": "yesterday"}, 2),
        ("eligible", {"paths": "nobody"}, 2),
    ],
)
def test_inputs_act_as_options(tmp_path: Path, name: str, inputs: dict[str, str], code: int) -> None:
    """The exit code is the contract's, and an output too."""
    done = act(folder_with(tmp_path, name), {**PLAIN, "paths": "people", **inputs})

    assert (done.code, done.outputs["exit-code"]) == (code, str(code))


def test_credentials_stand_with_anything_between(tmp_path: Path) -> None:
    """Spaces, commas or line ends."""
    done = act(folder_with(tmp_path, "eligible"), {**PLAIN, "paths": "people", "credential": "CRSS, CPRS\ncpss CPS-I"})

    assert done.outputs["determinations"] == "4"


def test_paths_stand_one_a_line(tmp_path: Path) -> None:
    """With spaces in them, and blank lines between."""
    folder = folder_with(tmp_path, "eligible")
    (folder / "people").rename(folder / "some people")
    (folder / "one.yaml").write_text("seeking: [CPSRP-P]\n")

    done = act(folder, {**PLAIN, "paths": "  some people\n\none.yaml\n"})

    assert (done.outputs["candidates"], done.outputs["eligible"], done.outputs["undetermined"]) == ("2", "1", "1")


def test_a_report_may_go_to_a_file(tmp_path: Path) -> None:
    """Just as on the command line."""
    folder = folder_with(tmp_path, "eligible")

    done = act(folder, {**DAY, "paths": "people", "format": "jsonl", "output": "report.jsonl"})

    assert (done.code, done.log) == (0, "")
    assert '"verdict": "eligible"' in (folder / "report.jsonl").read_text()


def test_what_cannot_be_run_leaves_no_counts(tmp_path: Path) -> None:
    """Only the code, for nobody was checked."""
    done = act(folder_with(tmp_path, "eligible"), {**PLAIN, "paths": "nobody"})

    assert done.outputs == {**NONE, "exit-code": "2"}
    assert "There is no file or folder" in done.log


def test_no_name_of_a_person_is_logged(tmp_path: Path) -> None:
    """A runner sets CI, so names are left out."""
    done = act(folder_with(tmp_path, "eligible", "invalid"), {**PLAIN, "paths": "people"})

    for word in CANARY.split():
        assert word not in done.log + done.summary


HOSTILE = ['"; touch pwned; "', "$(touch pwned)", "`touch pwned`", "x\ntouch pwned\n", "--output=pwned", "-opwned"]


READ = sorted(set(ACTION["inputs"]) - {"python", "output"})


@pytest.mark.parametrize(
    "inputs",
    [*(dict.fromkeys(READ, text) for text in HOSTILE), *({name: "--output=pwned"} for name in READ)],
    ids=[*(f"all-{number}" for number in range(len(HOSTILE))), *READ],
)
def test_hostile_inputs_do_nothing(tmp_path: Path, inputs: dict[str, str]) -> None:
    """A value is a value: no shell reads it, and it passes for no option."""
    folder = folder_with(tmp_path, "eligible")

    done = act(folder, {**PLAIN, "paths": "people", **inputs})

    assert done.code == 2
    assert sorted(path.name for path in folder.iterdir()) == ["people"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_of_a_file_is_a_name_of_a_file(tmp_path: Path, text: str) -> None:
    """However odd it is."""
    folder = folder_with(tmp_path, "eligible")

    done = act(folder, {**PLAIN, "paths": "people", "output": text})

    assert done.code == 0
    assert sorted(path.name for path in folder.iterdir()) == sorted(["people", text.strip()])


@pytest.mark.parametrize("text", HOSTILE[:4])
def test_a_hostile_python_is_not_found(tmp_path: Path, text: str) -> None:
    """It is one word to the shell."""
    folder = folder_with(tmp_path, "eligible")

    done = act(folder, {**PLAIN, "paths": "people", "python": text}, before={})

    assert done.code == 127
    assert sorted(path.name for path in folder.iterdir()) == ["people"]


def test_what_a_check_writes_gives_no_commands_to_the_runner(tmp_path: Path) -> None:
    """Between the first line and the last, the runner listens to nothing; the word that ends this is new each time."""
    folder = folder_with(tmp_path)
    (folder / "people/::add-mask::e.yaml").write_text("hours: 1\n")
    inputs = {**PLAIN, "paths": "people/::add-mask::e.yaml"}

    first, again = act(folder, inputs).log.splitlines(), act(folder, inputs).log.splitlines()

    assert first[0].startswith("::stop-commands::")
    assert first[-1] == f"::{first[0].removeprefix('::stop-commands::')}::"
    assert any("add-mask" in line for line in first[1:-1])
    assert first[0] != again[0]


def test_modules_of_the_checked_folder_are_not_run(tmp_path: Path) -> None:
    """A file called like a module of ours is none of ours."""
    folder = folder_with(tmp_path, "undetermined")
    for name in ("yaml.py", "typer.py", "peercert.py", "json.py"):
        (folder / name).write_text("raise SystemExit(0)\n")

    assert act(folder, {**PLAIN, "paths": "people"}).code == 3


def test_it_is_installed_into_an_environment_of_its_own(tmp_path: Path) -> None:
    """From the action's own files, with the Python named; here with one that only notes what is asked of it."""
    fake = tmp_path / "a python"
    fake.write_text(
        '#!/bin/bash\necho "$*" >> "$RUNNER_TEMP/asked"\n'
        'if [ "$2" = venv ]; then mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; fi\n'
    )
    fake.chmod(0o755)

    done = act(folder_with(tmp_path, "eligible"), {**PLAIN, "paths": "people", "python": str(fake)}, before={})

    runner = tmp_path / "project.runner"
    assert done.code == 0
    assert (runner / "asked").read_text().splitlines() == [
        f"-m venv {runner}/peercert",
        f"-m pip install --quiet --disable-pip-version-check {TOP}",
        f"-P {TOP}/.ci/action.py",
    ]


def test_the_summary_is_the_table(tmp_path: Path) -> None:
    """The page that GitHub shows is the check in Markdown."""
    folder = folder_with(tmp_path, "eligible", "undetermined")
    shown = peercert("check", "people", "--as-of", "2026-11-22", "-f", "markdown", folder=folder, CI="true").out

    done = act(folder, {**PLAIN, "paths": "people"})

    assert shown
    assert done.summary == shown


def test_annotations_are_what_it_writes_unless_asked(tmp_path: Path) -> None:
    """They must act, so they stand outside what the runner does not listen to."""
    done = act(folder_with(tmp_path, "not-eligible", "invalid"), {**DAY, "paths": "people"})

    after = re.sub(r"(?s)::stop-commands::(\w+)\n.*\n::\1::\n", "", done.log)
    assert done.code == 4
    assert "::error" in after


@pytest.mark.thorough
def test_it_works_from_the_first_step_to_the_last(tmp_path: Path) -> None:
    """Installed for real, with what it depends on; so this needs an index of packages."""
    folder = folder_with(tmp_path, "not-eligible")
    index = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}

    done = act(folder, {**PLAIN, "paths": "people"}, before={}, PYTHONPATH="", **index)

    assert (done.code, done.outputs["not_eligible"]) == (1, "1"), done.log
