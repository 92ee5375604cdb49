"""The citations of words.yaml, with the way to each id."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.lint.book import Book
from peercert.shaping import Path


def credit_citations(book: Book) -> Iterator[tuple[str, Path]]:
    """Give the ids of the sources behind the hours in a credit; words.yaml must be one that can be used."""
    value = book.shared["words.yaml"].value
    credits_ = value.get("credits") if isinstance(value, dict) else None
    cited = credits_.get("sources") if isinstance(credits_, dict) else None
    for index, one in enumerate(cited if isinstance(cited, list) else ()):
        if isinstance(one, dict):
            yield str(one["id"]), ("credits", "sources", index, "id")
