"""Whether hours whose topic is not told can fill every part of a training at once, by adding up its lines."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from peercert.logic import Outcome
from peercert.verify.adding import number
from peercert.verify.conditions import judge
from peercert.verify.lines import ZERO
from peercert.verify.rulebook import Rule
from peercert.verify.told import NO, Told

Node = dict[str, Any]


class Part(NamedTuple):
    """One part: its topics, what it needs, and what its own topics may give at most."""

    topics: frozenset[str]
    need: Decimal
    most: Decimal | None


def together(rules: list[Rule], nodes: list[Node], disputes: str) -> Outcome:
    """Say what follows for all parts together from the lines of each of them.

    Args:
        rules: Each part, and that they can be filled at once.
        nodes: What the receipt says of each of them.
        disputes: How to read parts on which sources disagree.
    """
    pool = number(nodes[-1]["pool"])
    if pool is None or any(one["outcome"] == "unmet" for one in nodes[:-1]):
        return Outcome.NOT_APPLICABLE
    found: dict[frozenset[str], Part] = {}
    pairs = list(zip(rules[:-1], nodes[:-1], strict=True))
    for part in sorted((_part(rule, node, disputes, pool) for rule, node in pairs), key=lambda one: one.need):
        if part.topics:
            found[part.topics] = part
    parts = list(found.values())
    nested = all(
        one.topics.isdisjoint(two.topics) or one.topics <= two.topics or two.topics <= one.topics
        for one in parts for two in parts
    )  # fmt: skip
    lacking = sum((_lacking(part, parts) for part in _outermost(parts)), ZERO) if nested else ZERO
    return Outcome.UNMET if lacking > pool else Outcome.NOT_APPLICABLE


def _part(rule: Rule, node: Node, disputes: str, pool: Decimal) -> Part:
    if rule["kind"] == "disputed":
        read = [_part(one, part, disputes, pool) for one, part in zip(rule["readings"], node["parts"], strict=True)]
        pick = max if disputes == "strict" else min
        return pick(read, key=lambda one: one.need)
    up_to = number(node.get("up_to"))
    need = Decimal(rule.get("at_least", 0))
    return Part(frozenset(rule.get("topics", ())), need, None if up_to is None else up_to - pool)


def _outermost(parts: list[Part]) -> Iterator[Part]:
    yield from (one for one in parts if not any(one.topics < other.topics for other in parts))


def _lacking(part: Part, parts: list[Part]) -> Decimal:
    inner = [one for one in parts if one.topics < part.topics]
    inside = sum((_lacking(one, inner) for one in _outermost(inner)), ZERO)
    return max(ZERO if part.most is None else part.need - part.most, inside, ZERO)


def pool_of(rule: Rule, told: Told) -> Decimal | None:
    """Return the hours whose topic is not told; None where there is no limit to them."""
    total = ZERO
    if told.beyond("training"):
        return None
    asked = {"kind": "training_hours", "programs": rule.get("programs", [])}
    for item in told.items("training"):
        if judge(asked, item, told)[0] is NO:
            continue
        hours, topics = told.hours(item.record), item.record.topics
        named = topics if isinstance(topics, dict) else {}
        known = {topic: one for topic, one in named.items() if isinstance(one, Decimal)}
        if hours is not None:
            total += max(hours - sum(known.values(), ZERO), ZERO)
        elif item.record.hours is not None or item.record.credits is not None or not named:
            return None
    return total
