"""Leaves sorted by the facts that they look at: what comes out in one group says nothing about another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from peercert.requirements import Requirement
from peercert.witness.profiles import Made

APPLIED = "application_date"
"""The one fact that many leaves depend on; it is the same for all of them."""


class Group(NamedTuple):
    """Leaves that look at the same facts."""

    keys: tuple[str, ...]
    """Keys of the profile."""

    leaves: tuple[str, ...]
    """The leaves, by what they ask."""

    @property
    def nothing(self) -> Made:
        """A profile that tells of no record under any of the keys."""
        return {key: [] for key in self.keys}


def groups(leaves: Mapping[str, Requirement]) -> list[Group]:
    """Sort leaves into groups that share no fact."""
    found: list[Group] = []
    for meaning, leaf in leaves.items():
        keys = tuple(key for key in leaf.looks_at() if key != APPLIED)
        touching = [one for one in found if set(one.keys) & set(keys)]
        found = [one for one in found if one not in touching]
        merged = dict.fromkeys([*(key for one in touching for key in one.keys), *keys])
        found.append(Group(tuple(merged), (*(name for one in touching for name in one.leaves), meaning)))
    return found
