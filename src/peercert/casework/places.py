"""Where a requirement, or something in it, stands in the file of its credential."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from peercert.catalog import Catalog
from peercert.reading import Document, ValuePath


class Places:
    """The places of one credential's file, which is read when the first is asked for.

    Args:
        catalog: The rules.
        credential: The credential, by its id.
    """

    def __init__(self, catalog: Catalog, credential: str) -> None:
        self._catalog, self._credential = catalog, credential

    def of(self, subject: str) -> tuple[str, int, int]:
        """Return the file, line and column of a subject; of the nearest thing around it where it is not written.

        Args:
            subject: As targets name it: an id, and what it has inside, after a slash.
        """
        document = self._document
        head, *inner = subject.split("/")
        path = _found(document.value, head)
        while path is None and "." in head:
            head = head.rpartition(".")[0]
            path = _found(document.value, head)
        for name in (part for word in inner for part in (word, *word.split("."))):
            path = _step(document.value, path or (), name)
        return document.source, *document.place(path or ())

    @cached_property
    def _document(self) -> Document:
        return self._catalog.written(self._credential)


def _found(value: Any, id_: str, path: ValuePath = ()) -> ValuePath | None:  # noqa: ANN401 - plain data
    """Return the way to the first mapping that has an id."""
    if isinstance(value, dict):
        if value.get("id") == id_:
            return path
        inner = list(value.items())
    else:
        inner = list(enumerate(value)) if isinstance(value, list) else []
    return next((found for key, one in inner if (found := _found(one, id_, (*path, key))) is not None), None)


def _step(value: Any, path: ValuePath, name: str) -> ValuePath:  # noqa: ANN401 - plain data
    """Go on to a key, or to what has that id; stay where there is neither."""
    held = value
    for part in path:
        held = held[part]
    if isinstance(held, dict) and name in held:
        return (*path, name)
    if isinstance(held, list) and name.isdecimal() and 0 < int(name) <= len(held):
        return (*path, int(name) - 1)
    return _found(held, name, path) or path
