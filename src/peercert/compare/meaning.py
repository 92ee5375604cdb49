"""What a requirement asks, without its names, its sources and the order of its parts."""

from __future__ import annotations

from collections.abc import Hashable

from peercert.requirements import Requirement
from peercert.requirements.base import RulesModel

_NAMES = frozenset(
    {"id", "kind", "title", "topic", "sources", "note", "remedy", "was", "allow", "ask", "marks"}
)  # fmt: skip
"""Keys that say nothing about what is asked."""


def meaning(one: RulesModel, *, but: str = "") -> Hashable:
    """Return what a requirement asks, in a form that is equal where the same is asked.

    Args:
        one: A requirement, or a part of one.
        but: A key to leave out: what remains is equal where only this differs.

    Returns:
        Its kind with all that may be set in it: numbers by their value, lists without their order.
    """
    keys = sorted(key for key in type(one).model_fields if key not in _NAMES and key != but)
    asked = [(key, _value(getattr(one, key))) for key in keys]
    return (type(one).__name__, tuple(asked))


def _value(value: object) -> Hashable:
    if isinstance(value, RulesModel):
        return meaning(value)
    if isinstance(value, tuple):
        return frozenset(map(_value, value))
    if isinstance(value, dict):
        return frozenset((key, _value(inner)) for key, inner in value.items())
    return value if isinstance(value, Hashable) else repr(value)


def subject(requirement: Requirement) -> Hashable:
    """Return what a requirement is about, more finely than its topic: two that share it can be set side by side."""
    readings = [one for one in requirement.alternatives if one.kind != "not_asked"]
    if readings:
        return subject(readings[0])
    return tuple((key, _value(getattr(requirement, key))) for key in ("topics", "name") if hasattr(requirement, key))
