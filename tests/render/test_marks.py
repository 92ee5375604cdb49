"""What stands in the way, and how grave it is."""

from __future__ import annotations

from typing import Any

import pytest

from peercert.explain import Explainer
from peercert.render.marks import Level, made_under, marks
from peercert.report import Header
from upper import built_in

from .drawing import JORDAN, READY, header
from .marking import checked


def found(profile: dict[str, Any]) -> list[tuple[str, Level, tuple[int, int] | None]]:
    """Return what stands in the way of all that a profile is checked for."""
    one = checked(profile)
    explainer = Explainer(built_in())
    return [
        (mark.line.requirement.id, mark.level, mark.place)
        for determination in one.determinations
        for mark in marks(explainer.explain(determination), one)
    ]


def test_what_is_not_met_is_an_error_at_its_line() -> None:
    """Only what stands in the way; what else is not met or open decides nothing."""
    assert found(JORDAN) == [
        ("ms.cpss.exam", Level.ERROR, (19, 3)),
        ("ms.cpss.experience.hours", Level.ERROR, (33, 3)),
        ("ms.cpss.references", Level.ERROR, (55, 2)),
    ]


def test_what_is_open_is_a_warning() -> None:
    """Nothing is told of the exam."""
    assert found({**READY, "exams": "declined", "seeking": ["CPSRP-P"]}) == [
        ("ct.cpsrp-p.exam", Level.WARNING, (18, 2))
    ]


def test_nothing_stands_in_the_way_of_who_is_eligible() -> None:
    """Then there is no mark."""
    assert found({**READY, "seeking": ["CPSRP"]}) == []


def test_what_nobody_asked_for_is_only_a_note() -> None:
    """The exit code of a survey says nothing about eligibility either."""
    assert {level for _, level, _ in found({**JORDAN, "seeking": []})} == {Level.NOTE}


def test_a_mark_says_why_and_what_to_do() -> None:
    """In the words of every other report."""
    one = checked(JORDAN)
    *_, last = marks(Explainer(built_in()).explain(one.determinations[0]), one)

    assert last.text == "1 of 2 references. Ask for 1 more reference."


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (header(), "peercert 0.1.0, catalogue 2026.11 (sha256 abc), as of 2026-11-22"),
        (
            header(disputes="strict", verified_only=True),
            (
                "peercert 0.1.0, catalogue 2026.11 (sha256 abc), as of 2026-11-22, "
                "every reading of a disputed point must be met (strict), "
                "only records that someone checked are counted"
            ),
        ),
    ],
)
def test_a_report_tells_what_it_was_made_under(said: Header, text: str) -> None:
    """Options only where they are not the usual ones."""
    assert made_under(said) == text
