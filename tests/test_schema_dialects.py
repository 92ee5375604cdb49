"""The schemas in each dialect: as JSON Schema has it, as check-jsonschema reads it, and as an editor does."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from editor import SERVER, editor
from peercert.schema import DIALECTS, NAMES, schema, written
from program import inside
from upper import built_in

ROOT = Path(__file__).parents[1]
RULES = ROOT / "rules"
FILES = {
    "credential": sorted(path for path in RULES.rglob("*/*.yaml") if not path.name.endswith(".cases.yaml")),
    "cases": sorted(RULES.rglob("*.cases.yaml")),
    "candidate": sorted((ROOT / "examples").glob("*.yaml")),
    "catalog": [RULES / "catalog.yaml"],
    "sources": [RULES / "sources.yaml"],
    "words": [RULES / "words.yaml"],
}
NEWER_THAN_DRAFT_07 = {
    "$defs", "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$vocabulary", "dependentRequired",
    "dependentSchemas", "maxContains", "minContains", "prefixItems", "unevaluatedItems", "unevaluatedProperties",
}  # fmt: skip
"""Keywords that a reader of draft-07 passes over without a word (JSON Schema 2019-09 and 2020-12, change logs)."""


def nodes(drawn: Any) -> Iterator[dict[str, Any]]:
    """Give every mapping in a schema."""
    if isinstance(drawn, dict):
        yield drawn
        for inner in drawn.values():
            yield from nodes(inner)
    elif isinstance(drawn, list):
        for inner in drawn:
            yield from nodes(inner)


@pytest.mark.parametrize("name", NAMES)
def test_each_schema_is_one_of_draft_07_too(name: str) -> None:
    """It says so, has a name of its own, and says nothing that draft-07 does not know or would pass over."""
    drawn = schema(name, built_in().words, "draft-07")

    Draft7Validator.check_schema(drawn)
    assert drawn["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert drawn["$id"] == f"urn:peercert:schema:{name}:1:draft-07"
    assert not [key for node in nodes(drawn) for key in node if key in NEWER_THAN_DRAFT_07]
    assert not [node for node in nodes(drawn) if "$ref" in node and len(node) > 1]


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_of_draft_07_leads_somewhere(name: str) -> None:
    """The definitions stand where draft-07 has them."""
    drawn = schema(name, built_in().words, "draft-07")
    to = {node["$ref"] for node in nodes(drawn) if "$ref" in node}

    assert to <= {f"#/definitions/{one}" for one in drawn.get("definitions", {})}


WRONG: dict[str, Any] = {
    "credential": {"id": "X", "editions": [{"id": "e", "pathways": [{"id": "w", "requires": {"kind": "height"}}]}]},
    "cases": {"given": {}, "cases": [{"name": "a", "as_of": "2026-11-22", "verdict": "perhaps"}]},
    "candidate": {"exams": [{"exam": "ms-cpss", "score": 101}]},
    "catalog": {"version": "1"},
    "sources": {"sources": {"s": {"title": "T", "publisher": "P", "date": "2020", "tier": "rumour", "url": "u"}}},
    "words": {"exams": {"x": {"title": "X", "unit": "percent"}}},
}


@pytest.mark.parametrize("name", WRONG)
def test_both_dialects_refuse_the_same(name: str) -> None:
    """Nothing is lost on the way to the older one."""
    newest = Draft202012Validator(schema(name, built_in().words))
    older = Draft7Validator(schema(name, built_in().words, "draft-07"))

    told = [sorted(error.message for error in one.iter_errors(WRONG[name])) for one in (newest, older)]
    assert told[0] == told[1] != []


def test_the_command_writes_either_dialect(tmp_path: Path) -> None:
    """The newest where none is named; one that does not exist is a matter of usage."""
    older = inside("schema", "sources", "--dialect", "draft-07", folder=tmp_path)
    newest = inside("schema", "sources", folder=tmp_path)
    unknown = inside("schema", "sources", "--dialect", "draft-7", folder=tmp_path)

    assert json.loads(older.out)["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert json.loads(newest.out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert (unknown.code, unknown.out) == (2, "")
    assert unknown.err == ('peercert: There is no such dialect. Did you mean "draft-07"? Known: 2020-12, draft-07.\n')


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("name", FILES)
def test_check_jsonschema_takes_every_file(tmp_path: Path, name: str, dialect: str) -> None:
    """All rules, cases and examples; and a file that is wrong it refuses."""
    described, wrong = tmp_path / "schema.json", tmp_path / "wrong.json"
    described.write_text(written(name, built_in().words, dialect), encoding="utf-8")
    wrong.write_text(json.dumps(WRONG[name]), encoding="utf-8")

    program = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--verbose",
        "--output-format",
        "json",
        "--schemafile",
        str(described),
    ]
    done = subprocess.run([*program, *map(str, FILES[name]), str(wrong)], check=False, capture_output=True, text=True)
    told = json.loads(done.stdout)

    assert (done.returncode, told["status"], told["parse_errors"]) == (1, "fail", [])
    assert {one["filename"] for one in told["errors"]} == {str(wrong)}
    assert len(told["successes"]) == len(FILES[name])


@pytest.mark.skipif(SERVER is None, reason="NOT TRIED: the YAML language server is not installed (npm)")
@pytest.mark.parametrize("dialect", DIALECTS)
def test_an_editor_marks_nothing_that_is_right_and_what_is_wrong(tmp_path: Path, dialect: str) -> None:
    """The YAML language server follows the first line of a file to its schema, in either dialect."""
    rules = tmp_path / "rules"
    shutil.copytree(RULES, rules)
    for path in rules.glob("*.schema.json"):
        name = path.name.partition(".")[0]
        path.write_text(written(name, built_in().words, dialect), encoding="utf-8")
    right = sorted(rules.rglob("*.yaml"))
    wrong = rules / "us" / "il" / "wrong.yaml"
    text = (rules / "us" / "il" / "crss.yaml").read_text(encoding="utf-8")
    wrong.write_text(text.replace("kind: attestation", "kind: attestations", 1), encoding="utf-8")

    with editor() as opened:
        assert {path.name: marked for path in right if (marked := opened.marks(path))} == {}
        assert len(opened.marks(wrong)) > 0
