"""Columns: the names that may stand at the top of a table, and the place in a profile that each one leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Annotated, Literal, NamedTuple, TypeGuard, Union, get_args, get_origin

from pydantic import BaseModel

from peercert.candidate.profile import Profile
from peercert.reading import ValuePath, did_you_mean

NUMBER, PART = "N", "PART"
"""What stands in a pattern for the number of a record, and for a word that the models do not list."""

COMPLETE = "complete"
"""The column of a list of records that says whether there may be more."""

_NUMBER = re.compile(r"[1-9]\d{0,3}", re.ASCII)
_PARTING = "sep="
"""How a first line begins that tells a spreadsheet program how cells are parted."""

_LIST = "See `peercert schema columns` for every column."


class Takes(Enum):
    """What a cell may hold."""

    ONE = "one"
    """A single fact."""

    YES_NO = "yes or no"
    """A single fact that may be a yes or a no."""

    SEVERAL = "several"
    """Words with a semicolon between them."""

    RECORDS = "records"
    """One word for a whole list of records."""

    MAPPING = "mapping"
    """One word for a whole group of facts."""

    COMPLETE = "complete"
    """Whether a list of records is all that there is."""


class Pattern(NamedTuple):
    """A name that columns may have, with N for the number of a record."""

    name: str
    takes: Takes
    annotation: object
    """The type of the fact, as the model writes it."""


class Column(NamedTuple):
    """One column of a table."""

    path: ValuePath
    """The way to its fact; the number of a record is counted from 1."""

    takes: Takes


class Misnamed(NamedTuple):
    """What is wrong with the name of a column."""

    at: int
    """Which column, counted from 0."""

    code: str
    message: str
    hint: str


@cache
def patterns() -> dict[str, Pattern]:
    """Return every name that columns may have, in the order of a profile."""
    return {pattern.name: pattern for pattern in _inside(Profile, "")}


@lru_cache(maxsize=32)
def columns(names: tuple[str, ...]) -> tuple[Column, ...]:
    """Return the columns that names stand for; names that are not known are left out."""
    return tuple(one for one in map(_column, names) if one is not None)


def misnamed(names: Sequence[str]) -> Iterator[Misnamed]:
    """Give what is wrong with the names at the top of a table, from left to right."""
    first: dict[str, int] = {}
    for index, name in enumerate(names):
        if name.startswith(_PARTING):
            yield Misnamed(index, "unknown-column", "This line is only for a spreadsheet program.", "Delete it.")
            return
        if not name:
            yield Misnamed(index, "empty-column", "This column has no name.", f"Name it or delete it. {_LIST}")
        elif name in first:
            message = f"This column has the same name as column {first[name] + 1}."
            yield Misnamed(index, "duplicate-column", message, "Keep the right one and delete the other.")
        elif _column(name) is None:
            yield Misnamed(index, "unknown-column", "This is not a known column.", _meant(name))
        first.setdefault(name, index)


def _column(name: str) -> Column | None:
    parts = name.split(".")
    pattern = patterns().get(_pattern(parts)) or patterns().get(_pattern([*parts[:-1], PART]))
    if pattern is None or NUMBER in parts or not parts[-1]:
        return None
    path = [int(part) if index == 1 and _NUMBER.fullmatch(part) else part for index, part in enumerate(parts)]
    return Column(tuple(path), pattern.takes)


def _pattern(parts: Sequence[str]) -> str:
    return ".".join(NUMBER if index == 1 and _NUMBER.fullmatch(part) else part for index, part in enumerate(parts))


def _meant(name: str) -> str:
    """Return what somebody may have meant by a name that is not known."""
    numbers = _NUMBER.findall(name)
    nearest = did_you_mean(re.sub(r"\d+", NUMBER, name), patterns())
    if nearest is None:
        return _LIST
    number = numbers[0] if numbers else "1"
    return f'Did you mean "{nearest.replace(f".{NUMBER}.", f".{number}.")}"? {_LIST}'


def _inside(model: type[BaseModel], before: str) -> Iterator[Pattern]:
    """Give the patterns of a model's facts."""
    for name, info in model.model_fields.items():
        yield from _of(f"{before}{info.alias or name}", _core(info.annotation), info.annotation)


def _of(name: str, core: object, annotation: object) -> Iterator[Pattern]:
    """Give the patterns of one fact, and of the facts inside it."""
    inner = _core(get_args(core)[0]) if get_args(core) else None
    if _is_model(core):
        yield Pattern(name, Takes.MAPPING, annotation)
        yield from _inside(core, f"{name}.")
    elif get_origin(core) is tuple and _is_model(inner):
        yield Pattern(name, Takes.RECORDS, annotation)
        yield Pattern(f"{name}.{COMPLETE}", Takes.COMPLETE, bool)
        yield from _inside(inner, f"{name}.{NUMBER}.")
    elif get_origin(core) is tuple:
        yield Pattern(name, Takes.SEVERAL, annotation)
    elif get_origin(core) is dict:
        yield Pattern(name, Takes.MAPPING, annotation)
        words = get_args(inner) if get_origin(inner) is Literal else (PART,)
        for word in words:
            yield from _of(f"{name}.{word}", _core(get_args(core)[1]), get_args(core)[1])
    else:
        yield Pattern(name, Takes.YES_NO if bool in get_args(core) else Takes.ONE, annotation)


def _core(annotation: object) -> object:
    """Return a type without what is said about it, and without the None of what is left out."""
    if get_origin(annotation) is Annotated:
        return _core(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        told = [part for part in get_args(annotation) if part is not NoneType]
        return _core(told[0]) if len(told) == 1 else annotation
    return annotation


def _is_model(core: object) -> TypeGuard[type[BaseModel]]:
    return isinstance(core, type) and issubclass(core, BaseModel)
