"""What each record of a list adds to one requirement, found by looking at the record alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from peercert.case import Case, Entry
from peercert.finding import Finding
from peercert.logic import Outcome
from peercert.receipt.amounts import amount, day
from peercert.requirements import Requirement

_COUNTS = {Outcome.MET: "yes", Outcome.UNKNOWN: "perhaps"}

Line = dict[str, Any]
Bounds = tuple[date, date] | None


def alone(case: Case, entry: Entry) -> Case:
    """Return a case in which a list holds one record only, and nothing beyond it."""
    key = entry.address.partition("[")[0]
    profile = case.profile.model_copy(update={key: (entry.record,)})
    candidate = replace(case.candidate, profile=profile, incomplete=case.candidate.incomplete - {key})
    return Case(
        candidate, case.rules, case.as_of,
        disputes=case.disputes, verified_only=case.verified_only, finished=case.finished,
    )  # fmt: skip


def summed(leaf: Requirement, case: Case, key: str, bounds: Bounds, *, dated: bool) -> Iterator[Line]:
    """Give what each record adds to a sum: for certain, and at most."""
    for entry in case.ledger(key).entries:
        found = leaf.evaluate(alone(case, entry))
        have = found.measure.have if found.measure else Decimal()
        up_to = found.measure.up_to if found.measure else None
        counts = "no" if found.aside else "yes" if have == up_to else "perhaps"
        line = {"record": entry.address, "counts": counts, "point": _point(found)}
        yield line | {"gives": amount(have), "up_to": amount(up_to)} | _days(entry, bounds, dated=dated)


def fitting(leaf: Requirement, case: Case, key: str, bounds: Bounds, *, dated: bool) -> Iterator[Line]:
    """Give for each record whether it alone is what is asked for."""
    for entry in case.ledger(key).entries:
        found = leaf.evaluate(alone(case, entry))
        counts = _COUNTS.get(found.outcome, "no")
        point = _point(found) if counts == "no" else ""
        yield {"record": entry.address, "counts": counts, "point": point} | _days(entry, bounds, dated=dated)


def _point(found: Finding) -> str:
    return found.aside[0].point if found.aside else ""


def _days(entry: Entry, bounds: Bounds, *, dated: bool) -> Line:
    """Return the first and the last day of a record, where they are compared and may be told."""
    if bounds is None or not dated:
        return {}
    return {"days": [day(entry.first.first), day(entry.last.last)]}
