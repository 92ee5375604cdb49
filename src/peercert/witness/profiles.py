"""Made-up profiles: plain data that is written as a profile file has it, and read the way a file is read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, get_args

from peercert.candidate import Candidate, load_candidate
from peercert.candidate.profile import LEDGERS, Profile, Record, Topic
from peercert.errors import FileError
from peercert.reading import read_text
from peercert.words import Words

Made = dict[str, Any]  # Any: what a profile file may hold, with days and exact numbers as such
"""A profile, or a part of one."""

_WIDE = 56
"""Columns that a line of a profile may take; what is longer is written one below the other."""

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 _-]*")


def json_text(value: object) -> str:
    """Write plain data as JSON."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{json.dumps(key)}: {json_text(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(json_text, value)) + "]"
    return json.dumps(_scalar(value)) if isinstance(value, str | date) else _scalar(value)


def yaml_lines(made: Mapping[str, Any]) -> tuple[str, ...]:
    """Write a profile as the lines of a YAML file: one for each fact and record, or more where one would be long."""
    return tuple(line for key, value in made.items() for line in _entry(key, value, ""))


def _entry(key: str, value: object, indent: str) -> Iterator[str]:
    whole = f"{indent}{key}: {_flow(value)}"
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        yield f"{indent}{key}:"
        for record in value:
            yield from _record(record, f"{indent}  ")
    elif isinstance(value, Mapping) and len(whole) > _WIDE:
        yield f"{indent}{key}:"
        for name, one in value.items():
            yield from _entry(name, one, f"{indent}  ")
    else:
        yield whole


def _record(record: Mapping[str, Any], indent: str) -> Iterator[str]:
    whole = f"{indent}- {_flow(record)}"
    if len(whole) <= _WIDE:
        yield whole
        return
    lines = [line for name, one in record.items() for line in _entry(name, one, f"{indent}  ")]
    yield f"{indent}- {lines[0].lstrip()}"
    yield from lines[1:]


def _flow(value: object) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, str) and not _PLAIN.fullmatch(value):
        return json.dumps(value)
    return _scalar(value)


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        plain = f"{value:f}"
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    return value.isoformat() if isinstance(value, date) else str(value)


def plain(value: Any) -> Any:  # noqa: ANN401 - plain data in, plain data out
    """Return a profile as JSON has it: days as text, whole numbers as such."""
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value


def read(text: str, words: Words, as_of: date, *, json_: bool = True) -> Candidate | None:
    """Read a made-up profile; None where nobody can be so."""
    try:
        return load_candidate(read_text(text, "witness", syntax="json" if json_ else "yaml"), words, as_of)
    except FileError:
        return None


def facts(value: object) -> int:
    """Count the single facts of a profile or of a part of it; an empty list is one."""
    if isinstance(value, Mapping):
        return sum(map(facts, value.values())) or 1
    if isinstance(value, list | tuple):
        return sum(map(facts, value)) or 1
    return 1


def amounts(value: object) -> Decimal:
    """Add up the numbers of a profile: of two with as many facts, the lower sum is the smaller one."""
    if isinstance(value, Mapping):
        return sum(map(amounts, value.values()), Decimal())
    if isinstance(value, list | tuple):
        return sum(map(amounts, value), Decimal())
    return Decimal(value) if isinstance(value, Decimal | int) and not isinstance(value, bool) else Decimal()


def in_order(made: Mapping[str, Any]) -> Made:
    """Return a profile with its keys, and the fields of its records, in the order in which a profile lists them."""
    return {key: _in_order(key, made[key]) for key in Profile.model_fields if key in made}


def _in_order(key: str, value: Any) -> Any:  # noqa: ANN401 - any fact of a profile
    return [_sorted(one, LEDGERS[key]) for one in value] if key in LEDGERS and isinstance(value, list) else value


def _sorted(told: Mapping[str, Any], model: type[Record]) -> Made:
    order = list(get_args(Topic))
    found = {key: told[key] for key in model.model_fields if key in told}
    topics = found.get("topics")
    return {**found, "topics": {key: topics[key] for key in order if key in topics}} if topics else found


def smaller(made: Mapping[str, Any]) -> Iterator[Made]:
    """Give every profile that tells one fact, one record or one field less."""
    for path in _paths(made):
        yield _without(made, path)


def _paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - plain data
    inner = value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield (*path, key)
        yield from _paths(one, (*path, key))


def _without(value: Any, path: tuple[Any, ...]) -> Any:  # noqa: ANN401 - plain data
    key, *rest = path
    if isinstance(value, list):
        inner = [_without(value[key], tuple(rest))] if rest else []
        return [*value[:key], *inner, *value[key + 1 :]]
    if rest:
        return {**value, key: _without(value[key], tuple(rest))}
    return {one: inner for one, inner in value.items() if one != key}
