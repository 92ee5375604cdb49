"""Asking a person: questions on standard error, answers from standard input, what was told saved after each one."""

from __future__ import annotations

import io
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial

from peercert.catalog import Catalog
from peercert.cli.output import style_for
from peercert.cli.saying import write
from peercert.errors import FileError
from peercert.facts import Facts
from peercert.inputs.given import Given
from peercert.interview import Interview, Question, State, answer, next_question, start
from peercert.profile_text import profile_text
from peercert.reading import Document, read_text
from peercert.render.question import question_text, said_text
from peercert.render.style import Style
from peercert.session import Options

HEAD = (
    "A profile for peercert, from an interview.",
    "What is left out means: not told. It is never taken as a no.",
    "To go on with it, or to check it:",
    "  peercert interview -o FILE",
    "  peercert check FILE",
)
"""Stands on top of what an interview writes."""

_LONGEST = 4096
"""Characters of an answer that are read at once."""

_TRIES = 50
"""Lines after which a question that none of them answers is the last: nobody is there who reads it."""

INTRODUCTION = (
    "Answer what you wish. You can also write: skip, I don't know, I'd rather not say, back, stop, or ? for help."
)


def converse(state: State, style: Style, save: Callable[[Facts], None]) -> State:
    """Ask until everything is settled, the person stops, or the answers end.

    Args:
        state: Where to begin.
        style: How to write on standard error.
        save: Keeps what was told; called after each answer that tells something.

    Returns:
        How far it came. What was told is never shown.
    """
    if isinstance(sys.stdin, io.TextIOWrapper):  # a caller of `main` may have put something else there
        sys.stdin.reconfigure(errors="replace")
    asked: Question | None = None
    tries = 0
    while (question := next_question(state)) is not None:
        if asked is None:
            write(f"{style.wrap(INTRODUCTION)}\n")
        tries = tries + 1 if question == asked else 1
        if question != asked:
            write(question_text(question, style))
        asked = question
        line = _line(style)
        with _whole():
            before, state = state, answer(state, "stop" if line is None or tries == _TRIES else line)
            if state.facts != before.facts:
                save(state.facts)
        if state.said:
            write(said_text(state.said, style))
    return state


@contextmanager
def _whole() -> Iterator[None]:
    """Let Ctrl-C wait until an answer is saved."""
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)
    if pressed:
        signal.raise_signal(signal.SIGINT)


def each_asked(profiles: Iterable[Given], catalog: Catalog, options: Options, *, plain: bool | None) -> Iterator[Given]:
    """Ask for what each profile leaves open, and give it with the answers. A profile that cannot be used stays."""
    style = style_for(sys.stderr, plain=plain)
    for one in profiles:
        try:
            document = one.read()
            facts = document.value if isinstance(document.value, dict) else {}
            wanted = options.credentials or sought(catalog, facts)
            begun = start(Interview(catalog, wanted, options.as_of, options.disputes), facts)
        except FileError:  # the check tells what is wrong with it
            yield one
            continue
        state = converse(begun, style, lambda _: None)
        yield one._replace(read=partial(told_document, dict(state.facts), one.source))


def sought(catalog: Catalog, facts: Facts) -> tuple[str, ...]:
    """Return the credentials that a profile seeks; all where it seeks none."""
    seeking = facts.get("seeking")
    words = seeking if isinstance(seeking, list) else []
    found = [catalog.words.credential(str(word)) for word in words]
    return tuple(dict.fromkeys(id_ for id_ in found if id_ is not None)) or catalog.ids


def told_document(facts: Facts, source: str) -> Document:
    """Return what was told as a document, with lines to point at."""
    return read_text(profile_text(facts, HEAD), source)


def _line(style: Style) -> str | None:
    """Return the next line; None where there are no more."""
    write("Answer: " if style.plain else "> ")
    line = sys.stdin.readline(_LONGEST)
    if not sys.stdin.isatty():
        write("\n")
    return line.rstrip("\n") if line else None
