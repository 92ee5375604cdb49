"""Sharing out hours so that each counts once, and as many needs as possible are filled."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from peercert.unshown import unshown

ZERO = Decimal()


@unshown
class Supply(NamedTuple):
    """Hours that may go to any of some needs."""

    hours: Decimal
    takers: frozenset[int]
    """Indexes of the needs that they may fill."""


@unshown
class Allocation(NamedTuple):
    """The best way to share hours out."""

    filled: Decimal
    """Hours of need that are filled; never more than needed."""

    flows: tuple[tuple[Decimal, ...], ...]
    """For each supply, the hours that go to each need."""


def allocate(supplies: Sequence[Supply], needs: Sequence[Decimal]) -> Allocation:
    """Share out hours so that as much of the needs as possible is filled.

    Hours are divisible; each hour goes to one need at most. This is a maximum flow, found by shortest
    augmenting paths on exact decimals; the sizes are those of one person's records.

    Args:
        supplies: The hours there are, in hours.
        needs: The hours needed, one number for each need.

    Returns:
        The split that fills most.

    Source:
        Edmonds and Karp (1972), Theoretical improvements in algorithmic efficiency for network flow problems.
    """
    if all(len(supply.takers) in (1, len(needs)) for supply in supplies):
        return _direct(supplies, needs)
    flows = [[ZERO] * len(needs) for _ in supplies]
    left = [supply.hours for supply in supplies]
    open_needs = list(needs)
    while path := _augmenting_path(supplies, flows, left, open_needs):
        amount = min(
            left[path[0][0]], open_needs[path[-1][1]], *(flows[give][taken] for give, taken in _returned(path))
        )
        left[path[0][0]] -= amount
        open_needs[path[-1][1]] -= amount
        for give, take in path:
            flows[give][take] += amount
        for give, taken in _returned(path):
            flows[give][taken] -= amount
    return _allocation(flows)


def _direct(supplies: Sequence[Supply], needs: Sequence[Decimal]) -> Allocation:
    """Fill needs where each supply may go to one need only, or to all: those without a choice come first."""
    open_needs, flows = list(needs), [[ZERO] * len(needs) for _ in supplies]
    for index in sorted(range(len(supplies)), key=lambda one: len(supplies[one].takers)):
        left, takers = supplies[index]
        for need in sorted(takers):
            taken = min(left, open_needs[need])
            flows[index][need] = taken
            open_needs[need] -= taken
            left -= taken
    return _allocation(flows)


def _allocation(flows: list[list[Decimal]]) -> Allocation:
    return Allocation(sum(chain.from_iterable(flows), ZERO), tuple(map(tuple, flows)))


def _returned(path: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the flows that a path takes back: each later supply gives up the need before it."""
    return [(path[step + 1][0], path[step][1]) for step in range(len(path) - 1)]


def _augmenting_path(
    supplies: Sequence[Supply], flows: list[list[Decimal]], left: list[Decimal], open_needs: list[Decimal]
) -> list[tuple[int, int]]:
    """Find the shortest way to fill one more hour; empty when there is none."""
    came: dict[int, tuple[int, int] | None] = {index: None for index, hours in enumerate(left) if hours > 0}
    queue = deque(came)
    reached: dict[int, int] = {}
    while queue:
        supply = queue.popleft()
        for need in sorted(supplies[supply].takers):
            if need in reached:
                continue
            reached[need] = supply
            if open_needs[need] > 0:
                return _trace(need, reached, came)
            for other in range(len(supplies)):
                if other not in came and flows[other][need] > 0:
                    came[other] = (supply, need)
                    queue.append(other)
    return []


def _trace(need: int, reached: dict[int, int], came: dict[int, tuple[int, int] | None]) -> list[tuple[int, int]]:
    path = [(reached[need], need)]
    while (step := came[path[0][0]]) is not None:
        path.insert(0, step)
    return path
