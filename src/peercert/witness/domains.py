"""The values that each field of a record is tried with: one for each way in which rules tell values apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise, product
from typing import Any

from peercert.dates import BEGINNING, END, add_years
from peercert.requirements.choices import EDGES, HOURS, ONE_DAY, TOPIC, WHEN, Choice
from peercert.witness.profiles import Made

_MOST = 4_000
"""Records of one list above which the rest is not tried."""

_LONG = 4
"""Years of a stretch of time that has no end of its own."""

_TOLD_ONCE = {"education": "end", "training": "completed", "exams": "date"}
"""Where a list tells the day of what happens once."""

_LEFT_OUT = object()
"""Stands for a field that is not told; some rules do not ask for it."""

_LISTS = ("population",)
"""Fields that hold a list of words."""


def records(key: str, told: Sequence[Sequence[Choice]], as_of: date) -> tuple[list[Made], bool]:
    """Return every record that rules may tell from another, and whether these are all.

    Args:
        key: The key of the list, or of a fact that is a mapping.
        told: The choices that each rule makes about it.
        as_of: The day decided on.
    """
    choices = [one for mine in told for one in mine]
    fields = {name: _values(name, choices) for name in dict.fromkeys(one.field for one in choices)}
    spans = _spans(fields.pop(EDGES, []), as_of) + fields.pop(WHEN, [])
    if spans:
        fields[WHEN] = spans
    for name in ("", HOURS):
        fields.pop(name, None)
    for name, values in fields.items():
        if not all(any(one.field == name for one in mine) for mine in told):
            values.append(_LEFT_OUT)
    found: list[Made] = []
    for chosen in product(*fields.values()):
        if len(found) >= _MOST:
            return found, False
        found.append(record(key, {name: one for name, one in zip(fields, chosen, strict=True) if one is not _LEFT_OUT}))
    return found, True


def single(choices: Sequence[Choice]) -> list[Any]:
    """Return the values of a fact that is told as a whole."""
    return _values("", choices)


def _values(field: str, choices: Sequence[Choice]) -> list[Any]:
    """Return the values of a field, what is enough first; of words that no rule tells apart only one."""
    mine = [one for one in choices if one.field == field]
    seen: dict[Any, Any] = {}
    for part in ("enough", "doubt", "short"):
        for value in (value for one in mine for value in getattr(one, part)):
            known = tuple((value in one.enough, value in one.doubt) for one in mine)
            seen.setdefault(known if isinstance(value, str) else value, value)
    return list(seen.values())


def _spans(windows: Sequence[tuple[date, date]], as_of: date) -> list[tuple[date, date]]:
    """Cut the time up to a day where windows begin and end; the latest stretch first."""
    cuts = {first for first, _ in windows if first > BEGINNING}
    cuts |= {last + ONE_DAY for _, last in windows if last < END}
    inside = sorted(cut for cut in cuts if cut <= as_of)
    if not windows:
        return []
    starts = [add_years(inside[0] if inside else as_of, -_LONG), *inside]
    return [(first, after - ONE_DAY) for first, after in reversed(list(pairwise([*starts, as_of + ONE_DAY])))]


def record(key: str, values: Mapping[str, Any]) -> Made:
    """Write a record from the values of its fields, as choices name them."""
    made: Made = {}
    for field, value in values.items():
        name, _, part = field.partition(".")
        if field == WHEN:
            made |= _days(key, *value)
        elif field == TOPIC:
            made["topics"] = {value: None}
        elif name in _LISTS:
            made[name] = [*made.get(name, []), value]
        elif part:
            made[name] = {**made.get(name, {}), part: value}
        else:
            made[name] = value
    return made


def _days(key: str, first: date, last: date) -> dict[str, date]:
    return {_TOLD_ONCE[key]: last} if key in _TOLD_ONCE else {"start": first, "end": last}
