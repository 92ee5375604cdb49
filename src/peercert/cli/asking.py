"""Asking a person: questions on standard error, answers from standard input, what was told saved after each one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress

from peercert.facts import Facts
from peercert.interview import State, answer, next_question
from peercert.render.question import question_text, said_text
from peercert.render.style import Style

INTRODUCTION = (
    "Answer what you wish. You can also write: skip, I don't know, I'd rather not say, back, stop, or ? for help."
)


def converse(state: State, style: Style, save: Callable[[Facts], None], *, plain: bool) -> State:
    """Ask until everything is settled, the person stops, or the answers end.

    Args:
        state: Where to begin.
        style: How to write on standard error.
        save: Keeps what was told; called after each answer that tells something.
        plain: Whether to write for a screen reader.

    Returns:
        How far it came. What was told is never shown.
    """
    with suppress(AttributeError):  # standard input may be something else in a test
        sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]
    asked = None
    while (question := next_question(state)) is not None:
        if question != asked:
            _say(question_text(question, style, plain=plain))
        asked = question
        line = _line(plain=plain)
        before, state = state, answer(state, "stop" if line is None else line)
        if state.facts != before.facts:
            save(state.facts)
        if state.said:
            _say(said_text(state.said, style, plain=plain))
    return state


def _line(*, plain: bool) -> str | None:
    """Return the next line; None where there are no more."""
    _say("Answer: " if plain else "> ")
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        _say("\n")
    return line.rstrip("\n") if line else None


def _say(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
