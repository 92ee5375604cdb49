"""What a report says besides its determinations."""

from __future__ import annotations

from peercert.engine import Verdict
from peercert.report import Summary
from upper import decide

PASSED = {"exams": [{"exam": "mn-cps", "date": "2026-03-27", "result": "passed"}]}


def test_counts_add_up() -> None:
    """The verdicts of a summary are as many as its determinations, whether they count or not."""
    summary = Summary()
    summary.add(decide("CPS-I", PASSED), counts=True)
    summary.add(decide("CPS-I", {"training": []}), counts=True)
    summary.add(decide("CPSS", {}), counts=False)

    assert summary.determinations == 3
    assert summary.verdicts == {Verdict.UNDETERMINED: 2, Verdict.NOT_ELIGIBLE: 1}


def test_only_what_was_asked_for_counts() -> None:
    """A survey is counted among the verdicts, and not among those that make the exit code."""
    summary = Summary()
    summary.add(decide("CPS-I", {"training": []}), counts=False)

    assert (summary.verdicts.total(), summary.counting.total()) == (1, 0)


def test_a_new_summary_has_counted_nothing() -> None:
    """Two runs never share their counts."""
    first = Summary()
    first.add(decide("CPS-I", {}), counts=True)

    assert (Summary().determinations, Summary().candidates, Summary().invalid, Summary().surveys) == (0, 0, 0, 0)
