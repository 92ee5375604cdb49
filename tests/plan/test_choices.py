"""Which leaves to turn."""

from __future__ import annotations

from pathlib import Path

import pytest

from peercert.logic import Disputes
from peercert.plan.choices import choices
from upper import Written, case, group, leaf, own_rules

REFS = [leaf(f"r{number}", "references", at_least=number) for number in range(1, 5)]
READINGS = [leaf("one", "references", at_least=1), leaf("two", "references", at_least=2)]


def chosen(folder: Path, tree: Written, told: int, disputes: Disputes = "undetermined") -> list[list[str]]:
    """Return the choices for a person with so many references, each leaf by its id or its reading's."""
    catalog = own_rules(folder, tree)
    someone = case({"references": told}, catalog=catalog, disputes=disputes)
    [root] = catalog.roots("TOY", someone.as_of)
    found = choices(catalog, root, someone)
    return [[f"ask {turn.leaf.id}" if turn.ask else turn.what.id for turn in choice] for choice in found]


@pytest.mark.parametrize(
    ("tree", "told", "expected"),
    [
        (group("x", "all_of", *REFS[:2]), 0, [["r1", "r2"]]),
        (group("x", "all_of", *REFS[:2]), 1, [["r2"]]),
        (group("x", "all_of", *REFS[:2]), 2, [[]]),
        (group("x", "any_of", *REFS[:2]), 0, [["r1"], ["r2"]]),
        (group("x", "at_least", *REFS, n=3), 1, [["r2", "r3"], ["r2", "r4"], ["r3", "r4"]]),
        (group("x", "all_of", group("y", "any_of", *REFS[:2]), REFS[2]), 0, [["r1", "r3"], ["r2", "r3"]]),
    ],
    ids=[
        "all",
        "what is missing of all",
        "nothing is missing",
        "either",
        "enough, less what is met",
        "a choice inside",
    ],
)
def test_each_way_to_have_enough_is_a_choice(
    tmp_path: Path, tree: Written, told: int, expected: list[list[str]]
) -> None:
    """What is met already is in none of them."""
    assert chosen(tmp_path, tree, told) == expected


@pytest.mark.parametrize(
    ("disputes", "told", "expected"),
    [
        ("undetermined", 0, [["one", "two"], ["one", "ask d"], ["two", "ask d"]]),
        ("undetermined", 1, [["two"], ["ask d"], ["two", "ask d"]]),
        ("strict", 0, [["one", "two"]]),
        ("lenient", 0, [["one"], ["two"]]),
    ],
)
def test_of_readings_all_are_met_or_somebody_is_asked(
    tmp_path: Path, disputes: Disputes, told: int, expected: list[list[str]]
) -> None:
    """Strict asks for all, lenient for one."""
    tree = group("x", "all_of", leaf("d", "disputed", readings=READINGS))

    assert chosen(tmp_path, tree, told, disputes) == expected
