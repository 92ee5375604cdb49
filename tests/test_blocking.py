"""What blocks: the smallest set of leaves that are responsible, under every kind of combination."""

from __future__ import annotations

from pathlib import Path

import pytest

from peercert.catalog import load_catalog
from peercert.engine import blocking as responsible
from peercert.finding import Finding
from peercert.logic import Outcome
from upper import Written, credential, decide, edition, group, leaf, own_rules, rules_folder

REFERENCES = leaf("x.references", "references", at_least=2)
DISCLOSURE = leaf("x.disclosure", "attestation", name="disclosure")
LITERACY = leaf("x.literacy", "attestation", name="literacy")
ADULT = leaf("x.age", "age", at_least=18)
WORK = leaf("x.work", "experience", at_least=100)
CARE = leaf("x.care", "supervision", at_least=10)


def hours(work: float, care: float) -> Written:
    """Return a person with so many hours of work and of supervision."""
    stretch = {"start": "2024-01-08", "end": "2025-06-30"}
    return {"experience": [{"hours": work, **stretch}], "supervision": [{"hours": care, **stretch}]}


def blocking(folder: Path, tree: Written, profile: Written) -> tuple[str, ...]:
    """Return what blocks a person under one tree."""
    return decide("TOY", profile, catalog=own_rules(folder, tree)).chosen.blocking


def test_an_eligible_person_is_blocked_by_nothing(tmp_path: Path) -> None:
    """Where all is met, no requirement is responsible for anything."""
    assert blocking(tmp_path, REFERENCES, {"references": 2}) == ()


def test_under_all_of_every_unmet_leaf_blocks(tmp_path: Path) -> None:
    """Unmet leaves block together; met and open ones beside them do not."""
    tree = group("x", "all_of", REFERENCES, DISCLOSURE, LITERACY, ADULT)

    assert blocking(
        tmp_path, tree, {"references": 1, "attestations": {"literacy": False}, "birth_date": "1990-01-01"}
    ) == ("x.references", "x.literacy")


def test_what_keeps_a_verdict_open_blocks_it(tmp_path: Path) -> None:
    """For an undetermined verdict, every open leaf blocks and no met one."""
    tree = group("x", "all_of", REFERENCES, DISCLOSURE, LITERACY)

    assert blocking(tmp_path, tree, {"references": 2, "attestations": {"literacy": "declined"}}) == (
        "x.disclosure",
        "x.literacy",
    )


def test_the_branch_with_the_fewest_leaves_is_the_nearest(tmp_path: Path) -> None:
    """One leaf that is far off is nearer than two that are almost there."""
    both = group("x.both", "all_of", WORK, CARE)
    tree = group("x", "any_of", both, REFERENCES)

    assert blocking(tmp_path, tree, {"references": 0, **hours(99, 9.9)}) == ("x.references",)


def test_of_as_many_leaves_the_smallest_missing_share_is_the_nearest(tmp_path: Path) -> None:
    """A tenth of 10 hours is nearer than two tenths of 100, whichever comes first."""
    assert blocking(tmp_path, group("x", "any_of", WORK, CARE), hours(80, 9)) == ("x.care",)
    assert blocking(tmp_path, group("x", "any_of", WORK, CARE), hours(91, 9)) == ("x.work",)


def test_of_branches_equally_near_the_first_in_the_catalogue_blocks(tmp_path: Path) -> None:
    """A tie is settled by the order of the rules file, so a report never changes by chance."""
    assert blocking(tmp_path, group("x", "any_of", WORK, CARE), hours(90, 9)) == ("x.work",)
    assert blocking(tmp_path, group("x", "any_of", CARE, WORK), hours(90, 9)) == ("x.care",)


def test_what_is_not_counted_is_missing_in_whole(tmp_path: Path) -> None:
    """An attestation that is refused is further off than hours of which some are there."""
    tree = group("x", "any_of", DISCLOSURE, WORK)

    assert blocking(tmp_path, tree, {"attestations": {"disclosure": False}, **hours(1, 0)}) == ("x.work",)


def test_only_branches_of_the_same_outcome_can_be_nearest(tmp_path: Path) -> None:
    """Where a branch is open, an unmet one beside it says nothing, however near it is."""
    both = group("x.both", "all_of", DISCLOSURE, LITERACY)
    tree = group("x", "any_of", WORK, both)

    assert blocking(tmp_path, tree, hours(99.9, 0)) == ("x.disclosure", "x.literacy")


