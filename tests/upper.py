"""Shortcuts into the upper rooms: the built-in rules, rules of one's own, people, and what is decided about them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from peercert.candidate import Candidate, load_candidate
from peercert.case import Case
from peercert.catalog import Catalog, load_catalog
from peercert.catalog.nodes import build_requirement
from peercert.engine import Determination, determine
from peercert.logic import Disputes
from peercert.reading import read_bytes
from peercert.requirements import Requirement

TODAY = date(2026, 11, 22)
Written = dict[str, Any]  # Any: plain data as it stands in a file

SHARED: dict[str, Written] = {
    "catalog.yaml": {"version": "1", "title": "Rules for tests", "checked": "2026-11-22"},
    "sources.yaml": {
        "sources": {
            tier: {
                "title": f"The {tier}", "publisher": "A publisher", "date": "2020", "tier": tier,
                "url": "https://example.org", "read": "2026-11-22",
            }
            for tier in ("document", "issuer", "secondary")
        }
    },
    "words.yaml": {
        "programs": {"toy-course": {"title": "toy course"}},
        "exams": {"toy-exam": {"title": "toy exam", "unit": "percent", "lowest": 0, "highest": 100}},
    },
}  # fmt: skip
"""The files that every folder of rules has, as small as they can be."""


@cache
def built_in() -> Catalog:
    """Open the catalogue that peercert carries, once for all tests."""
    return load_catalog()


def person(profile: Mapping[str, Any], as_of: date = TODAY, catalog: Catalog | None = None) -> Candidate:
    """Read a profile as if it stood in `someone.json`."""
    document = read_bytes(json.dumps(profile).encode(), "someone.json", syntax="json")
    return load_candidate(document, (catalog or built_in()).words, as_of)


def case(
    profile: Mapping[str, Any], as_of: date = TODAY, *, catalog: Catalog | None = None,
    disputes: Disputes = "undetermined", verified_only: bool = False,
) -> Case:  # fmt: skip
    """Put a person on a day."""
    rules = catalog or built_in()
    return Case(person(profile, as_of, rules), rules, as_of, disputes=disputes, verified_only=verified_only)


def decide(
    credential: str, profile: Mapping[str, Any], as_of: date = TODAY, *, catalog: Catalog | None = None,
    disputes: Disputes = "undetermined", verified_only: bool = False,
) -> Determination:  # fmt: skip
    """Decide one credential for one person."""
    rules = catalog or built_in()
    asked = case(profile, as_of, catalog=rules, disputes=disputes, verified_only=verified_only)
    return determine(rules, rules.credential(credential), asked)


def leaf(id_: str, kind: str, tier: str = "document", **asks: object) -> Written:
    """Write a requirement as a rules file has it."""
    return {"id": id_, "kind": kind, "title": f"Title of {id_}", "sources": [{"id": tier, "at": "page 1"}], **asks}


def group(id_: str, kind: str, *of: Written, **asks: object) -> Written:
    """Write a requirement that holds others."""
    return {"id": id_, "kind": kind, "title": f"Title of {id_}", "of": list(of), **asks}


def requirement(raw: Written) -> Requirement:
    """Build a requirement that must be right."""
    value = read_bytes(json.dumps(raw).encode(), "rules.json", syntax="json").value
    built, faults = build_requirement(value, ())
    assert built is not None, faults
    return built


def edition(*requires: Written, **more: object) -> Written:
    """Write an edition with one way for each requirement: `way-1`, `way-2` and so on."""
    ways = [{"id": f"way-{n}", "title": f"Way {n}", "requires": one} for n, one in enumerate(requires, 1)]
    return {"id": "edition-1", "pathways": ways, **more}


def credential(id_: str, *editions: Written, **more: object) -> Written:
    """Write a credential as its rules file has it."""
    issuer = {"name": "Board of Toys", "short": "BOT"}
    about = {"jurisdiction": "US-XX", "region": "Toyland", "issuer": issuer, "about": "For tests."}
    return {"id": id_, "title": f"Title of {id_}", **about, "editions": list(editions), **more}


def rules_folder(folder: Path, *credentials: Written, **shared: Written) -> Path:
    """Write a folder of rules; a shared file is changed by its name without the ending."""
    for name, content in SHARED.items():
        (folder / name).write_text(json.dumps({**content, **shared.get(name.removesuffix(".yaml"), {})}))
    (folder / "us").mkdir(exist_ok=True)
    for one in credentials:
        (folder / "us" / f"{one['id'].lower()}.yaml").write_text(json.dumps(one))
    return folder


def own_rules(folder: Path, *requires: Written) -> Catalog:
    """Open rules of one credential, TOY, with one way for each requirement."""
    return load_catalog(rules_folder(folder, credential("TOY", edition(*requires))))
