"""Laws of plans, for people near the edges of the real rules: who follows a plan is eligible, and no step is idle."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oracle.people import Case as Person
from oracle.people import people
from peercert.candidate import Candidate
from peercert.candidate.writing import json_text, written
from peercert.engine import Verdict
from peercert.plan.doing import carried_out
from peercert.plan.planning import By, Plan
from peercert.plan.todo import ApplyAgain
from telling import hidden
from upper import decide, person

from .planned import afterwards, planned, without_long_fractions

pytestmark = pytest.mark.unmeasured

BY: tuple[By, ...] = ("hours", "steps", "date", "cost")


@st.composite
def half_told(draw: st.DrawFn) -> Person:
    """Draw a person who leaves some facts out, declines some, or knows them less exactly."""
    one = draw(people())
    return one._replace(profile=draw(hidden(without_long_fractions(one.profile))))


@settings(max_examples=80, deadline=None)
@given(people(), st.sampled_from(BY))
def test_who_follows_a_plan_is_eligible(one: Person, by: By) -> None:
    """By whatever is counted most; or what is left open is said, and is none of the steps carried out."""
    plan = planned(one.credential, without_long_fractions(one.profile), one.as_of, by=by)

    if plan.reachable:
        assert afterwards(plan) is plan.verdict
        assert plan.verdict is (Verdict.UNDETERMINED if any(todo.open for todo in plan.todos) else Verdict.ELIGIBLE)
    else:
        assert plan.blocked_by


@settings(max_examples=80, deadline=None)
@given(half_told())
def test_who_tells_only_half_is_told_what_is_open(one: Person) -> None:
    """A plan for somebody who does not tell all leads to eligible, or to nothing but what is to be settled."""
    plan = planned(one.credential, one.profile, one.as_of)

    if plan.reachable:
        assert afterwards(plan) is plan.verdict
        assert plan.verdict is (Verdict.UNDETERMINED if any(todo.open for todo in plan.todos) else Verdict.ELIGIBLE)


@settings(max_examples=80, deadline=None)
@given(people())
def test_no_plan_has_a_step_that_it_can_do_without(one: Person) -> None:
    """Whichever step is left out, whether on the same day or on the day on which the others are done, it is missed."""
    profile = without_long_fractions(one.profile)
    plan = planned(one.credential, profile, one.as_of)

    if plan.reachable and plan.verdict is Verdict.ELIGIBLE:
        for number in range(len(plan.todos)):
            assert without(plan, number, person(profile, one.as_of)) is not Verdict.ELIGIBLE


def without(plan: Plan, number: int, candidate: Candidate) -> Verdict:
    """Decide what comes of a plan with one step left out; to apply again comes when the others are done."""
    rest = [todo for at, todo in enumerate(plan.todos) if at != number]
    day = max([plan.as_of, *(todo.done for todo in rest if not isinstance(todo.step, ApplyAgain))])
    told = carried_out(written(candidate), rest, day)
    return decide(plan.credential.id, json.loads(json_text(told)), day).verdict
