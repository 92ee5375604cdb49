"""A profile with a mark of its own in every field, made by walking the schema: a new field is planted by itself."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple, Self

from peercert.schema import written
from upper import built_in

CANARY = "kanarienvogel"
"""A word that stands nowhere else."""

ID = "p-1"
"""The candidate's own id is the one thing that reports carry by design."""

Path = tuple[str | int, ...]


class Planted(NamedTuple):
    """A profile, and what of it may never be shown."""

    profile: dict[str, Any]
    days: tuple[str, ...]
    amounts: tuple[str, ...]
    """Numbers that stand nowhere else. Reports may say amounts; a `repr` may not."""


class _Planter:
    """Walks the schema, and puts something that is right into each field."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self._defs = schema["$defs"]
        self.days: list[str] = []
        self.amounts: list[str] = []

    def value(self, node: dict[str, Any], path: str) -> Any:
        """Return what may stand at a place."""
        if "$ref" in node:
            return self.value(self._defs[node["$ref"].rpartition("/")[2]], path)
        if "anyOf" in node:
            return self.value(max(node["anyOf"], key=_richness), path)
        kinds = node.get("type", ())
        if kinds == "array":
            return self._list(node["items"], path)
        if kinds == "object":
            return self._mapping(node, path)
        return self._scalar(node, kinds, path)

    def _list(self, item: dict[str, Any], path: str) -> list[Any]:
        """Return a list with one item; with two where two of its keys may not stand together."""
        first = self.value(item, path)
        inner = self._defs[item["$ref"].rpartition("/")[2]] if "$ref" in item else item
        apart = inner.get("not", {}).get("required", ())
        if not apart:
            return [first]
        second = self.value(item, f"{path}-2")
        first.pop(apart[1])
        second.pop(apart[0])
        return [first, second]

    def _mapping(self, node: dict[str, Any], path: str) -> dict[str, Any]:
        if "propertyNames" in node:
            return {node["propertyNames"]["enum"][0]: self.value(node["additionalProperties"], path)}
        return {name: self.value(inner, f"{path}-{name}") for name, inner in node["properties"].items()}

    def _scalar(self, node: dict[str, Any], kinds: Any, path: str) -> Any:
        if "enum" in node:
            return next(word for word in node["enum"] if word not in ("none", "declined"))
        if "d{4}" in node.get("pattern", ""):
            self.days.append((date(2019, 3, 1) + timedelta(days=len(self.days))).isoformat())
            return self.days[-1]
        if "pattern" in node:
            return "IL"
        if "string" in kinds:
            return f"{CANARY}{path}"
        self.amounts.append(f"0.{9000 - len(self.amounts)}7")  # a part, which stands later, is less than its whole
        return _Number(self.amounts[-1])


class _Number(float):
    """A number that is written as it was made."""

    def __new__(cls, text: str) -> Self:
        made = super().__new__(cls, text)
        made.text = text
        return made

    text: str

    def __repr__(self) -> str:
        return self.text


def _richness(node: dict[str, Any]) -> int:
    """Return how much a choice can tell: records more than a day, a day more than a yes, and a `declined` least."""
    if "$ref" in node or node.get("type") == "array":
        return 4
    if "d{4}" in node.get("pattern", ""):
        return 3
    return 1 if "const" in node else 2


@cache
def _planted() -> Planted:
    schema = json.loads(written("candidate", built_in().words, "2020-12"))
    planter = _Planter(schema)
    profile: dict[str, Any] = planter.value(schema, "")
    profile["id"] = ID
    profile["seeking"] = list(built_in().ids)
    return Planted(profile, tuple(planter.days), tuple(planter.amounts))


def planted() -> Planted:
    """Return the profile and its marks; the profile is a copy of one's own."""
    return _planted()._replace(profile=copy.deepcopy(_planted().profile))


def places(value: Any, path: Path = ()) -> Iterator[Path]:
    """Give the path of everything in a profile: facts, records, and what stands in them."""
    if path:
        yield path
    if isinstance(value, (dict, list)):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(inner, (*path, key))


def with_value(path: Path, value: Any) -> dict[str, Any]:
    """Return the profile with something else at a place."""
    profile: Any = planted().profile
    holder = profile
    for part in path[:-1]:
        holder = holder[part]
    holder[path[-1]] = value
    changed: dict[str, Any] = profile
    return changed


def marks(text: str) -> list[str]:
    """Return what of the person is in a text."""
    return [mark for mark in (CANARY, *planted().days) if mark in text]
