"""Two states of the rules: what changed, matched by ids, and who is answered otherwise for it."""

from __future__ import annotations

from pathlib import Path

from peercert.catalog import Catalog, load_catalog
from peercert.witness.diffing import NEW, OLD, Diff, diff, edition_diff
from upper import TODAY, Written, built_in, credential, edition, group, leaf, rules_folder

AGE = leaf("a.age", "age", at_least=18)
REFS = leaf("a.refs", "references", at_least=2)


def folder(path: Path, *credentials: Written) -> Catalog:
    """Open rules of some credentials in a folder of their own."""
    path.mkdir(parents=True)
    return load_catalog(rules_folder(path, *credentials))


def rules(path: Path, *asks: Written, kind: str = "all_of") -> Catalog:
    """Open rules of one credential, A, with one way."""
    return folder(path, credential("A", edition(group("a", kind, *asks))))


def between(tmp_path: Path, old: list[Written], new: list[Written], kind: str = "all_of") -> Diff:
    """Hold two states of A against each other."""
    return diff(rules(tmp_path / "old", *old, kind=kind), rules(tmp_path / "new", *new, kind=kind), [], TODAY)


def said(found: Diff) -> list[tuple[str, str, str | None]]:
    """Return what changed: how, which, and what it was called before."""
    return [
        (one.change.what, one.change.requirement.id, one.change.was) for one_ in found.editions for one in one_.changes
    ]


def people(found: Diff) -> list[tuple[str, tuple[str, ...]]]:
    """Return the people who show single changes, by the rules that they pass."""
    return [
        (one.passes, one.lines) for edition_ in found.editions for shown in edition_.changes for one in shown.directions
    ]


def test_a_number_that_changed_has_somebody_just_between(tmp_path: Path) -> None:
    """One of 18 was old enough, and is not any more."""
    found = between(tmp_path, [AGE], [{**AGE, "at_least": 21}])

    assert said(found) == [("changed", "a.age", None)]
    assert people(found) == [(OLD, ("birth_date: 2008-11-22",))]
    there, back = found.editions[0].whole
    assert (there.passes, there.lines) == (OLD, ("birth_date: 2008-11-22",))
    assert (back.passes, back.nobody) == (NEW, True)
    assert not found.same


def test_a_requirement_that_is_new_is_failed_by_who_does_not_have_it(tmp_path: Path) -> None:
    """And one that is gone is failed no more."""
    assert people(between(tmp_path / "1", [AGE], [AGE, REFS])) == [(OLD, ("references: 1",))]
    assert people(between(tmp_path / "2", [AGE, REFS], [AGE])) == [(NEW, ("references: 1",))]


def test_a_branch_that_is_new_lets_more_people_in(tmp_path: Path) -> None:
    """Two references were not enough without the age, and are now."""
    found = between(tmp_path, [AGE], [AGE, REFS], kind="any_of")

    assert said(found) == [("added", "a.refs", None)]
    assert people(found) == [(NEW, ("birth_date: 2008-11-23", "references: 2"))]


def test_an_id_that_was_renamed_is_followed(tmp_path: Path) -> None:
    """`was` names the old id; only the number counts as changed."""
    found = between(tmp_path, [AGE], [{**AGE, "id": "a.years", "was": ["a.age"], "at_least": 19}])

    assert said(found) == [("changed", "a.years", "a.age")]


def test_what_only_moved_is_said_and_changes_nobody(tmp_path: Path) -> None:
    """All of all of it is all of it."""
    inner = group("a.inner", "all_of", AGE, REFS)
    found = between(tmp_path, [inner], [{**inner, "of": [AGE]}, REFS])

    assert said(found) == [("moved", "a.refs", None)]
    assert all(one.nobody for one in found.editions[0].whole)


def test_what_lies_in_a_requirement_that_is_new_goes_with_it(tmp_path: Path) -> None:
    """One change, not three."""
    found = between(tmp_path, [leaf("a.old", "references", at_least=1)], [group("a.new", "any_of", AGE, REFS)])

    assert said(found) == [("added", "a.new", None), ("dropped", "a.old", None)]


def test_a_group_that_asks_for_all_instead_of_one_is_a_change(tmp_path: Path) -> None:
    """Who had one of the two was eligible."""
    inner = group("a.inner", "any_of", AGE, REFS)
    found = between(tmp_path, [inner], [{**inner, "kind": "all_of"}])

    assert said(found) == [("changed", "a.inner", None)]
    assert [passes for passes, _ in people(found)] == [OLD]


def test_names_and_sources_are_no_change(tmp_path: Path) -> None:
    """Only words changed: nobody is answered otherwise, and that was looked for."""
    found = between(tmp_path, [AGE], [{**AGE, "title": "Another title"}])

    assert found.same
    assert found.editions[0].words_only
    assert all(one.nobody and one.found.tried for one in found.editions[0].whole)


def test_a_change_in_a_credential_that_another_takes_over_reaches_that_one(tmp_path: Path) -> None:
    """B meets all that A asks; B's own rules did not change, but who is eligible for B did."""
    taking = credential("B", edition(leaf("b", "meets_credential", credential="A")))
    old, new = (
        folder(tmp_path / name, credential("A", edition(group("a", "all_of", age))), taking)
        for name, age in (("old", AGE), ("new", {**AGE, "at_least": 21}))
    )

    found = diff(old, new, ["B"], TODAY)

    assert said(found) == []
    there, back = found.editions[0].whole
    assert (there.lines, back.nobody) == (("birth_date: 2008-11-22",), True)


def test_credentials_that_are_new_or_gone_are_named(tmp_path: Path) -> None:
    """Nothing stands beside them, so nobody is tried."""
    old = folder(tmp_path / "old", credential("A", edition(AGE)))
    new = folder(tmp_path / "new", credential("B", edition({**AGE, "id": "b.age"})))

    found = diff(old, new, [], TODAY)

    assert (found.added, found.dropped, found.editions) == (("B",), ("A",), ())


def test_the_built_in_rules_change_nobody_against_themselves() -> None:
    """Nothing changed, and nobody is answered otherwise, shown for every edition."""
    found = diff(built_in(), load_catalog(), ["CPSRP", "CPS-II"], TODAY)

    assert found.same
    assert all(one.nobody for edition_ in found.editions for one in edition_.whole)


def test_two_editions_of_one_credential(tmp_path: Path) -> None:
    """People are tried on a day on which the new edition is in force."""
    first = {**edition(group("one", "all_of", {**AGE, "id": "one.age"}, REFS)), "effective_to": "2026-12-31"}
    second = {
        **edition(group("two", "all_of", {**AGE, "id": "two.age", "at_least": 19}, {**REFS, "id": "two.refs"})),
        "id": "second",
        "effective_from": "2027-01-01",
    }
    catalog = folder(tmp_path / "rules", credential("A", first, second))
    old, new = catalog.credential("A").editions

    found = edition_diff("A", (catalog, old), (catalog, new), TODAY)

    assert (found.new, str(found.day)) == ("second", "2027-01-01")
    assert [(one.change.what, one.change.was) for one in found.changes] == [("changed", "one.age")]
    assert found.whole[0].lines == ("birth_date: 2009-01-01", "references: 2")
