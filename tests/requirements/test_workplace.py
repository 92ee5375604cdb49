"""Working in a state."""

from decimal import Decimal

import pytest

from build import MET, UNKNOWN, UNMET, Raw, because, described, find, outcome, turning
from peercert.finding import Measure
from peercert.logic import Why

WORKS: Raw = {"kind": "workplace", "state": "IL", "share_at_least": 0.51}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"state": "IL", "share": 0.51}, MET),
        ({"state": "IL", "share": 0.509}, UNMET),
        ({"state": "IL", "share": 1}, MET),
        ({"state": "MN", "share": 1}, UNMET),
        ({"state": "MN"}, UNMET),
        ({"state": "IL"}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"state": "IL", "share": "declined"}, (UNKNOWN, Why.DECLINED)),
        ({"share": 0.9}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"state": "declined", "share": 0.9}, (UNKNOWN, Why.DECLINED)),
        ({"state": "declined", "share": 0.1}, UNMET),
        ("declined", (UNKNOWN, Why.DECLINED)),
        (None, (UNKNOWN, Why.NOT_PROVIDED)),
    ],
)
def test_enough_of_the_time_is_worked_there(told: object, expected: object) -> None:
    """The share asked for is enough, a little less is not, and work elsewhere does not count."""
    assert outcome(WORKS, {"work": told} if told else {}) == expected


@pytest.mark.parametrize(
    ("told", "measure"),
    [
        ({"state": "IL", "share": 0.4}, Measure(Decimal("0.4"), Decimal("0.51"), "share", Decimal("0.4"))),
        ({"state": "MN", "share": 0.4}, None),
        ({"state": "IL"}, None),
        ({"state": "declined", "share": 0.4}, None),
    ],
)
def test_the_share_is_measured_only_where_it_is_worked_there(told: Raw, measure: Measure | None) -> None:
    """A share of work elsewhere is not counted here."""
    found = find(WORKS, {"work": told})

    assert (found.measure, found.evidence) == (measure, ("work",))


def test_the_words_are_plain() -> None:
    """Shares are said in percent, and living there is named as another way."""
    assert described(WORKS) == "Works in IL for at least 51 percent of the time."
    assert because(WORKS, {"work": {"state": "IL", "share": 0.6}}) == ("Works in IL for enough of the time.", None)
    assert because(WORKS, {"work": {"state": "IL", "share": 0.4}}) == (
        "By the profile, less than 51 percent of the working time is spent in IL.",
        "Living in IL, or more work there, would settle it.",
    )
    assert because(WORKS, {}) == ("The profile does not tell this.", "Add `work` to the profile.")


def test_waiting_changes_no_workplace() -> None:
    """Time alone never makes this met."""
    assert turning(WORKS, {"work": {"state": "IL", "share": 0.4}}) == []


def test_what_is_told_in_part_is_not_called_a_list() -> None:
    """Work and home are single facts: what is missing of them can be added."""
    asked = {"kind": "workplace", "state": "IL", "share_at_least": 0.51}

    assert because(asked, {"work": {"state": "IL"}}) == (
        "What is told of this leaves out something that matters here.",
        "Add what is missing to `work` in the profile.",
    )
