"""A rules file that does not lead an editor to its schema."""

from __future__ import annotations

from pathlib import Path

from catalog.toy import CATALOG

from .linting import only, place, remarks, toy


def test_a_file_without_the_line_is_told(tmp_path: Path) -> None:
    """At its beginning, with the line that it needs."""
    found = only(remarks(tmp_path, toy(), catalog=CATALOG), "unlinked-schema")

    assert place(found) == ("catalog.yaml", 1, 1)
    assert found.severity == "warning"
    assert found.message == "No editor can find the schema of this file."
    assert found.hint == "Begin the file with `# yaml-language-server: $schema=…catalog.schema.json`."


def test_the_line_must_lead_to_the_schema_of_this_file(tmp_path: Path) -> None:
    """Another file's schema would mark everything as wrong."""
    text = toy().replace("credential.schema.json", "candidate.schema.json")

    assert only(remarks(tmp_path, text), "unlinked-schema").message == "This leads to another file's schema."


def test_with_the_line_it_is_right(tmp_path: Path) -> None:
    """However far up the schema stands; JSON has no comments, so nothing is asked of it."""
    further = toy().replace("../credential", "../../credential")
    json = '{"version": "1", "title": "T", "checked": "2026-11-22"}'

    assert remarks(tmp_path / "a", further) == remarks(tmp_path / "b", toy(), catalog=json) == ()
