"""Telling more, and telling less: profiles with one piece of evidence added, and profiles with facts hidden."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from upper import Written

Path = tuple[str | int, ...]
Change = tuple[str, Path]

LEDGERS = (
    "education",
    "lived_experience",
    "training",
    "experience",
    "supervision",
    "practicum",
    "exams",
    "credentials",
)
HIDDEN = {
    "birth_date", "residence", "work", "enrollment", "serves", "references", "employment", "attestations", *LEDGERS,
}  # fmt: skip
"""Keys of a profile that may be left out or declined."""

FIELDS = {
    "residence": {"state"},
    "work": {"state", "share"},
    "enrollment": {"in"},
    "employment": {"setting", "supervisor"},
    "attestations": {"disclosure", "code_of_ethics", "literacy", "leadership"},
    "education": {"level", "field", "years"},
    "lived_experience": {"who", "condition", "primary_diagnosis", "received_services", "relation"},
    "training": {"program", "components"},
    "experience": {"kind", "role", "population", "supervised", "share", "hours"},
    "supervision": {"hours"},
    "practicum": {"program", "supervised", "hours"},
    "exams": {"score", "result"},
}
"""Fields inside that may be left out; not those whose absence says something, such as `end` or `status`."""

LISTS = {"population", "components"}
"""Fields that hold more than a word, so they can be left out but not declined."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def examples(count: int, *, kept: bool = True) -> settings:
    """Return how many examples a law is tried on; a slow machine is no failure."""
    told: dict[str, Any] = {} if kept else {"database": None}
    return settings(deadline=None, max_examples=count, suppress_health_check=[HealthCheck.too_slow], **told)


def evidence(as_of: date) -> list[tuple[str, Written]]:
    """Return records that may only help: each with the ledger it goes to."""
    past, year_ago = (as_of - timedelta(days=30)).isoformat(), (as_of - timedelta(days=365)).isoformat()
    stretch = {"start": year_ago, "end": past}
    passes = {"midterm": "passed", "oral_role_play": "passed", "final": "passed", "pre_training": "completed"}
    people = {"population": ["adults", "mental_illness"], "kind": "paid", "supervised": True, "share": 1}
    own = {"who": "self", "condition": "mental_illness", "primary_diagnosis": True, "received_services": True}
    return [
        ("education", {"level": "ged", "completed": year_ago}),
        ("education", {"level": "master", "field": "psychology", "years": 2, "completed": past}),
        ("lived_experience", own),
        ("lived_experience", {**own, "who": "family_member", "relation": "parent"}),
        ("training", {"program": "mn-cps", "completed": past, "hours": 76, "components": passes}),
        ("training", {"program": "ms-cpss", "completed": year_ago, "hours": 32}),
        ("training", {"program": "ct-cpsrp", "completed": past, "topics": {"ethics": 1}}),
        ("training", {"program": "il-icb-accredited", "completed": past, "topics": {"youth": 5, "core_functions": 49}}),
        ("training", {"program": "none", "completed": past, "hours": 10}),
        ("experience", {"role": "peer", "hours": 1, **people, **stretch}),
        ("experience", {"role": "support", "hours": 250, **people, **stretch}),
        ("experience", {"role": "mental_health_services", "hours": 2000, **people, **stretch}),
        ("supervision", {"hours": 1, **stretch}),
        ("practicum", {"program": "il-icb-accredited", "supervised": True, "hours": 1, **stretch}),
        ("exams", {"exam": "il-crss", "date": past, "score": 68}),
        ("exams", {"exam": "ms-cpss", "date": past, "score": 100}),
        ("exams", {"exam": "mn-cps", "date": past, "result": "passed"}),
        ("credentials", {"id": "CPS-I", "issued": year_ago, "expires": as_of.isoformat()}),
    ]


