"""Being told to stop, by Ctrl-C, the system, or a terminal that closes: clear away, and end at once with its code.

Nothing is raised: an exception out of nowhere may be swallowed by whatever library is at work just then.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import NoReturn

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))

unfinished: set[Path] = set()
"""Files that are being written under a name that is not theirs yet."""

_last_words: list[str] = []


def heed() -> None:
    """Stop when told to. What whoever started us lets us ignore (as nohup does) stays ignored."""
    for number in _SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def heed_no_more() -> None:
    """Let nothing disturb the end: what was to be done is done."""
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_IGN)


@contextmanager
def last_words(words: str) -> Iterator[None]:
    """Have something said on standard error to a person who presses Ctrl-C meanwhile."""
    _last_words.append(words)
    try:
        yield
    finally:
        _last_words.remove(words)


def _stop(number: int, _frame: FrameType | None) -> NoReturn:
    heed_no_more()
    for path in unfinished:
        with suppress(OSError):
            path.unlink()
    if "multiprocessing.process" in sys.modules:
        from multiprocessing import active_children

        for helper in active_children():
            helper.terminate()
    if number == signal.SIGINT:
        with suppress(OSError):
            os.write(2, "".join(_last_words).encode())
    os._exit(128 + number)
