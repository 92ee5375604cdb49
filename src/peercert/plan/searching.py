"""The search for ways to a credential: days on which it may be had, and the steps that are needed by then."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from heapq import heappop, heappush
from typing import NamedTuple

from peercert.case import Case
from peercert.catalog import Catalog, Credential
from peercert.dates import add_years, day_after
from peercert.finding import Finding
from peercert.logic import Outcome, Why
from peercert.plan.arranging import Asked, arranged
from peercert.plan.beginnings import Beginning
from peercert.plan.choices import Choice, Turn, choices, leaves
from peercert.plan.todo import Settle, Todo, Wait
from peercert.requirements import Requirement
from peercert.requirements.steps import Sitting
from peercert.requirements.training_hours import TrainingHours

_DAYS = 48
"""Days that are looked at for one beginning."""

_LIFETIME = 100
"""Years after which a plan is none."""


class Draft(NamedTuple):
    """Steps that should make a way to a credential good; not checked yet."""

    way: str | None
    todos: tuple[Todo, ...]


class Blocked(NamedTuple):
    """A choice that nobody can carry out."""

    ids: tuple[str, ...]
    """What nobody can change."""


class Search(NamedTuple):
    """What is looked for."""

    catalog: Catalog
    credential: Credential

    def ways(self, day: date) -> Iterator[tuple[str | None, Requirement]]:
        """Give the ways to the credential on a day, each by its id."""
        edition = self.credential.edition_on(day)
        names: list[str | None] = [way.id for way in edition.pathways] if edition else [None]
        yield from zip(names, self.catalog.roots(self.credential.id, day), strict=True)


def drafts(search: Search, beginning: Beginning) -> Iterator[Draft | Blocked]:
    """Give the drafts that one beginning leads to.

    A draft that needs more time than the day leaves is tried again on the day on which it would be done, for by then
    old records may have left a window, and other rules may hold; until the day is enough.
    """
    case = beginning.case
    queue = list(dict.fromkeys([case.as_of, *(todo.done for todo in beginning.todos), *_later_days(search, case)]))
    queue.sort()
    seen: set[date] = set()
    while queue and len(seen) < _DAYS:
        day = heappop(queue)
        if day in seen or day > add_years(case.as_of, _LIFETIME):
            continue
        seen.add(day)
        later = case if day == case.as_of else case.on(day)
        for way, root in search.ways(day):
            for found in _on(search, beginning, later, root):
                if isinstance(found, Blocked):
                    yield found
                elif max([case.as_of, *(todo.done for todo in found)]) <= day:
                    waits = tuple(_waits(search, beginning, later, root))
                    yield Draft(way, (*_after_courses(search, found, waits), *waits))
                else:
                    heappush(queue, max(todo.done for todo in found))


def _on(search: Search, beginning: Beginning, case: Case, root: Requirement) -> Iterator[tuple[Todo, ...] | Blocked]:
    """Give the steps of each choice that would make a way good on a day."""
    avoided = frozenset(_capped(root))
    for choice in choices(search.catalog, root, case):
        asked, settled, blocked = _steps(choice, case, beginning.case.as_of)
        if blocked:
            yield Blocked(blocked)
            continue
        calendar = beginning.calendar.copy()
        todos = (*beginning.todos, *arranged(asked, calendar, avoided), *settled)
        if all(not hasattr(todo.step, "by") or _in_time(todo) for todo in todos):
            yield todos


def _in_time(todo: Todo) -> bool:
    by: date | None = getattr(todo.step, "by", None)
    return by is None or todo.done <= by


def _steps(choice: Choice, case: Case, today: date) -> tuple[list[Asked], list[Todo], tuple[str, ...]]:
    """Return the steps of a choice, what must be settled, and what nobody can change."""
    asked: list[Asked] = []
    settled: list[Turn] = []
    blocked: dict[str, None] = {}
    for turn in choice:
        if turn.ask or (turn.finding.outcome is Outcome.UNKNOWN and turn.finding.why is not Why.NO_EDITION):
            settled.append(turn)
            continue
        steps = list(turn.what.steps_to_meet(case))
        asked += [(step, turn.leaf.id) for step in steps]
        if not steps:
            blocked[turn.leaf.id] = None
    return asked, settling(settled, today), tuple(blocked)


def settling(turns: Iterable[Turn], today: date) -> list[Todo]:
    """Return what is to be settled, each thing once."""
    found: dict[Hashable, Todo] = {}
    for turn in turns:
        before = found.get(_subject(turn))
        ids = dict.fromkeys((*(before.ids if before else ()), turn.leaf.id))
        found[_subject(turn)] = Todo(Settle(turn.of_leaf, turn.ask, turn.leaf.looks_at()), tuple(ids), today)
    return list(found.values())


def _subject(turn: Turn) -> Hashable:
    """Return what is to be told: the same keys of the profile, for the same reason, are one step."""
    return turn.leaf.id if turn.ask else (turn.leaf.looks_at(), turn.finding.why)


def _capped(root: Requirement) -> Iterator[str]:
    """Give the topics of which no more than so many hours are credited by some reading."""
    if isinstance(root, TrainingHours) and root.at_most is not None:
        yield from root.topics
    for one in (*root.children, *root.alternatives):
        yield from _capped(one)


def _later_days(search: Search, case: Case) -> Iterator[date]:
    """Give the later days on which time alone meets something more, or another edition begins."""
    begins = [one.effective_from for one in search.credential.editions if one.effective_from is not None]
    for day in (case.as_of, *(day for day in begins if day > case.as_of)):
        if day > case.as_of:
            yield day
        then = case if day == case.as_of else case.on(day)
        for _, root in search.ways(day):
            for leaf in leaves(root.find(then)):
                yield from _turns(search.catalog.requirement(leaf.id), leaf, then)


def _turns(requirement: Requirement, finding: Finding, case: Case) -> Iterator[date]:
    """Give the later days on which the mere passing of time makes more of a leaf than ever before."""
    best = _worth(finding)
    for day in sorted({day for day in requirement.turning_days(case) if day > case.as_of}):
        worth = _worth(requirement.find(case.on(day)))
        if best[0] is not Outcome.MET and worth > best:
            best = worth
            yield day


def _after_courses(search: Search, todos: Iterable[Todo], waits: Iterable[Todo]) -> Iterator[Todo]:
    """Put exams after the courses that are waited for."""
    ends = [wait.done for wait in waits if search.catalog.requirement(wait.ids[0]).about == "training"]
    last = max(ends, default=None)
    for todo in todos:
        early = isinstance(todo.step, Sitting) and last is not None and todo.done <= last
        yield todo._replace(done=day_after(last), not_before=last) if early and last is not None else todo


def _waits(search: Search, beginning: Beginning, later: Case, root: Requirement) -> Iterator[Todo]:
    """Give what time alone has met by a later day; after what it has only brought nearer."""
    case = beginning.case
    nearer, met = list[Todo](), list[Todo]()
    if search.credential.edition_on(later.as_of) is not search.credential.edition_on(case.as_of):
        edition = search.credential.edition_on(later.as_of)
        if edition is not None and edition.effective_from is not None:
            met.append(_wait(search.credential.no_edition.id, edition.effective_from))
    for leaf in leaves(root.find(later)):
        requirement = search.catalog.requirement(leaf.id)
        days = sorted({day for day in requirement.turning_days(case) if case.as_of < day <= later.as_of})
        if days and _worth(requirement.find(case)) < _worth(leaf):
            there = (day for day in days if _worth(requirement.find(case.on(day))) == _worth(leaf))
            which = met if leaf.outcome is Outcome.MET else nearer
            which.append(_wait(requirement.id, next(there, later.as_of)))
    yield from (*nearer, *met)


def _worth(finding: Finding) -> tuple[Outcome, Decimal]:
    """Return how much there is of a leaf: its outcome, and what is proved."""
    return finding.outcome, finding.measure.have if finding.measure else Decimal()


def _wait(id_: str, day: date) -> Todo:
    return Todo(Wait(), (id_,), day, not_before=day)
