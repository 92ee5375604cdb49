"""A question as text: what is asked, why, how it may be answered, and how many can remain."""

from __future__ import annotations

from collections.abc import Sequence

from peercert.interview.question import About, Question, Reason
from peercert.render.style import Style

_SHOWN = 2
"""Reasons that are shown; the rest are counted."""


def question_text(question: Question, style: Style) -> str:
    """Draw a question.

    Args:
        question: What is asked.
        style: Width, colour and signs; in plain text each line says what it is.
    """
    left = _left(question)
    form = (
        f"Answer with {question.words.form}."
        if question.takes in ("text", "last_day", "hours_by_word") and question.words.form
        else ""
    )
    if style.plain:
        said = [f"Question: {question.text}", f"Why: {_why(question.why)}", *_numbered(question, "Choice ")]
        return "\n".join(style.line(line) for line in [*said, *filter(None, [form]), left]) + "\n"
    lines = [style.heading(question.text), style.paint(style.wrap(_why(question.why), 2), "dim")]
    lines += [style.wrap(line, 4, hang=8) for line in _numbered(question, "")]
    lines += [style.wrap(line, 2) for line in filter(None, [form, left])]
    return "\n" + "\n".join(lines) + "\n"


def _left(question: Question) -> str:
    if question.left == 1:
        return "This is the last question."
    more = " Each further one that you tell of brings its own." if question.about is About.MORE else ""
    return f"At most {question.left} questions are left.{more}"


def _why(reasons: Sequence[Reason]) -> str:
    said = "; ".join(f"{one.credential}: {one.title}" for one in reasons[:_SHOWN])
    more = len(reasons) - _SHOWN
    return f"Asked for {said}{f'; and {more} more' if more > 0 else ''}."


def _numbered(question: Question, word: str) -> list[str]:
    return [f"{word}{number}. {title}" for number, title in enumerate(question.choices.values(), 1)]


def said_text(text: str, style: Style) -> str:
    """Draw what is said about the last answer."""
    return style.wrap(f"Note: {text}" if style.plain else text, 2) + "\n"
