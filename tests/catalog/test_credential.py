"""One credential's file: editions, ways, bars, and names."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from peercert.catalog import load_catalog
from upper import credential, edition, leaf, rules_folder

REFERENCES = leaf("x.references", "references", at_least=2)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 5, 31), None),
        (date(2026, 6, 1), "old"),
        (date(2026, 12, 31), "old"),
        (date(2027, 1, 1), "new"),
        (date(2099, 1, 1), "new"),
    ],
)
def test_the_edition_is_the_one_in_force_on_the_day(tmp_path: Path, day: date, expected: str | None) -> None:
    """First and last day belong to it; before the first edition there is none."""
    old = edition(REFERENCES, id="old", effective_from="2026-06-01", effective_to="2026-12-31")
    new = edition(leaf("x.more", "references", at_least=3), id="new", effective_from="2027-01-01")
    catalog = load_catalog(rules_folder(tmp_path, credential("TOY", old, new)))

    found = catalog.credential("TOY").edition_on(day)

    assert (found.id if found else None) == expected


def test_an_edition_without_days_is_always_in_force(tmp_path: Path) -> None:
    """Where no first day is known, none is made up."""
    catalog = load_catalog(rules_folder(tmp_path, credential("TOY", edition(REFERENCES))))

    assert catalog.credential("TOY").editions[0].in_force(date(1900, 1, 1))


def test_where_no_edition_is_in_force_one_leaf_stands_alone(tmp_path: Path) -> None:
    """It is about timing, and says from when on rules are known."""
    new = edition(REFERENCES, effective_from="2027-01-01")
    catalog = load_catalog(rules_folder(tmp_path, credential("TOY", new)))

    (root,) = catalog.roots("TOY", date(2026, 12, 31))

    assert (root.about, root.children) == ("timing", ())
    assert root.title == "Rules in force on that day"


def test_a_bar_is_a_requirement_beside_all_others(tmp_path: Path) -> None:
    """It stands at the root, under its own id."""
    one = credential("TOY", edition(REFERENCES))
    one["editions"][0]["pathways"][0]["bars"] = [leaf("x.barred", "license", licenses=["LPN"])]
    catalog = load_catalog(rules_folder(tmp_path, one))

    (root,) = catalog.roots("TOY", date(2026, 11, 22))

    assert [child.id for child in root.children] == ["x.references", "x.barred"]


@pytest.mark.parametrize(
    ("name", "answers"),
    [("toy", True), ("Title of TOY", True), ("TITLE OF TOY", True), ("teddy", True), ("bear", False), ("TOY ", False)],
)
def test_a_credential_knows_its_names(tmp_path: Path, name: str, answers: bool) -> None:
    """Id, title and aliases, whatever the case; nothing else."""
    catalog = load_catalog(rules_folder(tmp_path, credential("TOY", edition(REFERENCES), aliases=["Teddy"])))

    assert catalog.words.credential(name) == ("TOY" if answers else None)
