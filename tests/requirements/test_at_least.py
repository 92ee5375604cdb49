"""So many of the requirements inside must be met."""

import pytest

from build import Raw, because, described, faults, outcome
from peercert.logic import Outcome, Why

from .joining import MET, OPEN, PROFILE, UNMET, named


@pytest.mark.parametrize(
    ("of", "expected", "text"),
    [
        ([MET, UNMET, named(MET, "b")], (Outcome.MET, None), "2 of 3 are met."),
        ([MET, UNMET, OPEN], (Outcome.UNKNOWN, Why.NEEDS_HUMAN), "1 of 3 cannot be settled yet."),
        ([OPEN, UNMET, named(OPEN, "b")], (Outcome.UNKNOWN, Why.NEEDS_HUMAN), "2 of 3 cannot be settled yet."),
        ([MET, UNMET, named(UNMET, "b")], (Outcome.UNMET, None), "2 of 3 are not met."),
    ],
)
def test_the_second_best_decides_where_two_are_asked(
    of: list[Raw], expected: tuple[Outcome, Why | None], text: str
) -> None:
    """The n-th largest of what is inside comes out."""
    raw = {"kind": "at_least", "n": 2, "of": of}

    assert outcome(raw, PROFILE) == expected
    assert because(raw, PROFILE) == (text, None)


@pytest.mark.parametrize(("n", "right"), [(0, False), (1, True), (2, True), (3, False)])
def test_no_more_can_be_asked_than_there_are(n: int, right: bool) -> None:
    """From one to all that are inside may be asked."""
    expected = [] if right else [("bad-number", "`n` must be from 1 to the number of requirements inside.")]

    assert faults({"kind": "at_least", "n": n, "of": [MET, UNMET]}) == expected


def test_it_says_how_many_are_asked() -> None:
    """The heading says how many of the list are asked."""
    assert described({"kind": "at_least", "n": 1, "of": [MET, UNMET]}) == "At least 1 of these:"
