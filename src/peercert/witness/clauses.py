"""All the ways in which a tree of requirements can come out high or low, told by what its leaves must come out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from peercert.case import Case
from peercert.logic import Outcome
from peercert.requirements import Requirement
from peercert.requirements.barred import Barred
from peercert.requirements.combining import Combinator
from peercert.requirements.meets_credential import MeetsCredential

_MOST = 5_000
"""Ways of one tree above which the rest is left out."""


class Want(NamedTuple):
    """What one leaf must come out."""

    leaf: str
    """What it asks, as `Requirement.meaning` has it."""

    high: bool
    """Whether it must come out so or better; else so or worse."""

    level: Outcome


Clause = frozenset[Want]
"""Wants that all hold at once."""


class Clauses(NamedTuple):
    """The ways of a tree."""

    ways: tuple[Clause, ...]
    leaves: dict[str, Requirement]
    whole: bool
    """Whether these are all of them."""


def clauses(requirement: Requirement, case: Case, want: Outcome, *, high: bool) -> Clauses:
    """Return every smallest set of wants under which a tree comes out as wanted.

    Args:
        requirement: The tree.
        case: Any case, for its day and its rules.
        want: What must come out.
        high: Whether it must come out so or better; else so or worse.
    """
    gathered = _Gathered(case)
    ways = gathered.ways(requirement, want, high=high)
    return Clauses(tuple(ways), gathered.leaves, gathered.whole)


class _Gathered:
    def __init__(self, case: Case) -> None:
        self.case = case
        self.leaves: dict[str, Requirement] = {}
        self.whole = True

    def ways(self, requirement: Requirement, want: Outcome, *, high: bool) -> list[Clause]:
        if isinstance(requirement, Barred):
            return self.ways(requirement.when, Outcome(Outcome.MET - want), high=not high)
        if isinstance(requirement, Combinator | MeetsCredential):
            inside = self._inside(requirement)
            needed = requirement.needed(len(inside)) if isinstance(requirement, Combinator) else 1
            needed = min(needed, len(inside))
            each = [self.ways(one, want, high=high) for one in inside]
            return self._some(each, needed if high else len(inside) - needed + 1)
        if requirement.kind == "not_asked":
            return [frozenset()] if high or want is Outcome.MET else []
        self.leaves[requirement.meaning] = requirement
        return [frozenset({Want(requirement.meaning, high, want)})]

    def _inside(self, requirement: Combinator | MeetsCredential) -> Sequence[Requirement]:
        if isinstance(requirement, MeetsCredential):
            roots: tuple[Requirement, ...] = self.case.rules.roots(requirement.credential, self.case.as_of)
            return roots
        return requirement.of

    def _some(self, each: Sequence[Sequence[Clause]], count: int) -> list[Clause]:
        """Return the ways in which so many come out as wanted."""
        found: list[Clause] = []
        for chosen in combinations(each, count):
            found = self._smallest([*found, *self._all(chosen)])
        return found

    def _all(self, each: Sequence[Sequence[Clause]]) -> list[Clause]:
        found: list[Clause] = [frozenset()]
        for ways in each:
            found = self._smallest(one | way for one in found for way in ways)
        return found

    def _smallest(self, ways: Iterable[Clause]) -> list[Clause]:
        """Leave out what asks all that another asks and more."""
        kept: list[Clause] = []
        for way in sorted(set(ways), key=lambda one: (len(one), sorted(one))):
            if len(kept) >= _MOST:
                self.whole = False
                break
            if not any(one <= way for one in kept):
                kept.append(way)
        return kept
