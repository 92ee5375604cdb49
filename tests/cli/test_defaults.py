"""Settings as defaults of the commands: what they change, what goes before them, and how they are refused."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

from peercert.cli.app import app
from peercert.settings import SETTINGS
from program import Ended, inside, peercert, run

from .profiles import CANARY, DAY, write


def settle(folder: Path, text: str, name: str = "peercert.toml") -> Path:
    """Write settings into a folder."""
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def credentials(ended: Ended) -> list[str]:
    """Return the credentials of a JSON Lines report."""
    return [json.loads(line)["credential"] for line in ended.out.splitlines()]


def test_settings_are_defaults_of_check(tmp_path: Path) -> None:
    """Every one of them acts, as if it stood on the command line."""
    write(tmp_path, "not-eligible")
    settle(
        tmp_path,
        'credential = ["crss", "CPS-I"]\nformat = "json"\nfail-on = "never"\ndisputes = "strict"\n'
        "verified-only = true\nredact = true\njobs = 1\n",
    )

    ended = peercert("check", ".", *DAY, folder=tmp_path)

    found: Any = json.loads(ended.out)
    assert ended.code == 0
    assert [one["credential"] for one in found["determinations"]] == ["CRSS", "CPS-I"]
    assert (found["disputes"], found["verified_only"]) == ("strict", True)
    assert found["determinations"][0]["candidate"] == "candidate-1"


def test_the_command_line_goes_before_settings(tmp_path: Path) -> None:
    """For each option, in the way it is written there."""
    write(tmp_path, "not-eligible")
    settle(
        tmp_path,
        'credential = "CRSS"\nformat = "text"\nfail-on = "never"\ndisputes = "strict"\nverified-only = true\n'
        "redact = true\n",
    )

    ended = inside(
        "check", "not-eligible.yaml", *DAY, "-c", "CPSRP-P", "-f", "json", "--fail-on", "not_eligible",
        "--disputes", "lenient", "--no-verified-only", "--no-redact", folder=tmp_path,
    )  # fmt: skip

    found: Any = json.loads(ended.out)
    assert ended.code == 1
    assert [one["credential"] for one in found["determinations"]] == ["CPSRP-P"]
    assert (found["disputes"], found["verified_only"]) == ("lenient", False)
    assert found["determinations"][0]["candidate"] == "not-eligible"


def test_no_config_leaves_all_settings_out(tmp_path: Path) -> None:
    """Wherever it stands among the options, and even if the settings cannot be used."""
    write(tmp_path, "eligible")

    settle(tmp_path, 'credential = "CRSS"\nredact = true\n')
    first = inside("check", "--no-config", "eligible.yaml", *DAY, folder=tmp_path)
    settle(tmp_path, "oh dear")
    last = inside("check", "eligible.yaml", *DAY, "--no-config", folder=tmp_path)

    assert (first.code, last.code) == (0, 0)
    assert first.out == last.out
    assert f"For: {CANARY} (eligible)" in first.out


def test_settings_that_cannot_be_used_are_usage(tmp_path: Path) -> None:
    """Code 2, every problem with its place, nothing on standard output, nobody checked."""
    settle(write(tmp_path, "eligible"), "[tool.peercert]\ncredentials = 'CRSS'\njobs = 'many'\n", "pyproject.toml")

    ended = peercert("check", "eligible.yaml", *DAY, folder=tmp_path)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        'pyproject.toml:2:1: Unknown key "credentials". Did you mean "credential"?\n'
        "pyproject.toml:3:8: A whole number is needed here, zero or more. For example: jobs = 2\n"
    )


@pytest.mark.parametrize(
    ("name", "value", "arguments", "place"),
    [
        ("format", "jsn", ("-f", "jsn"), "1:10"),
        ("fail-on", "nver", ("--fail-on", "nver"), "1:11"),
        ("fail-on", "never,undetermined", ("--fail-on", "never,undetermined"), "1:11"),
    ],
)
def test_a_word_is_refused_as_on_the_command_line(
    tmp_path: Path, name: str, value: str, arguments: tuple[str, ...], place: str
) -> None:
    """In the same words, with the place in the file before them."""
    write(tmp_path, "eligible")
    there = inside("check", "eligible.yaml", *arguments, folder=tmp_path)

    here = inside("check", "eligible.yaml", folder=settle(tmp_path, f'{name} = "{value}"\n'))

    assert (there.code, here.code) == (2, 2)
    assert there.err.startswith("peercert: ")
    assert here.err == there.err.replace("peercert: ", f"peercert.toml:{place}: ")


def test_an_unknown_way_to_read_disputes_is_refused(tmp_path: Path) -> None:
    """With the nearest, and the known ones; all such words at once, in the order of the file."""
    settle(tmp_path, 'disputes = "strikt"\nformat = "toast"\n')

    ended = inside("list", folder=tmp_path)

    assert ended.code == 2
    assert ended.err.splitlines()[0] == (
        'peercert.toml:1:12: There is no such way to read disputes. Did you mean "strict"? '
        "Known: undetermined, strict, lenient."
    )
    assert ended.err.splitlines()[1].startswith("peercert.toml:2:10: There is no such format.")


def test_the_format_is_that_of_check_alone(tmp_path: Path) -> None:
    """Other commands have other formats, and are read by people."""
    settle(tmp_path, 'format = "jsonl"\n')

    assert inside("list", folder=tmp_path).code == 0
    assert inside("show", "CRSS", *DAY, folder=tmp_path).out.startswith("CRSS")


def test_rules_hold_for_every_command_and_are_found_from_the_file(tmp_path: Path) -> None:
    """From a folder below, the folder of rules is still that beside the file."""
    inside("rules", "new", "MINE", "--dir", "mine", folder=tmp_path)
    settle(tmp_path, 'rules = "mine"\n')
    (tmp_path / "below").mkdir()

    mine = inside("list", folder=tmp_path / "below").out
    ours = inside("list", "--no-config", folder=tmp_path / "below").out

    assert "MINE" in mine
    assert "CRSS" not in mine
    assert ours.startswith("Peer support credentials")
    assert "MINE" not in ours


def test_settings_ask_which_credentials_a_new_profile_is_for(tmp_path: Path) -> None:
    """What `init` writes is about the same credentials that `check` looks at."""
    settle(tmp_path, 'credential = "CPSRP-P"\n')

    asked = inside("init", "-c", "CPSRP-P", "--no-config", folder=tmp_path)
    settled = inside("init", folder=tmp_path)

    assert settled.out == asked.out
    assert settled.out != inside("init", "--no-config", folder=tmp_path).out


def test_help_is_given_even_beside_settings_that_cannot_be_used(tmp_path: Path) -> None:
    """Whoever needs help gets it."""
    assert inside("check", "--help", folder=settle(tmp_path, "oh dear")).code == 0


def test_a_folder_that_is_gone_has_no_settings(tmp_path: Path) -> None:
    """Somebody may remove the folder in which one stands."""
    gone = f'mkdir "{tmp_path}/x" && cd "{tmp_path}/x" && rmdir "{tmp_path}/x"'

    ended = run("bash", "-c", f'{gone} && "{sys.executable}" -P -m peercert list', folder=tmp_path)

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Peer support credentials")


def test_every_option_of_check_is_a_setting_or_is_kept_out_on_purpose() -> None:
    """A new option is thought about: may a file that nobody thinks of decide it?"""
    program: Any = typer.main.get_command(app)  # a group, which needs no context
    check = program.get_command(None, "check")
    options = {option for one in check.params for option in one.opts if option.startswith("--")}

    assert options - {f"--{name}" for name in SETTINGS} == {
        "--as-of", "--output", "--quiet", "--verbose", "--no-config", "--edition", "--timeline",
        "--files-from", "--input-format", "--ask", "--receipt", "--fragility",
    }  # fmt: skip
    assert {f"--{name}" for name in SETTINGS} <= options


def test_an_option_that_takes_one_takes_the_one_that_is_set(tmp_path: Path) -> None:
    """Of several it must be told which; nothing is made of the list as such."""
    example = Path(__file__).parents[2] / "examples" / "maya-ready.yaml"
    settle(tmp_path, 'credential = ["CRSS"]\n')
    assert "CRSS eligible" in peercert("redact", str(example), *DAY, folder=tmp_path).out

    settle(tmp_path, 'credential = ["CRSS", "CPRS"]\n')
    assert "Missing option" in peercert("redact", str(example), *DAY, folder=tmp_path).err
