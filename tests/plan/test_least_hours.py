"""On small rules, the hours of a plan are the fewest that there are: every other amount is tried, with the engine."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import count, product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peercert.catalog import Catalog
from peercert.engine import Verdict
from peercert.plan.todo import Pace
from upper import Written, decide, group, leaf, own_rules

from .planned import afterwards, planned

pytestmark = pytest.mark.unmeasured

TODAY, LATER = date(2026, 11, 22), date(2027, 6, 1)
TOPICS = ("ethics", "advocacy", "mentoring")
MOST = 3
FAST = Pace(Decimal(160), Decimal(160))


def split(id_: str, roles: list[str], one: int, other: int) -> Written:
    """Write a split of hours whose second part is for peers."""
    parts = [
        {"id": "a", "title": "a", "roles": roles, "at_least": one},
        {"id": "b", "title": "b", "roles": ["peer"], "at_least": other},
    ]
    return leaf(id_, "experience_split", parts=parts)


LEAVES: st.SearchStrategy[Written] = st.one_of(
    st.builds(
        lambda least, topics: {"kind": "training_hours", "at_least": least, "topics": topics},
        st.integers(1, MOST),
        st.lists(st.sampled_from(TOPICS), unique=True, max_size=2),
    ),
    st.builds(lambda least: {"kind": "supervision", "at_least": least}, st.integers(1, 2)),
    st.builds(
        lambda least, asked: {"kind": "experience", "at_least": least, **asked},
        st.integers(1, MOST),
        st.sampled_from([{}, {"roles": ["peer"]}, {"roles": ["peer", "support"]}, {"supervised": True}]),
    ),
    st.builds(
        lambda one, other: {
            "kind": "experience_split",
            "parts": [
                {"id": "a", "title": "a", "roles": ["peer"], "at_least": one},
                {"id": "b", "title": "b", "roles": ["peer", "support"], "at_least": other},
            ],
        },
        st.integers(1, 2),
        st.integers(1, 1),
    ),
    st.builds(
        lambda one, other: {
            "kind": "disputed",
            "readings": [split("may-fill", ["support", "peer"], one, other), split("apart", ["support"], one, other)],
        },
        st.integers(1, 2),
        st.integers(1, 2),
    ),
    st.builds(
        lambda one, other, topics: {
            "kind": "disputed",
            "readings": [
                leaf("first", "training_hours", at_least=one, topics=topics),
                leaf("second", "supervision", at_least=other),
            ],
        },
        st.integers(1, MOST),
        st.integers(1, 2),
        st.lists(st.sampled_from(TOPICS), unique=True, max_size=2),
    ),
    st.builds(lambda least: {"kind": "references", "at_least": least}, st.integers(1, 2)),
    st.just({"kind": "attestation", "name": "literacy"}),
    st.just({"kind": "lived_experience", "any": [{"who": ["self"]}]}),
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.tuples(st.sampled_from(["all_of", "any_of", "at_least"]), st.lists(inner, min_size=1, max_size=4)),
    max_leaves=6,
)
PEOPLE = st.fixed_dictionaries(
    {
        "training": st.lists(
            st.fixed_dictionaries(
                {
                    "completed": st.just("2026-01-05"),
                    "topics": st.dictionaries(st.sampled_from(TOPICS), st.integers(1, 2), min_size=1),
                }
            ),
            max_size=2,
        ),
        "experience": st.lists(
            st.fixed_dictionaries(
                {
                    "role": st.sampled_from(["peer", "support"]),
                    "supervised": st.booleans(),
                    "hours": st.integers(0, 2),
                    "start": st.just("2026-01-05"),
                    "end": st.just("2026-01-30"),
                }
            ),
            max_size=2,
        ),
        "supervision": st.just([]),
        "references": st.integers(0, 1),
        "attestations": st.just({"literacy": False}),
        "lived_experience": st.sampled_from([[{"who": "self"}], [{"who": "family_member"}]]),
    }
)


def written(shape: Any, names: Iterator[int], draw: Any) -> Written:
    """Write a shape as a rules file has it."""
    id_ = f"n{next(names)}"
    if isinstance(shape, dict):
        return leaf(id_, shape["kind"], **{key: one for key, one in shape.items() if key != "kind"})
    kind, inner = shape
    of = [written(one, names, draw) for one in inner]
    return group(id_, kind, *of, **({"n": draw(st.integers(1, len(of)))} if kind == "at_least" else {}))


@st.composite
def cases(draw: st.DrawFn) -> tuple[Written, Written]:
    """Draw rules, and a person who tells everything."""
    return group("all", "all_of", written(draw(TREES), count(), draw)), draw(PEOPLE)


def fewest(catalog: Catalog, profile: Written) -> int | None:
    """Return the fewest hours that make a person eligible, by trying all; None where not even the most do."""
    amounts = sorted(product(*[range(MOST + 1)] * 4, range(3), range(3)), key=sum)
    if not enough(catalog, profile, amounts[-1]):
        return None
    return next(sum(amount) for amount in amounts if enough(catalog, profile, amount))


def enough(catalog: Catalog, profile: Written, amount: tuple[int, ...]) -> bool:
    """Say whether so many hours more, of each kind the best there is, make a person eligible who does all the rest."""
    *trained, worked, supporting, supervised = amount
    more = {**copy.deepcopy(profile), "references": 2, "attestations": {"literacy": True}}
    more["training"].append({"completed": "2027-01-05", "topics": dict(zip(TOPICS, trained, strict=True))})
    dates = {"start": "2027-01-05", "end": "2027-01-30"}
    more["experience"].append({"role": "peer", "supervised": True, "hours": worked, **dates})
    more["experience"].append({"role": "support", "supervised": True, "hours": supporting, **dates})
    more["supervision"].append({"hours": supervised, **dates})
    return decide("TOY", more, LATER, catalog=catalog).verdict is Verdict.ELIGIBLE


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cases())
def test_the_hours_of_a_plan_are_the_fewest_there_are(tmp_path: Path, drawn: tuple[Written, Written]) -> None:
    """Shared hours, choices and nesting included; and where no hours help, there is no plan."""
    tree, profile = drawn
    catalog = own_rules(tmp_path, tree)
    least = fewest(catalog, profile)

    plan = planned("TOY", profile, TODAY, catalog=catalog, pace=FAST)

    assert plan.reachable is (least is not None)
    if plan.reachable:
        assert sum(plan.hours.values()) == least
        assert afterwards(plan, catalog=catalog) is Verdict.ELIGIBLE
