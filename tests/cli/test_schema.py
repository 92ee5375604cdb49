"""`peercert schema`, as a person or an editor uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from program import peercert
from upper import credential, edition, leaf, rules_folder


@pytest.mark.parametrize(
    "name", ["candidate", "credential", "report", "catalog", "sources", "words", "cases", "questions"]
)
def test_it_prints_each_schema(tmp_path: Path, name: str) -> None:
    """On standard output, and nothing beside it."""
    ended = peercert("schema", name, folder=tmp_path)

    assert (ended.code, ended.err) == (0, "")
    assert json.loads(ended.out)["$id"] == f"urn:peercert:schema:{name}:1"


def test_it_lists_the_columns_of_a_table(tmp_path: Path) -> None:
    """In plain text, for a table has no schema."""
    ended = peercert("schema", "columns", folder=tmp_path)

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("The columns of a table: one row tells of one person.\n")
    assert "\ntraining.N.hours: number or declined\n" in ended.out


def test_it_writes_to_a_file(tmp_path: Path) -> None:
    """The same text as on standard output."""
    peercert("schema", "candidate", "-o", "candidate.schema.json", folder=tmp_path)

    out = peercert("schema", "candidate", folder=tmp_path).out
    assert (tmp_path / "candidate.schema.json").read_text(encoding="utf-8") == out


def test_the_words_are_those_of_ones_own_rules(tmp_path: Path) -> None:
    """With --rules."""
    rules_folder(tmp_path, credential("TOY", edition(leaf("x", "age", at_least=18))))

    drawn = json.loads(peercert("schema", "candidate", "--rules", ".", folder=tmp_path).out)

    assert drawn["$defs"]["Training"]["properties"]["program"]["enum"] == ["toy-course", "none", "declined"]
    assert drawn["properties"]["seeking"]["items"]["anyOf"][0] == {"enum": ["TOY"]}


def test_an_unknown_schema_is_usage(tmp_path: Path) -> None:
    """With the nearest one."""
    ended = peercert("schema", "candidat", folder=tmp_path)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        'peercert: There is no such schema. Did you mean "candidate"? '
        "Known: candidate, credential, report, plan, catalog, sources, words, cases, questions, columns.\n"
    )
