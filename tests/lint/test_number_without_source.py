"""A number or day that does not say where it is written."""

from __future__ import annotations

from pathlib import Path

from .linting import HEAD, WAY, group, inner, leaf, only, place, remarks, toy

DATED = WAY.replace("  - id: first\n", "  - id: first\n    effective_from: 2026-06-01\n")


def test_the_first_day_of_an_edition_needs_a_source(tmp_path: Path) -> None:
    """It is told at the day."""
    found = only(remarks(tmp_path, toy(way=DATED)), "number-without-source")

    assert place(found) == ("toy.yaml", 10, 21)
    assert found.message == "The edition first has a day that does not say where it is written."
    assert found.hint == "Add `sources: [{id: …, at: …}]` to it."


def test_how_many_of_some_are_needed_is_a_number_too(tmp_path: Path) -> None:
    """What is inside has its own sources; that two of three are enough stands somewhere else."""
    inside = [inner("a", "references", "at_least: 1"), inner("b", "supervision", "at_least: 1")]
    inside.append(inner("c", "attestation", "name: literacy"))

    found = only(remarks(tmp_path, toy(group("some", "at_least", *inside, lines=("n: 2",)))), "number-without-source")

    assert place(found) == ("toy.yaml", 26, 18)
    assert found.message == "xx.toy.some names a number that does not say where it is written."


def test_a_citation_needs_a_place(tmp_path: Path) -> None:
    """A source is no help to a reader who must search all of it."""
    cited = leaf("two", "references", "at_least: 2", "sources: [{id: law, at: ' '}]", cited=False)

    found = only(remarks(tmp_path, toy(cited)), "number-without-source")

    assert place(found) == ("toy.yaml", 27, 39)
    assert found.message == "The source law is cited without a place in it."


def test_a_day_with_a_source_and_an_edition_without_a_day_are_right(tmp_path: Path) -> None:
    """Only what is told needs a source."""
    sourced = DATED.replace("2026-06-01\n", "2026-06-01\n    sources: [{id: law, at: p}]\n")

    assert remarks(tmp_path / "a", toy(way=sourced)) == remarks(tmp_path / "b", toy()) == ()


def test_an_edition_may_allow_it_with_a_reason(tmp_path: Path) -> None:
    """For all that stands in it."""
    allowed = DATED.replace(
        "2026-06-01\n",
        "2026-06-01\n    allow: [{lint: number-without-source, because: The day is of our own making.}]\n",
    )

    assert remarks(tmp_path, toy(head=HEAD, way=allowed)) == ()
