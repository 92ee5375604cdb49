"""The least hours for several needs: small cases whose answer is known, and a law."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercert.plan.covering import least_hours

KINDS = st.lists(st.frozensets(st.integers(0, 2), min_size=1), min_size=1, max_size=4).map(
    lambda kinds: [*kinds, frozenset({0, 1, 2})]
)


@pytest.mark.parametrize(
    ("kinds", "needs", "hours"),
    [
        ([], [], []),
        ([{0}], ["2.5"], ["2.5"]),
        ([{0, 1}], ["2", "3"], ["3"]),
        ([{0, 2}, {1, 2}], ["4", "4", "8"], ["4", "4"]),
        ([{0}, {1}], ["1", "0"], ["1", "0"]),
        ([{0, 1}, {1, 2}, {0, 2}], ["1", "1", "1"], ["0.5", "0.5", "0.5"]),
    ],
    ids=["nothing", "one need", "a need within another", "parts and a whole", "a need of nothing", "a circle of three"],
)
def test_the_least_hours_are_found(kinds: list[set[int]], needs: list[str], hours: list[str]) -> None:
    """Written by hand; the circle of three needs half an hour of each pair."""
    found = least_hours([frozenset(kind) for kind in kinds], [Decimal(need) for need in needs])

    assert found == tuple(map(Decimal, hours))


def test_a_third_of_an_hour_is_told_as_the_next_amount_above_it() -> None:
    """Four needs of which each hour serves three: a third of an hour of each kind, which no decimal can tell."""
    kinds = [frozenset({0, 1, 2, 3} - {left_out}) for left_out in range(4)]

    assert least_hours(kinds, [Decimal(1)] * 4) == (Decimal("0.333334"),) * 4


@given(KINDS, st.lists(st.integers(0, 4), min_size=3, max_size=3))
def test_every_need_is_filled_and_no_fewer_whole_hours_would_do(kinds: list[frozenset[int]], needs: list[int]) -> None:
    """Against every way to choose whole hours of each kind."""
    found = least_hours(kinds, [Decimal(need) for need in needs])

    for at, need in enumerate(needs):
        assert sum(hours for hours, kind in zip(found, kinds, strict=True) if at in kind) >= need
    whole = min(
        sum(chosen) for chosen in product(range(5), repeat=len(kinds))
        if all(sum(hours for hours, kind in zip(chosen, kinds, strict=True) if at in kind) >= need
               for at, need in enumerate(needs))
    )  # fmt: skip
    assert Fraction(sum(found)) <= whole
