"""The smallest person who passes one set of rules and fails another; or what supports that there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from heapq import nsmallest
from itertools import product
from typing import NamedTuple

from peercert.case import Case
from peercert.dates import add_years
from peercert.logic import Outcome, Why
from peercert.requirements.choices import EDGES
from peercert.witness.bench import Bench, Side
from peercert.witness.clauses import Clause, Want, clauses
from peercert.witness.filling import Filled, fill
from peercert.witness.groups import APPLIED, groups
from peercert.witness.pieces import Shelf, Stock
from peercert.witness.profiles import Made, amounts, facts, in_order, smaller

_PAIRS, _TRIED_WHOLE = 20_000, 12
"""Pairs of ways that are looked at, and how many people of one search are tried whole."""

_UNTOLD = (Why.NOT_PROVIDED, Why.DECLINED, Why.UNVERIFIED)

Goal = tuple[Outcome, Outcome]
"""What must come out at least on the one side, and at most on the other."""

PASSES_AND_FAILS: Goal = (Outcome.MET, Outcome.UNMET)
PASSES_AND_IS_OPEN: Goal = (Outcome.MET, Outcome.UNKNOWN)
IS_OPEN_AND_FAILS: Goal = (Outcome.UNKNOWN, Outcome.UNMET)
ELIGIBLE: tuple[Goal, ...] = (PASSES_AND_FAILS, PASSES_AND_IS_OPEN)
"""Goals that together ask whether everybody who passes the one passes the other."""

ANSWERED: tuple[Goal, ...] = (*ELIGIBLE, IS_OPEN_AND_FAILS)
"""Goals that together ask whether anybody is answered worse on the other side."""


class Witness(NamedTuple):
    """A person for whom two sets of rules come out differently."""

    profile: Made
    one: Outcome
    two: Outcome


class Search(NamedTuple):
    """What a search came to."""

    witness: Witness | None
    tried: int
    """How many made-up people were run through both sets of rules."""

    pairs: int
    """How many pairs were looked at: a way to pass the one with a way to fail the other."""

    doubts: tuple[str, ...]
    """Why there may be a witness all the same; nothing where the search left nobody out."""

    @property
    def exact(self) -> bool:
        """Whether nobody was left out."""
        return not self.doubts


def search(one: Side, two: Side, as_of: date, goals: tuple[Goal, ...] = ELIGIBLE) -> Search:
    """Look for the smallest person who passes one set of rules and fails the other.

    Args:
        one: The rules to be passed.
        two: The rules to be failed.
        as_of: The day decided on.
        goals: What counts as passing and failing, the clearest first.

    Returns:
        The person, tried on both sides; or how many were tried, and why that is enough or is not.
    """
    bench = Bench(one, two, as_of)
    pairs, doubts = 0, dict[str, None]()
    for goal in goals:
        for applied in _days_of_application(bench):
            bench.given = {} if applied is None else {APPLIED: applied}
            run = _Run(bench, goal)
            witness = run.witness()
            pairs += run.pairs
            if witness is not None:
                return Search(witness, bench.tried, pairs, ())
            doubts |= dict.fromkeys(run.doubts)
    return Search(None, bench.tried, pairs, tuple(doubts))


def _days_of_application(bench: Bench) -> Iterator[date | None]:
    """Give the days of application that rules tell apart; the day decided on first."""
    yield None
    cases = bench.cases({})
    days: dict[date, None] = {}
    for side, case in zip(bench.sides, cases or (), strict=False):
        for leaf in clauses(side.root, case, Outcome.MET, high=True).leaves.values():
            for choice in leaf.choices(case):
                if choice.key == APPLIED:
                    days |= dict.fromkeys([*choice.enough, *choice.short])
                elif choice.field == EDGES and choice.enough[0][1] == case.application:
                    days |= {add_years(bench.as_of, -1): None}
    yield from days


class _Person(NamedTuple):
    made: Made
    wants: Clause
    """Why this person was put together."""

    @property
    def cost(self) -> tuple[int, Decimal]:
        return facts(self.made), amounts(self.made)


class _Run:
    """One search: for one goal, with one day of application."""

    def __init__(self, bench: Bench, goal: Goal) -> None:
        self.bench = bench
        self.goal = goal
        self.pairs = 0
        self.doubts: list[str] = []
        self.stocks: dict[str, Stock] = {}
        self.filled: dict[Clause, Filled] = {}

    def witness(self) -> Witness | None:
        """Return the smallest person found; None where there is none."""
        cases = self.bench.cases({})
        if cases is None:
            return None
        (one, two), (best, worst) = self.bench.sides, self.goal
        pass_ = clauses(one.root, cases[0], best, high=True)
        fail = clauses(two.root, cases[1], worst, high=False)
        if not (pass_.whole and fail.whole):
            self.doubts.append("There are too many ways to look at all of them.")
        self.leaves = (pass_.leaves, fail.leaves)
        self.shelf = Shelf(self.bench, self.leaves)
        people = nsmallest(_TRIED_WHOLE, self._people(pass_.ways, fail.ways), key=lambda one: one.cost)
        for person in people:
            if self._tried(person) is not None:
                return self._shrunk(person)
        if people:
            self.doubts.append("Some people who were put together did not come out as planned.")
        return None

    def _people(self, pass_: Sequence[Clause], fail: Sequence[Clause]) -> Iterator[_Person]:
        """Give the person who is put together for each pair of ways."""
        for group in groups({**self.leaves[0], **self.leaves[1]}):
            self.stocks |= dict.fromkeys(group.leaves, self.shelf.stock(group))
        for up, down in product(pass_, fail):
            self.pairs += 1
            if self.pairs > _PAIRS:
                self.doubts.append("There are too many pairs of ways to look at all of them.")
                return
            made = self._person(up | down)
            if made is not None:
                yield _Person(made, up | down)

    def _person(self, wants: Clause) -> Made | None:
        parts: dict[tuple[str, ...], list[Want]] = {}
        for want in sorted(wants):
            parts.setdefault(self.stocks[want.leaf].group.leaves, []).append(want)
        made: Made = {}
        for mine in parts.values():
            filled = self._fill(frozenset(mine))
            if filled.made is None:
                return None
            made = together(made, filled.made)
        return made

    def _fill(self, wants: Clause) -> Filled:
        found = self.filled.get(wants)
        if found is None:
            stock = self.stocks[next(iter(wants)).leaf]
            found = self.filled[wants] = fill(self.shelf, stock, wants)
            if found.made is None and not found.certain:
                self.doubts += stock.doubts or [f"Some hours under {' and '.join(stock.group.keys)} count twice."]
        return found

    def _tried(self, person: _Person) -> tuple[Outcome, Outcome] | None:
        """Run a person through both sides; None where it does not come out as wanted."""
        cases = self.bench.cases(person.made)
        if cases is None:
            return None
        one, two = (side.root.evaluate(case).outcome for side, case in zip(self.bench.sides, cases, strict=True))
        if one < self.goal[0] or two > self.goal[1] or (Outcome.UNKNOWN in self.goal and self._untold(person, cases)):
            return None
        return one, two

    def _untold(self, person: _Person, cases: tuple[Case, Case]) -> bool:
        """Say whether what is open is open only because this person does not tell."""
        for want in person.wants:
            side = 0 if want.leaf in self.leaves[0] else 1
            if self.leaves[side][want.leaf].find(cases[side]).why in _UNTOLD:
                return True
        return False

    def _shrunk(self, person: _Person) -> Witness | None:
        """Leave out every fact without which the person is still a witness."""
        found: _Person | None = person
        while found is not None:
            person = found
            less = (person._replace(made=made) for made in smaller(person.made))
            found = next((one for one in less if self._tried(one) is not None), None)
        outcomes = self._tried(person)
        return Witness(in_order({**self.bench.given, **person.made}), *outcomes) if outcomes else None


def together(one: Made, two: Made) -> Made:
    """Put two parts of a profile together; what lies inside one key is kept from both."""
    both = {key: {**one[key], **value} for key, value in two.items() if key in one and isinstance(value, dict)}
    return {**one, **two, **both}
