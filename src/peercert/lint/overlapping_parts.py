"""Parts of a training rule that share some of their topics, so that their hours cannot be added up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from peercert.lint.book import Book
from peercert.lint.remark import Spot
from peercert.lint.sums import crossing, sums


def look(book: Book) -> Iterator[Spot]:
    """Give every part that crosses one before it."""
    seen: set[tuple[object, ...]] = set()
    for one in sums(book):
        for first, second in combinations(one.parts, 2):
            key = (one.page.document.source, second.node.path)
            if not crossing(first, second) or key in seen:
                continue
            seen.add(key)
            shared = ", ".join(sorted(first.topics & second.topics))
            proof = (f"Both count {shared}; each counts something that the other does not.",)
            message = (
                f"{second.node.requirement.id} and {first.node.requirement.id} share some of their topics, not all."
            )
            hint = "Let one part lie inside the other, or keep them apart: an hour counts once."
            yield Spot(one.page.document, (*second.node.path, "topics"), message, hint, proof)
