"""Patterns: the files that a name with `*` stands for, where no shell has filled it in."""

from __future__ import annotations

import fnmatch
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

_ANY_DEPTH = "**"
_MAGIC = re.compile(r"[*?[]")
_LONGEST = 4096
"""Characters of the longest name that any file can have."""

_Waiting: TypeAlias = tuple[Path, tuple[str, ...]]
"""A folder to look into, and the parts of the pattern that are left for what is in it."""


def is_pattern(name: str) -> bool:
    """Say whether a name may stand for many files."""
    return len(name) <= _LONGEST and _MAGIC.search(name) is not None


def matches(pattern: str, tell: Callable[[OSError], None]) -> Iterator[str]:
    """Give the files and folders that a pattern stands for, as a shell does, each folder's sorted by name, each once.

    Args:
        pattern: A path in which `*`, `?` and `[...]` stand for parts of a name, and `**` for any folders or none.
            Only a part that starts with a dot finds hidden names. With `**` only files are found.
        tell: Is told in the end of every folder that cannot be read.
    """
    parts = Path(pattern).parts
    first = next(index for index, part in enumerate(parts) if is_pattern(part))
    rest = parts[first:]
    if rest[-1] == _ANY_DEPTH:
        rest = (*rest, "*")
    closed: dict[Path, OSError] = {}
    for path in _matches(Path(*parts[:first]), rest, closed):
        if _ANY_DEPTH not in rest or not is_folder(path):
            yield str(path)
    for error in closed.values():
        tell(error)


def is_folder(path: Path | str) -> bool:
    """Say whether there is a folder of this name; no, too, where one may not look."""
    return os.path.isdir(path)  # noqa: PTH112 - where one may not look, a Path raises


def _matches(start: Path, parts: tuple[str, ...], closed: dict[Path, OSError]) -> Iterator[Path]:
    """Give what the parts of a pattern stand for in a folder; however deep that is, each once."""
    waiting = [(start, parts)]
    seen: set[tuple[Path, int]] = set()
    while waiting:
        folder, parts = waiting.pop()
        if (folder, len(parts)) in seen:
            continue
        seen.add((folder, len(parts)))
        if parts[1:]:
            waiting += reversed(list(_folders(folder, parts, closed)))
        else:
            yield from (folder / name for name in _named(folder, parts[0], closed) if os.path.lexists(folder / name))


def _folders(folder: Path, parts: tuple[str, ...], closed: dict[Path, OSError]) -> Iterator[_Waiting]:
    """Give the folders that the first part of a pattern stands for, each with the parts that are left."""
    if parts[0] != _ANY_DEPTH:
        yield from ((folder / name, parts[1:]) for name in _named(folder, parts[0], closed) if is_folder(folder / name))
        return
    yield folder, parts[1:]
    for name in _fitting(_names(folder, closed), "*"):
        if is_folder(folder / name) and not (folder / name).is_symlink():
            yield folder / name, parts


def _named(folder: Path, part: str, closed: dict[Path, OSError]) -> list[str]:
    return _fitting(_names(folder, closed), part) if is_pattern(part) else [part]


def _fitting(names: list[str], part: str) -> list[str]:
    hidden = part.startswith(".")
    return [name for name in fnmatch.filter(names, part) if hidden or not name.startswith(".")]


def _names(folder: Path, closed: dict[Path, OSError]) -> list[str]:
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - names are all that is needed
    except OSError as error:
        closed[folder] = error
        return []
