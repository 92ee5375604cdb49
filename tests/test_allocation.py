"""Sharing out hours so that each counts once."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peercert.allocation import Supply, allocate

Small = list[tuple[int, frozenset[int]]]


def supplies(*given_: tuple[float, set[int]]) -> list[Supply]:
    """Return supplies of hours that may go to some needs."""
    return [Supply(Decimal(str(hours)), frozenset(takers)) for hours, takers in given_]


@pytest.mark.parametrize(
    ("given_", "needs", "filled"),
    [
        ([], [], 0),
        ([], [10], 0),
        ([(5, set())], [], 0),
        ([(0, {0})], [10], 0),
        ([(12, {0})], [10], 10),
        ([(7, {0})], [10], 7),
        ([(7, set())], [10], 0),
        ([(0.5, {0}), (9.4, {0})], [10], 9.9),
        ([(10, {0, 1}), (10, {0})], [10, 10], 20),
        ([(10, {0, 1}), (10, {0, 1})], [10, 15], 20),
        ([(4000, {0, 1}), (2000, {1})], [4000, 2000], 6000),
        ([(3000, {0}), (3000, {0, 1})], [4000, 2000], 6000),
        ([(3000, {0}), (2999.5, {0, 1})], [4000, 2000], 5999.5),
        ([(10, {0, 1}), (10, {1, 2}), (10, {0})], [10, 10, 10], 30),
        ([(0.5, {0, 1}), (1, {0, 2})], [1, 1, 0], 1.5),
        ([(2, {0, 1}), (2, {0, 2})], [0.5, 0.25, 0], 0.75),
    ],
)
def test_the_split_fills_as_much_as_can_be(
    given_: list[tuple[float, set[int]]], needs: list[float], filled: float
) -> None:
    """Hours go where they are needed most, also where an earlier choice must be taken back."""
    result = allocate(supplies(*given_), [Decimal(need) for need in needs])

    assert result.filled == Decimal(str(filled))
    assert isinstance(result.filled, Decimal)


def best_by_trying_all(given_: Small, needs: list[int]) -> int:
    """Return the most that can be filled, by trying every way to cut whole hours up."""
    if not given_:
        return 0
    hours, takers = given_[0]
    best = 0
    for cut in product(*(range(min(hours, need) + 1 if index in takers else 1) for index, need in enumerate(needs))):
        if sum(cut) <= hours:
            rest = [need - used for need, used in zip(needs, cut, strict=True)]
            best = max(best, sum(cut) + best_by_trying_all(given_[1:], rest))
    return best


SMALL = st.lists(st.tuples(st.integers(0, 4), st.frozensets(st.integers(0, 2))), max_size=3)
NEEDS = st.lists(st.integers(0, 4), min_size=3, max_size=3)


@settings(max_examples=150, deadline=None)
@given(SMALL, NEEDS)
def test_the_split_equals_the_best_of_all_splits(given_: Small, needs: list[int]) -> None:
    """On small whole hours no other way to share them out fills more."""
    result = allocate([Supply(Decimal(hours), takers) for hours, takers in given_], list(map(Decimal, needs)))

    assert result.filled == best_by_trying_all(given_, needs)


AMOUNTS = st.decimals(0, 5000, places=2)


@given(
    st.lists(st.tuples(AMOUNTS, st.frozensets(st.integers(0, 2))), max_size=6),
    st.lists(AMOUNTS, min_size=3, max_size=3),
)
def test_no_hour_counts_twice_and_no_need_is_overfilled(
    given_: list[tuple[Decimal, frozenset[int]]], needs: list[Decimal]
) -> None:
    """What is shared out stays within each supply, each need and what a supply may be used for."""
    result = allocate([Supply(hours, takers) for hours, takers in given_], needs)

    assert result.filled == sum((hours for flow in result.flows for hours in flow), Decimal())
    for flow, (hours, takers) in zip(result.flows, given_, strict=True):
        assert sum(flow) <= hours
        assert all(used >= 0 and (used == 0 or index in takers) for index, used in enumerate(flow))
    for index, need in enumerate(needs):
        assert sum((flow[index] for flow in result.flows), Decimal()) <= need


def test_supplies_with_some_of_the_takers_give_way_to_each_other() -> None:
    """Here the first must leave its first need to the second, which can go nowhere else."""
    hours = [Supply(Decimal(10), frozenset({0, 1})), Supply(Decimal(10), frozenset({0, 2}))]

    assert allocate(hours, [Decimal(10), Decimal(10), Decimal(0)]).filled == 20


@settings(max_examples=150, deadline=None)
@given(SMALL, NEEDS)
def test_what_flows_is_there_and_goes_where_it_may(given_: Small, needs: list[int]) -> None:
    """No supply gives more than it has, no need takes more than it lacks, and what is filled is all that flows."""
    hours = [Supply(Decimal(amount), takers) for amount, takers in given_]
    found = allocate(hours, [Decimal(need) for need in needs])

    for supply, flow in zip(hours, found.flows, strict=True):
        assert sum(flow) <= supply.hours
        assert all(amount == 0 or need in supply.takers for need, amount in enumerate(flow))
    taken = [sum(flow[need] for flow in found.flows) for need in range(3)]
    assert all(0 <= amount <= need for amount, need in zip(taken, needs, strict=True))
    assert sum(taken) == found.filled


def test_hours_that_are_taken_back_flow_once() -> None:
    """The first supply gives its need up to the second, hour for hour."""
    hours = supplies((10, {0, 1}), (6, {0, 2}))

    assert allocate(hours, [Decimal(10), Decimal(10), Decimal(0)]).flows == (
        (Decimal(4), Decimal(6), Decimal(0)),
        (Decimal(6), Decimal(0), Decimal(0)),
    )


def test_no_more_is_taken_back_than_was_given() -> None:
    """The second supply has more to give than the first can make room for."""
    hours = supplies((5, {0, 1}), (4, {0, 2}))

    assert allocate(hours, [Decimal(2), Decimal(10), Decimal(0)]).flows == (
        (Decimal(0), Decimal(5), Decimal(0)),
        (Decimal(2), Decimal(0), Decimal(0)),
    )
