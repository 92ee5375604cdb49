"""Whom the candidate means to serve."""

import pytest

from build import MET, UNKNOWN, UNMET, Raw, because, described, find, outcome
from peercert.logic import Why

YOUTH: Raw = {"kind": "serves", "exactly": ["transition_age_youth"]}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (["transition_age_youth"], MET),
        (["transition_age_youth", "adults"], UNMET),
        (["adults"], UNMET),
        ([], UNMET),
        ("declined", (UNKNOWN, Why.DECLINED)),
        (None, (UNKNOWN, Why.NOT_PROVIDED)),
    ],
)
def test_exactly_these_people_and_no_others(told: object, expected: object) -> None:
    """One more group is one too many; nobody told is not nobody."""
    assert outcome(YOUTH, {} if told is None else {"serves": told}) == expected


def test_the_order_of_people_does_not_matter() -> None:
    """The same groups in another order are the same."""
    raw = {"kind": "serves", "exactly": ["adults", "children"]}

    assert outcome(raw, {"serves": ["children", "adults"]}) == MET


def test_the_words_are_plain() -> None:
    """What is asked and for whom the way is open."""
    assert described(YOUTH) == "Means to serve only: transition-age youth."
    assert because(YOUTH, {"serves": ["transition_age_youth"]}) == ("Means to serve only: transition-age youth.", None)
    assert because(YOUTH, {"serves": ["adults"]}) == (
        "The profile names other people to serve.", "This way is only for those who serve: transition-age youth.",
    )  # fmt: skip
    assert find(YOUTH, {"serves": ["adults"]}).evidence == ("serves",)


def test_who_names_nobody_is_not_told_of_other_people() -> None:
    """An empty list names nobody, so the words do not speak of other people."""
    assert "other people" not in because(YOUTH, {"serves": []}).text


def test_several_groups_are_joined_by_and() -> None:
    """All of them, and nobody else; nobody named is said to be nobody."""
    raw = {"kind": "serves", "exactly": ["adults", "transition_age_youth"]}
    both = "adults and transition-age youth"

    assert described(raw) == f"Means to serve only: {both}."
    assert because(raw, {"serves": ["adults", "transition_age_youth"]}).text == f"Means to serve only: {both}."
    assert because(raw, {"serves": []}) == (
        "The profile names nobody to serve.", f"This way is only for those who serve: {both}.",
    )  # fmt: skip
