"""One leaf of a receipt: its own numbers, and where they are not what the rules and the profile make of them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from peercert.logic import Outcome
from peercert.verify.adding import against, fitting, number, split, summed
from peercert.verify.facts import ALWAYS, facts
from peercert.verify.lines import text
from peercert.verify.rulebook import Rule

Node = dict[str, Any]

COUNTED = {"need", "have", "up_to"}
"""What a leaf may say of an amount."""


def added(rule: Rule, node: Node, shape: str) -> tuple[Outcome | None, Iterator[str]]:
    """Return what follows from a leaf's own numbers, None where they say nothing, and what does not add up."""
    if shape == "sum":
        return summed(rule, node)
    if shape == "fit":
        return fitting(rule, node)
    if shape == "split":
        return split(rule, node)
    if shape == "nothing":
        return Outcome.MET, iter(())
    if shape == "together":
        return None, iter(())
    return _fact(rule, node)


def _fact(rule: Rule, node: Node) -> tuple[Outcome | None, Iterator[str]]:
    """Hold a fact's amount against the rule's, where one is counted; a fact alone needs the profile."""

    def faults() -> Iterator[str]:
        if node["facts"] != facts(rule):
            yield "it names other facts than the rules look at"
        if "need" in node and number(node["need"]) != _need(rule):
            yield f"the rules ask for {text(_need(rule))}, not for {node['need']}"

    if "need" not in node:
        return ALWAYS.get(rule["kind"]), faults()
    found = against(_need(rule), number(node["have"]) or Decimal(), number(node["up_to"]))
    return (found if rule["kind"] != "practicum_length" else None), faults()


def _need(rule: Rule) -> Decimal:
    return next(Decimal(rule[key]) for key in ("at_least", "share_at_least", "months_at_least") if key in rule)


def differences(node: Node, should: Node) -> Iterator[str]:
    """Say where a line is not what the rules and the profile make of it."""
    for key in sorted({*should, *(COUNTED & set(node) if "facts" in should else ()), *({"window"} & set(node))}):
        if key == "lines":
            yield from _other_lines(node["lines"], should["lines"])
        elif node.get(key, "\0") != should.get(key, "\0"):
            yield f"by the rules and the profile, “{key}” is another"


def _other_lines(lines: list[Node], should: list[Node]) -> Iterator[str]:
    if [line["record"] for line in lines] != [line["record"] for line in should]:
        yield "it does not name every record of the profile once"
        return
    for line, right in zip(lines, should, strict=True):
        for key in right:
            if line.get(key, "\0") != right[key]:
                yield f"by the rules and the profile, “{key}” of {line['record']} is another"
