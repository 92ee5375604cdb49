"""Where a report goes: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

import typer

from peercert.cli.exits import Exit
from peercert.errors import UsageError
from peercert.render.style import Style


@contextmanager
def destination(path: str | None) -> Iterator[TextIO]:
    """Open what a report is written to.

    Args:
        path: The file; standard output where None.

    Yields:
        A stream. A file takes its place only when everything was written; until then, and if
        anything goes wrong, what was there before stays.
    """
    if path is None:
        yield from _standard_output()
        return
    target = Path(path).resolve() if Path(path).is_symlink() else Path(path)
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {_reason(error)}.") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(target)
    except BaseException as error:
        Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
            raise UsageError(f"{path} cannot be written: {_reason(error)}.") from error
        raise


def _standard_output() -> Iterator[TextIO]:
    with suppress(AttributeError):  # standard output may be something else in a test
        sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        silence()
        raise typer.Exit(Exit.BROKEN_PIPE) from None
    except OSError as error:
        silence()
        raise UsageError(f"The report cannot be written to standard output: {_reason(error)}.") from error


def silence() -> None:
    """Let nothing more go to standard output, so that the interpreter does not stumble over it when it ends."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _reason(error: OSError) -> str:
    return (error.strerror or "the system does not say why").lower()


def style_for(stream: TextIO, *, plain: bool | None = None) -> Style:
    """Return how to write on a stream: its width, colour and signs.

    Args:
        stream: The stream.
        plain: Whether to write for a screen reader; where None, as the terminal asks.

    Source:
        https://no-color.org, and FORCE_COLOR as most tools read it, with 0 meaning no.
    """
    terminal = stream.isatty() and os.environ.get("TERM") != "dumb"
    forced = os.environ.get("FORCE_COLOR", "")
    colour = (terminal or forced not in ("", "0")) and not os.environ.get("NO_COLOR") and forced != "0" and not plain
    width = min(shutil.get_terminal_size((80, 24)).columns, 100) if stream.isatty() or "COLUMNS" in os.environ else 80
    return Style(width, colour, signs=_shows_signs(stream), plain=is_plain(plain))


def is_plain(asked: bool | None) -> bool:
    """Return whether to write for a screen reader: as asked, else where the terminal can do no more than that."""
    return os.environ.get("TERM") == "dumb" if asked is None else asked


def _shows_signs(stream: TextIO) -> bool:
    """Whether it can show every character there is, so that no text can stop a report."""
    try:
        "✓\U0010fffd".encode(stream.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
