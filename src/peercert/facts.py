"""The facts of a profile as plain values: looked up, set and removed by their path, each time in a copy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias, cast

from peercert.candidate.fields import DECLINED
from peercert.reading import Plain, Value, ValuePath

Facts: TypeAlias = Mapping[str, Value]
"""What a profile says: one value for each key that is told."""


class Records(NamedTuple):
    """A list of records, and whether there can be no more than these."""

    items: list[Value]
    complete: bool


def found(facts: Facts, path: ValuePath) -> Value | None:
    """Return what stands at a path; a word on the way, such as declined, stands for all that is inside.

    The records of a list are counted from 0, whichever way the list is written.
    """
    told = records(facts, str(path[0]))
    value: Value | None = facts.get(str(path[0]))
    if told is not None and len(path) > 1:
        value = told.items
    for part in path[1:]:
        if isinstance(value, dict) and isinstance(part, str):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int):
            value = value[part] if part < len(value) else None
    return value


def records(facts: Facts, key: str) -> Records | None:
    """Return a list of records, in whichever way it is written; None where it is not told, or declined."""
    told = facts.get(key)
    if isinstance(told, list):
        return Records(told, complete=True)
    if isinstance(told, dict) and isinstance(inner := told.get("records"), list):
        return Records(inner, complete=told.get("complete") not in ("false", "no", False))
    return None


def with_records(facts: Facts, key: str, items: list[Value], *, complete: bool) -> dict[str, Value]:
    """Return facts with a list of records, wrapped where there may be more."""
    wrapped: Value = items if complete else {"records": items, "complete": Plain("false")}
    return {**facts, key: wrapped}


def with_fact(facts: Facts, path: ValuePath, value: Value) -> dict[str, Value]:
    """Return facts with a value at a path; the records of a list stay as complete as they were."""
    key = str(path[0])
    told = records(facts, key)
    if told is not None and len(path) > 1:
        items = with_value(told.items, path[1:], value)
        return with_records(facts, key, items if isinstance(items, list) else [], complete=told.complete)
    return {**facts, key: with_value(facts.get(key), path[1:], value)}


def with_value(value: Value | None, path: ValuePath, new: Value) -> Value:
    """Return a copy with a value at a path; a mapping or one more item of a list is made where there is none."""
    if not path:
        return new
    part, rest = path[0], path[1:]
    if isinstance(part, int):
        items = [*value] if isinstance(value, list) else []
        inner = items[part] if part < len(items) else None
        return [*items[:part], with_value(inner, rest, new), *items[part + 1 :]]
    inside: dict[str, Value] = value if isinstance(value, dict) else {}
    return {**inside, part: with_value(inside.get(part), rest, new)}


def without(value: Value, path: ValuePath) -> Value:
    """Return a copy without what stands at a path, and without a mapping that is left empty by that."""
    part, rest = path[0], path[1:]
    if isinstance(value, list) and isinstance(part, int):
        inner = [without(value[part], rest)] if rest else []
        return [*value[:part], *inner, *value[part + 1 :]]
    inside = cast("dict[str, Value]", value)
    if not rest:
        return {key: one for key, one in inside.items() if key != part}
    changed = without(inside[str(part)], rest)
    if changed == {}:
        return {key: one for key, one in inside.items() if key != part}
    return {**inside, str(part): changed}


def is_declined(value: object) -> bool:
    """Say whether a value is the word by which a person keeps a fact to themselves."""
    return isinstance(value, str) and value == DECLINED
