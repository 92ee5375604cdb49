"""Needs for hours made into hours to gain: each hour counts wherever it may, and no hour is asked for twice."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from peercert.plan.covering import least_hours
from peercert.requirements.steps import Hours, Point

_ZERO = Decimal()

_MOST = 4_000
"""Combinations of needs that are looked at; a rule has far fewer."""


class Need(NamedTuple):
    """Hours that a requirement is short of."""

    hours: Hours
    ids: tuple[str, ...]
    """The requirements that they are for."""

    course: int | None = None
    """The number of the course that must hold them, where one course must."""


class Gain(NamedTuple):
    """Hours to gain, and every need that they count for."""

    hours: Hours
    ids: tuple[str, ...]
    course: int | None = None


class _Kind(NamedTuple):
    """Hours that count for some needs at once, and what they must have for it."""

    needs: frozenset[int]
    points: tuple[Point, ...]


def shared(needs: Sequence[Need]) -> tuple[Gain, ...]:
    """Return the least hours that fill every need, those that are for the most special need first."""
    gains: list[Gain] = []
    several = _alike(needs)
    for ledger in dict.fromkeys(need.hours.ledger for need in several):
        gains += _of_one_ledger([need for need in several if need.hours.ledger == ledger])
    return tuple(gains)


def _alike(needs: Sequence[Need]) -> list[Need]:
    """Return needs, of those that ask the same the greatest, for all their requirements."""
    found: dict[Hashable, Need] = {}
    for need in needs:
        key = (need.hours._replace(hours=_ZERO), need.course)
        before = found.get(key)
        greater = max(need.hours, before.hours if before else need.hours, key=lambda one: one.hours)
        found[key] = Need(greater, tuple(dict.fromkeys((*(before.ids if before else ()), *need.ids))), need.course)
    return list(found.values())


def _of_one_ledger(needs: Sequence[Need]) -> Iterator[Gain]:
    kinds = _kinds(needs)
    amounts = least_hours([kind.needs for kind in kinds], [need.hours.hours for need in needs])
    left = [need.hours.hours for need in needs]
    layers: dict[frozenset[int], Decimal] = {}
    for kind, amount in zip(kinds, amounts, strict=True):
        for used, hours in _layers(kind.needs, amount, left):
            layers[used] = layers.get(used, _ZERO) + hours
    gains: dict[Hashable, Gain] = {}  # different needs may come to hours of the same kind, which are one step
    for used, hours in layers.items():
        gain = _gain([needs[at] for at in sorted(used)])
        before = gains.get((gain.hours, gain.course), gain._replace(ids=()))
        ids = tuple(dict.fromkeys((*before.ids, *gain.ids)))
        more = before.hours._replace(hours=before.hours.hours + hours)
        gains[gain.hours, gain.course] = gain._replace(hours=more, ids=ids)
    yield from gains.values()


def _gain(chosen: Sequence[Need]) -> Gain:
    """Return what hours that count for several needs must have, and whom they serve; how many is for the caller."""
    points = _together([need.hours.points for need in chosen])
    ids = dict.fromkeys(id_ for need in sorted(chosen, key=_breadth) for id_ in need.ids)
    course = next((need.course for need in chosen if need.course is not None), None)
    some = all(need.hours.any_amount for need in chosen)
    return Gain(Hours(chosen[0].hours.ledger, _ZERO, points or (), some), tuple(ids), course)


def _breadth(need: Need) -> int:
    """Say how wide a need is: how many topics fill it."""
    return sum(len(accepted) for name, accepted in need.hours.points if name == "topics")


def _layers(needs: frozenset[int], amount: Decimal, left: list[Decimal]) -> Iterator[tuple[frozenset[int], Decimal]]:
    """Cut hours into those that all needs use and those that fewer do, so that nothing more is asked than is used."""
    while amount > _ZERO:
        using = frozenset(need for need in needs if left[need] > _ZERO)
        if not using:
            return
        hours = min(amount, *(left[need] for need in using))
        for need in using:
            left[need] -= hours
        amount -= hours
        yield using, hours


def _kinds(needs: Sequence[Need]) -> tuple[_Kind, ...]:
    """Return the largest sets of needs that one hour can count for."""
    found = [_Kind(frozenset(), ())]
    for at, need in enumerate(needs):
        for kind in list(found[:_MOST]):
            points = _together([kind.points, need.hours.points])
            if points is not None:
                found.append(_Kind(kind.needs | {at}, points))
    return tuple(kind for kind in found if kind.needs and not any(kind.needs < other.needs for other in found))


def _together(several: Sequence[tuple[Point, ...]]) -> tuple[Point, ...] | None:
    """Return what a record must have to fit all of several needs; None where none can."""
    asked: dict[str, tuple[object, ...]] = {}
    served: dict[Point, None] = {}
    for name, accepted in (point for points in several for point in points):
        if name == "population":
            served[name, accepted] = None
        elif name not in asked:
            asked[name] = accepted
        elif name == "share":
            asked[name] = max(asked[name], accepted, key=_first)
        else:
            asked[name] = tuple(word for word in asked[name] if word in accepted)
            if not asked[name]:
                return None
    return (*asked.items(), *served)


def _first(accepted: tuple[object, ...]) -> Decimal:
    return Decimal(str(accepted[0]))
