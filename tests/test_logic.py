"""Three-valued logic."""

from enum import Enum
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercert.logic import Answer, Outcome, Why, all_true, any_true, by_rank, first_reason, outcome_of, quick

ANSWERS: st.SearchStrategy[list[Answer]] = st.lists(st.sampled_from([True, False, *Why]), max_size=5)


def test_unmet_is_less_than_unknown_and_unknown_less_than_met() -> None:
    """Combinations may take the least or the most outcome."""
    assert Outcome.UNMET < Outcome.UNKNOWN < Outcome.MET


def test_a_quick_enum_has_its_members_as_plain_attributes() -> None:
    """No descriptor stands between the class and a member."""

    @quick
    class Colour(Enum):
        RED = "red"

    assert vars(Colour)["RED"] is Colour("red")


@pytest.mark.parametrize(
    ("outcome", "word"),
    [
        (Outcome.MET, "met"),
        (Outcome.UNMET, "unmet"),
        (Outcome.UNKNOWN, "unknown"),
        (Outcome.NOT_APPLICABLE, "not_applicable"),
    ],
)
def test_an_outcome_is_spelled_as_in_reports(outcome: Outcome, word: str) -> None:
    """Every outcome has the word of the contract."""
    assert outcome.word == word


def test_reasons_are_the_eight_of_the_contract() -> None:
    """No reason is missing, none is more, and their order is fixed."""
    assert [why.value for why in Why] == [
        "not_provided", "declined", "imprecise", "unverified", "needs_human", "disputed", "no_edition",
        "incomplete_rules",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "every", "some"),
    [
        ([], True, False),
        ([True, True], True, True),
        ([True, False], False, True),
        ([False, False], False, False),
        ([True, Why.DECLINED], Why.DECLINED, True),
        ([False, Why.DECLINED], False, Why.DECLINED),
        ([Why.IMPRECISE, Why.NOT_PROVIDED], Why.NOT_PROVIDED, Why.NOT_PROVIDED),
        ([Why.NEEDS_HUMAN, Why.UNVERIFIED, False], False, Why.UNVERIFIED),
        ([Why.NEEDS_HUMAN, Why.UNVERIFIED, True], Why.UNVERIFIED, True),
    ],
)
def test_one_no_or_one_yes_decides_and_else_the_open_stays_open(
    answers: list[Answer], every: Answer, some: Answer
) -> None:
    """All is no with one no; any is yes with one yes; what is left open names its first reason."""
    assert (all_true(answers), any_true(answers)) == (every, some)


@given(ANSWERS)
def test_the_order_of_answers_never_matters(answers: list[Answer]) -> None:
    """Whatever the order, the same answer comes out."""
    orders = [list(order) for order in permutations(answers)]

    assert {all_true(order) for order in orders} == {all_true(answers)}
    assert {any_true(order) for order in orders} == {any_true(answers)}


@given(ANSWERS, st.integers(0, 4), st.booleans())
def test_settling_what_is_open_never_turns_a_yes_or_no_round(answers: list[Answer], index: int, to: bool) -> None:
    """Where an answer that was open is settled, a yes stays yes and a no stays no."""
    settled = [to if place == index and isinstance(answer, Why) else answer for place, answer in enumerate(answers)]

    for combine in (all_true, any_true):
        before = combine(answers)
        assert isinstance(before, Why) or combine(settled) is before


def test_the_first_reason_is_named_first() -> None:
    """Of several reasons the one first in the contract's list is taken, and lists follow it."""
    reasons = [Why.DISPUTED, Why.DECLINED, Why.IMPRECISE, Why.DECLINED]

    assert first_reason(reasons) is Why.DECLINED
    assert by_rank(reasons) == [Why.DECLINED, Why.IMPRECISE, Why.DISPUTED]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [(True, (Outcome.MET, None)), (False, (Outcome.UNMET, None)), *[(why, (Outcome.UNKNOWN, why)) for why in Why]],
)
def test_an_answer_becomes_an_outcome_with_a_reason_only_where_unknown(
    answer: Answer, expected: tuple[Outcome, Why | None]
) -> None:
    """Yes is met, no is unmet, and a reason makes it unknown for that reason."""
    assert outcome_of(answer) == expected
