"""Parts that come to more than the whole."""

from __future__ import annotations

from pathlib import Path

from .linting import allow, cap, group, hours, only, place, remarks, toy

DOMAINS = (
    hours("advocacy", 10, "advocacy"),
    hours("responsibility", 10, "professional_responsibility"),
    hours("mentoring", 10, "mentoring"),
    hours("support", 10, "recovery_support"),
)


def test_parts_of_110_under_a_total_of_100_are_found_from_the_numbers_alone(tmp_path: Path) -> None:
    """Four times 10, 16 and 54 are 110; it is told at the total's own number, with the sum."""
    parts = (hours("total", 100), *DOMAINS, hours("ethics", 16, "ethics"), hours("core", 54, "core_functions"))

    found = only(remarks(tmp_path, toy(group("training", "training", *parts))), "parts-beyond-total")

    assert place(found) == ("toy.yaml", 30, 29)
    assert found.severity == "error"
    assert found.message == "The parts come to 110 hours, and the whole is 100."
    assert found.proof == (
        "4 x 10 + 16 + 54 = 40 + 16 + 54 = 110 > 100",
        "Whoever meets every part has 110 hours or more, so 100 never decides.",
    )


def test_a_cap_is_added_up_like_a_part(tmp_path: Path) -> None:
    """With 54 as the most that is credited the sum is the same; the cap itself is told too."""
    parts = (hours("total", 100), *DOMAINS, hours("ethics", 16, "ethics"), cap("core", 54, "core_functions"))

    found = remarks(tmp_path, toy(group("training", "training", *parts)))

    assert [(one.id, one.line, one.column) for one in found] == [
        ("parts-beyond-total", 30, 29), ("cap-that-never-binds", 65, 28),
    ]  # fmt: skip
    assert found[0].proof == (
        "4 x 10 + 16 + 54 = 40 + 16 + 54 = 110 > 100",
        "56 hours must be there, which leaves 44: less than the cap.",
    )


def test_parts_that_come_to_the_total_are_right(tmp_path: Path) -> None:
    """40 and 6 and 54 are 100."""
    parts = (hours("total", 100), *DOMAINS, hours("ethics", 6, "ethics"), hours("core", 54, "core_functions"))

    assert remarks(tmp_path, toy(group("training", "training", *parts))) == ()


def test_a_part_inside_another_is_counted_once(tmp_path: Path) -> None:
    """Five hours about families are among the 60 of core functions, so all come to 100."""
    inside = hours("family", 5, "family")
    parts = (hours("total", 100), *DOMAINS, hours("core", 60, "core_functions, family"), inside)

    assert remarks(tmp_path, toy(group("training", "training", *parts))) == ()


def test_parts_inside_a_part_may_not_come_to_more_than_it(tmp_path: Path) -> None:
    """30 hours about families and 30 about youth do not fit into 54."""
    core = hours("core", 54, "core_functions, family, youth")
    parts = (core, hours("family", 30, "family"), hours("youth", 30, "youth"))

    found = only(remarks(tmp_path, toy(group("training", "training", *parts))), "parts-beyond-total")

    assert place(found) == ("toy.yaml", 30, 29)
    assert found.proof[0] == "2 x 30 = 60 > 54"


def test_it_may_be_allowed_with_a_reason(tmp_path: Path) -> None:
    """On the requirement itself, or on what holds it."""
    parts = (hours("total", 100, "", allow("parts-beyond-total")), hours("core", 110, "core_functions"))
    outside = (hours("total", 100), hours("core", 110, "core_functions"))

    itself = toy(group("training", "training", *parts))
    around = toy(group("training", "training", *outside, lines=(allow("parts-beyond-total"),)))

    assert remarks(tmp_path / "a", itself) == remarks(tmp_path / "b", around) == ()
