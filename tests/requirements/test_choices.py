"""The facts that show each side of a requirement, tried for every requirement of the built-in rules."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from build import requirement
from peercert.logic import Outcome
from peercert.requirements import Requirement
from peercert.requirements.choices import Choice, labels, words, yes_or_no
from peercert.witness import Side, search
from peercert.witness.directions import NOTHING
from upper import TODAY, built_in, case

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


@pytest.mark.parametrize(("asked", "other"), [(True, False), (False, True)])
def test_a_yes_is_shown_with_its_no(asked: bool, other: bool) -> None:
    """Whichever a rule asks for, the other is not enough; where it asks for neither there is no choice."""
    assert list(yes_or_no("practicum", "supervised", asked)) == [Choice("practicum", "supervised", (asked,), (other,))]
    assert list(yes_or_no("practicum", "supervised", None)) == []


def _text(profile: object) -> dict[str, object]:
    from peercert.witness.profiles import plain

    found: dict[str, object] = plain(profile)
    return found
