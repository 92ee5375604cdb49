"""Parts of a training rule that add up to more than its total, so that the total decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.lint.book import Book, Page
from peercert.lint.remark import Spot
from peercert.lint.sums import Portion, Sum, added, needed, side_by_side, sums, within
from peercert.requirements.wording import in_words


def look(book: Book) -> Iterator[Spot]:
    """Give every total, and every part with parts inside it, that is less than what it holds."""
    seen: set[tuple[object, ...]] = set()
    for one in sums(book):
        for spot in _spots(one) if one.clear else ():
            if (spot.document.source, spot.path) not in seen:
                seen.add((spot.document.source, spot.path))
                yield spot


def _spots(one: Sum) -> Iterator[Spot]:
    if one.total is not None:
        capped = tuple(cap for cap in one.caps if not any(cap.topics & part.topics for part in one.least))
        yield from _beyond(one.page, one.total, (*one.least, *capped))
    for part in one.least:
        yield from _beyond(one.page, part, within(part, one.least))


def _beyond(page: Page, whole: Portion, parts: tuple[Portion, ...]) -> Iterator[Spot]:
    outer = side_by_side(parts)
    together = needed(parts)
    if not outer or together <= whole.hours:
        return
    least = needed(tuple(part for part in parts if not part.cap))
    total, reached = in_words(whole.hours), in_words(together)
    if least > whole.hours:
        shown = f"Whoever meets every part has {in_words(least)} hours or more, so {total} never decides."
    else:
        shown = (
            f"{in_words(least)} hours must be there, which leaves {in_words(whole.hours - least)}: less than the cap."
        )
    numbers = [needed((part, *within(part, parts))) for part in outer]
    proof = (f"{added(numbers)} > {total}", shown)
    message = f"The parts come to {reached} hours, and the whole is {total}."
    hint = "Check each number against its source: one of them may belong to another rule."
    yield Spot(page.document, (*whole.node.path, "at_least"), message, hint, proof)
