"""What comes out of a requirement that looks at one fact, worked out from the rules and the profile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from peercert.dates import Span, age_on, whole_months
from peercert.logic import Outcome
from peercert.verify.conditions import among, at_least, judge, labelled
from peercert.verify.lines import begun, text
from peercert.verify.rulebook import Rule
from peercert.verify.told import NO, PERHAPS, YES, Told


class Counted(NamedTuple):
    """An amount against what is needed."""

    need: Decimal
    have: Decimal
    up_to: Decimal | None

    def written(self) -> dict[str, str | None]:
        """Return it as receipts write it."""
        return {"need": text(self.need), "have": text(self.have), "up_to": text(self.up_to)}


Found = tuple[Outcome, Counted | None]

_FACTS = {
    "age": ["birth_date"], "residence": ["residence"], "workplace": ["work"], "employment": ["employment"],
    "enrollment": ["enrollment"], "serves": ["serves"], "application": ["application_date"],
    "references": ["references"], "practicum_length": ["practicum"],
}  # fmt: skip

ALWAYS = {"not_asked": YES, "human": PERHAPS, "edition": PERHAPS}
"""Kinds that look at no fact, and what always comes out of them."""


def facts(rule: Rule) -> list[str]:
    """Return the keys of a profile that a kind looks at."""
    return [f"attestations.{rule['name']}"] if rule["kind"] == "attestation" else _FACTS.get(rule["kind"], [])


def fact(rule: Rule, told: Told) -> Found:
    """Return what comes out for a fact, with what is counted of it."""
    always = ALWAYS.get(rule["kind"])
    return _KINDS[rule["kind"]](rule, told) if always is None else (always, None)


def _age(rule: Rule, told: Told) -> Found:
    birth, need = told.fact("birth_date"), Decimal(rule["at_least"])
    if not isinstance(birth, Span):
        return PERHAPS, None
    youngest, oldest = (Decimal(max(age_on(day, told.as_of), 0)) for day in (birth.last, birth.first))
    outcome = YES if youngest >= need else NO if oldest < need else PERHAPS
    return outcome, Counted(need, youngest, oldest)


def _attestation(rule: Rule, told: Told) -> Found:
    stated = told.fact("attestations")
    value = None if stated is None else getattr(stated, rule["name"])
    if isinstance(value, Span):
        return begun(value, told.as_of), None
    return (PERHAPS if value in (None, "declined") else YES if value else NO), None


def _residence(rule: Rule, told: Told) -> Found:
    home = told.fact("residence")
    if home is None:
        return PERHAPS, None
    return min(among(home.state, (rule["state"],)), begun(home.since, told.as_of)), None


def _workplace(rule: Rule, told: Told) -> Found:
    work, need = told.fact("work"), Decimal(rule["share_at_least"])
    if work is None:
        return PERHAPS, None
    here = among(work.state, (rule["state"],))
    counted = Counted(need, work.share, work.share) if here is YES and isinstance(work.share, Decimal) else None
    return min(here, at_least(work.share, need)), counted


def _employment(rule: Rule, told: Told) -> Found:
    job = told.fact("employment")
    if job is None or job == "none":
        return (PERHAPS if job is None else NO), None
    found = [begun(job.since, told.as_of)]
    found += [labelled(job.setting, rule["settings"])] if rule.get("settings") else []
    found += [labelled(job.supervisor, rule["supervisors"])] if rule.get("supervisors") else []
    return min(found), None


def _enrollment(rule: Rule, told: Told) -> Found:
    school = told.fact("enrollment")
    if school is None:
        return PERHAPS, None
    kind = PERHAPS if school.in_ in rule.get("needs_human", []) else among(school.in_, rule["in"])
    until = school.until
    if not isinstance(until, Span):
        return min(kind, YES if until is None else PERHAPS), None
    still = YES if until.first >= told.as_of else NO if until.last < told.as_of else PERHAPS
    return min(kind, still), None


def _serves(rule: Rule, told: Told) -> Found:
    groups = told.fact("serves")
    if groups is None:
        return PERHAPS, None
    return (YES if set(groups) == set(rule["exactly"]) else NO), None


def _application(rule: Rule, told: Told) -> Found:
    first, last = rule.get("on_or_after"), rule.get("on_or_before")
    early = first is not None and told.application < date.fromisoformat(first)
    late = last is not None and told.application > date.fromisoformat(last)
    return (NO if early or late else YES), None


def _references(rule: Rule, told: Told) -> Found:
    count, need = Decimal(told.fact("references")), Decimal(rule["at_least"])
    return (YES if count >= need else NO), Counted(need, count, count)


def _practicum_length(rule: Rule, told: Told) -> Found:
    judged = [(item, judge(rule, item, told)[0]) for item in told.items("practicum")]
    sure = [item for item, answer in judged if answer is YES]
    perhaps = [item for item, answer in judged if answer is not NO]
    least = most = 0
    if sure:
        least = whole_months(min(one.first.last for one in sure), max(one.last.first for one in sure))
    if perhaps:
        most = whole_months(min(one.first.first for one in perhaps), max(one.last.last for one in perhaps))
    need, beyond = int(rule["months_at_least"]), told.beyond("practicum")
    outcome = YES if least >= need else NO if most < need and not beyond else PERHAPS
    untold = told.fact("practicum") is None
    return outcome, None if untold else Counted(Decimal(need), Decimal(least), Decimal(most))


_KINDS: dict[str, Callable[[Any, Told], Found]] = {
    "age": _age, "attestation": _attestation, "residence": _residence, "workplace": _workplace,
    "employment": _employment, "enrollment": _enrollment, "serves": _serves, "application": _application,
    "references": _references, "practicum_length": _practicum_length,
}  # fmt: skip
