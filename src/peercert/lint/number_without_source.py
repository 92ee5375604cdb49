"""A number or day that does not say where it is written; a leaf without a source is refused when it is read."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.lint.book import Book, Page
from peercert.lint.citations import citations
from peercert.lint.remark import Spot

_HINT = "Add `sources: [{id: …, at: …}]` to it."


def look(book: Book) -> Iterator[Spot]:
    """Give every day of an edition without a source, and every citation without a place."""
    for page in book.pages:
        yield from _days(page)
        for node in page.nodes:
            if node.requirement.kind == "at_least" and not node.requirement.sources:
                message = f"{node.requirement.id} names a number that does not say where it is written."
                yield Spot(page.document, (*node.path, "n"), message, _HINT)
        for citation, path in citations(page):
            if not citation.at.strip():
                message = f"The source {citation.id} is cited without a place in it."
                yield Spot(page.document, (*path, "at"), message, "Write the page, slide or section.")


def _days(page: Page) -> Iterator[Spot]:
    for number, edition in enumerate(page.credential.editions):
        for key in ("effective_from", "effective_to"):
            if getattr(edition, key) is not None and not edition.sources:
                message = f"The edition {edition.id} has a day that does not say where it is written."
                yield Spot(page.document, ("editions", number, key), message, _HINT)
                break
