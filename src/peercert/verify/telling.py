"""What a receipt proves, in plain words: each answer, and for a no the hours that cannot be enough."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from peercert.verify.receipt import Receipt
from peercert.verify.rulebook import Rule, Rulebook

Node = dict[str, Any]


def proved(receipt: Receipt, rules: Rulebook) -> Iterator[str]:
    """Say what a receipt that holds proves.

    Args:
        receipt: One that was checked.
        rules: The rules that it was held against.
    """
    day = date.fromisoformat(receipt.value["as_of"])
    for person in receipt.value["people"]:
        for one in person["determinations"]:
            yield f"{one['credential']}: {one['verdict'].replace('_', ' ')}"
            if one["verdict"] in ("not_eligible", "not_yet"):
                ways = zip(rules.roots(one["credential"], day), one["ways"], strict=True)
                yield from min((list(_short(rule, node, rules, day)) for rule, node in ways), key=len)


def _short(rule: Rule, node: Node, rules: Rulebook, day: date) -> Iterator[str]:
    """Give what is not met, with the amounts that prove it where there are any."""
    if node["outcome"] != "unmet":
        return
    inside = rules.inside(rule, day)
    if inside is not None and rule["kind"] != "disputed":
        for one, part in zip(inside, node["parts"], strict=True):
            yield from _short(one, part, rules, day)
        return
    yield f"- {rule.get('title', rule['id'])}{_amounts(node)}"


def _amounts(node: Node) -> str:
    cut = node["possible"]["bottleneck"] if "possible" in node else None
    if cut is not None:
        return f": {cut['can']} hours can go to {' and '.join(cut['parts'])}, and {cut['need']} are needed"
    if node.get("need") is None or node.get("up_to") is None:
        return ""
    told = f"of {node['told']} told, " if node.get("told") else ""
    return f": {told}{node['up_to']} can count, and {node['need']} are needed"
