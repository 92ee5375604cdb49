"""Steps to a smaller profile: what may be left out or made coarser so that what is left stays true.

What is left out of a profile is not told, but some silences say something: a position without an end still goes on, a
course without a status is completed, a list is all that there is. Such a silence is only made where it is true.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from peercert.candidate.profile import LEDGERS
from peercert.dates import Span, parse_span
from peercert.disclosure.coarser import coarser
from peercert.facts import Facts, found, records, with_fact, with_records, without
from peercert.reading import Plain, Value, ValuePath

_DAYS = ("start", "end", "completed", "date", "issued", "expires", "since", "until", "birth_date")
"""Fields that hold days."""

_LASTS = ("expires", "until")
"""Fields without which something lasts."""


class Days(NamedTuple):
    """The days against which a silence is true or not."""

    as_of: date
    application: date

    @property
    def past(self) -> date:
        """The day by which everything without a day is taken to have been."""
        return min(self.as_of, self.application)


def paths(facts: Facts, key: str) -> Iterator[ValuePath]:
    """Give the paths of a fact and of all in it, the whole before its parts, and the last record first."""
    yield (key,)
    told = records(facts, key) if key in LEDGERS else None
    if told is not None:
        for number in reversed(range(len(told.items))):
            yield (key, number)
            yield from _inside((key, number), told.items[number])
    else:
        yield from _inside((key,), facts[key])


def _inside(path: ValuePath, value: Value) -> Iterator[ValuePath]:
    if isinstance(value, dict):
        for part, inner in value.items():
            yield (*path, part)
            yield from _inside((*path, part), inner)


def left_out(facts: Facts, path: ValuePath, days: Days) -> Facts | None:
    """Return facts without what stands at a path; None where the silence would say something untrue."""
    key = str(path[0])
    told = records(facts, key) if key in LEDGERS else None
    if key == "application_date" and days.application != days.as_of:
        return None
    if told is None or len(path) == 1:
        return _dict(without(dict(facts), path)) if _may_go(facts[key], path[1:], days) else None
    items, number = told.items, int(path[1])
    if len(path) == 2:
        return with_records(facts, key, [*items[:number], *items[number + 1 :]], complete=False)
    if not _may_go(items[number], path[2:], days):
        return None
    changed = without(items[number], path[2:])
    return with_records(facts, key, [*items[:number], changed, *items[number + 1 :]], complete=told.complete)


def made_coarser(facts: Facts, path: ValuePath, days: Days) -> Facts | None:
    """Return facts with a day at a path told less exactly; None where there is none."""
    value = found(facts, path)
    new = _unsigned(path, value, days) or (coarser(value) if path[-1] in _DAYS and value is not None else None)
    if new is None:
        return None
    return with_fact(facts, path, new)


def _unsigned(path: ValuePath, value: Value | None, days: Days) -> Value | None:
    """Return a plain yes for a statement that was signed on some day."""
    span = parse_span(value) if path[0] == "attestations" and isinstance(value, str) else None
    return Plain("true") if span is not None and span.last <= days.past else None


def _may_go(holder: Value, path: ValuePath, days: Days) -> bool:
    """Say whether what stands at a path of a fact, or of a record, may be left out."""
    if not path or not isinstance(holder, dict):
        return True
    name, value = str(path[0]), holder.get(str(path[0]))
    if name == "topics" and len(path) > 1:
        return "hours" in holder or "credits" in holder
    if name in ("hours", "credits") and len(path) == 1:
        return _adds_up(holder)
    if name == "status":
        return value == "completed"
    span = parse_span(value) if isinstance(value, str) else None
    return span is None or name not in _DAYS or _silence_is_true(name, span, holder, days)


def _silence_is_true(name: str, span: Span, holder: dict[str, Value], days: Days) -> bool:
    if name == "birth_date":
        return True
    if name in _LASTS:
        return span.first >= days.as_of
    if name == "end" and "start" in holder:
        return False
    if name == "start" and "end" not in holder:
        return span.last <= days.past and days.application >= days.as_of
    return span.last <= days.past


def _adds_up(holder: dict[str, Value]) -> bool:
    """Say whether the whole hours of a course may be left out: without them, they are the sum of its topics."""
    topics, hours = holder.get("topics"), holder.get("hours")
    if not isinstance(topics, dict):
        return True
    told = [Decimal(one) for one in topics.values() if isinstance(one, str) and one[:1].isdigit()]
    return isinstance(hours, str) and hours[:1].isdigit() and len(told) == len(topics) and sum(told) == Decimal(hours)


def _dict(value: Value) -> Facts:
    return value if isinstance(value, dict) else {}
