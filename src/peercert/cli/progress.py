"""How far a long run has come, for the person who waits for it."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

_PATIENCE = 2.0
"""Seconds before anything is said."""

_BEAT = 0.5
"""Seconds from one word to the next."""


_spoken: list[str] = []
"""The word that stands on the line."""


def shown(things: Iterable[T], what: str, *, plain: bool) -> Iterator[T]:
    """Give things on, and say how many there were so far: on standard error, if that is a terminal.

    Args:
        things: What takes its time.
        what: What they are called.
        plain: Whether no line may be written over; then nothing is said.
    """
    return _counting(things, what) if sys.stderr.isatty() and not plain else iter(things)


def wipe() -> None:
    """Take the last word back, so that something else can be said on the line."""
    if _spoken:
        sys.stderr.write("\r\x1b[K")
        _spoken.clear()


def _counting(things: Iterable[T], what: str) -> Iterator[T]:
    due = time.monotonic() + _PATIENCE
    try:
        for number, thing in enumerate(things, 1):
            if time.monotonic() >= due:
                _spoken[:] = [f"\r{number} {what} so far"]
                sys.stderr.write(*_spoken)
                sys.stderr.flush()
                due = time.monotonic() + _BEAT
            yield thing
    finally:
        wipe()
