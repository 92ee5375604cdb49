"""The facts that show each side of a requirement, tried for every requirement of the built-in rules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from build import Raw, requirement
from peercert.logic import Outcome
from peercert.requirements import Requirement
from peercert.requirements.choices import Choice, labels, words, yes_or_no
from peercert.witness import Side, search
from peercert.witness.directions import NOTHING
from upper import TODAY, built_in, case, leaf

UNDECIDED = Side(built_in(), requirement({"kind": "human", "question": "Is it good enough?"}))
"""Leaves everybody open, so whoever passes anything else is a witness against it."""


def leaves(one: Requirement) -> Iterator[Requirement]:
    """Give the leaves of a tree."""
    inside = getattr(one, "of", ())
    if not inside:
        yield one
    for inner in inside:
        yield from leaves(inner)


LEAVES = {
    leaf.id: leaf
    for credential in built_in()
    for edition in credential.editions
    for way in edition.pathways
    for leaf in leaves(way.root)
    if leaf.kind not in ("human", "not_asked")
}


@pytest.mark.parametrize("id_", LEAVES)
def test_its_choices_hold_somebody_who_meets_it(id_: str) -> None:
    """Put together from the choices alone, and met by the engine."""
    found = search(Side(built_in(), LEAVES[id_]), UNDECIDED, TODAY)

    assert found.witness is not None
    assert LEAVES[id_].evaluate(case(_text(found.witness.profile))).outcome is Outcome.MET


@pytest.mark.parametrize("id_", LEAVES)
def test_its_choices_hold_somebody_who_does_not(id_: str) -> None:
    """Not met, or open where the sources disagree."""
    found = search(Side(built_in(), NOTHING), Side(built_in(), LEAVES[id_]), TODAY)

    assert found.witness is not None
    outcome = LEAVES[id_].evaluate(case(_text(found.witness.profile))).outcome
    assert outcome is Outcome.UNMET or (LEAVES[id_].kind == "disputed" and outcome is Outcome.UNKNOWN)


def test_words_that_do_not_count_are_all_others() -> None:
    """But for the one by which a person keeps it to themselves, and those that leave it open."""
    from typing import Literal

    kinds = Literal["a", "b", "c", "d", "declined"]

    assert words("x", "y", ["b"], kinds, ["d"]) == Choice("x", "y", ("b",), ("a", "c"), ("d",))


def test_a_label_that_nobody_knows_leaves_it_open() -> None:
    """A person decides about it."""
    assert labels("x", "y", ["b"]) == Choice("x", "y", ("b",), (), ("another",))


NOT_PEER = ("support", "advisory", "mental_health_services", "human_services", "other")
OTHER_TOPICS = (
    "advocacy", "professional_responsibility", "mentoring", "recovery_support", "core_functions", "family", "youth",
    "family_support", "child_development",
)  # fmt: skip
THREE_YEARS = ((date(2023, 11, 22), date(2026, 11, 22)),)
HALF = Decimal("0.51")
POSITION: Raw = {
    "kinds": ["paid"], "roles": ["peer"], "settings": ["ms-dmh-certified"], "ages": ["adults"],
    "conditions": ["mental_illness"], "share_at_least": 0.51, "supervised": True, "window": {"years": 3},
}  # fmt: skip
ASKED_OF_POSITION = [
    Choice("experience", "kind", ("paid",), ("volunteer", "internship")),
    Choice("experience", "role", ("peer",), NOT_PEER),
    Choice("experience", "setting", ("ms-dmh-certified",), (), ("another",)),
    Choice("experience", "population.ages", ("adults",), ("transition_age_youth", "children")),
    Choice("experience", "population.conditions", ("mental_illness",), ("substance_use", "co_occurring")),
    Choice("experience", "share", (HALF,), (Decimal("0.50"),)),
    Choice("experience", "supervised", (True,), (False,)),
    Choice("experience", "edges", THREE_YEARS),
]
PARTS = [
    {"id": "a", "title": "A", "roles": ["peer"], "at_least": 20},
    {"id": "b", "title": "B", "roles": ["support", "peer"], "at_least": 30},
]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            leaf(
                "x", "course", programs=["mn-cps"], hours_at_least=76, components={"final": "passed"},
                where_told={"pre_training": "completed"}, completed_by="2026-05-31",
            ),
            [
                Choice("training", "program", ("mn-cps",)),
                Choice("training", "hours", (Decimal(76),)),
                Choice("training", "components.final", ("passed",), ("failed",)),
                Choice("training", "components.pre_training", ("completed",), ("failed",)),
                Choice("training", "edges", ((date.min, date(2026, 5, 31)),)),
            ],
        ),
        (
            leaf("x", "credential_held", credential="CPS-I"),
            [
                Choice("credentials", "id", ("CPS-I",)),
                Choice("credentials", "expires", (date(2026, 11, 22),), (date(2026, 11, 21),)),
            ],
        ),
        (
            leaf("x", "credential_held", credential="CPS-I", valid_for={"years": 2}),
            [
                Choice("credentials", "id", ("CPS-I",)),
                Choice("credentials", "issued", (date(2024, 11, 22),), (date(2024, 11, 21),)),
            ],
        ),
        (
            leaf(
                "x", "education", levels=["ged"], needs_human=["equivalent"], fields=["nursing"], years_at_least=2,
                window={"years": 3},
            ),
            [
                Choice(
                    "education", "level", ("ged",),
                    (
                        "none", "some_high_school", "high_school_diploma", "some_college", "associate", "bachelor",
                        "master", "doctorate",
                    ),
                    ("equivalent",),
                ),
                Choice("education", "field", ("nursing",), (), ("another",)),
                Choice("education", "years", (Decimal(2),), (Decimal(1),)),
                Choice("education", "edges", THREE_YEARS),
            ],
        ),
        (
            leaf("x", "employment", settings=["ms-dmh-certified"], supervisors=["mental_health_professional"]),
            [
                Choice("employment", "since", (date(2026, 11, 22),)),
                Choice("employment", "", (), ("none",)),
                Choice("employment", "setting", ("ms-dmh-certified",), (), ("another",)),
                Choice("employment", "supervisor", ("mental_health_professional",), (), ("another",)),
            ],
        ),
        (
            {"kind": "enrollment", "in": ["high_school"], "needs_human": ["college"]},
            [Choice("enrollment", "in", ("high_school",), ("ged_program", "none"), ("college",))],
        ),
        (
            leaf("x", "exam", exam="ms-cpss", score_at_least=75),
            [Choice("exams", "exam", ("ms-cpss",)), Choice("exams", "score", (Decimal(75),), (Decimal(74),))],
        ),
        (
            leaf("x", "exam", exam="mn-cps"),
            [Choice("exams", "exam", ("mn-cps",)), Choice("exams", "result", ("passed",), ("failed",))],
        ),
        (
            leaf("x", "experience", at_least=100, **POSITION),
            [*ASKED_OF_POSITION, Choice("experience", "hours", (Decimal(100),))],
        ),
        (leaf("x", "experience", any_amount=True), [Choice("experience", "hours", (Decimal(1),))]),
        (
            leaf("x", "experience_split", parts=PARTS, window={"years": 3}),
            [
                Choice("experience", "edges", THREE_YEARS),
                Choice("experience", "role", ("peer",), NOT_PEER),
                Choice("experience", "hours", (Decimal(20),)),
                Choice("experience", "role", ("support", "peer"), NOT_PEER[1:]),
                Choice("experience", "hours", (Decimal(30),)),
            ],
        ),
        (
            leaf("x", "license", licenses=["LPN"]),
            [
                Choice("licenses", "id", ("LPN",)),
                Choice("licenses", "expires", (date(2026, 11, 22),), (date(2026, 11, 21),)),
            ],
        ),
        (
            leaf(
                "x", "lived_experience",
                any=[
                    {
                        "who": ["family_member"], "condition": ["mental_illness"], "imprecise": ["behavioral_health"],
                        "needs_human": ["other"], "relation": ["parent"], "relation_not": ["sibling"],
                        "primary_diagnosis": True, "received_services": False,
                    },
                ],
            ),
            [
                Choice("lived_experience", "who", ("family_member",), ("self", "caregiver_of_child")),
                Choice(
                    "lived_experience", "condition", ("mental_illness",), ("substance_use", "co_occurring"),
                    ("behavioral_health", "other"),
                ),
                Choice("lived_experience", "relation", ("parent",), ("sibling",), ("another",)),
                Choice("lived_experience", "primary_diagnosis", (True,), (False,)),
                Choice("lived_experience", "received_services", (False,), (True,)),
            ],
        ),
        (
            leaf("x", "practicum", at_least=300, programs=["il-icb-accredited"], supervised=True),
            [
                Choice("practicum", "program", ("il-icb-accredited",)),
                Choice("practicum", "supervised", (True,), (False,)),
                Choice("practicum", "hours", (Decimal(300),)),
            ],
        ),
        (
            leaf("x", "practicum_length", months_at_least=3),
            [
                Choice(
                    "practicum", "when", ((date(2026, 8, 23), date(2026, 11, 22)),),
                    ((date(2026, 8, 24), date(2026, 11, 22)),),
                )
            ],
        ),
        (leaf("x", "references", at_least=2), [Choice("references", "", (2,), (1,))]),
        (leaf("x", "references", at_least=0), [Choice("references", "", (0,), ())]),
        (leaf("x", "residence", state="IL"), [Choice("residence", "state", ("IL",), ("ZZ",))]),
        (
            leaf("x", "workplace", state="IL", share_at_least=0.51),
            [Choice("work", "state", ("IL",), ("ZZ",)), Choice("work", "share", (HALF,), (Decimal("0.50"),))],
        ),
        (
            leaf("x", "serves", exactly=["transition_age_youth"]),
            [Choice("serves", "", (("transition_age_youth",),), ((),))],
        ),
        (
            leaf("x", "supervision", at_least=100, window={"years": 3}),
            [Choice("supervision", "hours", (Decimal(100),)), Choice("supervision", "edges", THREE_YEARS)],
        ),
        (
            leaf("x", "training_hours", at_least=10, programs=["mn-cps"], topics=["ethics"]),
            [
                Choice("training", "hours", (Decimal(10),)),
                Choice("training", "program", ("mn-cps",)),
                Choice("training", "topic", ("ethics",), (*OTHER_TOPICS, "other")),
            ],
        ),
        (
            leaf("x", "training_hours", at_most=10, leave_out=["other"]),
            [Choice("training", "topic", (*OTHER_TOPICS[:4], "ethics", *OTHER_TOPICS[4:]), ("other",))],
        ),
    ],
)  # fmt: skip
def test_each_kind_gives_the_values_on_both_sides(raw: Raw, expected: list[Choice]) -> None:
    """What is just enough, what is just short of it, and what leaves it open."""
    assert list(requirement(raw).choices(case({}))) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (leaf("x", "education", levels=["ged"], years_at_least=0.5), (Decimal(0),)),
        (leaf("x", "exam", exam="ms-cpss", score_at_least=0.5), (Decimal(0),)),
        (leaf("x", "workplace", state="IL", share_at_least=0.001), (Decimal(0),)),
    ],
)
def test_no_value_lies_below_zero(raw: Raw, expected: tuple[Decimal]) -> None:
    """A step down from very little ends at nothing."""
    assert list(requirement(raw).choices(case({})))[1].short == expected


def test_an_exam_that_needs_a_course_shows_both_together() -> None:
    """The course ended the day before; the mark, or a pass where there is no mark."""
    course = ("training", {"program": "mn-cps", "completed": date(2026, 11, 21)})
    sittings = {"course": "mn-cps", "at_most": 2}

    assert requirement(leaf("x", "exam", exam="mn-cps", sittings=sittings)).example(case({})) == (
        course, ("exams", {"exam": "mn-cps", "date": date(2026, 11, 22), "result": "passed"}),
    )  # fmt: skip
    assert requirement(leaf("x", "exam", exam="mn-cps", score_at_least=70, sittings=sittings)).example(case({})) == (
        course, ("exams", {"exam": "mn-cps", "date": date(2026, 11, 22), "score": Decimal(70)}),
    )  # fmt: skip


def test_a_split_shows_a_position_for_each_part() -> None:
    """Each with what is asked of every one."""
    asked = {"supervised": True, "start": date(2023, 11, 22), "end": date(2026, 11, 22)}
    raw = leaf("x", "experience_split", parts=PARTS, supervised=True, window={"years": 3})

    assert requirement(raw).example(case({})) == (
        ("experience", {**asked, "role": "peer", "hours": Decimal(20)}),
        ("experience", {**asked, "role": "support", "hours": Decimal(30)}),
    )


@pytest.mark.parametrize(("asked", "other"), [(True, False), (False, True)])
def test_a_yes_is_shown_with_its_no(asked: bool, other: bool) -> None:
    """Whichever a rule asks for, the other is not enough; where it asks for neither there is no choice."""
    assert list(yes_or_no("practicum", "supervised", asked)) == [Choice("practicum", "supervised", (asked,), (other,))]
    assert list(yes_or_no("practicum", "supervised", None)) == []


def _text(profile: object) -> dict[str, object]:
    from peercert.witness.profiles import plain

    found: dict[str, object] = plain(profile)
    return found
