"""Plans as JSON, in the contract's shape: one object, each plan on a line of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from peercert.candidate.writing import json_text
from peercert.catalog import Catalog
from peercert.engine import Verdict
from peercert.errors import Problem
from peercert.plan.several import Plans
from peercert.plan.todo import Todo
from peercert.plan.unmeasured import unmeasured
from peercert.render import json_v1
from peercert.render.plan_words import Setting, Words, words_of
from peercert.render.style import Style

FORMAT = "peercert.plan/1"
"""The name and version of the shape."""


def draw(catalog: Catalog, plans: Plans, setting: Setting, style: Style) -> str:
    """Write the plans for one candidate, with commas between."""
    del style
    return ",\n".join(json_text(_plan(words)) for words in words_of(catalog, plans, setting))


def whole(setting: Setting, drawn: Sequence[str], problems: Sequence[Problem]) -> str:
    """Write the object around the plans of all candidates."""
    header = setting.header
    opening = {
        "format": FORMAT,
        "version": header.version,
        "as_of": header.as_of.isoformat(),
        "disputes": header.disputes,
        "by": setting.by,
        "hours_per_week": setting.pace.work,
        "training_per_week": setting.pace.training,
        "catalog": json_v1.catalog_named(header),
    }
    plans = ",\n".join(drawn)
    told = json_text([json_v1.problem(one) for one in problems])
    return f'{json_text(opening)[:-1]},\n"plans": [\n{plans}\n],\n"problems": {told}}}\n'


def _plan(words: Words) -> dict[str, Any]:  # Any: plain data
    return {
        "candidate": words.plans.label,
        "credential": words.plan.credential.id,
        **_way(words),
        "other_ways": [_way(other) for other in words.others()],
    }


def _way(words: Words) -> dict[str, Any]:  # Any: plain data
    plan, cost = words.plan, words.plan.cost
    day = plan.day and plan.day.isoformat()
    return {
        "pathway": plan.way,
        "reachable": plan.reachable,
        "verdict_after": plan.verdict.value if plan.reachable else None,
        "eligible_on": day if plan.verdict is Verdict.ELIGIBLE else None,
        "done_on": day,
        "hours": plan.hours,
        "cost": cost and {"amount": cost.amount, "currency": cost.currency},
        "fees": [{"label": fee.label, "amount": fee.amount} for fee in cost.fees] if cost else [],
        "blocked_by": list(plan.blocked_by),
        "nearest": plan.nearest,
        "steps": [_step(words, todo) for todo in plan.todos],
        "profile_after": None if words.setting.header.redacted else plan.after,
    }


def _step(words: Words, todo: Todo) -> dict[str, Any]:  # Any: plain data
    return {
        "requirement": todo.ids[0],
        "serves": list(todo.ids),
        "also_for": list(words.also_for(todo)),
        "action": words.sayer.action(todo),
        "hours": todo.hours,
        "not_before": todo.not_before and todo.not_before.isoformat(),
        "done_by": None if todo.open or unmeasured(todo.step) else todo.done.isoformat(),
        "settles": todo.open,
        "notes": list(words.sayer.remarks(todo)),
        "sources": [json_v1.source(cited) for cited in words.sayer.cited(todo)],
    }
