"""What a report says besides its determinations."""

from __future__ import annotations

from peercert.engine import Verdict
from peercert.report import Summary


def test_counts_add_up() -> None:
    """The verdicts of a summary are as many as its determinations, whether they count or not."""
    summary = Summary(invalid=2)
    summary.add([Verdict.UNDETERMINED, Verdict.NOT_ELIGIBLE], ["a", "b"], survey=False)
    summary.add([Verdict.NOT_ELIGIBLE], ["a"], survey=True)

    assert (summary.candidates, summary.given, summary.determinations) == (2, 4, 3)
    assert summary.verdicts == {Verdict.UNDETERMINED: 1, Verdict.NOT_ELIGIBLE: 2}
    assert summary.unmet == {"a": 2, "b": 1}


def test_only_what_was_asked_for_counts() -> None:
    """A survey is counted among the verdicts, and not among those that make the exit code."""
    summary = Summary()
    summary.add([Verdict.NOT_ELIGIBLE], [], survey=True)

    assert (summary.verdicts.total(), summary.counting.total(), summary.surveys) == (1, 0, 1)


def test_a_new_summary_has_counted_nothing() -> None:
    """Two runs never share their counts."""
    first = Summary()
    first.add([Verdict.ELIGIBLE], ["a"], survey=False)

    again = Summary()
    assert (again.determinations, again.given, again.surveys, again.unmet.total()) == (0, 0, 0, 0)
