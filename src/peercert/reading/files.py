"""Files: the bytes of one ordinary file, never more than are allowed, and never a wait."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO, Final

from peercert.reading.refusals import Refusals

_MEBIBYTE: Final = 1024 * 1024
_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)  # a named pipe without a writer must not hold us up
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
_NOT_FOUND: Final = ("not-found", "There is no file with this name.", "Check the name and the folder.")
_NO_NAME: Final = ("bad-name", "This cannot be the name of a file.", "Check the name.")
_NOT_A_FILE: Final = ("not-a-file", "This is not an ordinary file.", "Name a file with text in it.")
_A_FOLDER: Final = ("not-a-file", "This is a folder, not a file.", "Name a file inside it.")
_UNREADABLE: Final = ("unreadable", "This file cannot be read.", "Check the disk that it is on.")
_NO_PERMISSION: Final = ("unreadable", "You have no permission to read this file.", "Ask its owner for it.")
_LOOP: Final = ("link-loop", "This name leads round in a circle of links.", "Name the file itself.")
_REASONS: Final[dict[int | None, tuple[str, str, str]]] = {
    errno.ENOENT: _NOT_FOUND,
    errno.ENOTDIR: _NOT_FOUND,
    errno.EACCES: _NO_PERMISSION,
    errno.EPERM: _NO_PERMISSION,
    errno.ENAMETOOLONG: _NO_NAME,
    errno.EINVAL: _NO_NAME,
    errno.ELOOP: _LOOP,
    errno.EISDIR: _A_FOLDER,
    errno.ENXIO: _NOT_A_FILE,
    errno.ENODEV: _NOT_A_FILE,
}


def file_bytes(path: Path | str, limit: int, refusals: Refusals) -> bytes:
    """Return what is in a file.

    Args:
        path: The file.
        limit: How many bytes it may hold.
        refusals: Takes what is wrong.

    Raises:
        FileError: If it is missing, is no ordinary file, may not be read, or is too large.
    """
    descriptor = _opened(path, refusals)
    try:
        return _ordinary(descriptor, limit, refusals)
    except OSError as error:
        raise refusals.stop(*_told(_UNREADABLE)) from error
    finally:
        os.close(descriptor)


def open_lines(path: Path | str) -> BinaryIO:
    """Open a file to read it line by line; the caller closes it.

    Raises:
        FileError: If it is missing, is no ordinary file, or may not be read.
    """
    refusals = Refusals(str(path))
    descriptor = _opened(path, refusals)
    try:
        _check_ordinary(os.fstat(descriptor), refusals)
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def _opened(path: Path | str, refusals: Refusals) -> int:
    try:
        return os.open(path, _FLAGS)
    except OSError as error:
        raise refusals.stop(*_told(_REASONS.get(error.errno, _UNREADABLE))) from error
    except ValueError as error:  # a name with NUL, or with half a character
        raise refusals.stop(*_told(_NO_NAME)) from error


def _check_ordinary(status: os.stat_result, refusals: Refusals) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise refusals.stop(*_told(_A_FOLDER if stat.S_ISDIR(status.st_mode) else _NOT_A_FILE))


def check_size(size: int, limit: int, refusals: Refusals) -> None:
    """Refuse a file of too many bytes.

    Raises:
        FileError: If there are more bytes than the limit.
    """
    if size > limit:
        most = f"{limit // _MEBIBYTE} MiB" if limit and limit % _MEBIBYTE == 0 else f"{limit:,} bytes"
        message = f"This file is larger than {most}, and larger files are not read."
        raise refusals.stop("too-large", None, message, "Check that this is the right file.")


def _ordinary(descriptor: int, limit: int, refusals: Refusals) -> bytes:
    status = os.fstat(descriptor)
    _check_ordinary(status, refusals)
    check_size(status.st_size, limit, refusals)
    data = b""
    while piece := os.read(descriptor, limit + 1 - len(data)):  # the file may grow while it is read
        data += piece
    check_size(len(data), limit, refusals)
    return data


def _told(reason: tuple[str, str, str]) -> tuple[str, None, str, str]:
    code, message, hint = reason
    return code, None, message, hint
