"""The document: a file's value, and the place of each thing in it for those who have a problem with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from peercert.errors import Problem
from peercert.reading.places import Places
from peercert.reading.values import Value, ValuePath

Syntax: TypeAlias = Literal["yaml", "json"]
"""How a text is spelled."""


@dataclass(frozen=True, slots=True)
class Document:
    """One text that has been read: plain values, not yet checked against any model.

    Its text is kept, and is read once more when a place is first asked for, so that a good document
    never pays for places. Neither value nor text is part of its ``repr``: they may be personal.
    """

    source: str
    """The file as the user named it, or ``<stdin>``."""

    value: Value = field(repr=False)
    """What the text says."""

    text: str = field(default="", repr=False, compare=False)
    """The text itself, without a byte order mark."""

    syntax: Syntax = "yaml"
    """How the text is spelled."""

    first_line: int = 1
    """The line of the file on which the text starts, counted from 1."""

    _places: list[Places] = field(default_factory=list, init=False, repr=False, compare=False)

    def place(self, path: ValuePath, *, key: bool = False) -> tuple[int, int]:
        """Return where a value stands in the file.

        Args:
            path: The way to the value. If there is none, the nearest value around it is taken.
            key: Whether the value's key is meant. The items of a list have none; then it is the value.

        Returns:
            The line and the column, both counted from 1.
        """
        if not self._places:
            self._places.append(self._find_places())
        line, column = self._places[0].find(path, key=key)
        return line + self.first_line - 1, column

    def problem(
        self, path: ValuePath, code: str, message: str, hint: str | None = None, *, key: bool = False
    ) -> Problem:
        """Return a problem with a value, at its place.

        Args:
            path: The way to the value.
            code: The stable name of the kind of problem.
            message: What is wrong, without the value itself.
            hint: What would be right.
            key: Whether the place of the value's key is meant.
        """
        line, column = self.place(path, key=key)
        return Problem(self.source, line, column, code, message, hint)

    def _find_places(self) -> Places:
        from peercert.reading.json_events import json_events  # a good JSON file needs no yaml
        from peercert.reading.survey import surveyed
        from peercert.reading.yaml_text import yaml_events

        return surveyed(json_events(self.text) if self.syntax == "json" else yaml_events(self.text))
