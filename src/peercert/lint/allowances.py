"""What the rules files allow: each `allow`, and the part of the file for which it speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from peercert.lint.book import Book, Page
from peercert.lint.remark import Spot
from peercert.requirements.base import Allow
from peercert.shaping import Path


class Allowance(NamedTuple):
    """One line of an `allow`."""

    lint: str
    source: str
    """The file."""

    holder: Path
    """What it stands in; it speaks for that and for all inside."""

    number: int
    """Its place in the list, counted from 0."""

    def covers(self, lint: str, spot: Spot) -> bool:
        """Say whether it allows what a lint found at a place."""
        return (
            self.lint == lint and self.source == spot.document.source and spot.path[: len(self.holder)] == self.holder
        )


def allowances(book: Book) -> Iterator[Allowance]:
    """Give every `allow` of every credential's file."""
    for page in book.pages:
        for holder, allowed in _allows(page):
            for index, one in enumerate(allowed):
                yield Allowance(one.lint, page.document.source, holder, index)


def nearest(allowed: Sequence[Allowance], lint: str, spot: Spot) -> Allowance | None:
    """Return the innermost `allow` that speaks for a place; None where there is none."""
    found = (one for one in allowed if one.covers(lint, spot))
    return max(found, key=lambda one: len(one.holder), default=None)


def _allows(page: Page) -> Iterator[tuple[Path, tuple[Allow, ...]]]:
    yield (), page.credential.allow
    for number, edition in enumerate(page.credential.editions):
        yield ("editions", number), edition.allow
    for node in page.nodes:
        yield node.path, node.requirement.allow
