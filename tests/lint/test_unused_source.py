"""A source that nothing cites."""

from __future__ import annotations

from pathlib import Path

from catalog.toy import SOURCES, WORDS

from .linting import AGE, HEAD, WAY, linked, only, place, remarks, toy

MORE = SOURCES + SOURCES.removeprefix("sources:\n").replace("  law:", "  gazette:")
CREDITS = "credits:\n  semester: 15\n  trimester: 12\n  quarter: 10\n  sources: [{id: gazette, at: p}]\n"


def test_a_source_that_nothing_cites_is_told(tmp_path: Path) -> None:
    """As a warning, where it begins."""
    found = only(remarks(tmp_path, toy(), sources=linked("sources", MORE)), "unused-source")

    assert place(found) == ("sources.yaml", 11, 5)
    assert found.severity == "warning"
    assert (found.message, found.hint) == ("Nothing cites the source gazette.", "Cite it, or delete it.")


def test_a_source_that_a_question_or_a_credit_cites_is_used(tmp_path: Path) -> None:
    """Whatever shows a source needs it."""
    question = "open_questions:\n  - {id: xx.q, topic: age, text: Who knows?, sources: [{id: gazette, at: p}]}\n"
    sources, words = linked("sources", MORE), linked("words", WORDS + CREDITS)

    assert remarks(tmp_path / "a", toy(after=question), sources=sources) == ()
    assert remarks(tmp_path / "b", toy(), sources=sources, words=words) == ()


def test_nothing_is_said_where_a_file_could_not_be_read(tmp_path: Path) -> None:
    """For that file may cite it."""
    other = HEAD + WAY + AGE.replace("at_least: 18", "at_least: many")

    assert remarks(tmp_path, toy(), sources=linked("sources", MORE), other=other) == ()
