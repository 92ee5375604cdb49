"""Every requirement inside must be met."""

import pytest

from build import Raw, because, described, faults, find, outcome
from peercert.logic import Outcome, Why

from .joining import MET, OPEN, PROFILE, UNMET, named


@pytest.mark.parametrize(
    ("of", "expected", "text"),
    [
        ([MET, named(MET, "b")], (Outcome.MET, None), "2 of 2 are met."),
        ([MET, UNMET, OPEN], (Outcome.UNMET, None), "1 of 3 is not met."),
        ([MET, OPEN], (Outcome.UNKNOWN, Why.NEEDS_HUMAN), "1 of 2 cannot be settled yet."),
        ([MET], (Outcome.MET, None), "1 of 1 is met."),
    ],
)
def test_one_that_is_not_met_decides(of: list[Raw], expected: tuple[Outcome, Why | None], text: str) -> None:
    """The least of what is inside comes out; the words count, and leave the steps to the lines inside."""
    raw = {"kind": "all_of", "of": of}

    assert outcome(raw, PROFILE) == expected
    assert because(raw, PROFILE) == (text, None)


def test_nothing_inside_is_left_unlooked_at() -> None:
    """Every requirement inside is evaluated, also after one that is not met."""
    found = find({"kind": "all_of", "of": [UNMET, OPEN, MET]}, PROFILE)

    assert [one.id for one in found.children] == ["unmet", "open", "met"]


def test_a_list_without_anything_in_it_is_a_problem() -> None:
    """A combination of nothing is a fault of the rules file."""
    assert faults({"kind": "all_of", "of": []}) == [("empty-value", "This list is too short.")]


def test_it_says_that_all_are_asked() -> None:
    """The heading of a list of requirements says that all of them are asked."""
    assert described({"kind": "all_of", "of": [MET]}) == "All of these:"
