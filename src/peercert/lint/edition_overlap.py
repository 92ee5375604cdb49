"""Two editions that are in force on the same day; only the first in the file would ever be used."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from peercert.dates import BEGINNING
from peercert.lint.book import Book
from peercert.lint.editions import day_words, spans
from peercert.lint.remark import Spot


def look(book: Book) -> Iterator[Spot]:
    """Give every edition that shares a day with one before it in the file."""
    for page in book.pages:
        for one, two in combinations(spans(page), 2):
            first, last = max(one.first, two.first), min(one.last, two.last)
            if first > last or one.empty or two.empty:
                continue
            key = "effective_from" if two.first > BEGINNING else "id"
            proof = (
                f"{one.id} runs {day_words(one)}; {two.id} runs {day_words(two)}.",
                f"On {last if first == BEGINNING else first} both are in force, and {one.id} is the one used.",
            )
            message = f"The editions {one.id} and {two.id} are in force on the same days."
            hint = "End the earlier one on the day before the later one begins."
            yield Spot(page.document, ("editions", two.number, key), message, hint, proof)
