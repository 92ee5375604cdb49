"""Shortcuts for the tests of plans: one plan for one person, and the profile afterwards decided anew."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from peercert.candidate.writing import json_text
from peercert.catalog import Catalog
from peercert.engine import Verdict
from peercert.logic import Disputes
from peercert.plan.planning import By, Plan, Planner
from peercert.plan.todo import Pace
from upper import TODAY, built_in, case, decide


def planned(
    credential: str, profile: Mapping[str, Any], as_of: date = TODAY, *, catalog: Catalog | None = None,
    pace: Pace | None = None, by: By = "hours", disputes: Disputes = "undetermined",
) -> Plan:  # fmt: skip
    """Make one plan."""
    rules = catalog or built_in()
    asked = case(profile, as_of, catalog=rules, disputes=disputes)
    return Planner(rules, asked, pace or Pace(), by).plan(rules.credential(credential))


def afterwards(plan: Plan, *, catalog: Catalog | None = None, disputes: Disputes = "undetermined") -> Verdict:
    """Decide the profile that a plan leads to, read from its JSON, on the day on which all is done."""
    assert plan.after is not None
    assert plan.day is not None
    profile = json.loads(json_text(plan.after))
    return decide(plan.credential.id, profile, plan.day, catalog=catalog, disputes=disputes).verdict


def steps(plan: Plan) -> list[tuple[str, str, str]]:
    """Return the requirement, the kind and the day of each step."""
    return [(todo.ids[0], type(todo.step).__name__, todo.done.isoformat()) for todo in plan.todos]


def without_long_fractions(value: Any) -> Any:
    """Return plain data whose numbers can stand in a profile: a sum of floats may have more digits than are read."""
    if isinstance(value, float):
        return round(value, 2)
    if isinstance(value, dict):
        return {key: without_long_fractions(one) for key, one in value.items()}
    return [without_long_fractions(one) for one in value] if isinstance(value, list) else value
