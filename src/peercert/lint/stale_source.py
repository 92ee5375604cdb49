"""A source that nobody has read again for more than a year."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.dates import add_years
from peercert.lint.book import Book
from peercert.lint.remark import Spot


def look(book: Book) -> Iterator[Spot]:
    """Give every source whose day of reading lies more than a year before the day asked about."""
    for id_, source, document in book.sources:
        last = add_years(source.read, 1)
        if last < book.as_of:
            message = f"The source {id_} has not been read again for more than a year."
            proof = (f"Read on {source.read}; a year was over on {last}; the day asked about is {book.as_of}.",)
            hint = "Read it again, and write the day."
            yield Spot(document, ("sources", id_, "read"), message, hint, proof)
