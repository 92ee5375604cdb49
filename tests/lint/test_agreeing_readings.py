"""Readings between which nothing is disputed."""

from __future__ import annotations

from pathlib import Path

from .linting import allow, leaf, only, place, remarks, toy


def disputed(*readings: str, more: str = "") -> str:
    """Write the toy credential with a disputed requirement; its readings begin on line 27."""
    told = [
        f"    - {{id: r{number}, title: Reading, {one}, sources: [{{id: law, at: p}}]}}"
        for number, one in enumerate(readings)
    ]
    lines = ["topic: references", *([more] if more else []), "readings:", *told]
    return toy(leaf("letters", "disputed", *lines, cited=False))


def test_a_reading_that_asks_what_another_asks_is_told(tmp_path: Path) -> None:
    """At the later one."""
    found = only(
        remarks(tmp_path, disputed("kind: references, at_least: 2", "kind: references, at_least: 2")),
        "agreeing-readings",
    )

    assert place(found) == ("toy.yaml", 29, 21)
    assert found.message == "Two readings of xx.toy.letters ask the same."
    assert found.proof == ("Whoever meets r1 meets r0 (line 28), and the other way round.",)


def test_readings_that_differ_are_right(tmp_path: Path) -> None:
    """In a number, or in asking at all."""
    assert remarks(tmp_path / "a", disputed("kind: references, at_least: 2", "kind: references, at_least: 3")) == ()
    assert remarks(tmp_path / "b", disputed("kind: references, at_least: 2", "kind: not_asked")) == ()


def test_it_may_be_allowed_with_a_reason(tmp_path: Path) -> None:
    """Two laws may say the same in other words, and both be shown."""
    same = ("kind: references, at_least: 2", "kind: references, at_least: 2")

    assert remarks(tmp_path, disputed(*same, more=allow("agreeing-readings"))) == ()
