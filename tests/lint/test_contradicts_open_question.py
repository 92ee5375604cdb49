"""A requirement on something of which an open question says that no source asks anything."""

from __future__ import annotations

from pathlib import Path

from .linting import AGE, allow, leaf, only, place, remarks, toy

SILENT = """\
open_questions:
  - id: xx.toy.q.silent
    topic: other
    text: No source gives a least age.
    silent_on: [age, residency]
"""


def test_a_requirement_on_a_silent_topic_is_told(tmp_path: Path) -> None:
    """Where it stands, with the words of the question."""
    found = only(remarks(tmp_path, toy(after=SILENT)), "contradicts-open-question")

    assert place(found) == ("toy.yaml", 18, 15)
    assert found.severity == "error"
    assert found.message == "xx.toy.age asks something about age, and an open question says that no source does."
    assert found.proof == ("xx.toy.q.silent (line 24, column 5) says: No source gives a least age.",)


def test_other_topics_and_questions_that_are_not_silent_are_right(tmp_path: Path) -> None:
    """A question may be about a part of what is asked."""
    question = SILENT.replace("silent_on: [age, residency]", "silent_on: [residency]")
    part = SILENT.replace("    silent_on: [age, residency]\n", "")

    assert remarks(tmp_path / "a", toy(after=question)) == remarks(tmp_path / "b", toy(after=part)) == ()


def test_the_topic_that_is_written_counts(tmp_path: Path) -> None:
    """An age that belongs to schooling is not a least age for everybody."""
    schooling = AGE.replace("at_least: 18", "at_least: 18\n              topic: education")
    text = toy(leaf("letters", "references", "at_least: 1"), after=SILENT).replace(AGE, schooling)

    assert remarks(tmp_path, text) == ()


def test_it_may_be_allowed_with_a_reason(tmp_path: Path) -> None:
    """By the requirement."""
    allowed = AGE.replace("at_least: 18", f"at_least: 18\n              {allow('contradicts-open-question')}")

    assert remarks(tmp_path, toy(after=SILENT).replace(AGE, allowed)) == ()
