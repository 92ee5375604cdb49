"""The laws of deciding, on random requirement trees and random people: how outcomes combine, and what never happens."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from oracle.people import Case, people
from peercert.errors import FileError
from peercert.finding import Finding
from peercert.logic import Disputes, Outcome
from peercert.requirements import Requirement
from random_trees import PEOPLE, trees
from telling import examples, hidden, more_evidence
from upper import TODAY, Written, built_in, case, decide, requirement

pytestmark = pytest.mark.unmeasured

RANK = {"not_eligible": 0, "not_yet": 1, "undetermined": 2, "eligible": 3}
DISPUTES = st.sampled_from(["undetermined", "strict", "lenient"])


def evaluate(tree: Written, profile: Written) -> Finding:
    """Evaluate a tree for a person, today."""
    return requirement(tree).evaluate(case(profile))


def combined(tree: Written, profile: Written) -> Outcome:
    """Combine the outcomes of the leaves, each evaluated alone, by the words of the contract."""
    if "of" not in tree:
        return evaluate(tree, profile).outcome
    inner: list[Outcome] = sorted((combined(one, profile) for one in tree["of"]), reverse=True)
    needed: int = {"all_of": len(inner), "any_of": 1, "at_least": tree.get("n", 1)}[tree["kind"]]
    return inner[needed - 1]


def possible(profile: Written, as_of: date = TODAY) -> bool:
    """Say whether a drawn profile is one that a file may hold."""
    try:
        case(profile, as_of)
    except FileError:
        return False
    return True


VALID = PEOPLE.filter(possible)


def asked() -> Iterator[Requirement]:
    """Give what each way to each built-in credential asks, under each edition."""
    editions = [edition for one in built_in() for edition in one.editions]
    return (way.root for edition in editions for way in edition.pathways)


@examples(200)
@given(trees(), VALID)
def test_all_of_is_the_least_any_of_the_most_and_at_least_the_nth_largest(tree: Written, profile: Written) -> None:
    """Three-valued logic with no short circuit: every combination is a plain choice among its outcomes."""
    assert evaluate(tree, profile).outcome is combined(tree, profile)


@examples(150)
@given(trees(), VALID)
def test_every_leaf_is_evaluated(tree: Written, profile: Written) -> None:
    """Nothing is skipped once the outcome is clear, so every leaf stands in the report."""
    assert list(ids_found(evaluate(tree, profile))) == list(ids_written(tree))


def ids_found(finding: Finding) -> Iterator[str]:
    """Give the ids of a finding and of all inside it."""
    yield finding.id
    for child in finding.children:
        yield from ids_found(child)


def ids_written(tree: Written) -> Iterator[str]:
    """Give the ids of a written tree."""
    yield tree["id"]
    for child in tree.get("of", ()):
        yield from ids_written(child)


@examples(150)
@given(trees(), VALID, st.randoms(use_true_random=False))
def test_the_order_of_branches_never_matters(tree: Written, profile: Written, random: Any) -> None:
    """The same requirements in another order come out the same, with the same reason."""

    def shuffled(one: Written) -> Written:
        if "of" not in one:
            return one
        inner = [shuffled(child) for child in one["of"]]
        random.shuffle(inner)
        return {**one, "of": inner}

    first, second = evaluate(tree, profile), evaluate(shuffled(tree), profile)

    assert (first.outcome, first.why) == (second.outcome, second.why)


@examples(150)
@given(people(), DISPUTES, st.randoms(use_true_random=False))
def test_the_order_of_records_never_matters(drawn: Case, disputes: Disputes, random: Any) -> None:
    """The same records in another order give the same verdict, for the same reasons."""
    turned = dict(drawn.profile)
    for key, value in turned.items():
        if isinstance(value, list):
            turned[key] = random.sample(value, len(value))

    first = decide(*drawn, disputes=disputes)
    second = decide(drawn.credential, turned, drawn.as_of, disputes=disputes)

    assert (first.verdict, first.eligible_from, first.chosen.id) == (
        second.verdict,
        second.eligible_from,
        second.chosen.id,
    )
    assert first.chosen.blocking == second.chosen.blocking


@examples(200)
@given(people(), DISPUTES, st.integers(0, 500), st.sampled_from([None, "in_progress", "planned", "declined"]))
def test_what_is_to_come_touches_only_what_looks_at_it(
    drawn: Case, disputes: Disputes, earlier: int, status: str | None
) -> None:
    """Every way finds the same, with findings taken over from before or all evaluated anew with everything done."""
    profile = copy.deepcopy(drawn.profile)
    for record in profile["training"][:1] if status and isinstance(profile.get("training"), list) else ():
        record["status"] = status
    day = drawn.as_of - timedelta(days=earlier)
    assume(possible(profile, day))
    now = case(profile, day, disputes=disputes)
    later, anew = now.once_finished() or now, now.on(day, finished=True)

    for way in asked():
        way.evaluate(now)
        assert way.evaluate(later) == way.evaluate(anew)


@examples(200)
@given(trees(), VALID, st.data())
def test_more_evidence_never_lowers_an_outcome(tree: Written, profile: Written, data: st.DataObject) -> None:
    """One more record, hour, pass, reference or attestation leaves a requirement where it was or lifts it."""
    richer = data.draw(more_evidence(profile, TODAY).filter(possible))

    assert evaluate(tree, richer).outcome >= evaluate(tree, profile).outcome


@examples(250)
@given(people(), DISPUTES, st.data())
def test_more_evidence_never_lowers_a_verdict(drawn: Case, disputes: Disputes, data: st.DataObject) -> None:
    """The same, for the seven credentials and people near their edges, on the same day."""
    before = decide(*drawn, disputes=disputes)
    richer = data.draw(more_evidence(drawn.profile, drawn.as_of))
    try:
        after = decide(drawn.credential, richer, drawn.as_of, disputes=disputes)
    except FileError:
        return  # an hour too many for its days; there is no such profile

    assert RANK[after.verdict.value] >= RANK[before.verdict.value]


@examples(300)
@given(people(), DISPUTES, st.data())
def test_learning_what_was_hidden_never_turns_an_answer(drawn: Case, disputes: Disputes, data: st.DataObject) -> None:
    """Telling less leaves a verdict as it was or leaves it open; so a definite one is right, whatever comes out."""
    full = decide(*drawn, disputes=disputes).verdict.value
    less = data.draw(hidden(drawn.profile))
    half = decide(drawn.credential, less, drawn.as_of, disputes=disputes).verdict.value

    as_if_today = {"not_yet": "not_eligible"}
    assert as_if_today.get(half, half) in ("undetermined", as_if_today.get(full, full))


@examples(150)
@given(people())
def test_a_stricter_reading_never_gives_a_better_verdict(drawn: Case) -> None:
    """All readings ask for at least as much as the default, and any reading for at most as much."""
    strict, plain, lenient = (
        RANK[decide(*drawn, disputes=disputes).verdict.value] for disputes in ("strict", "undetermined", "lenient")
    )

    assert max(strict, 1) <= max(plain, 1) <= max(lenient, 1)


VALUES: dict[str, list[Any]] = {
    "birth_date": ["2005-11-22", "2005-11-23", "2008-11-23"],
    "education": [[], [{"level": "ged"}]],
    "lived_experience": [
        [{"who": "self", "condition": "mental_illness", "primary_diagnosis": True, "received_services": True}],
        [{"who": "self", "condition": "substance_use", "primary_diagnosis": True, "received_services": True}],
    ],
    "attestations": [{"disclosure": True, "leadership": True}, {"disclosure": False, "leadership": True}],
    "training": [
        [{"program": "mn-cps", "completed": "2026-03-20", "hours": hours,
          "components": {"midterm": "passed", "oral_role_play": "passed", "final": "passed"}}]
        for hours in (75.9, 76)
    ],
    "exams": [[{"exam": "mn-cps", "date": "2026-03-27", "result": result}] for result in ("passed", "failed")],
}  # fmt: skip
"""A small world: what each fact of CPS-I may turn out to be."""


@pytest.mark.parametrize("disputes", ["undetermined", "strict", "lenient"])
def test_a_definite_verdict_agrees_with_every_completion(disputes: Disputes) -> None:
    """Whatever the facts that are not told turn out to be, a definite verdict stands: tried for every mixture."""
    numbers = [range(len(values)) for values in VALUES.values()]
    full = {told: said(told, disputes) for told in itertools.product(*numbers)}
    definite = 0
    for partial in itertools.product(*([None, *choices] for choices in numbers)):
        verdict = said(partial, disputes)
        if verdict in ("eligible", "not_eligible"):
            definite += 1
            ends = {full[told] for told in full if completes(told, partial)}
            assert ends <= ({"eligible"} if verdict == "eligible" else {"not_eligible", "not_yet"})
    assert definite > len(full)


def said(told: tuple[int | None, ...], disputes: Disputes) -> str:
    """Return the verdict on CPS-I where so much is told: the number of each fact's value, or None for what is not."""
    facts = zip(VALUES.items(), told, strict=True)
    profile = {key: values[number] for (key, values), number in facts if number is not None}
    return decide("CPS-I", profile, disputes=disputes).verdict.value


def completes(told: tuple[int, ...], partial: tuple[int | None, ...]) -> bool:
    """Say whether what is told in full agrees with what is told in part."""
    return all(part is None or part == whole for whole, part in zip(told, partial, strict=True))
