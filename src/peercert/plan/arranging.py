"""Steps put together and on the calendar: what serves several needs is done once, and each thing in its order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import ROUND_CEILING, Decimal
from typing import NamedTuple

from peercert.dates import END, add_months
from peercert.plan.sharing import Gain, Need, shared
from peercert.plan.todo import ZERO, Pace, Todo
from peercert.requirements.steps import Changed, Course, Gained, Hours, Lasting, Referred, Sitting, Step

Asked = tuple[Step, str]
"""A step, and the requirement that it is for."""

_LANES = {"training": "training", "experience": "work", "practicum": "work", "supervision": "supervision"}
_MONTHS = 12


class Calendar:
    """Days on which things can be done: training, work and supervision go on side by side, each in its own row.

    Args:
        today: The day on which the plan is made. Hours begin on the next one.
        pace: Hours a week.
    """

    def __init__(self, today: date, pace: Pace) -> None:
        self.today = today
        self.tomorrow = _later(today, 1)
        self._pace = pace
        self._ends: dict[str, date] = {}
        self._courses: tuple[date, ...] = ()

    def copy(self) -> Calendar:
        """Return a calendar with the same on it, to go on with."""
        other = Calendar(self.today, self._pace)
        other._ends, other._courses = dict(self._ends), self._courses
        return other

    def spent(self, ledger: str, hours: Decimal) -> tuple[date, date]:
        """Put hours on the calendar after what is there already; return their first and last day."""
        lane = _LANES[ledger]
        weekly = self._pace.training if lane == "training" else self._pace.work
        days = int((hours * 7 / weekly).to_integral_value(ROUND_CEILING))
        first = _later(self._ends.get(lane, self.today), 1)
        self._ends[lane] = _later(first, max(days, 1) - 1)
        return first, self._ends[lane]

    def ends_later(self, day: date) -> None:
        """Keep in mind the day on which a course that is under way ends, as it is told."""
        self._courses = (*self._courses, day)

    @property
    def trained(self) -> date | None:
        """The day on which all training is done; None where there is none to do."""
        done = self._ends.get("training")
        return max((*self._courses, done) if done else self._courses, default=None)


def _later(day: date, days: int) -> date:
    return date.fromordinal(min(day.toordinal() + days, END.toordinal()))


def arranged(asked: Sequence[Asked], calendar: Calendar, avoided: frozenset[str]) -> tuple[Todo, ...]:
    """Put steps together and on the calendar.

    Args:
        asked: The steps, as the requirements name them.
        calendar: With what is under way already.
        avoided: Topics of which no more hours than needed are credited.

    Returns:
        What is to be done: hours first, then exams, then the rest.
    """
    courses = _courses(asked)
    needs = [Need(step, (id_,)) for step, id_ in asked if isinstance(step, Hours) and step.hours > ZERO]
    for at, (course, ids) in enumerate(courses):
        if course.hours:
            needs.append(Need(Hours("training", course.hours, (("program", course.programs),)), ids, at))
    gains = shared(needs)
    todos = [_taken(course, ids, [one for one in gains if one.course == at], calendar, avoided)
             for at, (course, ids) in enumerate(courses)]  # fmt: skip
    todos += [_gained(one, calendar, avoided) for one in gains if one.course is None]
    todos = list(_lasting(todos, asked, calendar))
    todos += _single(asked, calendar)
    last = max([calendar.tomorrow, *(todo.done for todo in todos)])
    return tuple(todo._replace(done=last) if _lapses(todo.step) else todo for todo in todos)


def _lapses(step: object) -> bool:
    """Say whether what is gained lasts for a time only, so that it is best gained last."""
    return isinstance(step, Gained) and step.ledger != "education"


def _courses(asked: Sequence[Asked]) -> list[tuple[Course, tuple[str, ...]]]:
    """Return the courses to take; one course may do for several requirements."""
    found: list[tuple[Course, tuple[str, ...]]] = []
    for step, id_ in asked:
        if not isinstance(step, Course):
            continue
        for at, (other, ids) in enumerate(found):
            programs = tuple(program for program in other.programs if program in step.programs)
            if programs:
                found[at] = (_one_course(other, step, programs), (*ids, id_))
                break
        else:
            found.append((step, (id_,)))
    return found


def _one_course(one: Course, other: Course, programs: tuple[str, ...]) -> Course:
    hours = [course.hours for course in (one, other) if course.hours is not None]
    ends = [course.by for course in (one, other) if course.by is not None]
    components = {**dict(one.components), **dict(other.components)}
    return Course(programs, max(hours, default=None), tuple(components.items()), min(ends, default=None))


def _taken(
    course: Course, ids: tuple[str, ...], parts: Sequence[Gain], calendar: Calendar, avoided: frozenset[str]
) -> Todo:
    hours = sum((part.hours.hours for part in parts), ZERO)
    first, done = calendar.spent("training", hours)
    programs = next((accepted for part in parts for name, accepted in part.hours.points if name == "program"), ())
    split: dict[str, Decimal] = {}
    for part in parts:
        topic = _topic(part.hours, avoided)
        if topic:
            split[topic] = split.get(topic, ZERO) + part.hours.hours
    served = dict.fromkeys([*ids, *(id_ for part in parts for id_ in part.ids)])
    chosen = course._replace(programs=tuple(map(str, programs)) or course.programs, hours=hours or None)
    return Todo(chosen, tuple(served), done, hours, first, topics=tuple(split.items()))


def _gained(gain: Gain, calendar: Calendar, avoided: frozenset[str]) -> Todo:
    first, done = calendar.spent(gain.hours.ledger, gain.hours.hours)
    topic = _topic(gain.hours, avoided)
    topics = ((topic, gain.hours.hours),) if topic else ()
    return Todo(gain.hours, gain.ids, done, ZERO if gain.hours.any_amount else gain.hours.hours, first, topics=topics)


def _topic(hours: Hours, avoided: frozenset[str]) -> str | None:
    """Return the topic that hours go to: one whose hours are all credited, where there is a choice."""
    accepted = [str(topic) for name, words in hours.points if name == "topics" for topic in words]
    return next((topic for topic in accepted if topic not in avoided), next(iter(accepted), None))


def _lasting(todos: Sequence[Todo], asked: Sequence[Asked], calendar: Calendar) -> Iterator[Todo]:
    """Let practical experience go on until its months are full; where no hours of it are missing, with none."""
    lasting = [(step, id_) for step, id_ in asked if isinstance(step, Lasting)]
    for todo in todos:
        if isinstance(todo.step, Hours) and todo.step.ledger == "practicum" and lasting:
            ends = [_full(step, calendar) for step, _ in lasting]
            yield todo._replace(
                ids=(*todo.ids, *(id_ for _, id_ in lasting)), first=calendar.tomorrow, done=max(todo.done, *ends)
            )
            lasting = []
        else:
            yield todo
    for step, id_ in lasting:
        yield Todo(step, (id_,), _full(step, calendar), first=calendar.tomorrow)


def _full(step: Lasting, calendar: Calendar) -> date:
    """Return the last day of the months that are asked for, not before tomorrow."""
    end = add_months(step.since or calendar.tomorrow, step.months)
    return max(_later(end, -1), calendar.tomorrow)


class _Single(NamedTuple):
    step: Step
    ids: tuple[str, ...]


def _single(asked: Sequence[Asked], calendar: Calendar) -> Iterator[Todo]:
    """Give what is done once: each thing one time only, however many requirements ask for it."""
    found: dict[object, _Single] = {}
    for step, id_ in asked:
        if isinstance(step, Sitting | Gained | Changed | Referred):
            key: object = step.exam if isinstance(step, Sitting) else type(step) if isinstance(step, Referred) else step
            before = found.get(key, _Single(step, ()))
            found[key] = _Single(_larger(before.step, step), (*before.ids, id_))
    for step, ids in sorted(found.values(), key=lambda one: not isinstance(one.step, Sitting)):
        yield _on_its_day(step, ids, calendar)


def _larger(one: Step, other: Step) -> Step:
    if isinstance(one, Sitting) and isinstance(other, Sitting):
        return max(one, other, key=lambda step: step.score or ZERO)
    return max(one, other) if isinstance(one, Referred) and isinstance(other, Referred) else one


def _on_its_day(step: Step, ids: tuple[str, ...], calendar: Calendar) -> Todo:
    if isinstance(step, Sitting):
        trained = calendar.trained
        return Todo(step, ids, _later(trained or calendar.today, 1), not_before=trained)
    if isinstance(step, Gained) and step.years:
        months = int((step.years * _MONTHS).to_integral_value(ROUND_CEILING))
        return Todo(step, ids, add_months(calendar.tomorrow, months))
    large = isinstance(step, Gained) or (isinstance(step, Changed) and step.large)
    return Todo(step, ids, calendar.tomorrow if large else calendar.today)
