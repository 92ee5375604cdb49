"""Every cap on hours of training, with what else is asked beside it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from peercert.lint.book import Book, Node, Page
from peercert.lint.sums import Portion, apart, needed, side_by_side, sums, within
from peercert.lint.vacuity import is_cap
from peercert.requirements.counting import ZERO


class Cap(NamedTuple):
    """The most that is credited."""

    page: Page
    node: Node
    hours: Decimal


class Capped(NamedTuple):
    """A cap and its surroundings."""

    cap: Cap
    asked: tuple[Decimal, ...]
    """The hours that the parts beside it ask for."""

    total: Portion | None


def capped(book: Book) -> Iterator[Capped]:
    """Give every cap once, with the reading of the other parts that leaves it most to do."""
    best: dict[tuple[object, ...], Capped] = {}
    for one in sums(book):
        for cap in one.caps:
            least = apart(cap, one.least)
            asked = tuple(needed((part, *within(part, least))) for part in side_by_side(least))
            found = Capped(Cap(one.page, cap.node, cap.hours), asked, one.total)
            key = (one.page.document.source, cap.node.path)
            if key not in best or sum(asked) < sum(best[key].asked):
                best[key] = found
    for page in book.pages:
        for node in page.nodes:
            key = (page.document.source, node.path)
            if is_cap(node.requirement) and key not in best:
                hours = getattr(node.requirement, "at_most", ZERO)
                best[key] = Capped(Cap(page, node, hours), (), None)
    yield from best.values()
