"""A source that words.yaml cites and sources.yaml does not know; in a credential's file it is refused when read."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.lint.book import Book
from peercert.lint.remark import Spot
from peercert.lint.shared_citations import credit_citations
from peercert.reading import did_you_mean


def look(book: Book) -> Iterator[Spot]:
    """Give every citation in words.yaml that leads nowhere."""
    if not {"words.yaml", "sources.yaml"} <= book.shared.keys():
        return
    known = book.catalog.sources
    for id_, path in credit_citations(book):
        if id_ not in known:
            near = did_you_mean(id_, list(known))
            hint = f'Did you mean "{near}"?' if near else "Add it to sources.yaml."
            yield Spot(book.shared["words.yaml"], path, f"The source {id_} is not in sources.yaml.", hint)
