"""A fact that one way both asks for and bars."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.lint.book import Book, Node, Page, Way
from peercert.lint.remark import Spot

_SUBJECTS = ("exam", "credential", "state")
"""Keys that tell two facts of one kind apart."""


def look(book: Book) -> Iterator[Spot]:
    """Give every bar on something that the same way asks for."""
    for page in book.pages:
        for way in page.ways:
            for bar in way.bars:
                for fact in (node for node in bar.walk() if not node.inside):
                    yield from _asked_too(page, way, fact)


def _asked_too(page: Page, way: Way, fact: Node) -> Iterator[Spot]:
    for node in way.root.walk():
        if not node.inside and _same_fact(node, fact):
            line, column = page.document.place(node.path)
            proof = (
                f"{node.requirement.id} (line {line}, column {column}) asks for it; {fact.requirement.id} bars it.",
                "More of it would help in one place and harm in the other.",
            )
            message = f"{fact.requirement.id} bars what {node.requirement.id} asks for."
            hint = "Use the fact one way only. If the rule is so, say why in an `allow`."
            yield Spot(page.document, fact.path, message, hint, proof)
            return


def _same_fact(node: Node, other: Node) -> bool:
    one, two = node.requirement, other.requirement
    return (
        one.kind == two.kind
        and bool(set(one.looks_at()) & set(two.looks_at()))
        and all(getattr(one, key, None) == getattr(two, key, None) for key in _SUBJECTS)
    )
