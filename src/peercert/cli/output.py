"""Where a report goes: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import io
import os
import shutil
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from peercert.cli.stopping import unfinished
from peercert.cli.streams import cannot_write, is_standard_output, writer
from peercert.errors import UsageError
from peercert.render.style import Style

if TYPE_CHECKING:
    from peercert.inputs import Given

_FLAGS = os.O_WRONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
"""A named pipe that nobody reads must not hold us up."""

_OWN = stat.S_IRUSR | stat.S_IWUSR
"""For its owner alone."""


@contextmanager
def destination(path: str | None) -> Iterator[TextIO]:
    """Open what is written to; nothing else in the program writes a file.

    Args:
        path: The file; standard output where None.

    Yields:
        A stream. A file takes its place only when everything was written; until then, and if
        anything goes wrong, what was there before stays. Only its owner can read it.

    Raises:
        UsageError: If it cannot be written.
    """
    if path is None or is_standard_output(path):
        if isinstance(sys.stdout, io.TextIOWrapper):  # a caller of `main` may have put something else there
            sys.stdout.reconfigure(errors="backslashreplace")
        yield sys.stdout
        sys.stdout.flush()
        return
    with _told(path):
        special = _is_special(path)
    with _poured(path) if special else _replaced(path) as stream:
        yield stream


@contextmanager
def _told(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise cannot_write(path, error) from error


def _is_special(path: str) -> bool:
    """Say whether a path leads to something that cannot be replaced: a pipe, a device, a folder."""
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)  # noqa: PTH116 - a Path would drop a trailing slash
    except FileNotFoundError:
        return False


@contextmanager
def _poured(path: str) -> Iterator[TextIO]:
    with _told(path):
        descriptor = os.open(path, _FLAGS | _AT_ONCE)
    if hasattr(os, "set_blocking"):
        os.set_blocking(descriptor, True)
    with writer(descriptor, path) as stream:
        yield stream


@contextmanager
def _replaced(path: str) -> Iterator[TextIO]:
    """Write a new file beside the old one, and put it in its place; a link stays, and what it leads to is replaced."""
    target = Path(os.path.realpath(path))
    new = target.parent / f".peercert-{os.urandom(8).hex()}.tmp"
    unfinished.add(new)
    try:
        with _told(path):
            opened = writer(os.open(new, _FLAGS | os.O_CREAT | os.O_EXCL, _OWN), path)
        with opened as stream:
            yield stream
            stream.flush()
            with _told(path):
                os.fsync(stream.fileno())
        with _told(path):
            new.replace(target)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise
    finally:
        unfinished.discard(new)


def not_over(output: str | None, *others: str | None) -> None:
    """Refuse to write a file over another one of the same run.

    Raises:
        UsageError: If the output is one of the others.
    """
    if output is None or (os.path.lexists(output) and _is_special(output)):
        return
    target = os.path.realpath(output)
    if any(other is not None and os.path.realpath(other) == target for other in others):
        raise UsageError(f"{output} is named twice, and would be written over. Choose another name for the output.")


def none_over(profiles: Iterator[Given], *outputs: str | None) -> Iterator[Given]:
    """Give profiles; one that was found, by a folder, a pattern or a list, must not be written over either.

    Raises:
        UsageError: At a profile that stands in an output, before anything is written.
    """
    over = {same: output for output in outputs if output is not None and (same := _identity(output))}
    return _none_in(profiles, over) if over else profiles


def _none_in(profiles: Iterator[Given], over: Mapping[tuple[int, int], str]) -> Iterator[Given]:
    seen = None
    for one in profiles:
        if one.source != seen:
            seen = one.source
            output = over.get(_identity(seen) or (0, 0))
            if output is not None:
                raise UsageError(
                    f"{output} is one of the files that are read here, and would be written over. "
                    "Choose another name for the output."
                )
        yield one


def _identity(path: str) -> tuple[int, int] | None:
    """Return what tells an ordinary file from every other, whatever it is called; None where there is none."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


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
