"""Coarser days hold the day that was told."""

import pytest

from peercert.disclosure.coarser import coarser


@pytest.mark.parametrize(
    ("told", "less"),
    [
        ("2026-05-31", "2026-05"),
        ("2026-05", "2026"),
        ("1998", "1990..1999"),
        ("2023-05..2023-08", "2023"),
        ("2023-05-02..2024-08", "2023..2024"),
    ],
)
def test_each_step_holds_the_one_before(told: str, less: str) -> None:
    """Day, month, year, decade; a stretch by its years."""
    assert coarser(told) == less


@pytest.mark.parametrize("told", ["1990..1999", "declined", "true"])
def test_what_is_coarse_enough_or_no_day_stays(told: str) -> None:
    """There is nothing to do."""
    assert coarser(told) is None
