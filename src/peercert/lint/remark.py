"""A remark: something in a rules file that is wrong, or odd enough to ask for a reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from peercert.lint.book import Book
from peercert.reading import Document
from peercert.shaping import Path

Severity = Literal["error", "warning"]
"""Whether a catalogue with such a remark can be used as it stands."""


class Spot(NamedTuple):
    """What one lint says about a place in a file."""

    document: Document
    path: Path
    """The way to the value that is meant."""

    message: str
    """What is wrong."""

    hint: str
    """What would be right."""

    proof: tuple[str, ...] = ()
    """At most two lines that show it, or a small profile in YAML."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What `rules check` says about one place in a rules file."""

    id: str
    """The lint, by the name that stands after `allow`."""

    severity: Severity
    source: str
    """The file, as the user named it."""

    line: int
    column: int
    """Both counted from 1."""

    message: str
    hint: str
    proof: tuple[str, ...]


class Lint(Protocol):
    """A module of this room: it looks at all rules files at once."""

    def look(self, book: Book) -> Iterator[Spot]:
        """Give every place that is wrong."""
