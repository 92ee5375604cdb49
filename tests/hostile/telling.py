"""What a hostile file is, and how to make those that no bytes alone can make."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

Made = Callable[[Path], None]
"""Makes a file at a path."""

Content = bytes | str | Made
"""What is in a file, or what makes it."""

TOLD = "Zebulon"
"""A name that stands in many a bad file; nothing that is said may show it."""

MEBIBYTE = 1024 * 1024


class Hostile(NamedTuple):
    """One hostile file."""

    name: str
    """What it is called; its ending says how it is read."""

    content: Content

    says: tuple[str, ...]
    """How each line that is said of it begins, after its name; nothing where nothing is wrong with it."""

    judged: tuple[str, ...] = ()
    """The people in it who are judged all the same."""

    more: bool = False
    """Whether more is said of it than that."""

    def make(self, folder: Path) -> Path:
        """Make it in a folder."""
        path = folder / self.name
        put(path, self.content)
        return path


def put(path: Path, content: Content) -> None:
    """Make a file."""
    if callable(content):
        content(path)
    else:
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def hole(start: bytes = b"", size: int = 20 << 30) -> Made:
    """Make a file that takes no room on the disk and goes on for gigabytes."""

    def make(path: Path) -> None:
        path.write_bytes(start)
        os.truncate(path, size)

    return make


def link(target: str) -> Made:
    """Make a link."""
    return lambda path: path.symlink_to(target)


def pipe(path: Path) -> None:
    """Make a named pipe, which nobody writes to."""
    os.mkfifo(path)


def listening(path: Path) -> None:
    """Make a socket."""
    with socket.socket(socket.AF_UNIX) as one:
        here = os.open(path.parent, os.O_RDONLY)  # the name of a socket must be short
        one.bind(f"/proc/self/fd/{here}/{path.name}")
        os.close(here)


def folder(path: Path) -> None:
    """Make a folder with the name of a file."""
    path.mkdir()


def nothing(_path: Path) -> None:
    """Make no file."""