@st.composite
def more_evidence(draw: st.DrawFn, profile: Written, as_of: date) -> Written:
    """Draw the same profile with a record, an hour, a reference or an attestation more."""
    richer = copy.deepcopy(profile)
    kinds = ["record", "record", "hour", "reference", "attestation"]
    kind = draw(st.sampled_from(kinds))
    if kind == "record":
        ledger, record = draw(st.sampled_from(evidence(as_of)))
        _add(richer, ledger, record)
    elif kind == "hour":
        _hour(draw, richer)
    elif kind == "reference" and isinstance(richer.get("references"), int):
        richer["references"] += 1
    elif kind == "attestation" and richer.get("attestations") != "declined":
        name = draw(st.sampled_from(sorted(FIELDS["attestations"])))
        richer["attestations"] = {**richer.get("attestations", {}), name: True}
    return richer


def _add(profile: Written, ledger: str, record: Written) -> None:
    told = profile.get(ledger, {"records": [], "complete": False})
    if isinstance(told, dict):
        profile[ledger] = {**told, "records": [*told["records"], record]}
    elif isinstance(told, list):
        profile[ledger] = [*told, record]


def _records(told: Any) -> list[Written]:  # Any: a ledger as it is written
    found = told.get("records", []) if isinstance(told, dict) else told
    return found if isinstance(found, list) else []


def _hour(draw: st.DrawFn, profile: Written) -> None:
    """Add an hour to a record; to one of its topics too, where it names any."""
    ledger = draw(st.sampled_from(["training", "experience", "supervision", "practicum"]))
    told = [one for one in _records(profile.get(ledger, [])) if "credits" not in one and {"hours", "topics"} & set(one)]
    if not told:
        return
    record = draw(st.sampled_from(told))
    if "hours" in record:
        record["hours"] = _plus_one(record["hours"])
    if record.get("topics"):
        topic = draw(st.sampled_from(sorted(record["topics"])))
        record["topics"][topic] = _plus_one(record["topics"][topic])


def _plus_one(hours: Any) -> float:  # Any: a number as it is written
    return float(Decimal(str(hours)) + 1)


@st.composite
def hidden(draw: st.DrawFn, profile: Written) -> Written:
    """Draw the same profile with one to four facts left out, declined, or told less exactly."""
    less = copy.deepcopy(profile)
    for _ in range(draw(st.integers(1, 4))):
        ways = list(_ways(less))
        if ways:
            _hide(less, *draw(st.sampled_from(ways)))
    return less


def _ways(profile: Written) -> Iterator[Change]:
    """Give the ways to tell less than a profile tells."""
    for key, value in profile.items():
        if key in HIDDEN:
            yield from (("drop", (key,)), ("decline", (key,)))
        if key in LEDGERS and isinstance(value, list):
            for index, record in enumerate(value):
                yield "lose", (key, index)
                yield from _fields(FIELDS.get(key, set()), (key, index), record)
        elif isinstance(value, dict) and "records" not in value:
            yield from _fields(FIELDS.get(key, set()), (key,), value)
        elif key == "birth_date" and _DAY.fullmatch(str(value)):
            yield "coarsen", (key,)


def _fields(known: set[str], path: Path, record: Written) -> Iterator[Change]:
    for name, value in record.items():
        if name in known and not ({"score", "result"} <= set(record) and name in ("score", "result")):
            yield "drop", (*path, name)
            if name not in LISTS:
                yield "decline", (*path, name)
        if isinstance(value, str) and _DAY.fullmatch(value):
            yield "coarsen", (*path, name)


def _hide(profile: Written, way: str, path: Path) -> None:
    holder: Any = profile
    for part in path[:-1]:
        holder = holder[part]
    last = path[-1]
    if way == "drop":
        del holder[last]
    elif way == "decline":
        holder[last] = "declined"
    elif way == "coarsen":
        holder[last] = holder[last][:7]
    else:
        key = str(path[0])
        profile[key] = {"records": [one for n, one in enumerate(holder) if n != last], "complete": False}
