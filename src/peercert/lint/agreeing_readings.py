"""Readings of a disputed requirement that ask the same, so that nothing is disputed between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from peercert.lint.book import Book
from peercert.lint.implying import implies
from peercert.lint.remark import Spot


def look(book: Book) -> Iterator[Spot]:
    """Give the later of any two readings that nobody can tell apart."""
    for page in book.pages:
        for node in page.nodes:
            if not node.requirement.alternatives:
                continue
            for one, two in combinations(node.inside, 2):
                first, second = one.requirement, two.requirement
                if implies(first, second) and implies(second, first):
                    line, _ = page.document.place(one.path)
                    proof = (f"Whoever meets {second.id} meets {first.id} (line {line}), and the other way round.",)
                    message = f"Two readings of {node.requirement.id} ask the same."
                    hint = "Keep one, and give it the sources of both."
                    yield Spot(page.document, two.path, message, hint, proof)
