"""The proof of what came out for a requirement and all inside it: amounts, records and days, and no words."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple, cast

from peercert.case import Case
from peercert.dates import BEGINNING
from peercert.finding import Finding
from peercert.logic import any_true
from peercert.receipt.amounts import amount, day
from peercert.receipt.exam_days import sat
from peercert.receipt.records import Bounds, fitting, summed
from peercert.receipt.shares import Stock, shared, stock_of
from peercert.requirements import Requirement
from peercert.requirements.barred import Barred
from peercert.requirements.combining import Combinator
from peercert.requirements.counting import Held, among, held_within
from peercert.requirements.course import Course
from peercert.requirements.exam import Exam
from peercert.requirements.experience_split import ExperienceSplit
from peercert.requirements.meets_credential import MeetsCredential
from peercert.requirements.topics import count_topics
from peercert.requirements.training import Training

Node = dict[str, Any]


class At(NamedTuple):
    """On what a proof is made."""

    case: Case
    dated: bool
    """Whether the days of the person may be told."""


def proof(requirement: Requirement, found: Finding, case: Case, *, dated: bool) -> Node:
    """Return the proof of what came out for a requirement.

    Args:
        requirement: What was asked.
        found: What came out.
        case: The candidate on a day.
        dated: Whether the days of the person may be told.
    """
    head = head_of(requirement, found)
    inside = _inside(requirement, found, case)
    if inside is not None:
        parts = [proof(one, part, case, dated=dated) for one, part in inside]
        if isinstance(requirement, Training):
            parts[-1] = head_of(requirement.together, inside[-1][1]) | {"pool": _pool(requirement, case)}
        return head | {"parts": parts}
    body = _BODIES.get(requirement.kind, _fact)
    return head | body(requirement, found, At(case, dated))


def head_of(requirement: Requirement, found: Finding) -> Node:
    """Return what every line begins with."""
    return {"id": requirement.id, "kind": requirement.kind, "outcome": found.outcome.word, "checked": True}


def _pool(training: Training, case: Case) -> str | None:
    """Return the hours whose topic is not told; None where there is no limit to them."""
    untold = [one.hours for one in count_topics(case, training.programs, training.leave_out).untold]
    known = [hours for hours in untold if hours is not None]
    return amount(sum(known, Decimal())) if len(known) == len(untold) else None


def _inside(requirement: Requirement, found: Finding, case: Case) -> list[tuple[Requirement, Finding]] | None:
    """Return what a requirement is made of, each with what came out for it; None for a leaf."""
    if isinstance(requirement, MeetsCredential):
        return list(zip(case.rules.roots(requirement.credential, case.as_of), found.children, strict=True))
    if isinstance(requirement, Barred):
        return [(requirement.when, requirement.when.evaluate(case))]
    if isinstance(requirement, Combinator):
        return list(zip(requirement.children, found.children, strict=True))
    return list(zip(requirement.alternatives, found.readings, strict=True)) or None


def _summed(key: str, leaf: Requirement, found: Finding, at: At) -> Node:
    """Return the sum of what each record gives, against what is needed."""
    if getattr(leaf, "at_least", None) is None:
        return _fitting(key, leaf, found, at) if key != "training" else {}
    if key == "references" and isinstance(at.case.fact(key), int):
        return _fact(leaf, found, at)
    ledger, bounds = at.case.ledger(key), _bounds(leaf, at.case)
    told = [at.case.hours(one.record) if key != "references" else Decimal(1) for one in ledger.entries]
    known = [one for one in told if isinstance(one, Decimal)]
    lines = list(summed(leaf, at.case, key, bounds, dated=at.dated))
    measure = found.measure
    return {
        "need": amount(leaf.at_least),  # type: ignore[attr-defined]  # every kind that sums up has it
        "told": amount(sum(known, Decimal())) if len(known) == len(told) else None,
        "have": amount(measure.have if measure else Decimal()),
        "up_to": amount(measure.up_to if measure else None),
        "beyond": ledger.beyond is not None,
        **_window(bounds, dated=at.dated),
        "lines": lines,
    }


def _fitting(key: str, leaf: Requirement, found: Finding, at: At) -> Node:
    """Return for each record whether it fits."""
    del found
    ledger, bounds = at.case.ledger(key), _bounds(leaf, at.case)
    lines = list(fitting(leaf, at.case, key, bounds, dated=at.dated))
    return {"beyond": ledger.beyond is not None, **_window(bounds, dated=at.dated), "lines": lines}


def _bounds(leaf: Requirement, case: Case) -> Bounds:
    if isinstance(leaf, Course):
        return (BEGINNING, leaf.completed_by) if leaf.completed_by else None
    window = getattr(leaf, "window", None)
    return cast("Bounds", window.bounds(case)) if window is not None else None


def _window(bounds: Bounds, *, dated: bool) -> Node:
    return {"window": [day(one) for one in bounds]} if bounds is not None and dated else {}


def _exam(leaf: Requirement, found: Finding, at: At) -> Node:
    if not isinstance(leaf, Exam):
        return {}
    body = _fitting("exams", leaf, found, at) if leaf.sittings is None else sat(leaf, at.case)
    if "lines" not in body:
        return body
    scores = {
        entry.address: amount(entry.record.score)
        for entry in at.case.ledger("exams").entries
        if isinstance(entry.record.score, Decimal)
    }
    lines = [line | {"score": scores.get(line["record"])} for line in body["lines"]]
    return body | {"need": amount(leaf.score_at_least), "lines": lines}


def _split(leaf: Requirement, found: Finding, at: At) -> Node:
    """Return each position with the parts that it can serve, and the split or the bottleneck."""
    del found
    if not isinstance(leaf, ExperienceSplit):
        return {}
    bounds, ledger = leaf.bounds(at.case), at.case.ledger("experience")
    lines = [_position(leaf, one, at) for one in leaf.held(at.case)]
    parts = [(part.id, part.at_least) for part in leaf.parts]
    sure = [stock_of(line, parts) for line in lines if line["counts"] == "yes"]
    possible = [stock_of(line, parts) for line in lines if line["counts"] != "no"]
    if ledger.beyond is not None:
        possible.append(Stock("experience", None, frozenset(range(len(parts)))))
    return {
        "beyond": ledger.beyond is not None,
        "needs": {name: amount(need) for name, need in parts},
        **_window(bounds, dated=at.dated),
        "lines": lines,
        "sure": shared(sure, parts),
        "possible": shared(possible, parts),
    }


def _position(leaf: ExperienceSplit, held: Held, at: At) -> Node:
    """Return the hours of a position, and the parts that they may go to."""
    bounds = leaf.bounds(at.case)
    entry, answer, point = held_within(held, bounds)
    roles = {part.id: among("role", part.roles)(entry.record) for part in leaf.parts}
    best = any_true(roles.values())
    if answer is not False and best is False:
        answer, point = False, "role"
    hours = at.case.hours(entry.record)
    certain = answer is True and best is True and isinstance(hours, Decimal)
    counts = "no" if answer is False else "yes" if certain else "perhaps"
    takers = [name for name, role in roles.items() if role is True or (not certain and role is not False)]
    days = {"days": [day(entry.first.first), day(entry.last.last)]} if bounds and at.dated else {}
    return {
        "record": entry.address, "counts": counts, "point": point if counts == "no" else "",
        "hours": amount(hours) if isinstance(hours, Decimal) else None, "parts": takers if counts != "no" else [],
    } | days  # fmt: skip


def _fact(leaf: Requirement, found: Finding, at: At) -> Node:
    """Return the facts that were looked at, and what was counted of them."""
    del at
    facts: Node = {"facts": sorted(leaf.looks_at())}
    if found.measure is not None:
        measure = found.measure
        facts |= {"need": amount(measure.need), "have": amount(measure.have), "up_to": amount(measure.up_to)}
    return facts


_BODIES: dict[str, Callable[[Requirement, Finding, At], Node]] = {
    "training_hours": partial(_summed, "training"),
    "experience": partial(_summed, "experience"),
    "supervision": partial(_summed, "supervision"),
    "practicum": partial(_summed, "practicum"),
    "references": partial(_summed, "references"),
    "education": partial(_fitting, "education"),
    "lived_experience": partial(_fitting, "lived_experience"),
    "course": partial(_fitting, "training"),
    "credential_held": partial(_fitting, "credentials"),
    "license": partial(_fitting, "licenses"),
    "exam": _exam,
    "experience_split": _split,
}
