"""A source that has not been read again for more than a year."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from .linting import only, place, remarks, toy


def test_a_source_is_fresh_for_a_year_and_stale_on_the_day_after(tmp_path: Path) -> None:
    """Read on 22 November 2026, it is fresh to 22 November 2027."""
    fresh = remarks(tmp_path / "a", toy(), as_of=date(2027, 11, 22))
    stale = only(remarks(tmp_path / "b", toy(), as_of=date(2027, 11, 23)), "stale-source")

    assert fresh == ()
    assert place(stale) == ("sources.yaml", 9, 11)
    assert stale.severity == "warning"
    assert stale.message == "The source law has not been read again for more than a year."
    assert stale.proof == ("Read on 2026-11-22; a year was over on 2027-11-22; the day asked about is 2027-11-23.",)
