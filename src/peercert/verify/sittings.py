"""Sittings of an exam, where only the first ones after a course count; each on a day that is told exactly."""

from __future__ import annotations

from typing import Any

from peercert.dates import BEGINNING
from peercert.verify.conditions import among
from peercert.verify.lines import result
from peercert.verify.rulebook import Rule
from peercert.verify.told import NO, PERHAPS, YES, Item, Told


def exact(rule: Rule, told: Told) -> bool:
    """Say whether every day and course that matters is told exactly, so that the sittings can be counted off."""
    sat = [
        one for one in told.items("exams") if among(one.record.exam, (rule["exam"],)) is not NO and one.stands is not NO
    ]
    courses = [one for one in told.items("training") if one.stands is not NO]
    mine = [one for one in courses if among(one.record.program, (rule["sittings"]["course"],)) is not NO]
    days = [one.first for one in sat]
    sure = all(one.stands is YES and one.last.first == one.last.last > BEGINNING for one in [*sat, *mine])
    named = all(one.record.exam != "declined" and one.record.exam is not None for one in sat)
    programs = all(one.record.program not in (None, "declined") for one in mine)
    told_all = not told.beyond("exams") and not told.beyond("training")
    whole = len(mine) < 2 or all(_whole(rule, one.record) for one in mine)
    return sure and named and programs and told_all and whole and len(set(days)) == len(days) and _results(rule, sat)


def _whole(rule: Rule, record: Any) -> bool:  # noqa: ANN401 - a training
    """Say whether nothing is told of a course's parts that could keep it from opening sittings."""
    parts = record.components if isinstance(record.components, dict) else {}
    return all(parts.get(name, "passed") in ("completed", "passed") for name in rule["sittings"].get("where_told", ()))


def _results(rule: Rule, sat: list[Item]) -> bool:
    return all(result(rule, one.record) is not PERHAPS for one in sat)


def sitting_lines(rule: Rule, told: Told) -> list[dict[str, Any]]:
    """Return whether each sitting counts: it is a pass, and among the first ones after a course."""
    limit, course = int(rule["sittings"]["at_most"]), (rule["sittings"]["course"],)
    ended = [
        one.last.last for one in told.items("training")
        if one.stands is YES and among(one.record.program, course) is YES
    ]  # fmt: skip
    mine = [one for one in told.items("exams") if one.stands is YES and among(one.record.exam, (rule["exam"],)) is YES]
    lines = []
    for item in told.items("exams"):
        if item not in mine:
            lines.append({"record": item.address, "counts": "no", "point": item.point or "exam"})
            continue
        day = item.first.first
        nth = [sum(end <= other.first.first <= day for other in mine) for end in ended if end <= day]
        point = "sittings" if not any(one <= limit for one in nth) else ""
        point = point or ("" if result(rule, item.record) is YES else "result")
        lines.append({"record": item.address, "counts": "no" if point else "yes", "point": point})
    return lines
