"""The schema of the JSON of `plan`: what a program that reads it may rely on."""

from __future__ import annotations

from typing import get_args

from peercert.catalog.sources import TIERS
from peercert.engine import Verdict
from peercert.logic import Disputes
from peercert.plan.planning import LEDGERS, By
from peercert.schema.drawing import Schema
from peercert.schema.shapes import CATALOG, COUNT, DAY, FLAG, NUMBER, TEXT, list_of, or_null, record_of, to

FORMAT = "peercert.plan/1"
"""The name and version of the plans that this describes."""


def plan_schema() -> Schema:
    """Return the schema of plans; fields may be added to them later, and none is taken away."""
    return {
        "title": "The plans of peercert plan, version 1",
        **record_of(
            format={"const": FORMAT},
            version=TEXT,
            as_of=DAY,
            disputes={"enum": list(get_args(Disputes))},
            by={"enum": list(get_args(By))},
            hours_per_week=NUMBER,
            training_per_week=NUMBER,
            catalog=CATALOG,
            plans=list_of(to("plan")),
            problems=list_of(to("problem")),
        ),
        "$defs": _inside(),
    }


def _inside() -> Schema:
    return {
        "plan": record_of(candidate=TEXT, credential=TEXT, **_way(), other_ways=list_of(record_of(**_way()))),
        "fee": record_of(label=TEXT, amount=NUMBER),
        "step": record_of(
            requirement=TEXT, serves=list_of(TEXT), also_for=list_of(TEXT), action=TEXT, hours=NUMBER,
            not_before=or_null(DAY), done_by=or_null(DAY), settles=FLAG, notes=list_of(TEXT),
            sources=list_of(to("source")),
        ),
        "source": record_of(
            id=TEXT, title=TEXT, publisher=TEXT, locator=TEXT, url=or_null(TEXT), tier={"enum": [*TIERS]}
        ),
        "problem": record_of(
            source=TEXT, line=or_null(COUNT), column=or_null(COUNT), code=TEXT, message=TEXT, hint=or_null(TEXT)
        ),
    }  # fmt: skip


def _way() -> dict[str, Schema]:
    return {
        "pathway": or_null(TEXT),
        "reachable": FLAG,
        "verdict_after": {"enum": [Verdict.ELIGIBLE.value, Verdict.UNDETERMINED.value, None]},
        "eligible_on": or_null(DAY),
        "done_on": or_null(DAY),
        "hours": record_of(**dict.fromkeys(LEDGERS, NUMBER)),
        "cost": or_null(record_of(amount=NUMBER, currency=TEXT)),
        "fees": list_of(to("fee")),
        "blocked_by": list_of(TEXT),
        "nearest": or_null(TEXT),
        "steps": list_of(to("step")),
        "profile_after": {"type": ["object", "null"]},
    }
