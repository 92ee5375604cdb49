"""Combining findings."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import requirement, speech
from peercert.finding import Finding
from peercert.logic import Outcome, Why
from peercert.requirements.combining import combine
from upper import leaf

MET, UNMET, OPEN, LEFT_OUT = (
    Finding("m", Outcome.MET), Finding("u", Outcome.UNMET), Finding("o", Outcome.UNKNOWN, Why.DECLINED),
    Finding("n", Outcome.NOT_APPLICABLE),
)  # fmt: skip


@pytest.mark.parametrize("size", [1, 2, 3])
def test_the_nth_largest_outcome_comes_out(size: int) -> None:
    """Of any findings, as many as are needed decide: all take the least, one takes the most."""
    for children in product((MET, UNMET, OPEN), repeat=size):
        for needed in range(1, size + 1):
            ordered = sorted((one.outcome for one in children), reverse=True)

            assert combine("x", children, needed).outcome is ordered[needed - 1]


@pytest.mark.parametrize(
    ("children", "needed", "outcome"),
    [
        ((MET, LEFT_OUT), 2, Outcome.MET),
        ((MET, LEFT_OUT, UNMET), 3, Outcome.UNMET),
        ((LEFT_OUT, MET, UNMET), 1, Outcome.MET),
        ((LEFT_OUT, MET, UNMET), 2, Outcome.UNMET),
        ((LEFT_OUT, LEFT_OUT, MET), 2, Outcome.MET),
        ((LEFT_OUT, UNMET), 1, Outcome.UNMET),
        ((LEFT_OUT, LEFT_OUT), 2, Outcome.NOT_APPLICABLE),
        ((LEFT_OUT,), 1, Outcome.NOT_APPLICABLE),
    ],
)
def test_what_does_not_apply_is_left_out_first(children: tuple[Finding, ...], needed: int, outcome: Outcome) -> None:
    """Only what applies is combined; where nothing does, neither does the combination."""
    found = combine("x", children, needed)

    assert (found.id, found.outcome, found.children) == ("x", outcome, children)


def test_the_reason_is_the_first_of_those_inside() -> None:
    """What is open for several reasons names the first one of the contract's list."""
    late = Finding("l", Outcome.UNKNOWN, Why.DISPUTED)

    assert combine("x", (late, OPEN, MET), 3).why is Why.DECLINED
    assert combine("x", (late, OPEN, MET), 1).why is None


@given(st.permutations([MET, MET, UNMET, OPEN, OPEN, LEFT_OUT]), st.integers(1, 6))
def test_the_order_of_what_is_inside_never_matters(children: list[Finding], needed: int) -> None:
    """The same findings in any order give the same outcome and reason, and stay in their order inside."""
    one = combine("x", tuple(children), needed)
    other = combine("x", (MET, MET, UNMET, OPEN, OPEN, LEFT_OUT), needed)

    assert (one.id, one.outcome, one.why, one.children) == ("x", other.outcome, other.why, tuple(children))


def test_it_says_how_many_of_those_that_apply() -> None:
    """What does not apply is not among them."""
    one = requirement({"kind": "all_of", "of": [leaf("a", "age", at_least=18), leaf("b", "references", at_least=1)]})
    said = [
        one.explain(combine("x", (*children, LEFT_OUT), 3), speech()).text
        for children in ((MET, MET), (MET, UNMET), (OPEN, MET))
    ]

    assert said == ["2 of 2 are met.", "1 of 2 is not met.", "1 of 2 cannot be settled yet."]
