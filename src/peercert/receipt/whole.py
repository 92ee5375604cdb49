"""A receipt as a file: under what it was made, and for each person each answer with its proof."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from peercert.case import Case
from peercert.catalog import Catalog
from peercert.digests import profile_sha256, program_sha256, seal
from peercert.engine import Determination, Verdict
from peercert.receipt.proof import proof
from peercert.report import Header
from peercert.session import Checked

FORMAT = "peercert.receipt/1"
"""The name and version of the receipt's shape."""


def head(header: Header) -> dict[str, Any]:
    """Return what comes before the people."""
    return {
        "format": FORMAT,
        "program": {"version": header.version, "sha256": program_sha256()},
        "catalog": {"version": header.catalog_version, "sha256": header.catalog_sha256},
        "as_of": header.as_of.isoformat(),
        "disputes": header.disputes,
        "verified_only": header.verified_only,
        "redacted": header.redacted,
    }


def opening(header: Header) -> str:
    """Write what comes before the people."""
    return json.dumps(head(header), indent=1)[:-2] + ',\n "people": ['


def entry(catalog: Catalog, header: Header, checked: Checked) -> str:
    """Write one person's part.

    Args:
        catalog: The rules.
        header: Under what the check was made.
        checked: The person with every determination.
    """
    value = None if checked.document is None else checked.document.value
    person = {
        "candidate": checked.candidate.profile.id,
        "profile_sha256": None if value is None else profile_sha256(value),
        "credentials": [one.credential.id for one in checked.determinations],
        "determinations": [_determination(catalog, header, one) for one in checked.determinations],
    }
    return json.dumps(person, indent=1)


def closing(header: Header, people: list[str]) -> str:
    """Write what comes after the people.

    Args:
        header: Under what the check was made.
        people: The digest of each person's part.
    """
    return f'\n ],\n "count": {len(people)},\n "seal": "{seal(head(header), people)}"\n}}\n'


def _determination(catalog: Catalog, header: Header, one: Determination) -> dict[str, Any]:
    day, dated = one.eligible_from, not header.redacted
    then = None
    if one.verdict is Verdict.NOT_YET and day is not None:
        later = one.case.on(day)
        then = {
            "as_of": day.isoformat(),
            "edition": _edition(one, later.as_of),
            "ways": _ways(catalog, one, later, dated=dated),
        }
    return {
        "credential": one.credential.id,
        "edition": one.edition,
        "verdict": one.verdict.value,
        "ways": _ways(catalog, one, one.case, dated=dated),
        "then": then,
    }


def _edition(one: Determination, day: date) -> str | None:
    edition = one.credential.edition_on(day)
    return edition.id if edition else None


def _ways(catalog: Catalog, one: Determination, case: Case, *, dated: bool) -> list[dict[str, Any]]:
    return [
        proof(root, root.evaluate(case), case, dated=dated) for root in catalog.roots(one.credential.id, case.as_of)
    ]
