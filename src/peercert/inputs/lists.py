"""Lists: the names of files, one a line, as other programs write them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import BinaryIO

from peercert.errors import FileError, Problem

_PIECE = 64 * 1024
_LONGEST = 64 * 1024
"""Bytes of the longest name of a file that is read."""

_LIMIT = 64 * 1024 * 1024
"""Bytes of a list that are read at most."""

_MARKS = (b"\xff\xfe", b"\xfe\xff")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def listed(file: BinaryIO, source: str) -> Iterator[str]:
    r"""Give the names in a list; blank lines are skipped.

    Args:
        file: The list: a name a line, or, where it holds any, with NUL after each (as of `find -print0`).
        source: What the user called it.

    Raises:
        FileError: If it is no list of names.
    """
    piece = file.read(_PIECE).removeprefix(_BYTE_ORDER_MARK)
    if piece.startswith(_MARKS):
        raise _no_list(source, "not-utf8", "This list is not saved as UTF-8; it looks like UTF-16.")
    end = b"\0" if b"\0" in piece else b"\n"
    rest, size = b"", 0
    while piece:
        size += len(piece)
        if size > _LIMIT:
            raise _no_list(source, "too-large", "This list is larger than 64 MiB, and larger lists are not read.")
        *whole, rest = (rest + (piece if piece.strip(end) else end)).split(end)
        if len(rest) > _LONGEST:
            raise _no_list(source, "too-large", "This list holds a name that is too long.")
        yield from _names(whole)
        piece = file.read(_PIECE)
    yield from _names([rest])


def _names(lines: list[bytes]) -> Iterator[str]:
    for line in lines:
        if line.strip():
            yield os.fsdecode(line.removesuffix(b"\r"))


def _no_list(source: str, code: str, message: str) -> FileError:
    return FileError((Problem(source, None, None, code, message, "Write the name of one file on each line."),))
