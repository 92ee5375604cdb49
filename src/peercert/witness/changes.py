"""What was added to one edition, dropped from it or changed in it, matched by ids, old ids honoured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from peercert.catalog import Edition
from peercert.compare.meaning import meaning
from peercert.requirements import Requirement
from peercert.requirements.combining import Combinator

What = Literal["added", "dropped", "changed", "moved"]


class Node(NamedTuple):
    """A requirement where it stands."""

    requirement: Requirement
    parent: Requirement | None
    """What holds it; None for all that a way asks."""


class Change(NamedTuple):
    """One requirement that is not what it was."""

    what: What
    old: Node | None
    new: Node | None

    @property
    def requirement(self) -> Requirement:
        """The requirement as it is now; as it was, where it is gone."""
        node = self.new or self.old
        assert node is not None  # noqa: S101 - a change is of something
        return node.requirement

    @property
    def was(self) -> str | None:
        """The id that it had before, where it has another now."""
        both = self.old and self.new
        return self.old.requirement.id if both and self.old and self.old.requirement.id != self.requirement.id else None


def changes(old: Edition, new: Edition) -> list[Change]:
    """Return what changed, in the order of the new edition, then of the old one.

    A requirement inside one that was added or dropped goes with it. Names, notes and sources are no change.
    """
    before, after = _nodes(old), _nodes(new)
    partner = _partners(before, after)
    taken = set(partner.values())
    found = [
        *(_of_new(node, before.get(partner[id_] or ""), partner) for id_, node in after.items()),
        *(Change("dropped", node, None) for id_, node in before.items() if id_ not in taken),
    ]
    told = [one for one in found if one is not None]
    gone = {one.requirement.id for one in told if one.what == "dropped"}
    come = {one.requirement.id for one in told if one.what == "added"}
    return [one for one in told if not _goes_along(one, gone if one.what == "dropped" else come)]


def _goes_along(one: Change, others: set[str]) -> bool:
    if one.what not in ("added", "dropped"):
        return False
    node = one.new or one.old
    return node is not None and node.parent is not None and node.parent.id in others


def _partners(before: Mapping[str, Node], after: Mapping[str, Node]) -> dict[str, str | None]:
    """Return for each new id the old one: the same, one that it had, or else the one that ends alike.

    Two editions in one file cannot share ids, so there the ends tell what belongs together.
    """
    found = {id_: _old_id(node.requirement, before) for id_, node in after.items()}
    free = {_likeness(node): id_ for id_, node in before.items() if id_ not in after and id_ not in found.values()}
    return {id_: old or free.pop(_likeness(after[id_]), None) for id_, old in found.items()}


def _likeness(node: Node) -> tuple[str, str]:
    """Return the kind and the last part of the id; all that a way asks is alike whatever it is called."""
    return node.requirement.kind, node.requirement.id.rpartition(".")[2] if node.parent else ""


def _old_id(requirement: Requirement, before: Mapping[str, Node]) -> str | None:
    return next((id_ for id_ in (requirement.id, *requirement.was) if id_ in before), None)


def _of_new(node: Node, old: Node | None, partner: Mapping[str, str | None]) -> Change | None:
    if old is None:
        return Change("added", None, node)
    if _asked(old.requirement) != _asked(node.requirement):
        return Change("changed", old, node)
    here = partner.get(node.parent.id) if node.parent else None
    there = old.parent.id if old.parent else None
    return Change("moved", old, node) if here != there else None


def _asked(requirement: Requirement) -> object:
    """Return what a requirement asks by itself; of one that holds others, how many of them."""
    if isinstance(requirement, Combinator):
        own = {key: getattr(requirement, key) for key in type(requirement).model_fields if key in _OWN}
        return requirement.kind, repr(sorted(own.items()))
    return meaning(requirement)


_OWN = {"n", "programs", "leave_out"}
"""What one that holds others asks besides."""


def _nodes(edition: Edition) -> dict[str, Node]:
    return {node.requirement.id: node for way in edition.pathways for node in _inside(way.root, None)}


def _inside(requirement: Requirement, parent: Requirement | None) -> Iterator[Node]:
    yield Node(requirement, parent)
    if isinstance(requirement, Combinator):
        for one in requirement.of:
            yield from _inside(one, requirement)


def renamed_only(old: Edition, new: Edition) -> bool:
    """Say whether two editions differ, though only in names, notes or sources."""
    return old.pathways != new.pathways and not changes(old, new)
