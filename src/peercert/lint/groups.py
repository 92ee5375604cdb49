"""How requirements hang together: which must all be met, and of which one is enough."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.lint.book import Node
from peercert.requirements import Requirement
from peercert.requirements.combining import Combinator


def asks_all(requirement: Requirement) -> bool:
    """Say whether everything inside must be met."""
    return isinstance(requirement, Combinator) and requirement.needed(len(requirement.of)) == len(requirement.of)


def asks_one(requirement: Requirement) -> bool:
    """Say whether it is a choice, of which one is enough."""
    return (
        isinstance(requirement, Combinator)
        and not asks_all(requirement)
        and requirement.needed(len(requirement.of)) == 1
    )


def required(node: Node) -> Iterator[Node]:
    """Give what must all be met for a requirement: leaves, readings together, and choices as a whole."""
    if not asks_all(node.requirement):
        yield node
        return
    for inner in node.inside:
        yield from required(inner)


def choices(node: Node) -> Iterator[Node]:
    """Give the branches of which one is enough, those of a choice inside a choice too."""
    if not asks_one(node.requirement):
        yield node
        return
    for inner in node.inside:
        yield from choices(inner)


def outermost(node: Node, *, one: bool) -> Iterator[Node]:
    """Give the groups of a kind that do not stand directly in another of that kind.

    Args:
        node: Where to begin.
        one: Whether choices are meant; otherwise groups of which everything is asked.
    """
    is_such = asks_one if one else asks_all
    if is_such(node.requirement):
        yield node
        below = choices(node) if one else required(node)
    else:
        below = iter(node.inside)
    for inner in below:
        yield from outermost(inner, one=one)
