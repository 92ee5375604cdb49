"""A text that asks for more than eight years of school."""

from __future__ import annotations

from pathlib import Path

from catalog.toy import WORDS

from .linting import HEAD, allow, leaf, linked, only, place, remarks, toy

HARD = "Organizational documentation necessitates comprehensive institutional verification."


def test_a_hard_note_is_told_with_its_hardest_sentence(tmp_path: Path) -> None:
    """Six words of 29 syllables: 0.39 x 6 + 11.8 x 29 / 6 - 15.59 = 43.8."""
    found = only(remarks(tmp_path, toy(leaf("x", "references", "at_least: 1", f"note: {HARD}"))), "hard-to-read")

    assert place(found) == ("toy.yaml", 27, 21)
    assert found.severity == "warning"
    assert found.message == "This text is of reading grade 43.8; the most is 8."
    assert found.hint == "Use shorter sentences and shorter words."
    assert found.proof[1] == f"  {HARD}"


def test_the_hardest_sentence_is_shown_as_it_is_written(tmp_path: Path) -> None:
    """Names count as one short word for the grade, and are still shown."""
    note = f"note: Ask first. {HARD} Toyland does not."

    found = only(remarks(tmp_path, toy(leaf("x", "references", "at_least: 1", note))), "hard-to-read")

    assert found.proof == ("Its hardest sentence has 6 words and is of grade 43.8:", f"  {HARD}")


def test_every_text_of_a_file_is_looked_at(tmp_path: Path) -> None:
    """What is shown must be read by somebody."""
    head = HEAD.replace("For tests.", HARD)
    question = f"open_questions:\n  - {{id: xx.toy.q, topic: other, text: {HARD}}}\n"

    found = remarks(tmp_path, toy(head=head, after=question))

    assert [(one.id, one.line, one.column) for one in found] == [("hard-to-read", 7, 8), ("hard-to-read", 24, 40)]


def test_without_the_words_and_their_names_nothing_is_said(tmp_path: Path) -> None:
    """A text full of names would look hard."""
    hard = leaf("x", "references", "at_least: 1", f"note: {HARD}")

    assert remarks(tmp_path, toy(hard), words="names: x\n") == ()


def test_a_name_that_the_words_list_counts_as_one_word(tmp_path: Path) -> None:
    """Whatever the case of its letters."""
    hard = leaf("x", "references", "at_least: 1", f"note: This is about {HARD.lower()[:-1]} and no more.")
    words = linked("words", f"{WORDS}names: [{HARD[:-1]}]\n")

    assert remarks(tmp_path, toy(hard), words=words) == ()


def test_plain_words_and_short_texts_are_right(tmp_path: Path) -> None:
    """Five words say too little to be graded."""
    easy = leaf("x", "references", "at_least: 1", "note: They say that the person can do the work.")
    short = leaf("y", "supervision", "at_least: 1", "note: Institutional organizational documentation verification.")

    assert remarks(tmp_path, toy(easy, short)) == ()


def test_the_names_of_the_issuer_and_of_things_in_a_profile_count_as_one_word(tmp_path: Path) -> None:
    """Nobody can put them in plainer words."""
    head = HEAD.replace("Board of Toys", "Interdepartmental Certification Organization")
    note = "note: Ask the Interdepartmental Certification Organization, and write professional_responsibility for it."

    assert remarks(tmp_path, toy(leaf("x", "references", "at_least: 1", note), head=head)) == ()


def test_it_may_be_allowed_with_a_reason(tmp_path: Path) -> None:
    """Where a name cannot be helped."""
    noted = leaf("x", "references", "at_least: 1", f"note: {HARD}", allow("hard-to-read"))

    assert remarks(tmp_path, toy(noted)) == ()
