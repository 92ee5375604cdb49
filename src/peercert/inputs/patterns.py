"""Patterns: the files that a name with `*` stands for, where no shell has filled it in."""

from __future__ import annotations

import fnmatch
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

_ANY_DEPTH = "**"
_MAGIC = re.compile(r"[*?[]")


def is_pattern(name: str) -> bool:
    """Say whether a name may stand for many files."""
    return _MAGIC.search(name) is not None


def matches(pattern: str, tell: Callable[[OSError], None]) -> Iterator[str]:
    """Give the files and folders that a pattern stands for, as a shell does, each folder's sorted by name.

    Args:
        pattern: A path in which `*`, `?` and `[...]` stand for parts of a name, and `**` for any folders or none.
            Only a part that starts with a dot finds hidden names. With `**` only files are found, each once.
        tell: Is told of every folder that cannot be read.
    """
    parts = Path(pattern).parts
    first = next(index for index, part in enumerate(parts) if is_pattern(part))
    rest = parts[first:]
    if rest[-1] == _ANY_DEPTH:
        rest = (*rest, "*")
    for path in _matches(Path(*parts[:first]), rest, tell):
        if _ANY_DEPTH not in rest or not is_folder(path):
            yield str(path)


def is_folder(path: Path | str) -> bool:
    """Say whether there is a folder of this name; no, too, where one may not look."""
    return os.path.isdir(path)  # noqa: PTH112 - where one may not look, a Path raises


def _matches(folder: Path, parts: tuple[str, ...], tell: Callable[[OSError], None]) -> Iterator[Path]:
    """Give what the parts of a pattern stand for in a folder."""
    part, rest = parts[0], parts[1:]
    if part == _ANY_DEPTH:
        yield from _matches(folder, rest, lambda _error: None)  # it is told below, and once will do
        for name in _names(folder, tell):
            if not name.startswith(".") and is_folder(folder / name) and not (folder / name).is_symlink():
                yield from _matches(folder / name, parts, tell)
        return
    for name in _fitting(_names(folder, tell), part) if is_pattern(part) else [part]:
        if not rest and os.path.lexists(folder / name):
            yield folder / name
        elif rest and is_folder(folder / name):
            yield from _matches(folder / name, rest, tell)


def _fitting(names: list[str], part: str) -> list[str]:
    hidden = part.startswith(".")
    return [name for name in fnmatch.filter(names, part) if hidden or not name.startswith(".")]


def _names(folder: Path, tell: Callable[[OSError], None]) -> list[str]:
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - names are all that is needed
    except OSError as error:
        tell(error)
        return []
