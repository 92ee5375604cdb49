"""Adding a receipt's own numbers up again, against what the rules ask: no profile is needed for that."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from peercert.logic import Outcome
from peercert.verify.lines import WORDS, ZERO, text
from peercert.verify.rulebook import Rule
from peercert.verify.told import NO, PERHAPS, YES

Node = dict[str, Any]

_ANSWERS = {word: answer for answer, word in WORDS.items()}


def number(written: str | None) -> Decimal | None:
    """Read an amount; None where there is no limit to it."""
    return None if written is None else Decimal(written)


def total(amounts: list[Decimal | None]) -> Decimal | None:
    """Add amounts up; None where one has no limit."""
    return sum((one for one in amounts if one is not None), ZERO) if None not in amounts else None


def against(need: Decimal, have: Decimal, up_to: Decimal | None) -> Outcome:
    """Say what follows from an amount that is sure and one that is possible."""
    return YES if have >= need else NO if up_to is not None and up_to < need else PERHAPS


def summed(rule: Rule, node: Node) -> tuple[Outcome, Iterator[str]]:
    """Add up what the records give: what follows, and what does not add up."""
    have = total([number(line["gives"]) for line in node["lines"]]) or ZERO
    up_to = None if node["beyond"] else total([number(line["up_to"]) for line in node["lines"]])
    need = Decimal(rule["at_least"])

    def faults() -> Iterator[str]:
        if number(node["need"]) != need:
            yield f"the rules ask for {text(need)}, not for {node['need']}"
        if number(node["have"]) != have:
            yield f"what the records give adds up to {text(have)}, not to {node['have']}"
        if number(node["up_to"]) != up_to:
            yield f"what the records may give adds up to {text(up_to) or 'no fixed amount'}, not to {node['up_to']}"
        for line in node["lines"]:
            gives, most = number(line["gives"]), number(line["up_to"])
            if gives is None or (most is not None and gives > most):
                yield f"{line['record']} cannot give more than it may give"
        yield from _days(node)

    return against(need, have, up_to), faults()


def fitting(rule: Rule, node: Node) -> tuple[Outcome, Iterator[str]]:
    """Look for one record that fits: what follows, and what does not agree."""
    answers = [_ANSWERS[line["counts"]] for line in node["lines"]] + [PERHAPS] * node["beyond"]
    return max(answers, default=NO), (_scores(rule, node) if rule["kind"] == "exam" else _days(node))


def _scores(rule: Rule, node: Node) -> Iterator[str]:
    """Hold each score against the mark."""
    need = number(rule.get("score_at_least"))
    if number(node["need"]) != need:
        yield f"the rules ask for {text(need) or 'no mark'}, not for {node['need']}"
    for line in node["lines"]:
        score = number(line["score"])
        if need is not None and score is not None and (line["counts"] == "yes") and score < need:
            yield f"{line['record']} does not reach the mark"


def _days(node: Node) -> Iterator[str]:
    """Hold the days of each record against the window."""
    first, last = node.get("window", [None, None])
    for line in node["lines"] if "window" in node else []:
        begins, ends = line["days"]
        early = first is not None and (begins is None or begins < first)
        late = last is not None and (ends is None or ends > last)
        outside = (first and ends is not None and ends < first) or (last and begins is not None and begins > last)
        if (line["counts"] == "yes" and (early or late)) or (line["counts"] == "perhaps" and outside):
            yield f"{line['record']} does not lie between the days that count"
        if line["point"] == "window" and not outside:
            yield f"{line['record']} is not outside the days that count"


def split(rule: Rule, node: Node) -> tuple[Outcome, Iterator[str]]:
    """Add up a split, or a bottleneck: what follows, and what does not add up."""
    needs = {part["id"]: Decimal(part["at_least"]) for part in rule["parts"]}
    sure = [line for line in node["lines"] if line["counts"] == "yes"]
    possible = [line for line in node["lines"] if line["counts"] != "no"]
    if node["beyond"]:
        possible.append({"record": "experience", "hours": None, "parts": list(needs)})

    def faults() -> Iterator[str]:
        if node["needs"] != {name: text(need) for name, need in needs.items()}:
            yield "the rules ask for other hours in its parts"
        yield from _shared(node["sure"], sure, needs)
        yield from _shared(node["possible"], possible, needs)
        yield from _days(node)

    met, may = node["sure"]["split"] is not None, node["possible"]["split"] is not None
    return (YES if met else PERHAPS if may else NO), faults()


def _shared(found: Node, lines: list[Node], needs: dict[str, Decimal]) -> Iterator[str]:
    if (found["split"] is None) is (found["bottleneck"] is None):
        yield "there must be a split or a bottleneck, and not both"
    elif found["split"] is not None:
        yield from _filled(found["split"], lines, needs)
    else:
        yield from _short(found["bottleneck"], lines, needs)


def _filled(parts: list[Node], lines: list[Node], needs: dict[str, Decimal]) -> Iterator[str]:
    for name, need in needs.items():
        given = sum((Decimal(one["hours"]) for one in parts if one["part"] == name), ZERO)
        if given != need:
            yield f"the split gives {text(given)} hours to {name}, not {text(need)}"
    if any(one["part"] not in needs for one in parts):
        yield "the split names a part that the rules do not know"
    allowed = {line["record"]: line for line in lines}
    for one in parts:
        if one["record"] not in allowed or one["part"] not in allowed[one["record"]]["parts"]:
            yield f"{one['record']} cannot go to {one['part']}"
        if Decimal(one["hours"]) <= 0:
            yield f"{one['record']} gives no hours to {one['part']}"
    for record, line in allowed.items():
        used = sum((Decimal(one["hours"]) for one in parts if one["record"] == record), ZERO)
        limit = number(line["hours"])
        if limit is not None and used > limit:
            yield f"{record} has {text(limit)} hours, and {text(used)} are shared out"


def _short(cut: Node, lines: list[Node], needs: dict[str, Decimal]) -> Iterator[str]:
    names = cut["parts"]
    if len(set(names)) != len(names) or not set(names) <= set(needs):
        yield "the bottleneck names parts that the rules do not know"
        return
    need = sum((needs[name] for name in names), ZERO)
    can = total([number(line["hours"]) for line in lines if set(names) & set(line["parts"])])
    if number(cut["need"]) != need:
        yield f"the parts of the bottleneck need {text(need)} hours, not {cut['need']}"
    if number(cut["can"]) != can:
        yield f"{text(can) or 'any number of'} hours can go to the parts of the bottleneck, not {cut['can']}"
    if can is None or can >= need:
        yield "there are hours enough for the parts of the bottleneck, so it proves nothing"
