"""What blocks: the smallest set of leaves that are responsible, under every kind of combination."""

from __future__ import annotations

from pathlib import Path

from upper import Written, decide, group, leaf, own_rules

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
