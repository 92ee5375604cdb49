"""The days of each edition of a credential."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from peercert.dates import BEGINNING, END
from peercert.lint.book import Page


class Stretch(NamedTuple):
    """The first and last day of an edition, both included."""

    id: str
    number: int
    """Its place in the file, counted from 0."""

    first: date
    last: date

    @property
    def empty(self) -> bool:
        """Whether it ends before it begins."""
        return self.last < self.first


def spans(page: Page) -> Iterator[Stretch]:
    """Give the days of every edition, in the order of the file."""
    for number, edition in enumerate(page.credential.editions):
        yield Stretch(edition.id, number, edition.effective_from or BEGINNING, edition.effective_to or END)


def day_words(one: Stretch) -> str:
    """Say from when to when."""
    first = "from the beginning" if one.first == BEGINNING else f"from {one.first}"
    return f"{first} on" if one.last == END else f"{first} to {one.last}"
