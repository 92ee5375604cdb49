"""Random requirement trees of real kinds, and random people who tell some of what they ask."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from hypothesis import strategies as st

from upper import Written, group, leaf

Strategy = st.SearchStrategy[Any]

LEAVES: Strategy = st.one_of(
    st.builds(lambda n: {"kind": "references", "at_least": n}, st.integers(0, 4)),
    st.builds(lambda name: {"kind": "attestation", "name": name}, st.sampled_from(["disclosure", "literacy"])),
    st.builds(lambda n: {"kind": "age", "at_least": n}, st.sampled_from([16, 18, 21])),
    st.builds(lambda n: {"kind": "supervision", "at_least": n}, st.sampled_from([1, 25, 100])),
    st.builds(lambda n: {"kind": "training_hours", "at_least": n, "topics": ["ethics"]}, st.sampled_from([6, 16])),
    st.builds(lambda n: {"kind": "training_hours", "at_least": n}, st.sampled_from([40, 80])),
    st.builds(
        lambda n, asked: {"kind": "experience", "at_least": n, **asked},
        st.sampled_from([1, 250, 2000]),
        st.sampled_from([{}, {"share_at_least": 0.51}, {"roles": ["peer"]}, {"window": {"years": 3}}]),
    ),
    st.just({"kind": "exam", "exam": "il-crss", "score_at_least": 68}),
    st.just({"kind": "education", "levels": ["ged", "bachelor"], "needs_human": ["equivalent"]}),
    st.just({"kind": "residence", "state": "MS"}),
    st.just({"kind": "human", "question": "Is the other proof good enough?"}),
)
"""What one leaf asks, without id, title and sources."""

SHAPES: Strategy = st.recursive(
    LEAVES,
    lambda inner: st.tuples(st.sampled_from(["all_of", "any_of", "at_least"]), st.lists(inner, min_size=1, max_size=4)),
    max_leaves=9,
)


def written(shape: Any, names: Iterator[int], pick: Any) -> Written:
    """Write a shape as a rules file has it, each requirement with an id of its own."""
    id_ = f"n{next(names)}"
    if isinstance(shape, dict):
        return leaf(id_, shape["kind"], **{key: value for key, value in shape.items() if key != "kind"})
    kind, inner = shape
    of = [written(one, names, pick) for one in inner]
    return group(id_, kind, *of, **({"n": pick(len(of))} if kind == "at_least" else {}))


@st.composite
def trees(draw: st.DrawFn) -> Written:
    """Draw a requirement tree as a rules file has it."""
    return written(draw(SHAPES), count(), lambda most: draw(st.integers(1, most)))


def ledger(record: Strategy) -> Strategy:
    """Draw a list of records, told in full or not."""
    records = st.lists(record, max_size=3)
    return records | st.builds(lambda told: {"records": told, "complete": False}, records)


def record(**fields: Strategy) -> Strategy:
    """Draw a record that leaves some of its fields out."""
    return st.fixed_dictionaries({}, optional=fields)


DAYS = st.sampled_from(
    ["2021-03-01", "2023-11-21", "2023-11-22", "2024-02-29", "2026-11-22", "2026-11-23", "2026-11", "2023"]
)
SPANS: Strategy = st.sampled_from(
    [
        {"start": "2021-01-04", "end": "2023-11-21"},
        {"start": "2023-11-22", "end": "2025-06-30"},
        {"start": "2022-01-03"},
        {"start": "2022-01-03", "end": "2025-06-30"},
        {"start": "2024", "end": "2026-12-31"},
        {},
    ]
)
HOURS = st.sampled_from([0, 1, 24.5, 25, 100, 249.9, 250, 1999.5, 2000])
PASSES = st.sampled_from([0, 67.9, 68, 100])

FACTS: dict[str, Strategy] = {
    "birth_date": st.sampled_from(["2008-11-22", "2008-11-23", "2005-11-22", "2010", "1990"]),
    "residence": record(state=st.sampled_from(["MS", "IL"]), since=DAYS),
    "education": ledger(record(level=st.sampled_from(["none", "ged", "equivalent", "bachelor"]), completed=DAYS)),
    "attestations": record(disclosure=st.booleans() | DAYS, literacy=st.booleans() | st.just("declined")),
    "training": ledger(
        record(completed=DAYS, hours=st.sampled_from([40, 80]), topics=st.sampled_from([{"ethics": 6}, {"ethics": 16}]))
    ),
    "experience": ledger(
        st.builds(
            lambda told, span: {**told, **span},
            record(hours=HOURS, role=st.sampled_from(["peer", "other"]), share=st.sampled_from([0.5, 0.51])),
            SPANS,
        )
    ),
    "supervision": ledger(record(hours=HOURS)),
    "exams": ledger(st.builds(lambda told: {"exam": "il-crss", **told}, record(score=PASSES, date=DAYS))),
    "references": st.integers(0, 4),
}
"""What a person may tell."""

PEOPLE: Strategy = st.fixed_dictionaries({}, optional={key: told | st.just("declined") for key, told in FACTS.items()})
"""People who leave things out, decline things, and know some days only in part."""