def test_the_missing_share_of_readings_is_the_least(tmp_path: Path) -> None:
    """Where sources disagree on an amount, the nearer one is what is missing."""
    readings = [
        {key: value for key, value in leaf(f"needs-{n}", "experience", at_least=n).items() if key != "topic"}
        for n in (1000, 100)
    ]
    disputed = {"id": "x.disputed", "kind": "disputed", "title": "Work", "topic": "experience", "readings": readings}

    assert blocking(tmp_path, group("x", "any_of", CARE, disputed), hours(95, 9)) == ("x.disputed",)
    assert blocking(tmp_path, group("x", "any_of", CARE, disputed), hours(85, 9)) == ("x.care",)


def test_under_at_least_as_many_branches_block_as_are_still_needed(tmp_path: Path) -> None:
    """Two of four are needed and one is met: the nearest one of the rest blocks. With none met, the nearest two."""
    tree = group("x", "at_least", WORK, CARE, REFERENCES, DISCLOSURE, n=2)
    near = {"attestations": {"disclosure": False}, **hours(50, 9)}

    assert blocking(tmp_path, tree, {"references": 2, **near}) == ("x.care",)
    assert blocking(tmp_path, tree, {"references": 0, **near}) == ("x.work", "x.care")


def test_under_at_least_an_open_branch_may_still_turn_out_met(tmp_path: Path) -> None:
    """Two are needed, one is open and the rest unmet: one more is missing whatever the open one turns out to be."""
    tree = group("x", "at_least", WORK, CARE, DISCLOSURE, n=2)

    assert blocking(tmp_path, tree, hours(50, 9)) == ("x.care",)


def test_all_of_inside_any_of_blocks_with_all_its_unmet_leaves(tmp_path: Path) -> None:
    """The nearest branch blocks whole, and its met leaves do not."""
    first = group("x.first", "all_of", WORK, CARE, LITERACY)
    second = group("x.second", "all_of", REFERENCES, DISCLOSURE, ADULT)
    attested = {"attestations": {"literacy": False, "disclosure": False}}

    assert blocking(
        tmp_path,
        group("x", "any_of", first, second),
        {"birth_date": "1990-01-01", "references": 1, **attested, **hours(0, 0)},
    ) == ("x.references", "x.disclosure")


def test_a_branch_that_does_not_apply_is_no_better_one(tmp_path: Path) -> None:
    """It is left out, and the branch that is left stands in the way."""
    rules = own_rules(tmp_path, group("x", "any_of", leaf("x.a", "age", at_least=18), leaf("x.b", "age", at_least=21)))
    root = rules.credential("TOY").editions[0].pathways[0].root
    unmet, left_out = Finding("x.a", Outcome.UNMET), Finding("x.b", Outcome.NOT_APPLICABLE)

    assert responsible(rules, Finding(root.id, Outcome.UNMET, children=(unmet, left_out))) == [unmet]


def test_of_the_ways_to_another_credential_the_nearest_blocks(tmp_path: Path) -> None:
    """One of them would be enough."""
    toy = credential("TOY", edition(leaf("x.age", "age", at_least=18), leaf("x.references", "references", at_least=2)))
    big = credential("BIG", edition(leaf("b", "meets_credential", credential="TOY")))
    rules = load_catalog(rules_folder(tmp_path, toy, big))

    found = decide("BIG", {"birth_date": "2020-01-01", "references": 1}, catalog=rules)

    assert found.chosen.blocking == ("x.references",)


@pytest.mark.parametrize(
    ("first", "profile", "blocking"),
    [
        (
            leaf("x.first", "attestation", name="disclosure"),
            {"attestations": {"disclosure": False}, "references": 0},
            "x.first",
        ),
        (
            leaf("x.first", "course", programs=["toy-course"], hours_at_least=10, completed_by="2026-05-31"),
            {"training": [{"program": "toy-course", "hours": 10, "completed": "2026-06-01"}], "references": 1},
            "x.references",
        ),
    ],
)
def test_where_nothing_is_counted_all_of_it_is_missing(
    tmp_path: Path, first: Written, profile: Written, blocking: str
) -> None:
    """As far away as no references at all; farther than one of two, also where hours alone would be enough."""
    rules = own_rules(tmp_path, group("x", "any_of", first, leaf("x.references", "references", at_least=2)))

    assert decide("TOY", profile, catalog=rules).chosen.blocking == (blocking,)


def test_what_rests_on_no_source_is_to_be_verified(tmp_path: Path) -> None:
    """Where no edition is in force, and none names a source, there is nothing to rest on."""
    later = edition(REFERENCES, effective_from="2027-01-01")
    rules = load_catalog(rules_folder(tmp_path, credential("TOY", later)))

    assert decide("TOY", {}, catalog=rules).confidence == "secondary"
