"""A source that words.yaml cites and nobody knows."""

from __future__ import annotations

from pathlib import Path

from catalog.toy import WORDS

from .linting import linked, only, place, remarks, toy

CREDITS = "credits:\n  semester: 15\n  trimester: 12\n  quarter: 10\n  sources: [{id: SOURCE, at: p}]\n"


def words(source: str) -> str:
    """Return words.yaml with credits that cite a source."""
    return linked("words", WORDS + CREDITS.replace("SOURCE", source))


def test_the_hours_of_a_credit_must_cite_a_known_source(tmp_path: Path) -> None:
    """It is told at the id, with the nearest known one."""
    found = only(remarks(tmp_path, toy(), words=words("lwa")), "unknown-source")

    assert place(found) == ("words.yaml", 10, 18)
    assert (found.message, found.hint) == ("The source lwa is not in sources.yaml.", 'Did you mean "law"?')


def test_one_that_is_nothing_like_a_known_one_is_to_be_added(tmp_path: Path) -> None:
    """Then there is nothing to suggest."""
    assert only(remarks(tmp_path, toy(), words=words("gazette")), "unknown-source").hint == "Add it to sources.yaml."


def test_a_known_one_is_right(tmp_path: Path) -> None:
    """As is a file of words without credits."""
    assert remarks(tmp_path, toy(), words=words("law")) == ()
