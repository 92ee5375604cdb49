"""The shortest plan for one credential: of all drafts that hold, the one that asks least."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Literal, NamedTuple

from peercert.candidate.writing import Written, written
from peercert.case import Case
from peercert.catalog import Catalog, Credential
from peercert.engine import Verdict, determine
from peercert.finding import Finding
from peercert.plan.beginnings import beginnings
from peercert.plan.choices import leaves
from peercert.plan.fees import Cost, cost
from peercert.plan.proving import Proved, Prover
from peercert.plan.searching import Blocked, Draft, Search, drafts
from peercert.plan.todo import ZERO, ApplyAgain, Pace, Settle, Todo
from peercert.plan.unmeasured import weight
from peercert.requirements.steps import Course, Hours
from peercert.requirements.training import Together
from peercert.unshown import unshown

By = Literal["hours", "steps", "date", "cost"]
"""What counts most."""

LEDGERS = ("training", "experience", "supervision", "practicum")

_TRIED = 24
"""Drafts that are checked, the best ones first."""


class Key(NamedTuple):
    """What a plan costs a person, from what counts most to what counts least."""

    asks: int
    """Points on which sources disagree and that are left open."""

    large: int
    """Steps of which nobody knows how long they take: a degree, another home, a job."""

    costs: tuple[Decimal | int, ...]
    """Hours, steps, days or money, in the order asked for."""


@unshown
@dataclass(frozen=True, slots=True)
class Plan:
    """The shortest way to a credential that was found and checked, or what stands in the way."""

    credential: Credential
    as_of: date
    way: str | None
    reachable: bool
    verdict: Verdict
    """Once every step is done; what it is today where there is no plan."""

    day: date | None
    """The day on which everything is done; None where there is no plan."""

    todos: tuple[Todo, ...]
    cost: Cost | None
    blocked_by: tuple[str, ...]
    """Leaves that nobody can change; empty where there is a plan, and where none was found for another reason."""

    after: Written | None
    """The profile with every step done."""

    key: Key
    nearest: str | None = None
    """The nearest other credential that is not out of reach, where this one is."""

    others: tuple[Plan, ...] = ()
    """The shortest plan by each other way that can be gone, the shortest first."""

    @property
    def hours(self) -> dict[str, Decimal]:
        """Hours that are added, by what they are of."""
        found: Counter[str] = Counter()
        for todo in self.todos:
            step = todo.step
            ledger = step.ledger if isinstance(step, Hours) else "training" if isinstance(step, Course) else None
            if ledger:
                found[ledger] += todo.hours  # type: ignore[assignment]  # a counter adds decimals as well
        return {ledger: Decimal(found[ledger]) for ledger in LEDGERS}


class Planner:
    """Makes plans for one candidate.

    Args:
        catalog: The rules.
        case: The candidate on the day on which the plans are made, and how disputes are read.
        pace: Hours a week.
        by: What counts most.
    """

    def __init__(self, catalog: Catalog, case: Case, pace: Pace, by: By) -> None:
        self._catalog, self._case, self._pace, self._by = catalog, case, pace, by

    def plan(self, credential: Credential, *, ways: bool = False) -> Plan:
        """Return the shortest plan for a credential; if asked, with those by its other ways."""
        verdict = determine(self._catalog, credential, self._case)
        if verdict.verdict is Verdict.ELIGIBLE:
            ready = Proved(
                verdict.chosen.id, (), self._case.as_of, Verdict.ELIGIBLE, self._case.candidate,
                written(self._case.candidate),
            )  # fmt: skip
            return self._good(credential, ready)
        found, blocked = self._drafts(credential, verdict.chosen.id)
        plan = self._first_that_holds(credential, found[:_TRIED])
        if plan is not None:
            return replace(plan, others=self._by_other_ways(plan, found) if ways else ())
        ids = () if found or not blocked else min(blocked, key=lambda one: len(one.ids)).ids
        nothing = Key(0, 0, ())
        return Plan(credential, self._case.as_of, None, False, verdict.verdict, None, (), None, ids, None, nothing)

    def _first_that_holds(self, credential: Credential, found: Sequence[Draft]) -> Plan | None:
        prover = Prover(self._catalog, credential, self._case)
        for opening, draft in product((False, True), found):
            proved = prover.proved(draft.way, draft.todos, opening=opening)
            if proved is not None:
                return self._good(credential, proved)
        return None

    def _by_other_ways(self, plan: Plan, found: Sequence[Draft]) -> tuple[Plan, ...]:
        ways = dict.fromkeys(draft.way for draft in found if draft.way != plan.way)
        tried = [[draft for draft in found if draft.way == way][:_TRIED] for way in ways]
        plans = [self._first_that_holds(plan.credential, drafts) for drafts in tried]
        return tuple(sorted(filter(None, plans), key=lambda one: one.key))

    def _drafts(self, credential: Credential, nearest: str | None) -> tuple[list[Draft], list[Blocked]]:
        search = Search(self._catalog, credential)
        roots = tuple(root for _, root in search.ways(self._case.as_of))
        found: list[Draft | Blocked] = []
        for beginning in beginnings(self._case, roots, self._pace):
            found += drafts(search, beginning)
        good = {one: None for one in found if isinstance(one, Draft)}
        blocked = [one for one in found if isinstance(one, Blocked)]
        return sorted(good, key=lambda one: self._rank(credential, one, nearest)), blocked

    def _rank(self, credential: Credential, draft: Draft, nearest: str | None) -> tuple[object, ...]:
        """Rank a draft; where things are open, the way that a check would show comes first."""
        key = self._key(credential, draft.todos)
        aside = draft.way != nearest and any(todo.open for todo in draft.todos)
        hours, *rest = key.costs
        costs = (hours + self._counted_on(draft), *rest) if self._by == "hours" else key.costs
        return key.asks, key.large, costs[:1], aside, costs

    def _counted_on(self, draft: Draft) -> Decimal:
        """Return the hours that a draft counts on though their topics are still to be told; they weigh as if added."""
        served = {id_ for todo in draft.todos for id_ in todo.ids}
        asked = [self._catalog.requirement(id_) for id_ in served if self._catalog.knows(id_)]
        return max([one.untold(self._case) for one in asked if isinstance(one, Together)], default=ZERO)

    def _good(self, credential: Credential, proved: Proved) -> Plan:
        known = {leaf.id for leaf in leaves(self._root(credential, proved))}
        todos = tuple(sorted((_at_the_end(_of_way(todo, known), proved.day) for todo in proved.todos), key=_order))
        return Plan(
            credential, self._case.as_of, proved.way, True, proved.verdict, proved.day, todos,
            self._cost(credential, todos), (), proved.told, self._key(credential, todos),
        )  # fmt: skip

    def _root(self, credential: Credential, proved: Proved) -> Finding:
        ways = dict(Search(self._catalog, credential).ways(proved.day))
        return ways[proved.way].find(self._case.on(proved.day))

    def _cost(self, credential: Credential, todos: Sequence[Todo]) -> Cost | None:
        day = self._case.candidate.application_date
        return cost(self._catalog, credential, todos, applied=day is not None and day <= self._case.as_of)

    def _key(self, credential: Credential, todos: Sequence[Todo]) -> Key:
        hours = sum((todo.hours for todo in todos), ZERO)
        days = max([self._case.as_of, *(todo.done for todo in todos)]).toordinal()
        opened = sum(todo.open for todo in todos)
        money = self._cost(credential, todos)
        fees = (money is None, money.amount if money else ZERO)
        costs: dict[By, tuple[Decimal | int, ...]] = {
            "hours": (hours, opened, len(todos), days),
            "steps": (len(todos), opened, hours, days),
            "date": (days, opened, hours, len(todos)),
            "cost": (*fees, hours, opened, len(todos), days),
        }
        return Key(_asks(todos), sum(weight(todo.step) for todo in todos), costs[self._by])


def _of_way(todo: Todo, known: set[str]) -> Todo:
    """Leave out the requirements of other ways, where any of this way are served."""
    return todo._replace(ids=tuple(id_ for id_ in todo.ids if id_ in known) or todo.ids)


def _at_the_end(todo: Todo, day: date) -> Todo:
    """Apply again only on the day on which all else is done."""
    return todo._replace(done=day) if isinstance(todo.step, ApplyAgain) else todo


def _order(todo: Todo) -> tuple[bool, bool, date]:
    """Order steps by their days; to apply again comes after them, and what is to be settled last."""
    return todo.open, isinstance(todo.step, ApplyAgain), todo.done


def _asks(todos: Iterable[Todo]) -> int:
    return sum(isinstance(todo.step, Settle) and todo.step.ask for todo in todos)
