"""Parts that come to less than the whole."""

from __future__ import annotations

from pathlib import Path

from .linting import allow, group, hours, inner, only, place, remarks, toy


def training(*parts: str) -> str:
    """Write the toy credential with a training rule."""
    return toy(group("training", "training", *parts))


def test_hours_that_no_part_names_are_asked_about(tmp_path: Path) -> None:
    """10 and 16 are 26, and 40 are asked for: a warning, for the rest may well be free."""
    found = remarks(tmp_path, training(hours("total", 40), hours("a", 10, "advocacy"), hours("e", 16, "ethics")))

    remark = only(found, "parts-short-of-total")
    assert place(remark) == ("toy.yaml", 30, 29)
    assert remark.severity == "warning"
    assert remark.message == "The parts come to 26 hours, and the whole is 40."
    assert remark.proof == ("10 + 16 = 26 < 40", "14 hours may be about anything that counts.")


def test_a_total_without_parts_is_right(tmp_path: Path) -> None:
    """Nothing is added up where there is nothing to add."""
    assert remarks(tmp_path, training(hours("total", 40))) == ()


def test_it_is_enough_that_one_reading_closes_the_sum(tmp_path: Path) -> None:
    """Where sources disagree about a part, the sum that fits tells that both numbers are known."""
    readings = "\n".join(
        f"                    - {{id: r{number}, title: {number}, kind: training_hours, at_least: {number}, "
        "topics: [ethics], sources: [{id: law, at: p}]}"
        for number in (16, 30)
    )
    disputed = inner("e", "disputed", "topic: training", f"readings:\n{readings}").rsplit("\n", 2)[0] + "\n"

    assert remarks(tmp_path, training(hours("total", 40), hours("a", 10, "advocacy"), disputed)) == ()


def test_it_may_be_allowed_with_a_reason(tmp_path: Path) -> None:
    """A state may leave the rest to the candidate."""
    total = hours("total", 40, "", allow("parts-short-of-total"))

    assert remarks(tmp_path, training(total, hours("a", 10, "advocacy"))) == ()
