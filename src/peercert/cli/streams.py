"""Streams that can be relied on: what cannot be written is told once, in plain words, and never by a stray error."""

from __future__ import annotations

import io
import os
import signal
import stat
import sys
from typing import Any, TextIO

from peercert.errors import UsageError


class _Told(io.FileIO):
    """A file that raises in plain words where it cannot be written, and from then on takes everything in silence."""

    lost = False

    def __init__(self, descriptor: int, called: str, *, heard: bool = True, ours: bool = True) -> None:
        super().__init__(descriptor, "w", closefd=ours)
        self._called = called
        self._heard = heard

    def write(self, data: Any, /) -> int:  # noqa: ANN401 - whatever has bytes
        """Write some bytes, and return how many there were."""
        size = memoryview(data).nbytes
        if self.lost:
            return size
        try:
            return super().write(data)
        except OSError as error:
            self.lost = True
            if not self._heard:
                return size
            if isinstance(error, BrokenPipeError):
                raise SystemExit(128 + signal.SIGPIPE) from None  # what shells expect of who lost the reader
            raise cannot_write(self._called, error) from error


def cannot_write(called: str, error: OSError) -> UsageError:
    """Return what to raise where something cannot be written.

    Args:
        called: What the user calls it.
        error: Why.
    """
    return UsageError(f"{called} cannot be written: {reason(error)}.")


def reason(error: OSError) -> str:
    """Return in the words of the system what it will not do; without the name of a file."""
    return (error.strerror or "the system does not say why").lower()


def writer(descriptor: int, called: str) -> TextIO:
    """Return a stream that writes to a file that is open.

    Args:
        descriptor: The open file; it is closed with the stream.
        called: What the user calls it.
    """
    return io.TextIOWrapper(io.BufferedWriter(_Told(descriptor, called)), encoding="utf-8", newline="\n")


def is_standard_output(path: str) -> bool:
    """Say whether a path, such as /dev/stdout, leads to where standard output goes anyway."""
    try:
        there, here = os.stat(path), os.fstat(1)  # noqa: PTH116 - a Path would drop a trailing slash
    except OSError:
        return False
    return os.path.samestat(there, here) and not stat.S_ISDIR(there.st_mode)


def steady() -> None:
    """Make the three standard streams fit to use, whichever of them is closed, full or left by its reader.

    Words for people that cannot be written are dropped: the exit code tells. A report that cannot be written is an
    error. A stream that a caller of `main` put there is left alone.
    """
    while (free := os.open(os.devnull, os.O_RDONLY)) <= 2:  # no file of ours may be taken for a standard stream
        continue
    os.close(free)
    if sys.stdin is None:
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - it stays open
    if os.name != "posix":
        return
    if sys.stdout is sys.__stdout__:
        sys.stdout = _standard(1, sys.stdout, _Told(1, "Standard output", ours=False))
    if sys.stderr is sys.__stderr__:
        sys.stderr = _standard(2, sys.stderr, _Told(2, "", heard=False, ours=False))


def _standard(number: int, old: TextIO | None, file: _Told) -> TextIO:
    """Return a stream in place of an old one; None stands for one that was closed."""
    errors = "strict" if number == 1 else "backslashreplace"
    encoding, errors, at_once = (
        (old.encoding, old.errors or errors, getattr(old, "line_buffering", False)) if old else ("utf-8", errors, False)
    )
    return io.TextIOWrapper(
        io.BufferedWriter(file), encoding=encoding, errors=errors, newline="\n", line_buffering=at_once or number == 2
    )
