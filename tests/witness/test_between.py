"""People between credentials: one for each difference, in both directions, run through both sets of rules again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from peercert.candidate import load_candidate
from peercert.case import Case
from peercert.catalog import Catalog, load_catalog
from peercert.compare import compare
from peercert.engine import Verdict, determine
from peercert.reading import read_text
from peercert.witness.between import Witnesses, witnesses
from upper import TODAY, Written, built_in, credential, edition, group, leaf, rules_folder

OLDER = leaf("b.age", "age", at_least=21)


def between(catalog: Catalog, *ids: str, day: date = TODAY) -> Witnesses:
    """Find the people between credentials."""
    return witnesses(catalog, compare(catalog, ids, day))


def toys(folder: Path, one: list[Written], two: list[Written]) -> Witnesses:
    """Find the people between A and B, each with one way that asks for all of some things."""
    first, second = (
        credential(id_, edition(group(id_.lower(), "all_of", *of))) for id_, of in (("A", one), ("B", two))
    )
    return between(load_catalog(rules_folder(folder, first, second)), "A", "B")


def verdict(catalog: Catalog, id_: str, lines: tuple[str, ...]) -> Verdict:
    """Decide a credential for the person whose profile has these lines."""
    candidate = load_candidate(read_text("\n".join(lines), "shown.yaml", syntax="yaml"), catalog.words, TODAY)
    return determine(catalog, catalog.credential(id_), Case(candidate, catalog, TODAY)).verdict


@pytest.mark.parametrize(("one", "two"), [("CRSS", "CPRS"), ("CPS-I", "CPS-II"), ("CPSRP", "CPSRP-P")])
def test_everybody_shown_is_eligible_for_the_one_and_not_for_the_other(one: str, two: str) -> None:
    """The lines are read as a profile file is, and decided by the engine, apart from the search."""
    found = between(built_in(), one, two)

    assert [(direction.passes, direction.fails) for direction in found.whole] == [(one, two), (two, one)]
    for direction in found.whole:
        assert verdict(built_in(), direction.passes, direction.lines) is Verdict.ELIGIBLE
        assert verdict(built_in(), direction.fails, direction.lines) is Verdict.NOT_ELIGIBLE
        assert direction.verdicts == (Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE)


def test_whoever_meets_the_lived_experience_of_the_one_meets_that_of_the_other() -> None:
    """CRSS asks for one's own mental illness; CPRS takes any lived experience."""
    (row,) = [one for one in between(built_in(), "CRSS", "CPRS").rows if one.topic == "lived_experience"]
    there, back = row.directions

    assert (there.passes, there.lines, there.nobody) == ("CRSS", (), True)
    assert back.lines == ("lived_experience:", "  - {who: family_member}")


EACH_DOMAIN = (
    "training:",
    "  - topics:",
    "      advocacy: 10",
    "      professional_responsibility: 10",
    "      mentoring: 10",
    "      recovery_support: 10",
)
"""What both credentials ask of each domain."""


def test_training_that_passes_the_one_and_fails_the_other() -> None:
    """CRSS is content with 6 hours of ethics and no hours about families and youth; CPRS is not.

    CPRS is content with 44 hours of core functions; by one reading CRSS asks for 54, so it is left open.
    """
    (row,) = [one for one in between(built_in(), "CRSS", "CPRS").rows if one.topic == "training"]
    there, back = (one for one in row.directions if one.way == "On your own")

    assert there.lines == (*EACH_DOMAIN, "      ethics: 6", "      core_functions: 54")
    assert back.nobody is False
    assert back.lines == (*EACH_DOMAIN, "      ethics: 16", "      family: 39", "      youth: 5")


def test_a_stricter_credential_passes_everybody_on(tmp_path: Path) -> None:
    """Whoever is 21 and reads is 18 and reads; the other way round somebody of 18 is shown."""
    reads = [leaf(f"{id_}.reads", "attestation", name="literacy") for id_ in "ab"]
    found = toys(tmp_path, [leaf("a.age", "age", at_least=18), reads[0]], [OLDER, reads[1]])
    there, back = found.whole

    assert there.lines == ("birth_date: 2008-11-22", "attestations: {literacy: true}")
    assert (back.lines, back.nobody, back.found.exact, back.proved) == ((), True, True, True)
    assert [(row.topic, [one.lines for one in row.directions]) for row in found.rows] == [
        ("age", [("birth_date: 2008-11-22",), ()])
    ]


def test_what_only_one_asks_is_failed_by_who_does_not_have_it(tmp_path: Path) -> None:
    """The other asks nothing about it, so there is one direction only."""
    age = [leaf(f"{id_}.age", "age", at_least=18) for id_ in "ab"]
    (row,) = toys(tmp_path, [age[0]], [age[1], leaf("b.refs", "references", at_least=2)]).rows
    (only,) = row.directions

    assert (row.topic, only.passes, only.free, only.lines) == ("references", "A", True, ("references: 1",))


def test_on_a_day_without_rules_nobody_is_looked_for() -> None:
    """Connecticut's rules are in force from June 2026 on."""
    found = between(built_in(), "CRSS", "CPSRP", day=date(2026, 5, 31))

    assert (found.rows, found.whole) == ((), ())
