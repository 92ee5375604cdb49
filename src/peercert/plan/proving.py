"""The check of a plan: carried out on a copy, decided by the engine, and rid of every step that it can do without."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from peercert.candidate import Candidate
from peercert.candidate.writing import Written, read_back, written
from peercert.case import Case
from peercert.catalog import Catalog, Credential
from peercert.engine import Verdict, determine
from peercert.errors import FileError
from peercert.logic import Outcome, Why
from peercert.plan.choices import Turn, choices
from peercert.plan.doing import carried_out, placed_in_the_past
from peercert.plan.searching import Search, settling
from peercert.plan.todo import Todo, Wait


class Proved(NamedTuple):
    """A plan that holds."""

    way: str | None
    todos: tuple[Todo, ...]
    day: date
    """The day on which everything is done."""

    verdict: Verdict
    """On that day: eligible; or undetermined, where only what is to be settled is open."""

    after: Candidate
    told: Written


class Prover:
    """Checks drafts for one candidate and one credential.

    Args:
        catalog: The rules.
        credential: What the plans are for.
        case: The candidate on the day on which the plan is made.
    """

    def __init__(self, catalog: Catalog, credential: Credential, case: Case) -> None:
        self._catalog, self._credential, self._case = catalog, credential, case
        self._told = placed_in_the_past(written(case.candidate), min(case.application, case.as_of))

    def proved(self, way: str | None, todos: Sequence[Todo], *, opening: bool = False) -> Proved | None:
        """Return a plan without needless steps; None where it does not hold.

        Args:
            way: The way to the credential that it is for.
            todos: Its steps.
            opening: Whether what its own steps leave open may be settled too.
        """
        held = self._held(way, todos, opening=opening)
        if held is None:
            return None
        for todo in sorted(held.todos, key=lambda one: not isinstance(one.step, Wait)):
            without = self._held(way, [one for one in held.todos if one is not todo])
            if without is not None and without.verdict is held.verdict:
                held = without
        return held

    def _held(self, way: str | None, todos: Sequence[Todo], *, opening: bool = False) -> Proved | None:
        day = max([self._case.as_of, *(todo.done for todo in todos)])
        told = carried_out(self._told, todos, day)
        try:
            after = read_back(told, self._case.candidate, self._catalog.words, day)
        except FileError:
            return None
        case = Case(after, self._catalog, day, disputes=self._case.disputes, verified_only=self._case.verified_only)
        ways = determine(self._catalog, self._credential, case).ways
        if any(one.id == way and one.verdict is Verdict.ELIGIBLE for one in ways):
            return Proved(way, tuple(todo for todo in todos if not todo.open), day, Verdict.ELIGIBLE, after, told)
        settled = self._settled(way, todos, case, opening=opening)
        if settled is None:
            return None
        return Proved(way, (*todos, *settled), day, Verdict.UNDETERMINED, after, told)

    def _settled(self, way: str | None, todos: Sequence[Todo], case: Case, *, opening: bool) -> tuple[Todo, ...] | None:
        """Return what else must be settled for a way to be good; None where settling is not enough."""
        asked = {id_ for todo in todos if todo.open for id_ in todo.ids}
        root = dict(Search(self._catalog, self._credential).ways(case.as_of)).get(way)
        if root is None or not (asked or opening) or root.find(case).outcome is not Outcome.UNKNOWN:
            return None
        for choice in choices(self._catalog, root, case):
            more = [turn for turn in choice if turn.leaf.id not in asked]
            unknown = all(turn.ask or turn.finding.outcome is Outcome.UNKNOWN for turn in choice)
            if unknown and (not more or (opening and not any(map(_by_its_own_fault, more)))):
                return tuple(settling(more, self._case.as_of))
        return None


def _by_its_own_fault(turn: Turn) -> bool:
    """Say whether a plan leaves open what it should have settled: which reading holds, or which days count."""
    return turn.ask or turn.finding.why is Why.IMPRECISE
