"""Splits and bottlenecks."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from peercert.receipt.shares import Stock, shared

PARTS = [("services", Decimal(4000)), ("peer", Decimal(2000))]


def test_a_split_names_each_record_with_what_it_gives_to_which_part() -> None:
    """Hours that can go to one part only go there; the others fill what is left."""
    stocks = [
        Stock("experience[0]", Decimal(3500), frozenset({0, 1})),
        Stock("experience[1]", Decimal(2500), frozenset({0})),
    ]

    assert shared(stocks, PARTS) == {
        "split": [
            {"record": "experience[0]", "part": "services", "hours": "1500"},
            {"record": "experience[0]", "part": "peer", "hours": "2000"},
            {"record": "experience[1]", "part": "services", "hours": "2500"},
        ],
        "bottleneck": None,
    }


def test_a_bottleneck_names_the_fewest_parts_that_need_more_than_can_go_to_them() -> None:
    """The peer part has enough by itself; the services part has not."""
    stocks = [
        Stock("experience[0]", Decimal(5000), frozenset({1})),
        Stock("experience[1]", Decimal(900), frozenset({0})),
    ]

    assert shared(stocks, PARTS) == {"split": None, "bottleneck": {"parts": ["services"], "need": "4000", "can": "900"}}


def test_parts_that_are_each_filled_alone_can_be_short_together() -> None:
    """4,500 hours that fit both parts fill either one, and not both."""
    stocks = [Stock("experience[0]", Decimal(4500), frozenset({0, 1}))]

    assert shared(stocks, PARTS)["bottleneck"] == {"parts": ["services", "peer"], "need": "6000", "can": "4500"}


def test_hours_without_a_limit_fill_whatever_they_may_go_to() -> None:
    """Where nobody knows how many hours there are, there may be enough."""
    assert shared([Stock("experience[0]", None, frozenset({0, 1}))], PARTS)["bottleneck"] is None


@given(
    st.lists(st.tuples(st.integers(0, 6), st.frozensets(st.integers(0, 2))), max_size=4),
    st.lists(st.integers(1, 6), min_size=3, max_size=3),
)
def test_there_is_a_bottleneck_just_where_no_split_fills_all(
    hours: list[tuple[int, frozenset[int]]], needs: list[int]
) -> None:
    """All can be filled if and only if, for every choice of parts, enough can go to them (the marriage theorem)."""
    stocks = [Stock(f"experience[{index}]", Decimal(one), takers) for index, (one, takers) in enumerate(hours)]
    parts = [(str(index), Decimal(need)) for index, need in enumerate(needs)]
    enough = all(
        sum(one for one, takers in hours if takers & set(chosen)) >= sum(needs[index] for index in chosen)
        for size in (1, 2, 3)
        for chosen in combinations(range(3), size)
    )

    assert (shared(stocks, parts)["split"] is not None) is enough
