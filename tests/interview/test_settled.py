"""The interview stops when, and only when, nothing that is not told can change a verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from oracle.people import Case as Someone
from oracle.people import people
from peercert.engine import Verdict
from peercert.facts import found
from peercert.interview import Interview, State, answer, next_question, start
from peercert.reading import Plain
from upper import TODAY, Written, decide, group, leaf, own_rules

from .answering import begin, decided, tell

pytestmark = pytest.mark.unmeasured

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""Without making what fails smaller: each case is a whole interview."""

KEPT_APART = ("application_date",)


def is_past(value: Any, day: date) -> bool:
    """Say whether a profile tells of nothing that is still to come."""
    if isinstance(value, dict):
        return all(is_past(inner, day) for key, inner in value.items() if key not in ("expires", "until"))
    if isinstance(value, list):
        return all(is_past(inner, day) for inner in value)
    return not (isinstance(value, str) and value[:4].isdigit() and value[:10] > day.isoformat())


def as_it_is_now(profile: Mapping[str, Any], day: date) -> Mapping[str, Any]:
    """Return a profile as its person thinks of it: who has left school is in none."""
    school = profile.get("enrollment") or {}
    left = str(school.get("until", day)) < day.isoformat()
    return {**profile, "enrollment": {"in": "none"}} if left else profile


@settings(max_examples=60, deadline=None, phases=PHASES)
@given(people())
def test_who_answers_truthfully_gets_the_verdict_of_a_whole_profile(someone: Someone) -> None:
    """What was never asked would not have changed the verdict."""
    credential, profile, as_of = someone
    if not is_past(profile, as_of):
        return
    apart = {key: profile[key] for key in KEPT_APART if key in profile}

    told = tell(begin(credential, facts=apart, as_of=as_of), as_it_is_now(profile, as_of))

    whole = decide(credential, profile, as_of)
    assert decided(told).verdict is whole.verdict


NAMES = ("disclosure", "code_of_ethics", "literacy")
A, B, C = (leaf(f"toy.{name}", "attestation", name=name) for name in NAMES)
TREES = (
    group("all", "all_of", A, group("any", "any_of", B, C)),
    group("any", "any_of", group("all", "all_of", A, B), C),
    group("two", "at_least", A, B, C, n=2),
    group("any", "any_of", A, group("all", "all_of", B, C)),
)


def verdict(state: State, more: Mapping[str, str]) -> Verdict:
    """Decide with some more statements."""
    told = state.facts.get("attestations", {})
    assert isinstance(told, dict)
    stated = {**told, **{name: Plain(value) for name, value in more.items()}}
    return decided(replace(state, facts={**state.facts, "attestations": stated})).verdict


def endings(names: Sequence[str]) -> list[dict[str, str]]:
    """Return every way in which some statements may turn out."""
    return [dict(zip(names, values, strict=True)) for values in product(("true", "false"), repeat=len(names))]


def walk(state: State) -> int:
    """Go every way through an interview; return how many ends there are."""
    untold = [name for name in NAMES if found(state.facts, ("attestations", name)) is None]
    open_ = [name for name in untold if ("attestations", name) not in state.passed]
    question = next_question(state)
    if question is None:
        assert len({verdict(state, ending) for ending in endings(open_)}) == 1
        return 1
    name = str(question.path[-1])
    others = [one for one in untold if one != name]
    assert any(
        verdict(state, {**ending, name: "true"}) is not verdict(state, {**ending, name: "false"})
        for ending in endings(others)
    )
    return sum(walk(answer(state, line)) for line in ("yes", "no", "skip"))


@pytest.mark.parametrize("tree", TREES, ids=lambda tree: tree["kind"])
def test_each_question_can_change_the_verdict_and_nothing_unasked_can(tree: Written, tmp_path: Path) -> None:
    """Whatever is answered, on every way through."""
    state = start(Interview(own_rules(tmp_path, tree), ("TOY",), TODAY), {})

    assert walk(state) > 3
