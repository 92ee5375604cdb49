"""How hours are shared out among parts; or the parts for which there are too few, which proves that no split does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Any, NamedTuple

from peercert.allocation import Supply, allocate
from peercert.receipt.amounts import amount


class Stock(NamedTuple):
    """Hours of one record that may go to some parts."""

    record: str
    hours: Decimal | None
    """None where there is no limit to them."""

    takers: frozenset[int]


def stock_of(line: Mapping[str, Any], parts: Sequence[tuple[str, Decimal]]) -> Stock:
    """Return the hours of a line of a receipt, with the parts that they may go to, by number."""
    takers = frozenset(index for index, (name, _) in enumerate(parts) if name in line["parts"])
    return Stock(line["record"], None if line["hours"] is None else Decimal(line["hours"]), takers)


def shared(stocks: Sequence[Stock], parts: Sequence[tuple[str, Decimal]]) -> dict[str, Any]:
    """Return the split that fills every part, or the bottleneck.

    Args:
        stocks: The hours that may be shared out.
        parts: The name of each part with the hours that it needs.
    """
    needs = [need for _, need in parts]
    everything = sum(needs, Decimal())
    supplies = [Supply(everything if one.hours is None else one.hours, one.takers) for one in stocks]
    found = allocate(supplies, needs)
    if found.filled < everything:
        return {"split": None, "bottleneck": _bottleneck(supplies, parts)}
    split = [
        {"record": stock.record, "part": parts[index][0], "hours": amount(hours)}
        for stock, flow in zip(stocks, found.flows, strict=True)
        for index, hours in enumerate(flow)
        if hours
    ]
    return {"split": split, "bottleneck": None}


def _bottleneck(supplies: Sequence[Supply], parts: Sequence[tuple[str, Decimal]]) -> dict[str, Any]:
    """Return the fewest parts that need more than all that can go to them.

    Source:
        Ford and Fulkerson (1956), Maximal flow through a network: where not all can be filled there is such a cut.
    """
    for size in range(1, len(parts) + 1):
        for chosen in combinations(range(len(parts)), size):
            need = sum((parts[index][1] for index in chosen), Decimal())
            can = sum((one.hours for one in supplies if not one.takers.isdisjoint(chosen)), Decimal())
            if can < need:
                return {"parts": [parts[index][0] for index in chosen], "need": amount(need), "can": amount(can)}
    raise AssertionError("some parts are short")
