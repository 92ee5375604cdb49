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


def shown(things: Iterable[T], what: str) -> Iterator[T]:
    """Give things on, and say how many there were so far: on standard error, if that is a terminal.

    Args:
        things: What takes its time.
        what: What they are called.
    """
    return _counting(things, what) if sys.stderr.isatty() else iter(things)


def wipe() -> None:
    """Take the last word back, so that something else can be said on the line."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")


def _counting(things: Iterable[T], what: str) -> Iterator[T]:
    due = time.monotonic() + _PATIENCE
    spoke = False
    try:
        for number, thing in enumerate(things, 1):
            if time.monotonic() >= due:
                sys.stderr.write(f"\r{number} {what} so far")
                sys.stderr.flush()
                due, spoke = time.monotonic() + _BEAT, True
            yield thing
    finally:
        if spoke:
            wipe()
