"""A cap that matters, although a check never blocks anybody by one."""

from __future__ import annotations

from pathlib import Path

from .linting import allow, cap, group, hours, place, remarks, toy


def test_a_cap_that_would_hold_somebody_back_is_told(tmp_path: Path) -> None:
    """10 hours and 20 at most are 30: whoever has 30 of the capped kind reaches 40 in a check, and not by the rule."""
    parts = (hours("total", 40), hours("a", 10, "advocacy"), cap("core", 20, "core_functions"))

    found = [one for one in remarks(tmp_path, toy(group("training", "training", *parts))) if one.id == "uncounted-cap"]

    assert [place(one) for one in found] == [("toy.yaml", 41, 28)]
    assert found[0].severity == "error"
    assert found[0].message == "The cap of 20 hours matters here, but a cap never blocks anybody."
    assert found[0].proof == (
        "10 + 20 = 30 < 40",
        "Someone may reach the total with hours beyond the cap. A check counts those hours all the same.",
    )


def test_a_cap_that_fills_the_total_is_not(tmp_path: Path) -> None:
    """30 and 10 are 40."""
    parts = (hours("total", 40), hours("a", 10, "advocacy"), cap("core", 30, "core_functions"))

    found = remarks(tmp_path, toy(group("training", "training", *parts)))

    assert [one.id for one in found] == ["cap-that-never-binds"]


def test_it_may_be_allowed_with_a_reason(tmp_path: Path) -> None:
    """Next to what else is said of the same numbers."""
    capped = cap("core", 20, "core_functions", allow("uncounted-cap"))
    parts = (hours("total", 40, "", allow("parts-short-of-total")), hours("a", 10, "advocacy"), capped)

    assert remarks(tmp_path, toy(group("training", "training", *parts))) == ()
