"""A rules file whose first lines do not lead an editor to its schema, so that it completes and checks nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from peercert.lint.book import Book
from peercert.lint.remark import Spot
from peercert.reading import Document

_LINK = re.compile(r"^# yaml-language-server: \$schema=(\S+)", re.MULTILINE)
_CREDENTIAL = "credential.schema.json"


def look(book: Book) -> Iterator[Spot]:
    """Give every file without the line, or with one that leads to another file's schema."""
    for name, document in (*book.shared.items(), *book.on_top):
        yield from _unlinked(document, f"{name.removesuffix('.yaml')}.schema.json")
    for page in book.pages:
        yield from _unlinked(page.document, _CREDENTIAL)


def _unlinked(document: Document, schema: str) -> Iterator[Spot]:
    if document.text.lstrip().startswith("{"):
        return  # JSON has no comments
    found = _LINK.search(document.text)
    if found is not None and found.group(1).rsplit("/", 1)[-1] == schema:
        return
    message = "No editor can find the schema of this file." if found is None else "This leads to another file's schema."
    yield Spot(document, (), message, f"Begin the file with `# yaml-language-server: $schema=…{schema}`.")
