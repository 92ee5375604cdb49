"""What a plan may begin with: the profile as told, what is under way finished, or another day of application."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from peercert.candidate import Candidate
from peercert.candidate.writing import read_back, written
from peercert.case import Case
from peercert.dates import Span
from peercert.finding import Finding
from peercert.logic import Outcome
from peercert.plan.arranging import Calendar
from peercert.plan.choices import leaves
from peercert.plan.doing import carried_out
from peercert.plan.todo import ApplyAgain, ApplyBy, Finish, Pace, Todo
from peercert.requirements import Requirement
from peercert.requirements.application import Application

_UNFINISHED = ("in_progress", "planned")


class Beginning(NamedTuple):
    """A profile from which the rest of a plan is counted."""

    case: Case
    """The candidate on the day on which the plan is made, with these first steps done."""

    todos: tuple[Todo, ...]
    """The first steps."""

    calendar: Calendar


def beginnings(case: Case, roots: tuple[Requirement, ...], pace: Pace) -> Iterator[Beginning]:
    """Give the beginnings to try.

    Args:
        case: The candidate on the day on which the plan is made.
        roots: What each way to the credential requires.
        pace: Hours a week.
    """
    applying: list[tuple[Todo, ...]] = [()]
    deadlines = [leaf for root in roots for leaf in _applications(root)]
    if case.candidate.application_date is not None:
        applying.append((Todo(ApplyAgain(), (roots[0].id,), case.as_of),))
    elif deadlines:
        last = _last_day([reading for _, reading in deadlines], case)
        applying.append((Todo(ApplyBy(last), (deadlines[0][0],), case.as_of),))
    for apply in applying:
        for finish in (True, False) if list(_unfinished(case)) else (False,):
            calendar = Calendar(case.as_of, pace)
            todos = (*(_finished(case, roots, calendar) if finish else ()), *apply)
            yield Beginning(_with(case, todos), todos, calendar)


def _applications(requirement: Requirement, id_: str | None = None) -> Iterator[tuple[str, Application]]:
    """Give the requirements about the day of application, each with the id by which it is known."""
    if isinstance(requirement, Application):
        yield id_ or requirement.id, requirement
    for one in requirement.children:
        yield from _applications(one)
    for one in requirement.alternatives:
        yield from _applications(one, requirement.id)


def _last_day(deadlines: Sequence[Application], case: Case) -> date | None:
    """Return the last day to apply by what has not passed: the first of several, or the last where any one will do."""
    ahead = [one.on_or_before for one in deadlines if one.on_or_before is not None and one.on_or_before >= case.as_of]
    return (max if case.disputes == "lenient" else min)(ahead, default=None)


def _unfinished(case: Case) -> Iterator[int]:
    for number, entry in enumerate(case.ledger("training").entries):
        if entry.record.status in _UNFINISHED:
            yield number


def _finished(case: Case, roots: tuple[Requirement, ...], calendar: Calendar) -> Iterator[Todo]:
    for number in _unfinished(case):
        entry = case.ledger("training").entries[number]
        told, hours = entry.record.completed, case.hours(entry.record)
        count = hours if isinstance(hours, Decimal) else Decimal()
        first, done = calendar.spent("training", count)
        if isinstance(told, Span) and told.last > case.as_of:
            done = told.last
            calendar.ends_later(done)
        ids = dict.fromkeys(id_ for root in roots for id_ in _waiting_for(entry.address, root.find(case)))
        yield Todo(Finish(number, count), tuple(ids) or (roots[0].id,), done, first=first)


def _waiting_for(address: str, finding: Finding) -> Iterator[str]:
    """Give the leaves that a record which is not finished would count for."""
    for leaf in leaves(finding):
        if leaf.outcome is not Outcome.MET and any(one.address == address for one in (*leaf.aside, *leaf.open)):
            yield leaf.id


def _with(case: Case, todos: tuple[Todo, ...]) -> Case:
    if not todos:
        return case
    told = carried_out(written(case.candidate), todos, case.as_of)
    candidate: Candidate = read_back(told, case.candidate, case.words, case.as_of)
    return Case(candidate, case.rules, case.as_of, disputes=case.disputes, verified_only=case.verified_only)
