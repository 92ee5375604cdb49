"""What a receipt should say of each record, worked out from the rules and the profile."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, get_args

from peercert.candidate.profile import Who
from peercert.dates import BEGINNING, END, Span, add_years
from peercert.logic import Outcome
from peercert.verify.conditions import among, bounds, flag, judge, labelled
from peercert.verify.rulebook import Rule
from peercert.verify.told import NO, PERHAPS, YES, Item, Told

Line = dict[str, Any]

LISTS = {
    "training_hours": "training", "course": "training", "experience": "experience", "experience_split": "experience",
    "supervision": "supervision", "practicum": "practicum", "references": "references", "education": "education",
    "lived_experience": "lived_experience", "credential_held": "credentials", "license": "licenses", "exam": "exams",
}  # fmt: skip
"""The list of records that each kind looks at."""

ZERO = Decimal()
WHO = tuple(who for who in get_args(Who) if who != "declined")
WORDS = {YES: "yes", NO: "no", PERHAPS: "perhaps"}


def text(amount: Decimal | int | None) -> str | None:
    """Write an amount as receipts do."""
    if amount is None:
        return None
    plain = f"{Decimal(amount):f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def days(item: Item) -> list[str | None]:
    """Return the first and the last day of a record, as receipts write them."""
    return [None if one in (BEGINNING, END) else one.isoformat() for one in (item.first.first, item.last.last)]


def summed_line(rule: Rule, item: Item, told: Told) -> Line:
    """Return what a record adds to a sum."""
    answer, point = judge(rule, item, told)
    up_to: Decimal | None
    if answer is NO:
        gives, up_to = ZERO, ZERO
    elif rule["kind"] == "training_hours":
        gives, up_to = _topics(rule, item, answer, told)
    else:
        hours = Decimal(1) if rule["kind"] == "references" else told.hours(item.record)
        gives, up_to = (hours or ZERO if answer is YES else ZERO), hours
    counts = "no" if answer is NO else "yes" if gives == up_to else "perhaps"
    return {
        "record": item.address, "counts": counts, "point": point, "gives": text(gives), "up_to": text(up_to),
    }  # fmt: skip


def _topics(rule: Rule, item: Item, answer: Outcome, told: Told) -> tuple[Decimal, Decimal | None]:
    """Return the hours of a course that count in a rule's topics: for certain, and at most."""
    record, hours = item.record, told.hours(item.record)
    named = record.topics if isinstance(record.topics, dict) else {}
    known = {topic: one for topic, one in named.items() if isinstance(one, Decimal)}
    wanted = rule.get("topics") or list(known)
    here = sum(
        (one for topic, one in known.items() if topic in wanted and topic not in rule.get("leave_out", [])), ZERO
    )
    if hours is None:
        kept = {topic for topic in named if topic not in known and topic not in rule.get("leave_out", [])}
        by_topics = record.hours is None and record.credits is None and bool(named)
        bounded = by_topics and (kept.isdisjoint(wanted) if rule.get("topics") else not kept)
        return (here if answer is YES else ZERO), here if bounded else None
    more = hours - sum(known.values(), ZERO)
    if not rule.get("topics"):
        sure = here if (set(named) - set(known)) & set(rule.get("leave_out", [])) else here + more
        return (sure if answer is YES else ZERO), here + more
    return (here if answer is YES else ZERO), here + max(more, ZERO)


def fitting_line(rule: Rule, item: Item, told: Told) -> Line:
    """Return whether a record is what is asked for."""
    kind = rule["kind"]
    special = {"lived_experience": _lived, "credential_held": _held, "license": _licensed, "exam": _passed}
    answer, point = special[kind](rule, item, told) if kind in special else judge(rule, item, told)
    if kind == "experience" and answer is not NO:
        answer, point = min((answer, point), _some(told.hours(item.record)))
    return {"record": item.address, "counts": WORDS[answer], "point": point if answer is NO else ""}


def _some(hours: Decimal | None) -> tuple[Outcome, str]:
    return (PERHAPS, "") if hours is None else (YES, "") if hours else (NO, "hours")


def _lived(rule: Rule, item: Item, told: Told) -> tuple[Outcome, str]:
    """Hold lived experience against each shape; whose it is need not be told where all of them come to the same."""
    del told
    record = item.record
    whose = WHO if record.who in (None, "declined") else [record.who]
    found = {max(_shape(shape, record, who) for shape in rule["any"]) for who in whose}
    return (found.pop() if len(found) == 1 else PERHAPS), ""


