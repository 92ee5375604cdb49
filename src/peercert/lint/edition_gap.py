"""Days between two editions on which no rules are in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from peercert.lint.book import Book
from peercert.lint.editions import spans
from peercert.lint.remark import Spot


def look(book: Book) -> Iterator[Spot]:
    """Give every first day of an edition that comes too late after the one before it."""
    for page in book.pages:
        known = sorted((one for one in spans(page) if not one.empty), key=lambda one: (one.first, one.number))
        for number, later in enumerate(known[1:], 1):
            before = max(known[:number], key=lambda one: one.last)
            if later.first - before.last > timedelta(days=1):
                proof = (
                    f"{before.id} ends on {before.last}; {later.id} begins on {later.first}.",
                    f"On {before.last + timedelta(days=1)} nobody can be checked.",
                )
                message = f"No rules are in force between {before.id} and {later.id}."
                hint = "Close the gap, or say in an `allow` why there were no rules."
                yield Spot(page.document, ("editions", later.number, "effective_from"), message, hint, proof)
