"""The whole line of a receipt for one requirement, as the rules and the profile say it must be."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from peercert.logic import Outcome
from peercert.verify.facts import fact, facts
from peercert.verify.lines import LISTS, days, fitting_line, split_line, summed_line, text, window
from peercert.verify.rulebook import Rule
from peercert.verify.sittings import exact, sitting_lines
from peercert.verify.together import pool_of
from peercert.verify.told import Item, Told

Node = dict[str, Any]


def shape_of(rule: Rule, node: Node) -> str:
    """Return how a leaf is proved: by a sum, by one record that fits, by a split, by a fact, or not at all."""
    kind = rule["kind"]
    if kind == "together":
        return "together"
    if kind == "exam" and "sittings" in rule and "lines" not in node:
        return "unchecked"
    if kind == "training_hours" and "at_least" not in rule:
        return "nothing"
    if kind == "experience_split":
        return "split"
    if kind not in LISTS or (kind == "references" and "facts" in node):
        return "fact"
    return "sum" if "at_least" in rule else "fit"


def may_be_unchecked(rule: Rule, told: Told | None) -> bool:
    """Say whether a receipt may leave a requirement unchecked."""
    return rule["kind"] == "exam" and "sittings" in rule and (told is None or not exact(rule, told))


def expected(rule: Rule, shape: str, told: Told, *, dated: bool) -> tuple[Node, Outcome | None]:
    """Return what a leaf's line must say, besides what is only added up; and the outcome of a fact."""
    if shape == "fact" and rule["kind"] == "references" and not isinstance(told.fact("references"), int):
        return {"lines": []}, None
    if shape == "fact":
        outcome, counted = fact(rule, told)
        return {"facts": facts(rule)} | (counted.written() if counted else {}), outcome
    if shape == "nothing":
        return {}, None
    if shape == "together":
        return {"pool": text(pool_of(rule, told))}, None
    key = LISTS[rule["kind"]]
    node: Node = {"beyond": told.beyond(key)}
    between = window(rule, told) if dated else None
    node |= {"window": between} if between else {}
    node["lines"] = [
        _line(rule, shape, item, told) | ({"days": days(item)} if between else {}) for item in told.items(key)
    ]
    if rule["kind"] == "exam":
        _exam(rule, node, told)
    if shape == "sum":
        node["told"] = _told(rule, key, told)
    return node, None


def _line(rule: Rule, shape: str, item: Item, told: Told) -> Node:
    return {"sum": summed_line, "fit": fitting_line, "split": split_line}[shape](rule, item, told)


def _exam(rule: Rule, node: Node, told: Told) -> None:
    lines = sitting_lines(rule, told) if "sittings" in rule else node["lines"]
    scores = [item.record.score for item in told.items("exams")]
    written = [text(one) if isinstance(one, Decimal) else None for one in scores]
    node["lines"] = [line | {"score": score} for line, score in zip(lines, written, strict=True)]
    node["need"] = text(Decimal(rule["score_at_least"])) if "score_at_least" in rule else None


def _told(rule: Rule, key: str, told: Told) -> str | None:
    del rule
    hours = [Decimal(1) if key == "references" else told.hours(item.record) for item in told.items(key)]
    known = [one for one in hours if one is not None]
    return text(sum(known, Decimal())) if len(known) == len(hours) else None
