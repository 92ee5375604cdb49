"""Places: where each value, and each key, of a document stood in its text."""

from __future__ import annotations

from typing import NamedTuple

from peercert.reading.values import ValuePath


class Places(NamedTuple):
    """The line and the column, counted from 1, of every value and of every key."""

    values: dict[ValuePath, tuple[int, int]]
    """Where each value starts. A mapping without braces starts at its first key."""

    keys: dict[ValuePath, tuple[int, int]]
    """Where the key of each value starts; nothing for the items of a list."""

    def find(self, path: ValuePath, *, key: bool) -> tuple[int, int]:
        """Return where a value or its key starts, or else the nearest thing around it that is known."""
        while path and path not in self.values:
            path = path[:-1]
        if key and path in self.keys:
            return self.keys[path]
        return self.values.get(path, (1, 1))
