"""An id that two things share: reports, receipts and the command line could not tell them apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from peercert.lint.book import Book, Node, Page
from peercert.lint.remark import Spot
from peercert.reading import Document
from peercert.shaping import Path


class Named(NamedTuple):
    """A name and the place where it is given."""

    name: str
    document: Document
    path: Path


def look(book: Book) -> Iterator[Spot]:
    """Give every name that was given before."""
    yield from _twice((one for page in book.pages for one in _ids(page)), "id")
    yield from _twice((one for page in book.pages for one in _names(page)), "name")
    for page in book.pages:
        for group in _own(page):
            yield from _twice(group, "id")
    yield from _hidden(book)


def _twice(named: Iterable[Named], what: str) -> Iterator[Spot]:
    first: dict[str, Named] = {}
    for one in named:
        before = first.setdefault(one.name.casefold(), one)
        if before is not one:
            line, column = before.document.place(before.path)
            proof = (f"It is given before, at {before.document.source}:{line}:{column}.",)
            message = f"The {what} {one.name} is used twice."
            yield Spot(one.document, one.path, message, f"Give each its own {what}.", proof)


def _ids(page: Page) -> Iterator[Named]:
    """Give the ids that must be unlike all others in the catalogue."""
    for node in page.nodes:
        if "readings" not in node.path:
            yield Named(node.requirement.id, page.document, (*node.path, "id"))
    for number, question in enumerate(page.credential.open_questions):
        yield Named(question.id, page.document, ("open_questions", number, "id"))
    for number, fact in enumerate(page.credential.facts):
        yield Named(fact.id, page.document, ("facts", number, "id"))


def _names(page: Page) -> Iterator[Named]:
    """Give the names by which a credential may be asked for, each once."""
    credential = page.credential
    places: list[tuple[str, Path]] = [(credential.id, ("id",)), (credential.title, ("title",))]
    places += [(alias, ("aliases", number)) for number, alias in enumerate(credential.aliases)]
    own = {name.casefold(): (name, path) for name, path in reversed(places)}
    for name, path in own.values():
        yield Named(name, page.document, path)


def _own(page: Page) -> Iterator[list[Named]]:
    """Give the groups of ids that need only be unlike each other."""
    editions = page.credential.editions
    yield [Named(one.id, page.document, ("editions", number, "id")) for number, one in enumerate(editions)]
    for number in range(len(editions)):
        ways = page.ways_of(number)
        yield [Named(way.pathway.id, page.document, (*way.path, "id")) for way in ways]
    for node in page.nodes:
        if node.requirement.alternatives:
            yield [_reading(page, reading) for reading in node.inside]


def _reading(page: Page, reading: Node) -> Named:
    return Named(reading.requirement.id, page.document, (*reading.path, "id"))


def _hidden(book: Book) -> Iterator[Spot]:
    for document in book.hidden:
        message = "Another file of this name stands in another folder, and this one is never read."
        yield Spot(document, ("id",), message, "Give each credential an id of its own.")
