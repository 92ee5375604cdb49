"""A stretch of days with no day in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from peercert.dates import BEGINNING, END
from peercert.lint.book import Book, Node, Page
from peercert.lint.editions import spans
from peercert.lint.groups import outermost, required
from peercert.lint.remark import Spot
from peercert.requirements.application import Application


def look(book: Book) -> Iterator[Spot]:
    """Give every edition, and every time to apply, that ends before it begins; also where two leave no day over."""
    for page in book.pages:
        for one in spans(page):
            if one.empty:
                message = f"The edition {one.id} ends before it begins."
                yield _spot(page, ("editions", one.number, "effective_to"), message, one.first, one.last)
        for node in page.nodes:
            first, last = _days(node)
            if first > last:
                message = "The time to apply ends before it begins."
                yield _spot(page, (*node.path, "on_or_before"), message, first, last)
        for way in page.ways:
            for group in outermost(way.root, one=False):
                yield from _apart(page, [node for node in required(group) if node.requirement.kind == "application"])


def _apart(page: Page, nodes: list[Node]) -> Iterator[Spot]:
    for one, two in combinations(nodes, 2):
        spans_ = (_days(one), _days(two))
        first, last = max(span[0] for span in spans_), min(span[1] for span in spans_)
        if first > last and all(span[0] <= span[1] for span in spans_):
            message = f"No day fits both {one.requirement.id} and {two.requirement.id}."
            yield _spot(page, two.path, message, first, last)


def _days(node: Node) -> tuple[date, date]:
    one = node.requirement
    if not isinstance(one, Application):
        return BEGINNING, END
    return one.on_or_after or BEGINNING, one.on_or_before or END


def _spot(page: Page, path: tuple[str | int, ...], message: str, first: date, last: date) -> Spot:
    proof = (f"It begins on {first} and ends on {last}; {last} comes before {first}.",)
    return Spot(page.document, path, message, "Check both days against the source.", proof)
