"""Moves one fact of a profile to where a rule has a number, and says what changed."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from peercert.casework.reading import Facts
from peercert.dates import parse_span
from peercert.reading import Plain
from peercert.requirements.boundary import FactPath, Spot, moved


def distance(one: Decimal | date, other: Decimal | date) -> Decimal:
    """Return how far it is from one number or day to another; in days for days."""
    if isinstance(one, Decimal):
        return other - one if isinstance(other, Decimal) else Decimal()
    return Decimal((other - one).days) if isinstance(other, date) else Decimal()


def with_fact(facts: Facts, spot: Spot, target: Decimal | date) -> Facts | None:
    """Return a profile in which one fact is moved so that what it counts toward comes to a number.

    Args:
        facts: The profile.
        spot: What it has now, and the fact that moves it.
        target: What it is to have.

    Returns:
        The profile; None where the fact is not told as a plain number or a whole day.
    """
    if spot.path is None:
        return None
    copied = copy.deepcopy(facts)
    holder, key = _holder(copied, spot.path)
    told = holder.get(key) if isinstance(holder, dict) else None
    if isinstance(told, dict) or (told is None and len(spot.path) > 1) or not isinstance(holder, dict):
        return None
    moved_to = target if told is None else _moved(str(told), distance(spot.have, target))
    if moved_to is None:
        return None
    holder[key] = Plain(moved_to)
    return copied


def _holder(facts: Any, path: FactPath) -> tuple[Any, str | int]:  # noqa: ANN401 - plain data
    """Return what holds a fact; a list that may be longer is written with its records inside."""
    held = facts
    for part in path[:-1]:
        if isinstance(part, int) and isinstance(held, dict):
            held = held["records"]
        held = held[part]
    return held, path[-1]


def _moved(told: str, by: Decimal) -> str | None:
    """Move a number or a day as it is written."""
    try:
        return f"{Decimal(told) + by:f}"
    except InvalidOperation:
        span = parse_span(told)
    if span is None or span.first != span.last:
        return None
    return str(moved(span.first, int(by)))


def patch_between(base: Any, wanted: Any) -> Facts:  # noqa: ANN401 - plain data
    """Return the JSON merge patch that turns one mapping into another."""
    patch: Facts = {key: Plain("null") for key in base if key not in wanted}
    for key, value in wanted.items():
        before = base.get(key)
        if isinstance(value, Mapping) and isinstance(before, Mapping):
            patch |= {key: inner} if (inner := patch_between(before, value)) else {}
        elif value != before:
            patch[key] = value
    return patch
