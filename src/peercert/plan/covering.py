"""The least hours that fill several needs at once, where an hour may count for more than one of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction

_GRAIN = Decimal("0.000001")
"""The smallest amount that a profile can tell."""


def least_hours(kinds: Sequence[frozenset[int]], needs: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Return how many hours of each kind fill all needs, with as few hours as possible in all.

    This is a linear program. Its dual starts from a solution and is solved exactly, in fractions, by Bland's rule;
    the hours are the prices of its limits.

    Args:
        kinds: For each kind of hour, the needs that it counts for, by their indexes.
        needs: Hours needed; each need has a kind that counts for it.

    Returns:
        Hours of each kind.

    Source:
        Bland (1977), New finite pivoting rules for the simplex method.
    """
    if not kinds:
        return ()
    table = _table(kinds, needs)
    basis = [len(needs) + row for row in range(len(kinds))]
    while (column := next((at for at, price in enumerate(table[-1][:-1]) if price < 0), None)) is not None:
        limits = [(row[-1] / row[column], basis[at], at) for at, row in enumerate(table[:-1]) if row[column] > 0]
        _, _, pivot = min(limits)
        basis[pivot] = column
        _turn(table, pivot, column)
    return tuple(_exact(price) for price in table[-1][len(needs) : -1])


def _table(kinds: Sequence[frozenset[int]], needs: Sequence[Decimal]) -> list[list[Fraction]]:
    """Write down the dual: as much as possible for the needs, where no kind of hour gives more than one."""
    rows = [
        [Fraction(need in kind) for need in range(len(needs))]
        + [Fraction(other == at) for other in range(len(kinds))]
        + [Fraction(1)]
        for at, kind in enumerate(kinds)
    ]
    return [*rows, [-Fraction(need) for need in needs] + [Fraction()] * (len(kinds) + 1)]


def _turn(table: list[list[Fraction]], pivot: int, column: int) -> None:
    divisor = table[pivot][column]
    table[pivot] = [value / divisor for value in table[pivot]]
    for at, row in enumerate(table):
        factor = row[column]
        if at != pivot and factor:
            table[at] = [value - factor * other for value, other in zip(row, table[pivot], strict=True)]


def _exact(hours: Fraction) -> Decimal:
    """Return hours as a decimal: exactly, or, where it has no end, the next amount above that can be told."""
    found = Decimal(hours.numerator) / Decimal(hours.denominator)
    if Fraction(found) == hours and found == found.quantize(_GRAIN):
        return found
    return found.quantize(_GRAIN, rounding=ROUND_CEILING)
