"""Builds cases and requirements the way files do: through the reader, the real loaders and the built-in words."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from typing import Any

from peercert.candidate import Candidate, load_candidate
from peercert.case import Case
from peercert.catalog import Catalog, load_catalog
from peercert.catalog.nodes import build_requirement
from peercert.finding import Finding
from peercert.logic import Disputes, Outcome, Why
from peercert.reading import read_text
from peercert.requirements import Requirement
from peercert.requirements.wording import Because, Speech

TODAY = date(2026, 11, 22)
"""The day decided on, where a test names no other."""

MET, UNMET, UNKNOWN = (Outcome.MET, None), (Outcome.UNMET, None), Outcome.UNKNOWN
"""What came out, as `outcome` gives it; UNKNOWN stands with a reason beside it."""

Raw = dict[str, Any]
"""Plain data, as it stands in a file; its numbers and days are text until a field reads them."""


@cache
def catalog() -> Catalog:
    """Return the built-in catalogue."""
    return load_catalog()


def speech() -> Speech:
    """Return the built-in words, and a board to ask."""
    return Speech(catalog().words, "the Board")


def candidate(profile: Raw, as_of: date = TODAY) -> Candidate:
    """Load a profile as if it stood in a file named jordan.json."""
    document = read_text(json.dumps(profile), "jordan.json", syntax="json")
    return load_candidate(document, catalog().words, as_of)


def case(
    profile: Raw, as_of: date = TODAY, *,
    disputes: Disputes = "undetermined", verified_only: bool = False, finished: bool = False,
) -> Case:  # fmt: skip
    """Return the case of a profile on a day."""
    return Case(
        candidate(profile, as_of), catalog(), as_of,
        disputes=disputes, verified_only=verified_only, finished=finished,
    )  # fmt: skip


def requirement(raw: Raw) -> Requirement:
    """Build a requirement as if it stood in a rules file; id, title and source are filled in where left out."""
    filled = {"id": "x", "title": "X", "sources": [{"id": "s", "at": "page 1"}], **raw}
    built, faults = build_requirement(read_text(json.dumps(filled), "x.json", syntax="json").value, ())
    assert not faults, faults
    assert built is not None
    return built


def faults(raw: Raw) -> list[tuple[str, str]]:
    """Return what is wrong with a requirement, as code and message."""
    filled = {"id": "x", "title": "X", "sources": [{"id": "s", "at": "page 1"}], **raw}
    _, found = build_requirement(read_text(json.dumps(filled), "x.json", syntax="json").value, ())
    return [(fault.code, fault.message) for fault in found]


def find(raw: Raw, profile: Raw, as_of: date = TODAY, **options: Any) -> Finding:
    """Evaluate a requirement for a profile on a day, with the options of `case`; check what holds of every finding."""
    asked = requirement(raw)
    found = asked.evaluate(case(profile, as_of, **options))
    assert found.id == asked.id
    assert isinstance(found.why, Why) == (found.outcome is UNKNOWN)
    assert all(isinstance(told, tuple) for told in found[4:])
    places = [*found.evidence, *(aside.address for aside in (*found.open, *found.aside))]
    assert all(_told(profile, place) is not None for place in places)
    return found


def _told(profile: Any, place: str) -> Any:
    """Return what a profile tells at an address, such as ``experience[0]``; fail where it tells nothing there."""
    for part in re.findall(r"\w+", place):
        records = profile.get("records", profile) if isinstance(profile, dict) else profile
        profile = records[int(part)] if part.isdigit() else profile[part]
    return profile


def outcome(raw: Raw, profile: Raw, as_of: date = TODAY, **options: Any) -> tuple[Outcome, Why | None]:
    """Return what comes out of a requirement, and why where it is unknown."""
    found = find(raw, profile, as_of, **options)
    return found.outcome, found.why


def because(raw: Raw, profile: Raw, as_of: date = TODAY, **options: Any) -> Because:
    """Return what comes out of a requirement in words."""
    return requirement(raw).explain(find(raw, profile, as_of, **options), speech())


def described(raw: Raw) -> str:
    """Return what a requirement asks, in words."""
    return requirement(raw).describe(speech())


def turning(raw: Raw, profile: Raw, as_of: date = TODAY) -> list[date]:
    """Return the later days on which a requirement may be met by waiting, in order."""
    return sorted({day for day in requirement(raw).turning_days(case(profile, as_of)) if day > as_of})
