"""What the cases cover: each leaf of each credential is met, is open, and stands alone in the way at least once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import pytest

from peercert.engine import Verdict
from peercert.requirements import Requirement
from upper import built_in

from .running import decided, leaves

PARTS_FILL_IT = "Whoever meets every part has the total too, so the total is never short alone."
NO_HOURS_LEFT = "It only speaks when every part could be met for itself, and it is not a rule of its own."
TIME_HELPS = "Who is only too young comes of age, so the verdict is not_yet."
ANOTHER_IS_NEARER = "Another way to the same thing is never further off than this one, and stands before it."

EXCEPTIONS = {
    ("met", "il.crss.ind.training.together"): NO_HOURS_LEFT,
    ("met", "il.crss.prog.training.together"): NO_HOURS_LEFT,
    ("met", "il.cprs.ind.training.together"): NO_HOURS_LEFT,
    ("met", "il.cprs.prog.training.together"): NO_HOURS_LEFT,
    ("unknown", "il.crss.ind.training.together"): NO_HOURS_LEFT,
    ("unknown", "il.crss.prog.training.together"): NO_HOURS_LEFT,
    ("unknown", "il.cprs.ind.training.together"): NO_HOURS_LEFT,
    ("unknown", "il.cprs.prog.training.together"): NO_HOURS_LEFT,
    ("alone", "il.crss.prog.training.together"): NO_HOURS_LEFT,
    ("alone", "il.cprs.ind.training.together"): NO_HOURS_LEFT,
    ("alone", "il.cprs.prog.training.together"): NO_HOURS_LEFT,
    ("alone", "il.crss.prog.training.total"): PARTS_FILL_IT,
    ("alone", "il.cprs.ind.training.total"): PARTS_FILL_IT,
    ("alone", "il.cprs.prog.training.total"): PARTS_FILL_IT,
    ("alone", "mn.cps-i.age"): TIME_HELPS,
    ("alone", "ms.cpss.age"): TIME_HELPS,
    ("alone", "mn.cps-ii.practitioner.bachelor.degree"): ANOTHER_IS_NEARER,
    ("alone", "mn.cps-ii.practitioner.master"): ANOTHER_IS_NEARER,
    ("alone", "ms.cpss.education.youth.enrolled"): ANOTHER_IS_NEARER,
    ("alone", "ms.cpss.education.youth.serves"): ANOTHER_IS_NEARER,
    ("alone", "ms.cpss.experience.college"): ANOTHER_IS_NEARER,
}
"""What no case can show, or need not, each with its reason."""


@cache
def shown() -> dict[str, set[str]]:
    """Return what the cases show of each leaf: its outcomes, and whether it is once the only one that blocks."""
    found: dict[str, set[str]] = defaultdict(set)
    for _, determination in decided():
        for finding in leaves(determination):
            found[finding.id].add(finding.outcome.word)
        blocking = determination.chosen.blocking
        if determination.verdict is Verdict.NOT_ELIGIBLE and len(blocking) == 1:
            found[blocking[0]].add("alone")
    return found


def leaf_ids() -> list[str]:
    """Return the id of every leaf of every way to every credential."""
    return [
        id_
        for credential in built_in()
        for edition in credential.editions
        for way in edition.pathways
        for id_ in inside(way.root)
    ]


def inside(requirement: Requirement) -> Iterator[str]:
    """Give the ids of the leaves of a requirement; another credential's leaves are counted there."""
    if not requirement.children and requirement.kind != "meets_credential":
        yield requirement.id
    for child in requirement.children:
        yield from inside(child)


@pytest.mark.parametrize("what", ["met", "unknown", "alone"])
@pytest.mark.parametrize("id_", leaf_ids())
def test_the_cases_show_each_leaf(id_: str, what: str) -> None:
    """Each leaf is met in a case, open in a case, and in a case the only thing in the way, or is an exception."""
    assert (what in shown()[id_]) is ((what, id_) not in EXCEPTIONS)


def test_every_exception_is_about_a_leaf() -> None:
    """An exception for a leaf that is gone is gone too."""
    assert {id_ for _, id_ in EXCEPTIONS} <= set(leaf_ids())


def test_a_day_without_rules_is_shown() -> None:
    """Both credentials of Connecticut have a case on a day on which no edition is in force."""
    unknown = {told.credential for told, found in decided() if found.edition is None}

    assert unknown == {"CPSRP", "CPSRP-P"}
