"""A question as text."""

from __future__ import annotations

from peercert.catalog.questions_file import QuestionWords
from peercert.interview.question import About, Question, Reason
from peercert.render.question import question_text, said_text
from peercert.render.style import Style

WORDS = QuestionWords(key="references", ask="How many?", more="One more?", sensitivity="open", form="a number")


def question(*, left: int = 3, about: About = About.FACT, **choices: str) -> Question:
    """Make a question for three requirements."""
    why = (Reason("TOY", "Two references"), Reason("TOY-II", "Three references"), Reason("TOY-III", "Four"))
    return Question(about, ("references",), WORDS, WORDS, choices, why, left)


def test_it_shows_what_why_how_and_how_many() -> None:
    """Two reasons are named, the others counted."""
    assert question_text(question(a="the first", b="the second"), Style()) == (
        "\n"
        "How many?\n"
        "  Asked for TOY: Two references; TOY-II: Three references; and 1 more.\n"
        "    1. the first\n"
        "    2. the second\n"
        "  Answer with a number.\n"
        "  At most 3 questions are left.\n"
    )


def test_in_plain_mode_each_line_begins_with_what_it_is() -> None:
    """And is never broken, nor coloured."""
    assert question_text(question(left=1, a="the first"), Style(plain=True)) == (
        "Question: How many?\n"
        "Why: Asked for TOY: Two references; TOY-II: Three references; and 1 more.\n"
        "Choice 1. the first\n"
        "Answer with a number.\n"
        "This is the last question.\n"
    )


def test_a_further_record_says_that_it_brings_questions_of_its_own() -> None:
    """So that the number keeps its word."""
    assert "At most 3 questions are left. Each further one that you tell of brings its own.\n" in question_text(
        question(about=About.MORE), Style(width=100)
    )


def test_what_is_said_about_an_answer_is_a_note() -> None:
    """In plain mode it says so."""
    assert said_text("Write yes or no.", Style()) == "  Write yes or no.\n"
    assert said_text("Write yes or no.", Style(plain=True)) == "Note: Write yes or no.\n"
