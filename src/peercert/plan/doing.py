"""A plan carried out on a copy: the profile as it will be when every step is done."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from datetime import date
from decimal import Decimal
from typing import Any

from peercert.candidate.writing import Written
from peercert.dates import BEGINNING
from peercert.plan.todo import ApplyAgain, ApplyBy, Finish, Todo
from peercert.requirements.steps import DAY, Changed, Course, Gained, Hours, Lasting, Point, Referred, Sitting


def carried_out(told: Written, todos: Sequence[Todo], last: date) -> Written:
    """Return a profile with every step done; the one that is given stays as it is.

    Args:
        told: The profile as plain data.
        todos: The steps.
        last: The day on which the last one is done.
    """
    copy = deepcopy(told)
    for todo in todos:
        _do(copy, todo, last)
    return copy


def placed_in_the_past(told: Written, last: date) -> Written:
    """Return a profile whose sittings without a day have the days on which they may have been; later ones come after.

    Args:
        told: The profile as plain data.
        last: The last day of what was told without a day.
    """
    sittings = told.get("exams")
    if not isinstance(sittings, dict | list) or all("date" in one for one in _records(sittings)):
        return told
    copy = deepcopy(told)
    for one in _records(copy["exams"]):
        one.setdefault("date", f"{BEGINNING}..{last}")
    return copy


def _do(told: Written, todo: Todo, last: date) -> None:  # noqa: C901 - one case for each kind of step
    match todo.step:
        case Hours("training"):
            _add(told, "training", {**_asked(todo.step.points, program="none"), **_trained(todo)})
        case Hours(ledger, hours, points):
            _add(told, ledger, {**_asked(points), **_stretch(todo), "hours": hours})
        case Lasting(points=points):
            _add(told, "practicum", {**_asked(points), **_stretch(todo), "hours": Decimal()})
        case Course():
            _add(told, "training", _course(todo.step, todo))
        case Sitting(exam, score):
            passed = {"result": "passed"} if score is None else {"score": score}
            _add(told, "exams", {"exam": exam, "date": todo.done.isoformat(), **passed})
        case Gained():
            ends = {todo.step.until: last.isoformat()} if todo.step.until else {}
            _add(told, todo.step.ledger, {**dict(todo.step.fields), todo.step.day: todo.done.isoformat(), **ends})
        case Changed(key, value):
            _change(told, key, _plain(value, todo.done))
        case Referred(more):
            _refer(told, more, todo.done)
        case Finish(number):
            record = _records(told["training"])[number]
            record.pop("status", None)
            record["completed"] = todo.done.isoformat()
        case ApplyAgain():
            told.pop("application_date", None)
        case ApplyBy():
            told["application_date"] = todo.done.isoformat()


def _records(told: Any) -> list[Any]:  # noqa: ANN401 - a ledger as it is written
    found: list[Any] = told["records"] if isinstance(told, dict) else told
    return found


def _add(told: Written, ledger: str, record: Written) -> None:
    """Add a record; where nothing is told of the others, that stays open."""
    if not isinstance(told.get(ledger), dict | list):
        told[ledger] = {"records": [], "complete": False}
    _records(told[ledger]).append(record)


def _asked(points: Sequence[Point], **otherwise: object) -> Written:
    """Return the fields that a record must have: of each the first that counts, of people served one of each kind."""
    fields: Written = {**otherwise}
    served: list[object] = []
    for name, accepted in points:
        if name == "population":
            served += [] if set(served) & set(accepted) else [accepted[0]]
        elif name != "topics":
            fields[name] = accepted[0]
    return {**fields, "population": served} if served else fields


def _trained(todo: Todo) -> Written:
    topics = {"topics": dict(todo.topics)} if todo.topics else {}
    return {"completed": todo.done.isoformat(), "hours": todo.hours, **topics}


def _course(step: Course, todo: Todo) -> Written:
    fields: Written = {"program": step.programs[0], "completed": todo.done.isoformat()}
    if todo.hours:
        fields |= _trained(todo)
    return {**fields, "components": dict(step.components)} if step.components else fields


def _stretch(todo: Todo) -> Written:
    return {"start": (todo.first or todo.done).isoformat(), "end": todo.done.isoformat()}


def _plain(value: object, done: date) -> Any:  # noqa: ANN401 - any fact
    if value == DAY:
        return done.isoformat()
    if isinstance(value, tuple):
        pairs = [one for one in value if isinstance(one, tuple)]
        return {key: _plain(one, done) for key, one in pairs} if pairs else list(value)
    return value


def _change(told: Written, key: str, value: object) -> None:
    outer, dot, inner = key.partition(".")
    told[outer] = {**told.get(outer, {}), inner: value} if dot else value


def _refer(told: Written, more: int, done: date) -> None:
    count = told.get("references")
    if isinstance(count, int):
        told["references"] = count + more
        return
    for _ in range(more):
        _add(told, "references", {"date": done.isoformat()})
