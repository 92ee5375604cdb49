"""From plain values to requirements: each by its own kind, each fault at its own place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from peercert.reading.refusals import PROBLEM_LIMIT
from peercert.requirements import KINDS, Requirement, kind_of
from peercert.shaping import Fault, Path, shape, unknown_word

_NESTED = ("of", "readings")
_NOTHING = Requirement.model_construct(kind="nothing", id="nothing", title="nothing")
"""Stands in for what could not be built, so that the rest can be looked at."""


def build_requirement(
    raw: object, path: Path, inherited: Mapping[str, Any] | None = None
) -> tuple[Requirement | None, list[Fault]]:
    """Build a requirement and everything inside it.

    Args:
        raw: What stands in the file.
        path: Where it stands.
        inherited: Keys that a reading takes from the requirement it belongs to.

    Returns:
        The requirement, or None where it cannot be built; and every fault.
    """
    if not isinstance(raw, dict):
        return None, [Fault(path, "wrong-type", "A mapping is needed here.", "Write `kind:`, `id:` and what it asks.")]
    kind = raw.get("kind")
    if kind is None:
        return None, [
            Fault(path, "missing-key", "This requirement has no `kind`.", f"Write one of: {', '.join(KINDS)}.")
        ]
    if kind not in KINDS:
        return None, [unknown_word((*path, "kind"), kind, list(KINDS))]
    values = {**raw, **(inherited or {})}
    faults: list[Fault] = []
    for key in _NESTED:
        if key in raw:
            values[key], found = _build_all(raw, key, path)
            faults += found
    built, found = shape(kind_of(str(kind)), values)
    faults += [fault._replace(path=(*path, *fault.path)) for fault in found]
    if built is not None and not built.groups and not built.alternatives and not built.sources:
        faults.append(
            Fault(
                path, "number-without-source", "This requirement does not say where it is written.",
                "Add `sources: [{id: …, at: …}]`.",
            )
        )  # fmt: skip
    return (None if faults else built), faults


def _build_all(raw: Mapping[str, Any], key: str, path: Path) -> tuple[tuple[Requirement, ...], list[Fault]]:
    values = raw[key]
    if not isinstance(values, list):
        return (_NOTHING, _NOTHING), [Fault((*path, key), "wrong-type", "A list is needed here.")]
    built: list[Requirement] = []
    faults: list[Fault] = []
    for index, value in enumerate(values):
        if len(faults) > PROBLEM_LIMIT:
            break
        inherited = None
        if key == "readings" and isinstance(value, dict):
            inherited = {"topic": raw["topic"]} if "topic" in raw else {}
        child, found = build_requirement(value, (*path, key, index), inherited)
        faults += found
        built.append(child or _NOTHING)
    return tuple(built), faults
