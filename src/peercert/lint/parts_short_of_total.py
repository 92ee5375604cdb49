"""Parts of a training rule that add up to less than its total."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.lint.book import Book
from peercert.lint.remark import Spot
from peercert.lint.sums import Sum, added, needed, side_by_side, sums, within
from peercert.requirements.wording import in_words


def look(book: Book) -> Iterator[Spot]:
    """Give every total that its parts do not reach, whichever way disputed parts are read."""
    found: dict[tuple[object, ...], Spot] = {}
    closing: set[tuple[object, ...]] = set()
    for one in sums(book):
        spot = _short(one)
        key = (one.page.document.source, one.node.path)
        if spot is None:
            closing.add(key)
        else:
            found.setdefault(key, spot)
    yield from (spot for key, spot in found.items() if key not in closing)


def _short(one: Sum) -> Spot | None:
    if one.total is None or not one.parts or not one.clear:
        return None
    capped = tuple(cap for cap in one.caps if not any(cap.topics & part.topics for part in one.least))
    parts = (*one.least, *capped)
    together, total = needed(parts), one.total.hours
    if together >= total:
        return None
    numbers = [needed((part, *within(part, parts))) for part in side_by_side(parts)]
    proof = (
        f"{added(numbers)} < {in_words(total)}",
        f"{in_words(total - together)} hours may be about anything that counts.",
    )
    message = f"The parts come to {in_words(together)} hours, and the whole is {in_words(total)}."
    hint = "Check that no part is missing. If the rest is free, say so in an `allow`."
    return Spot(one.page.document, (*one.total.node.path, "at_least"), message, hint, proof)