def _shape(shape: Rule, record: Any, who: str) -> Outcome:  # noqa: ANN401 - a record of lived experience
    found = [among(who, shape["who"])]
    if shape.get("condition"):
        open_ = [*shape.get("imprecise", []), *shape.get("needs_human", [])]
        found.append(PERHAPS if record.condition in open_ else among(record.condition, shape["condition"]))
    if shape.get("relation"):
        relation = labelled(record.relation, shape["relation"])
        ruled_out = relation is PERHAPS and labelled(record.relation, shape.get("relation_not", [])) is YES
        found.append(NO if ruled_out else relation)
    asked = [name for name in ("primary_diagnosis", "received_services") if name in shape]
    found += [among(getattr(record, name), (flag(shape[name]),)) for name in asked]
    return min(found)


def _held(rule: Rule, item: Item, told: Told) -> tuple[Outcome, str]:
    record = item.record
    named = among(record.id and record.id.casefold(), (rule["credential"].casefold(),))
    answer = min(item.stands, named, _in_time(rule, record, told.as_of))
    return answer, ("" if answer is not NO else "id" if named is NO else "expires")


def _in_time(rule: Rule, record: Any, day: date) -> Outcome:  # noqa: ANN401 - a credential that was given
    issued, expires = record.issued, record.expires
    if isinstance(issued, Span) and issued.first > day:
        return NO
    if not isinstance(expires, Span):
        if expires is not None or not isinstance(issued, Span):
            return PERHAPS
        years = int(rule["valid_for"]["years"]) if "valid_for" in rule else None
        expires = Span(END, END) if years is None else Span(add_years(issued[0], years), add_years(issued[1], years))
    begun = not isinstance(issued, Span) or issued.last <= day
    if begun and day <= expires.first:
        return YES
    return NO if expires.last < day else PERHAPS


def _licensed(rule: Rule, item: Item, told: Told) -> tuple[Outcome, str]:
    record, day = item.record, told.as_of
    lasts = PERHAPS
    if isinstance(record.expires, Span):
        lasts = YES if day <= record.expires.first else NO if record.expires.last < day else PERHAPS
    return min(item.stands, among(record.id, rule["licenses"]), begun(record.issued, day), lasts), ""


def begun(since: object, day: date) -> Outcome:
    """Say whether something has begun on a day; what has no first day told has."""
    if not isinstance(since, Span):
        return YES if since is None else PERHAPS
    return YES if since.last <= day else NO if since.first > day else PERHAPS


def result(rule: Rule, record: Any) -> Outcome:  # noqa: ANN401 - a sitting
    """Say whether a sitting is a pass."""
    if "score_at_least" in rule and isinstance(record.score, Decimal):
        return YES if record.score >= Decimal(rule["score_at_least"]) else NO
    if record.result in (None, "pending", "declined"):
        return PERHAPS
    return YES if record.result == "passed" else NO


def _passed(rule: Rule, item: Item, told: Told) -> tuple[Outcome, str]:
    del told
    named = among(item.record.exam, (rule["exam"],))
    point = item.point if item.stands is NO and named is not NO else ""
    return min(named, result(rule, item.record), item.stands), point


def split_line(rule: Rule, item: Item, told: Told) -> Line:
    """Return which parts the hours of a position may go to."""
    answer, point = judge(rule, item, told)
    roles = {part["id"]: among(item.record.role, part["roles"]) for part in rule["parts"]}
    best = max(roles.values())
    if answer is not NO and best is NO:
        answer, point = NO, "role"
    hours = told.hours(item.record)
    certain = answer is YES and best is YES and hours is not None
    counts = "no" if answer is NO else "yes" if certain else "perhaps"
    parts = [
        name for name, role in roles.items() if answer is not NO and (role is YES or (role is PERHAPS and not certain))
    ]
    return {"record": item.address, "counts": counts, "point": point, "hours": text(hours), "parts": parts}


def window(rule: Rule, told: Told) -> list[str | None] | None:
    """Return the first and the last day of a rule's window, as receipts write them; None where it has none."""
    found = bounds(rule, told)
    return found and [None if one in (BEGINNING, END) else one.isoformat() for one in found]
