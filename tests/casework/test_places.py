"""Places of requirements in the file of their credential."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.toy import opened, toy_with
from peercert.casework.places import Places


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("xx.toy", (14, 11)),
        ("xx.toy.age", (18, 15)),
        ("xx.toy.age/at_least", (21, 25)),
        ("xx.toy.age.together", (18, 15)),
        ("TOY/first", (9, 5)),
        ("TOY/first/standard", (11, 9)),
        ("TOY/first/effective_from", (9, 5)),
        ("nowhere", (1, 1)),
    ],
)
def test_a_subject_has_the_place_where_it_is_written(tmp_path: Path, subject: str, expected: tuple[int, int]) -> None:
    """What is not written itself stands at the nearest thing around it."""
    source, *place = Places(opened(tmp_path), "TOY").of(subject)

    assert tuple(place) == expected
    assert source.endswith("us/toy.yaml")


def test_a_key_in_a_window_is_found(tmp_path: Path) -> None:
    """Dots go inside."""
    toy = toy_with(
        "kind: age\n              title: Eighteen years\n              at_least: 18",
        "kind: supervision\n              title: Hours\n              at_least: 18\n              window: {years: 3}",
    )

    assert Places(opened(tmp_path, toy=toy), "TOY").of("xx.toy.age/window.years")[1:] == (22, 31)
