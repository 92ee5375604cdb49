"""Being told to stop: by Ctrl-C, by the system, or by a terminal that closes; once, quietly, and in good order."""

from __future__ import annotations

import signal
from types import FrameType
from typing import NoReturn

from peercert.cli.streams import silence

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


def heed() -> None:
    """Stop in good order when told to. What whoever started us lets us ignore (as nohup does) stays ignored."""
    for number in _SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def heed_no_more() -> None:
    """Let nothing disturb the end: what was to be done is done, or is being cleared away."""
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_IGN)


def _stop(number: int, _frame: FrameType | None) -> NoReturn:
    heed_no_more()
    silence()
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    raise SystemExit(128 + number)
