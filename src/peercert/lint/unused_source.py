"""A source of sources.yaml that nothing cites."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.lint.book import Book
from peercert.lint.citations import citations
from peercert.lint.remark import Spot
from peercert.lint.shared_citations import credit_citations


def look(book: Book) -> Iterator[Spot]:
    """Give every source that no rule rests on; nothing where a file could not be read, for that one may cite it."""
    if not book.whole or not {"words.yaml", "sources.yaml"} <= book.shared.keys():
        return
    used = {citation.id for page in book.pages for citation, _ in citations(page)}
    used |= {id_ for id_, _ in credit_citations(book)}
    for id_, _, document in book.sources:
        if id_ not in used:
            message = f"Nothing cites the source {id_}."
            yield Spot(document, ("sources", id_), message, "Cite it, or delete it.")
