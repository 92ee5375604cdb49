"""Findings."""

from decimal import Decimal

import pytest

from peercert.finding import Finding, Measure
from peercert.logic import Outcome


@pytest.mark.parametrize(
    ("have", "need", "short"),
    [("109.5", "110", "0.5"), ("110", "110", "0"), ("112", "110", "0"), ("74.9", "75", "0.1")],
)
def test_short_is_what_is_missing_from_what_is_proved(have: str, need: str, short: str) -> None:
    """What is missing is exact, counted from the lower bound, and never below zero."""
    measure = Measure(Decimal(have), Decimal(need), "hours", Decimal(500))

    assert measure.short == Decimal(short)


def test_a_finding_stands_alone_and_can_be_counted() -> None:
    """Two findings that say the same are the same, and may be kept in a set."""
    one, other = (Finding("x", Outcome.MET, evidence=("exams[0]",)) for _ in range(2))

    assert len({one, other}) == 1
