"""A requirement that has a new id and does not say what it was called before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from peercert.lint.book import Book, Node, Page
from peercert.lint.implying import asks
from peercert.lint.remark import Spot


class Placed(NamedTuple):
    """A requirement in its file."""

    page: Page
    node: Node

    @property
    def id(self) -> str:
        """The requirement's id."""
        return self.node.requirement.id


def look(book: Book) -> Iterator[Spot]:
    """Give every requirement that stands in the place of one whose id is gone."""
    if book.older is None:
        return
    before = _placed(Book(book.older, book.as_of))
    now = _placed(book)
    told = {id_ for one in now.values() for id_ in one.node.requirement.was}
    fresh = [one for id_, one in now.items() if id_ not in before]
    alive = {page.credential.id for page in book.pages}
    for id_, old in before.items():
        if id_ in now or id_ in told:
            continue
        found = _nearest(old, fresh, alive)
        if found is not None:
            fresh.remove(found)
            message = f"{found.id} asks what {id_} asked before, and does not say so."
            yield Spot(found.page.document, (*found.node.path, "id"), message, f"Add `was: [{id_}]`.", _proof(old))


def _placed(book: Book) -> dict[str, Placed]:
    return {
        node.requirement.id: Placed(page, node)
        for page in book.pages
        for node in page.nodes
        if "readings" not in node.path
    }


def _nearest(old: Placed, fresh: list[Placed], alive: set[str]) -> Placed | None:
    """Return the new requirement that asks the same, best at the same place of the same credential."""
    home = old.page.credential.id
    same = [
        one
        for one in fresh
        if asks(one.node.requirement) == asks(old.node.requirement)
        and (one.page.credential.id == home or home not in alive)
    ]
    return min(same, key=lambda one: one.node.path != old.node.path, default=None)


def _proof(old: Placed) -> tuple[str, ...]:
    line, column = old.page.document.place((*old.node.path, "id"))
    return (f"{old.id} stands at {old.page.document.source}:{line}:{column}, and nowhere in these rules.",)
