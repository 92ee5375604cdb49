"""References."""

from datetime import date
from decimal import Decimal

import pytest

from build import MET, UNKNOWN, UNMET, Raw, because, described, find, outcome, turning
from peercert.finding import Aside, Measure
from peercert.logic import Why

TWO: Raw = {"kind": "references", "at_least": 2}
NOW, LATER, PERHAPS = {"date": "2026-11-22"}, {"date": "2026-11-23"}, {"date": "2026-11"}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (2, MET),
        (3, MET),
        (1, UNMET),
        (0, UNMET),
        ([], UNMET),
        ([{"from": "A"}, {"from": "B"}], MET),
        ([NOW, NOW], MET),
        ([NOW, LATER], UNMET),
        ([NOW, PERHAPS], (UNKNOWN, Why.IMPRECISE)),
        ([LATER, PERHAPS], UNMET),
        ({"records": [NOW], "complete": False}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"records": [NOW, NOW], "complete": False}, MET),
        ("declined", (UNKNOWN, Why.DECLINED)),
        (None, (UNKNOWN, Why.NOT_PROVIDED)),
    ],
)
def test_references_are_counted_up_to_the_day(told: object, expected: object) -> None:
    """A count or a list will do; one dated later does not count yet; zero is told, silence is not."""
    assert outcome(TWO, {} if told is None else {"references": told}) == expected


def test_a_reference_to_come_counts_once_all_is_done() -> None:
    """When everything planned is done, a later reference is there."""
    assert outcome(TWO, {"references": [NOW, LATER]}, finished=True) == MET


@pytest.mark.parametrize(
    ("told", "have", "up_to"),
    [(1, 1, 1), ([NOW, PERHAPS, LATER], 1, 2), ({"records": [NOW], "complete": False}, 1, None)],
)
def test_references_are_measured(told: object, have: int, up_to: int | None) -> None:
    """What surely counts is had; what perhaps counts is the most there may be."""
    expected = Measure(Decimal(have), Decimal(2), "references", None if up_to is None else Decimal(up_to))

    found = find(TWO, {"references": told})

    assert (found.measure, found.evidence) == (expected, ("references",))


def test_references_dated_later_are_named() -> None:
    """What does not count yet is set aside, what perhaps counts is open, each by its address."""
    found = find(TWO, {"references": [NOW, PERHAPS, LATER]})

    assert found.open == (Aside("references[1]", "after_as_of"),)
    assert found.aside == (Aside("references[2]", "after_as_of"),)


def test_the_words_are_plain() -> None:
    """How many there are, how many are needed, what to do."""
    assert described(TWO) == "At least 2 references."
    assert because(TWO, {"references": 2}) == ("2 of 2 references.", None)
    assert because(TWO, {"references": 1}) == ("1 of 2 references.", "Ask for 1 more reference.")
    assert because(TWO, {"references": [LATER]}) == (
        "0 of 2 references. Not counted: references[0] (dated after the day decided on).", "Ask for 2 more references.",
    )  # fmt: skip
    assert because(TWO, {}) == ("The profile does not tell this.", "Add `references` to the profile.")


def test_references_dated_later_are_waited_for() -> None:
    """Their days are days to look at again; a count has none."""
    assert date(2026, 11, 23) in turning(TWO, {"references": [NOW, LATER]})
    assert turning(TWO, {"references": 1}) == turning(TWO, {}) == []
