"""The same people under other rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from peercert.catalog import Catalog, load_catalog
from peercert.cohort import Group, Turn, of
from peercert.cohort.cohort import flips_by_way
from peercert.cohort.turns import renamed
from peercert.engine import Verdict
from peercert.session import Options, check
from upper import TODAY, credential, edition, group, leaf, person, rules_folder


def rules(folder: Path, name: str, id_: str = "TOY", *, references: int = 2, age: int = 18, **named: object) -> Catalog:
    """Open rules of one credential that asks for references and an age."""
    (folder / name).mkdir()
    asks = group("toy", "all_of", leaf("toy.age", "age", at_least=age),
                 {**leaf("toy.references", "references", at_least=references), **named})  # fmt: skip
    return load_catalog(rules_folder(folder / name, credential(id_, edition(asks))))


def looked_at(old: Catalog, new: Catalog, **people: int) -> Group:
    """Look at people of thirty with so many references each."""
    checked = [
        check(old, person({"id": name, "references": count, "birth_date": "1996-01-01"}, catalog=old), Options(TODAY))
        for name, count in people.items()
    ]
    (found,) = of(old, checked, against=new).groups
    return found


def test_who_flips_is_found_with_what_blocks_now(tmp_path: Path) -> None:
    """Three references instead of two: who has two is stopped by that requirement."""
    found = looked_at(rules(tmp_path, "old"), rules(tmp_path, "new", references=3), ann=3, bea=2, cal=1)

    ((way, flips),) = flips_by_way(found.flips)
    assert way == (Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE)
    assert [(one.standing.person, one.came, one.gone) for one in flips] == [("bea", ("toy.references",), ())]


def test_who_gains_is_found_with_what_blocks_no_more(tmp_path: Path) -> None:
    """One reference instead of two."""
    found = looked_at(rules(tmp_path, "old"), rules(tmp_path, "new", references=1), ann=3, cal=1)

    (flip,) = found.flips
    assert (flip.before, flip.after, flip.came, flip.gone) == (
        Verdict.NOT_ELIGIBLE, Verdict.ELIGIBLE, (), ("toy.references",),
    )  # fmt: skip


@pytest.mark.parametrize("newer", [True, False], ids=["against newer rules", "against older rules"])
def test_a_requirement_with_another_id_is_no_change(tmp_path: Path, newer: bool) -> None:
    """Which rules tell the former id does not matter: it blocks before and after, under its first name."""
    old = rules(tmp_path, "old", age=40)
    new = rules(tmp_path, "new", id="toy.letters", was=["toy.references"])
    first, second = (old, new) if newer else (new, old)
    name = "toy.references" if newer else "toy.letters"

    (one,) = looked_at(first, second, cal=1).people
    assert one.turn is not None
    assert name in one.blocking
    assert name in one.turn.blocking
    assert renamed(first, second) == ({"toy.letters": name} if newer else {"toy.references": name})


def test_the_same_rules_change_nothing(tmp_path: Path) -> None:
    """The same verdict, the same blocker, and no flip."""
    found = looked_at(rules(tmp_path, "old"), rules(tmp_path, "new"), cal=1)

    assert found.people[0].turn == Turn(Verdict.NOT_ELIGIBLE, ("toy.references",))
    assert found.flips == []
    assert found.comparable


def test_a_credential_that_the_other_rules_lack_is_not_compared(tmp_path: Path) -> None:
    """Nobody flips for want of rules."""
    found = looked_at(rules(tmp_path, "old"), rules(tmp_path, "new", "OTHER"), cal=1)

    assert found.people[0].turn is None
    assert not found.comparable
