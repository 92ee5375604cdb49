"""The smallest person who passes one set of rules and fails another: toy rules by hand, small worlds by brute force."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peercert.logic import Outcome
from peercert.requirements import Requirement
from peercert.witness import Search, Side, search
from peercert.witness.searching import ANSWERED, PASSES_AND_FAILS
from upper import TODAY, Written, built_in, case, group, leaf, requirement

AGE = leaf("age", "age", at_least=18)
OLDER = leaf("older", "age", at_least=21)
READS = leaf("reads", "attestation", name="literacy")


def found(one: Written, two: Written, **options: Any) -> Search:
    """Search between two trees under the built-in words."""
    first, second = (Side(built_in(), requirement(raw)) for raw in (one, two))
    return search(first, second, TODAY, **options)


def told(one: Written, two: Written) -> Any:
    """Return the profile of the person found; None where there is none."""
    witness = found(one, two).witness
    return witness and witness.profile


def disputed(*readings: Written) -> Written:
    """Write a requirement with readings."""
    return {"id": "d", "kind": "disputed", "title": "Title of d", "topic": "age", "readings": list(readings)}


def plain(profile: Any) -> Any:
    """Write days as text."""
    return {key: str(value) for key, value in profile.items()}


def test_the_person_has_just_turned_the_lower_age() -> None:
    """Born 18 years before the day: old enough for the one, and too young for the other."""
    assert plain(told(AGE, OLDER)) == {"birth_date": "2008-11-22"}


def test_where_one_implies_the_other_nobody_is_found_and_nobody_was_left_out() -> None:
    """Whoever is 21 is 18."""
    result = found(OLDER, AGE)

    assert (result.witness, result.exact) == (None, True)
    assert result.tried > 0


def test_facts_that_decide_nothing_are_left_out() -> None:
    """The other side fails by the age alone, so nothing is said of reading."""
    assert plain(told(AGE, group("all", "all_of", OLDER, READS))) == {"birth_date": "2008-11-22"}


@pytest.mark.parametrize(
    ("one", "two", "profile"),
    [
        (leaf("a", "references", at_least=2), leaf("b", "references", at_least=3), {"references": 2}),
        (leaf("a", "residence", state="IL"), leaf("b", "residence", state="MS"), {"residence": {"state": "IL"}}),
        (
            leaf("a", "lived_experience", any=[{"who": ["self", "family_member"]}]),
            leaf("b", "lived_experience", any=[{"who": ["self"]}]),
            {"lived_experience": [{"who": "family_member"}]},
        ),
        (
            leaf("a", "exam", exam="il-crss", score_at_least=68),
            leaf("b", "exam", exam="il-crss", score_at_least=70),
            {"exams": [{"exam": "il-crss", "score": 68}]},
        ),
        (
            leaf("a", "training_hours", at_least=40),
            leaf("b", "training_hours", at_least=16, topics=["ethics"]),
            {"training": [{"topics": {"advocacy": 40}}]},
        ),
        (
            leaf("a", "training_hours", at_least=16, topics=["ethics"]),
            leaf("b", "training_hours", at_least=40),
            {"training": [{"topics": {"ethics": 16}}]},
        ),
        (
            leaf("a", "experience", at_least=500),
            leaf("b", "experience", at_least=250, roles=["peer"]),
            {"experience": [{"role": "support", "hours": 500}]},
        ),
        (
            leaf("a", "course", programs=["mn-cps"], hours_at_least=76),
            leaf("b", "course", programs=["mn-cps"], hours_at_least=80),
            {"training": [{"program": "mn-cps", "hours": 76}]},
        ),
        (
            leaf("a", "education", levels=["ged", "bachelor"]),
            leaf("b", "education", levels=["bachelor"]),
            {"education": [{"level": "ged"}]},
        ),
        (AGE, READS, {"birth_date": TODAY.replace(year=2008), "attestations": {"literacy": False}}),
    ],
)  # fmt: skip
def test_the_smallest_person_by_hand(one: Written, two: Written, profile: Written) -> None:
    """One pair of requirements of each sort, with the person that a reader would name."""
    assert told(one, two) == profile


def test_hours_before_a_window_pass_where_there_is_none() -> None:
    """The hours lie before the three years that the other rule looks at."""
    profile = told(leaf("a", "supervision", at_least=25), leaf("b", "supervision", at_least=25, window={"years": 3}))

    assert [(str(one["end"]), one["hours"]) for one in profile["supervision"]] == [("2023-11-21", 25)]


def test_work_after_the_application_passes_where_any_day_will_do() -> None:
    """The day of application is told, and lies before the work."""
    one = leaf("a", "experience", at_least=250)
    two = leaf("b", "experience", at_least=250, window={"until_application": True})

    witness = found(one, two).witness

    assert witness is not None
    assert (witness.one, witness.two) == (Outcome.MET, Outcome.UNMET)
    assert str(witness.profile["application_date"]) == "2025-11-22"


def test_where_sources_disagree_the_person_is_open_on_the_other_side() -> None:
    """Nobody fails both readings and is 18; who is 18 and not 21 is open, and that is said."""
    witness = found(AGE, disputed({**AGE, "id": "r1"}, {**OLDER, "id": "r2"})).witness

    assert witness is not None
    assert (plain(witness.profile), witness.two) == ({"birth_date": "2008-11-22"}, Outcome.UNKNOWN)


def test_where_one_source_asks_nothing_the_person_tells_all_the_same() -> None:
    """Who keeps the age back is open for that reason alone; somebody too young for one source is shown instead."""
    nothing = {"id": "r2", "kind": "not_asked", "title": "T", "sources": AGE["sources"]}
    witness = found(READS, disputed({**AGE, "id": "r1"}, nothing)).witness

    assert witness is not None
    assert (str(witness.profile["birth_date"]), witness.two) == ("2008-11-23", Outcome.UNKNOWN)


def test_who_is_open_on_one_side_and_fails_on_the_other_is_found_when_asked_for() -> None:
    """At 18 the one is open, the other says no; but nobody passes the one and fails the other."""
    one, two = disputed({**AGE, "id": "r1"}, {**OLDER, "id": "r2"}), OLDER

    assert found(one, two).witness is None
    witness = found(one, two, goals=ANSWERED).witness
    assert witness is not None
    assert (witness.one, witness.two) == (Outcome.UNKNOWN, Outcome.UNMET)


def test_what_a_person_decides_can_be_met_by_nobody() -> None:
    """So nobody passes it, and whoever passes anything else is open there."""
    person = leaf("h", "human", question="Is it good enough?")

    assert found(person, AGE).witness is None
    witness = found(AGE, person).witness
    assert witness is not None
    assert witness.two is Outcome.UNKNOWN


def test_parts_that_share_hours_are_met_by_an_example() -> None:
    """Two parts of a split, each with its hours; the other rule wants more of one role."""
    parts = [
        {"id": "p", "title": "peer", "roles": ["peer"], "at_least": 20},
        {"id": "s", "title": "support", "roles": ["support"], "at_least": 40},
    ]
    split = leaf("a", "experience_split", parts=parts)

    assert told(split, leaf("b", "references", at_least=1)) == {
        "experience": [{"role": "peer", "hours": 20}, {"role": "support", "hours": 40}],
        "references": 0,
    }


def test_hours_may_be_spread_over_records_where_one_must_have_them_all() -> None:
    """100 hours in two courses are enough for the one; the other wants 80 in one course."""
    one = leaf("a", "training_hours", at_least=100, programs=["mn-cps"])
    witness = found(one, leaf("b", "course", programs=["mn-cps"], hours_at_least=80)).witness

    assert witness is not None
    assert (witness.one, witness.two) == (Outcome.MET, Outcome.UNMET)
    assert sum(sum(record["topics"].values()) for record in witness.profile["training"]) == 100


def test_a_certificate_of_two_and_a_half_years_counts_for_three() -> None:
    """No last day is told, so each rule counts its own years from the first."""
    one, two = (
        leaf(id_, "credential_held", credential="CPS-I", valid_for={"years": years})
        for id_, years in (("a", 3), ("b", 2))
    )
    witness = found(one, two).witness

    assert witness is not None
    assert plain(witness.profile["credentials"][0]) == {"id": "CPS-I", "issued": "2023-11-22"}


def test_where_records_count_only_together_nothing_is_claimed() -> None:
    """Not every order of courses and sittings is tried, and the search says so."""
    one, two = (
        leaf(id_, "exam", exam="ms-cpss", score_at_least=75, sittings={"course": "ms-cpss", "at_most": most})
        for id_, most in (("a", 3), ("b", 2))
    )
    result = found(one, two)

    assert result.witness is None
    assert result.doubts == ("Some records under exams and training count only together with others.",)


SMALL: list[Written] = [
    {"kind": "references", "at_least": 1},
    {"kind": "references", "at_least": 2},
    {"kind": "attestation", "name": "literacy"},
    {"kind": "age", "at_least": 18},
    {"kind": "age", "at_least": 21},
    {"kind": "supervision", "at_least": 25},
    {"kind": "supervision", "at_least": 100},
    {"kind": "training_hours", "at_least": 6, "topics": ["ethics"]},
    {"kind": "training_hours", "at_least": 16, "topics": ["ethics"]},
    {"kind": "training_hours", "at_least": 20},
    {"kind": "lived_experience", "any": [{"who": ["self"], "condition": ["mental_illness"]}]},
    {"kind": "lived_experience", "any": [{"who": ["self", "family_member"]}]},
]
"""What the leaves of a small world ask."""

WORLD: dict[str, list[Any]] = {
    "references": [0, 1, 2],
    "attestations": [{"literacy": True}, {"literacy": False}],
    "birth_date": ["2012-01-01", "2007-01-01", "2000-01-01"],
    "supervision": [[], [{"hours": 25}], [{"hours": 100}]],
    "training": [
        [{"topics": {"ethics": ethics, "advocacy": rest}}]
        for ethics, rest in ((0, 0), (6, 0), (16, 0), (20, 0), (0, 20), (6, 14), (16, 4))
    ],
    "lived_experience": [
        [{"who": who, "condition": condition}]
        for who in ("self", "family_member", "caregiver_of_child")
        for condition in ("mental_illness", "substance_use")
    ],
}
"""Everybody in it: one for each side of every number, and each combination of hours that matters."""


@st.composite
def small_trees(draw: st.DrawFn) -> Written:
    """Draw a tree of at most five leaves of the small world."""
    names = count()

    def written(shape: Any) -> Written:
        id_ = f"n{next(names)}"
        if isinstance(shape, dict):
            return leaf(id_, shape["kind"], **{key: value for key, value in shape.items() if key != "kind"})
        kind, inner = shape
        return group(id_, kind, *map(written, inner))

    groups = st.sampled_from(["all_of", "any_of"])
    shapes = st.recursive(
        st.sampled_from(SMALL), lambda inner: st.tuples(groups, st.lists(inner, min_size=1, max_size=3)), max_leaves=5
    )
    return written(draw(shapes))


def everybody(*trees: Requirement) -> Iterator[Written]:
    """Give everybody of the small world, as far as any tree looks at them."""
    keys = [key for key in WORLD if any(key in one.partition(".")[0] for tree in trees for one in tree.looks_at())]
    for values in product(*(WORLD[key] for key in keys)):
        yield dict(zip(keys, values, strict=True))


@settings(max_examples=40, deadline=None)
@given(small_trees(), small_trees())
def test_it_finds_somebody_exactly_where_brute_force_does(one: Written, two: Written) -> None:
    """Everybody of a small world is run through both trees: the search finds a witness if and only if there is one."""
    first, second = requirement(one), requirement(two)

    def is_witness(profile: Written) -> bool:
        asked = case(profile)
        return (first.evaluate(asked).outcome, second.evaluate(asked).outcome) == (Outcome.MET, Outcome.UNMET)

    result = found(one, two, goals=(PASSES_AND_FAILS,))

    assert result.exact
    assert (result.witness is not None) == any(map(is_witness, everybody(first, second)))
