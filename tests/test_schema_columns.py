"""The list of columns, as a person reads it."""

from __future__ import annotations

from pathlib import Path

from peercert.candidate.columns import patterns
from peercert.catalog import load_catalog
from peercert.lint.reading_grade import grade
from peercert.schema import written
from upper import built_in, credential, edition, leaf, rules_folder

TEXT = written("columns", built_in().words)


def paragraph(name: str) -> str:
    """Return what is said of a column."""
    start = TEXT.index(f"\n{name}: ") + 1
    lines = TEXT[start:].split("\n")
    rest = next((number for number, line in enumerate(lines[1:], 1) if not line.startswith("    ")), len(lines))
    return "\n".join(lines[:rest])


def test_every_column_is_listed_in_the_order_of_a_profile() -> None:
    """With N for the number of a record."""
    listed = [line.partition(":")[0] for line in TEXT.split("\n\n", 3)[3].splitlines() if line[:1].isalpha()]

    assert listed == [*patterns()]


def test_every_column_says_what_it_means() -> None:
    """No name stands without a sentence beneath it."""
    assert [name for name in patterns() if "\n    " not in paragraph(name)] == []


def test_a_column_says_what_it_takes() -> None:
    """Its form, its meaning, and the words of the models and of the rules."""
    assert paragraph("training.N.hours") == (
        "training.N.hours: number or declined\n"
        "    Clock hours of instruction; the sum of the topics where it is left out."
    )
    assert paragraph("exams.N.result") == (
        "exams.N.result: word\n    How it ended.\n    Words: passed, failed, pending, declined."
    )
    assert paragraph("exams.N.exam") == (
        "exams.N.exam: word\n    Which exam, by its word in the catalogue.\n"
        "    Words: il-crss, icrc-pr, ms-cpss, mn-cps, ct-cpsrp, declined."
    )
    assert paragraph("training.N.components.PART") == (
        "training.N.components.PART: word\n    Parts of the course, with how each one ended.\n"
        "    Words: completed, passed, failed, pending, declined.\n"
        "    Parts: pre_training, midterm, oral_role_play, final."
    )
    assert paragraph("experience.N.setting").endswith("    The rules know: ms-dmh-certified.")


def test_a_column_of_each_form_names_it() -> None:
    """In a word or two that anybody understands."""
    forms = {
        "id": "text",
        "seeking": "words",
        "birth_date": "date or declined",
        "residence": "declined",
        "residence.state": "two letters",
        "work.share": "number from 0 to 1 or declined",
        "attestations.literacy": "true or false or date or declined",
        "experience.N.supervised": "true or false or declined",
        "training": "word",
        "references": "number or word",
    }

    assert {name: paragraph(name).split("\n")[0] for name in forms} == {
        name: f"{name}: {form}" for name, form in forms.items()
    }


def test_the_word_none_is_offered_where_it_is_taken() -> None:
    """For a list, and for a job; not where it would be refused."""
    assert "    Words: none, declined." in paragraph("training")
    assert "    Words: declined, none." in paragraph("employment")
    assert "none" not in paragraph("residence")


def test_the_words_are_those_of_ones_own_rules(tmp_path: Path) -> None:
    """A table for them uses them."""
    own = load_catalog(rules_folder(tmp_path, credential("TOY", edition(leaf("x", "age", at_least=18)))))
    text = written("columns", own.words)

    assert "    Words: TOY." in text
    assert "toy-course" in text
    assert "mn-cps" not in text


def test_its_first_lines_say_how_a_table_is_written() -> None:
    """Not told, will not say, none, and there may be more are four things."""
    rules = " ".join(TEXT.partition("\nid: ")[0].split())

    assert 'An empty cell means "not told". It is never taken as a no.' in rules
    assert 'The word declined means "will not say".' in rules
    assert "The word none in the column of a whole list, such as training, means that there are no records" in rules
    assert "The word false in a column such as training.complete means that there may be more records" in rules
    assert grade(rules) <= 8


def test_no_line_is_too_wide_for_a_screen() -> None:
    """Eighty-two signs at most."""
    assert [line for line in TEXT.splitlines() if len(line) > 82] == []
