"""Living in a state."""

from datetime import date

import pytest

from build import MET, UNKNOWN, UNMET, Raw, because, described, find, outcome, turning
from peercert.logic import Why

LIVES: Raw = {"kind": "residence", "state": "MS"}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"state": "MS"}, MET),
        ({"state": "ms"}, MET),
        ({"state": "IL"}, UNMET),
        ({"state": "MS", "since": "2026-11-22"}, MET),
        ({"state": "MS", "since": "2026-11-23"}, UNMET),
        ({"state": "MS", "since": "2026-11"}, (UNKNOWN, Why.IMPRECISE)),
        ({"state": "MS", "since": "declined"}, (UNKNOWN, Why.DECLINED)),
        ({"state": "IL", "since": "declined"}, UNMET),
        ({"state": "declined"}, (UNKNOWN, Why.DECLINED)),
        ({"since": "2020-01-01"}, (UNKNOWN, Why.NOT_PROVIDED)),
        ("declined", (UNKNOWN, Why.DECLINED)),
        (None, (UNKNOWN, Why.NOT_PROVIDED)),
    ],
)
def test_one_lives_there_from_the_first_day_told(told: object, expected: object) -> None:
    """The first day counts, the day before does not; without one, living there is enough."""
    assert outcome(LIVES, {"residence": told} if told else {}) == expected


def test_a_move_to_come_counts_once_all_is_done() -> None:
    """When everything planned is done, a later move has happened."""
    assert outcome(LIVES, {"residence": {"state": "MS", "since": "2027-01-01"}}, finished=True) == MET


def test_the_words_are_plain() -> None:
    """What is asked, and that one may come back to it."""
    assert described(LIVES) == "Lives in MS."
    assert because(LIVES, {"residence": {"state": "MS"}}) == ("Lives in MS.", None)
    assert because(LIVES, {"residence": {"state": "IL"}}) == (
        "Does not live in MS on that day, by the profile.", "Apply again when you live in MS.",
    )  # fmt: skip
    assert find(LIVES, {"residence": {"state": "IL"}}).evidence == ("residence",)


@pytest.mark.parametrize(
    ("profile", "days"),
    [
        ({"residence": {"state": "MS", "since": "2026-12-01"}}, [date(2026, 12, 1)]),
        ({"residence": {"state": "MS", "since": "2026-12"}}, [date(2026, 12, 1), date(2026, 12, 31)]),
        ({"residence": {"state": "IL"}}, []),
        ({}, []),
    ],
)
def test_a_move_to_come_is_waited_for(profile: Raw, days: list[date]) -> None:
    """The first day of living there is the day to wait for."""
    assert turning(LIVES, profile) == days
