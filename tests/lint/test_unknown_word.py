"""A word in a rule that no profile can say."""

from __future__ import annotations

from pathlib import Path

import pytest

from .linting import allow, leaf, only, place, remarks, toy


@pytest.mark.parametrize(
    ("kind", "line", "column", "word", "hint"),
    [
        ("education", "levels: [bachelor, masters]", 34, "masters", 'Did you mean "master"?'),
        ("enrollment", "in: [highschool]", 20, "highschool", 'Did you mean "high_school"?'),
        ("course", "programs: [toy-curse]", 26, "toy-curse", 'Did you mean "toy-course"?'),
        ("exam", "exam: toy-exams", 21, "toy-exams", 'Did you mean "toy-exam"?'),
        ("residence", "state: xx", 22, "xx", "Write the two-letter postal code, in capitals."),
        ("employment", "settings: [clinic]", 26, "clinic", "Known: none; add it to words.yaml."),
        ("credential_held", "credential: TOYS", 27, "TOYS", 'Did you mean "TOY"?'),
    ],
)
def test_a_word_that_nobody_knows_is_told_at_its_place(
    tmp_path: Path, kind: str, line: str, column: int, word: str, hint: str
) -> None:
    """With the nearest known one: no record could ever fit it."""
    found = only(remarks(tmp_path, toy(leaf("x", kind, line))), "unknown-word")

    assert place(found) == ("toy.yaml", 26, column)
    assert (found.message, found.hint) == (f"No profile can say {word}.", hint)


def test_the_parts_of_a_course_are_words_too(tmp_path: Path) -> None:
    """Each is told at what is asked of it."""
    course = leaf("x", "course", "programs: [toy-course]", "components: {final: passed}")

    found = only(remarks(tmp_path, toy(course)), "unknown-word")

    assert place(found) == ("toy.yaml", 27, 35)
    assert found.message == "No profile can say final."


def test_words_inside_a_shape_or_a_part_are_looked_at(tmp_path: Path) -> None:
    """However deep they stand."""
    lived = leaf("x", "lived_experience", "any: [{who: [self, friend], condition: [mental_illness]}]")

    assert place(only(remarks(tmp_path, toy(lived)), "unknown-word")) == ("toy.yaml", 26, 34)


def test_words_of_the_profile_and_of_the_catalogue_are_right(tmp_path: Path) -> None:
    """A free label, such as that of a licence, may be anything."""
    known = (
        leaf("a", "education", "levels: [bachelor]", "needs_human: [equivalent]"),
        leaf("b", "course", "programs: [toy-course]"),
        leaf("c", "license", "licenses: [LPN]"),
        leaf("d", "residence", "state: XX"),
    )

    assert remarks(tmp_path, toy(*known)) == ()


def test_it_may_be_allowed_with_a_reason(tmp_path: Path) -> None:
    """A word may come before the profile that knows it."""
    assert remarks(tmp_path, toy(leaf("x", "exam", "exam: new-exam", allow("unknown-word")))) == ()
