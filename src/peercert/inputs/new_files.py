"""Which files are new: one that is named twice, alone and in its folder, is looked at once."""

from __future__ import annotations

import os
from hashlib import blake2b


class NewFiles:
    """Says of each file whether it is named for the first time; of the names only a digest is kept."""

    def __init__(self) -> None:
        self._seen: set[bytes] = set()

    def __call__(self, path: str) -> bool:
        """Say whether a file has not been named before, and remember it."""
        named = os.fsencode(os.path.abspath(path))  # noqa: PTH100 - a Path leaves `..` in
        key = blake2b(named, digest_size=16).digest()
        new = key not in self._seen
        self._seen.add(key)
        return new
