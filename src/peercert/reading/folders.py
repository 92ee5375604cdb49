"""Folders: every file below one, sorted, however deep it lies; nothing hidden, and no link to a folder is followed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path


def files_below(folder: Path | str, tell: Callable[[OSError], None] = lambda _: None) -> Iterator[str]:
    """Give the files of a folder and of the folders in it: first its own by name, then those of each folder by name.

    Args:
        folder: Where to begin.
        tell: Is told of every folder that cannot be read.
    """
    waiting = [str(folder)]  # a call for each level would end where folders go deeper than calls may
    while waiting:
        try:
            with os.scandir(waiting.pop()) as found:
                entries = sorted((one for one in found if not one.name.startswith(".")), key=lambda one: one.name)
        except OSError as error:
            tell(error)
            continue
        yield from (str(Path(one.path)) for one in entries if not _is_folder(one))
        waiting += [one.path for one in reversed(entries) if _is_folder(one) and not one.is_symlink()]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads round in a circle
        return False
