"""What a rule asks of one record, held against what the record tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, get_args

from peercert.candidate.profile import AgeGroup
from peercert.dates import BEGINNING, END, add_years
from peercert.logic import Outcome
from peercert.verify.rulebook import Rule
from peercert.verify.told import NO, PERHAPS, YES, Item, Told

Test = Callable[[Any], Outcome]
Bounds = tuple[date, date] | None

_AGES = frozenset(get_args(AgeGroup))


def among(told: object, accepted: Iterable[object]) -> Outcome:
    """Say whether something told is among what is accepted."""
    if told is None or told == "declined":
        return PERHAPS
    return YES if told in accepted else NO


def labelled(told: str | None, accepted: Iterable[str]) -> Outcome:
    """Say whether a free label is accepted; a person decides about any other."""
    if told is None or told == "declined":
        return PERHAPS
    return YES if _plain(told) in map(_plain, accepted) else PERHAPS


def _plain(text: str) -> str:
    return "-".join(text.casefold().replace("_", " ").replace("-", " ").split())


def at_least(told: object, need: Decimal) -> Outcome:
    """Say whether an amount is enough."""
    if not isinstance(told, Decimal):
        return PERHAPS
    return YES if told >= need else NO


def flag(text: object) -> bool:
    """Read a yes or no of a rule."""
    return text is True or text in ("true", "yes")


def serves(told: object, accepted: Iterable[str], *, ages: bool) -> Outcome:
    """Say whether people of accepted groups are served, by words of one sort only."""
    if told is None or isinstance(told, str):
        return PERHAPS
    words = [word for word in told if (word in _AGES) is ages] if isinstance(told, tuple) else []
    if any(word in accepted for word in words):
        return YES
    return NO if words else PERHAPS


def conditions(rule: Rule, told: Told) -> Iterator[tuple[str, Test]]:
    """Give what a rule asks of each record, each with the point that it is about."""
    kind = rule["kind"]
    if kind in ("training_hours", "practicum", "practicum_length") and rule.get("programs"):
        yield "program", lambda one: among(one.program, rule["programs"])
    if kind in ("experience", "experience_split"):
        yield from _of_work(rule)
    if kind in ("experience", "experience_split", "practicum", "practicum_length") and "supervised" in rule:
        yield "supervised", lambda one: among(one.supervised, (flag(rule["supervised"]),))
    if kind in ("experience", "experience_split") and "share_at_least" in rule:
        yield "share", lambda one: at_least(one.share, Decimal(rule["share_at_least"]))
    if kind == "education":
        yield from _of_school(rule)
    if kind == "course":
        yield from _of_course(rule, told)


def _of_work(rule: Rule) -> Iterator[tuple[str, Test]]:
    if rule.get("kinds"):
        yield "kind", lambda one: among(one.kind, rule["kinds"])
    if rule.get("roles"):
        yield "role", lambda one: among(one.role, rule["roles"])
    if rule.get("settings"):
        yield "setting", lambda one: labelled(one.setting, rule["settings"])
    if rule.get("ages"):
        yield "population", lambda one: serves(one.population, rule["ages"], ages=True)
    if rule.get("conditions"):
        yield "population", lambda one: serves(one.population, rule["conditions"], ages=False)


def _of_school(rule: Rule) -> Iterator[tuple[str, Test]]:
    human = rule.get("needs_human", [])
    yield "level", lambda one: PERHAPS if one.level in human else among(one.level, rule["levels"])
    if rule.get("fields"):
        yield "field", lambda one: labelled(one.field, rule["fields"])
    if "years_at_least" in rule:
        yield "years", lambda one: at_least(one.years, Decimal(rule["years_at_least"]))


def _of_course(rule: Rule, told: Told) -> Iterator[tuple[str, Test]]:
    yield "program", lambda one: among(one.program, rule["programs"])
    if "hours_at_least" in rule:
        yield "hours", lambda one: at_least(told.hours(one), Decimal(rule["hours_at_least"]))
    for name, asked in rule.get("components", {}).items():
        yield f"components.{name}", partial(_part, name, asked)
    for name, asked in rule.get("where_told", {}).items():
        yield f"components.{name}", partial(_part_where_told, name, asked)


def _part(name: str, asked: str, record: Any) -> Outcome:  # noqa: ANN401 - a training
    told = record.components or {}
    return PERHAPS if isinstance(told, str) else _ended(told.get(name), asked)


def _part_where_told(name: str, asked: str, record: Any) -> Outcome:  # noqa: ANN401 - a training
    told = record.components if isinstance(record.components, dict) else {}
    return _ended(told[name], asked) if name in told else YES


def _ended(told: str | None, asked: str) -> Outcome:
    if told in (None, "pending", "declined") or (told == "completed" and asked == "passed"):
        return PERHAPS
    return NO if told == "failed" else YES


def bounds(rule: Rule, told: Told) -> Bounds:
    """Return the first and the last day of a rule's window; None where it has none."""
    if "completed_by" in rule:
        return BEGINNING, date.fromisoformat(rule["completed_by"])
    window = rule.get("window")
    if window is None:
        return None
    first = add_years(told.application, -int(window["years"])) if "years" in window else BEGINNING
    return first, told.application if flag(window.get("until_application", True)) else END


def judge(rule: Rule, item: Item, told: Told) -> tuple[Outcome, str]:
    """Hold a record against all that a rule asks: yes, no or perhaps, and the point of a no."""
    if item.stands is NO:
        return NO, item.point
    answer = item.stands
    for point, test in conditions(rule, told):
        found = test(item.record)
        if found is NO:
            return NO, point
        answer = min(answer, found)
    window = bounds(rule, told)
    if window is not None and (item.last.last < window[0] or item.first.first > window[1]):
        return NO, "window"
    if window is not None and not (item.first.first >= window[0] and item.last.last <= window[1]):
        answer = min(answer, PERHAPS)
    return answer, ""
