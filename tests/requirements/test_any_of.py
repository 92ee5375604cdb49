"""One of the requirements inside must be met."""

import pytest

from build import Raw, because, described, faults, find, outcome
from peercert.logic import Outcome, Why

from .joining import MET, OPEN, PROFILE, UNMET, named


@pytest.mark.parametrize(
    ("of", "expected", "text"),
    [
        ([UNMET, OPEN, MET], (Outcome.MET, None), "1 of 3 is met."),
        ([UNMET, OPEN], (Outcome.UNKNOWN, Why.NEEDS_HUMAN), "1 of 2 cannot be settled yet."),
        ([UNMET, named(UNMET, "b")], (Outcome.UNMET, None), "2 of 2 are not met."),
        ([UNMET], (Outcome.UNMET, None), "1 of 1 is not met."),
    ],
)
def test_one_that_is_met_decides(of: list[Raw], expected: tuple[Outcome, Why | None], text: str) -> None:
    """The most of what is inside comes out."""
    raw = {"kind": "any_of", "of": of}

    assert outcome(raw, PROFILE) == expected
    assert because(raw, PROFILE) == (text, None)


def test_nothing_inside_is_left_unlooked_at() -> None:
    """Every requirement inside is evaluated, also after one that is met."""
    found = find({"kind": "any_of", "of": [MET, OPEN, UNMET]}, PROFILE)

    assert [one.id for one in found.children] == ["met", "open", "unmet"]


def test_a_list_without_anything_in_it_is_a_problem() -> None:
    """A choice of nothing is a fault of the rules file."""
    assert faults({"kind": "any_of", "of": []}) == [("empty-value", "This list is too short.")]


def test_it_says_that_one_is_enough() -> None:
    """The heading of a choice says that one is enough."""
    assert described({"kind": "any_of", "of": [MET]}) == "One of these is enough:"
