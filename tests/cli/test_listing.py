"""`peercert list`, as a person uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from program import peercert
from upper import credential, edition, leaf, rules_folder


def test_it_lists_the_seven_credentials(tmp_path: Path) -> None:
    """On standard output, and nothing beside it."""
    ended = peercert("list", folder=tmp_path)

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(
        "Peer support credentials in Illinois, Mississippi, Minnesota and Connecticut\n"
        "7 credentials, catalogue 2026.11, sources last read on 2026-11-22.\n"
    )
    for id_ in ("CPSRP", "CPSRP-P", "CPRS", "CRSS", "CPS-I", "CPS-II", "CPSS"):
        assert f"\n{id_}  " in ended.out


@pytest.mark.parametrize(("format_", "start"), [("json", '{\n  "format": "peercert.list/1",'), ("markdown", "# Peer")])
def test_it_has_other_formats(tmp_path: Path, format_: str, start: str) -> None:
    """For programs and for pages."""
    assert peercert("list", "-f", format_, folder=tmp_path).out.startswith(start)


def test_an_unknown_format_is_usage(tmp_path: Path) -> None:
    """With the nearest one."""
    ended = peercert("list", "-f", "markdwon", folder=tmp_path)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err == 'peercert: There is no such format. Did you mean "markdown"? Known: text, json, markdown.\n'


def test_it_lists_rules_of_ones_own(tmp_path: Path) -> None:
    """With --rules."""
    rules_folder(tmp_path, credential("TOY", edition(leaf("x", "age", at_least=18))))

    ended = peercert("list", "--rules", ".", "-f", "json", folder=tmp_path)

    assert [one["id"] for one in json.loads(ended.out)["credentials"]] == ["TOY"]


def test_every_fault_in_ones_own_rules_is_told(tmp_path: Path) -> None:
    """All files are read before anything is shown: code 4."""
    made = [credential(id_, edition(leaf(f"{id_}.x", "age"))) for id_ in ("A", "B")]
    rules_folder(tmp_path, *made)

    ended = peercert("list", "--rules", ".", folder=tmp_path)

    assert (ended.code, ended.out) == (4, "")
    assert ended.err.count('The key "at_least" is missing here.') == 2


def test_a_folder_of_rules_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A path that does not exist is usage: code 2, and no traceback."""
    ended = peercert("list", "--rules", "nowhere", folder=tmp_path)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "nowhere: There is no such folder of rules.\n"


@pytest.mark.parametrize("command", ["list", "show", "compare", "init", "schema"])
def test_help_works_in_short_and_says_what_the_command_does(tmp_path: Path, command: str) -> None:
    """With -h, on standard output."""
    ended = peercert(command, "-h", folder=tmp_path)

    assert (ended.code, ended.err) == (0, "")
    assert f"peercert {command}" in ended.out
    assert "--rules" in ended.out
