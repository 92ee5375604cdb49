"""Whole runs of checks, drawn in any format."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from peercert.catalog import Catalog, load_catalog
from peercert.errors import Problem
from peercert.render.reports import report_in
from peercert.render.style import Style
from peercert.report import Header, Summary
from peercert.session import Checked, Options, check
from upper import TODAY, Written, built_in, credential, edition, leaf, person, rules_folder

from .drawing import header
from .hostile import CANARY


def checked(profile: Written, catalog: Catalog | None = None) -> Checked:
    """Check a profile for what it seeks."""
    rules = catalog or built_in()
    return check(rules, person(profile, catalog=rules), Options(TODAY))


def run(
    format_: str, *given: Checked | Problem, said: Header | None = None, style: Style | None = None,
    catalog: Catalog | None = None,
) -> str:  # fmt: skip
    """Draw a whole run: people, and profiles that cannot be used, in their order."""
    report, summary = report_in(format_)(catalog or built_in(), said or header(), style or Style()), Summary()
    text = report.begin()
    for one in given:
        if isinstance(one, Problem):
            summary.invalid += 1
            text += report.refused((one,))
        else:
            summary.add([found.verdict for found in one.determinations], [], survey=False)
            text += report.add(report.candidate(one))
    return text + "".join(report.end(summary))


def titled(folder: Path, title: str) -> Catalog:
    """Open rules whose every text is the one given."""
    asked = leaf("toy.references", "references", at_least=2, remedy=title) | {"title": title}
    toy = credential("TOY", edition(asked), title=title)
    return load_catalog(rules_folder(folder, toy, sources=_sources(title)))


def _sources(title: str) -> Written:
    source = {"title": title, "publisher": title, "date": "2020", "tier": "secondary", "read": "2026-11-22"}
    return {"sources": {"document": source | {"url": "https://example.org"}}}


def called(text: str, catalog: Catalog | None = None, seeking: str = "CPSRP") -> Checked:
    """Check a person whose name, id and file are a text."""
    one = checked({"seeking": [seeking], "references": 1}, catalog)
    profile = one.candidate.profile.model_copy(update={"name": text})
    return one._replace(label=text, candidate=replace(one.candidate, id=text, source=text, profile=profile))


def wrong(text: str) -> Problem:
    """Return a problem whose every text is the one given."""
    return Problem(text, 3, 1, "odd", text, text)


CANARIES: Written = {
    "name": CANARY,
    "seeking": ["CPSS", "CRSS", "CPS-I", "CPSRP"],
    "birth_date": "1961-02-03",
    "residence": {"state": "MS", "since": "1961-02-04"},
    "education": [{"level": "bachelor", "field": CANARY, "completed": "1983-02-05", "evidence": CANARY}],
    "lived_experience": [{"who": "family_member", "condition": "substance_use", "relation": "spouse"}],
    "attestations": {"disclosure": "1999-02-06"},
    "exams": [{"id": CANARY, "exam": "ms-cpss", "date": "1999-02-07", "score": 74.9, "verified_by": CANARY}],
    "training": [
        {"id": CANARY, "title": CANARY, "provider": CANARY, "completed": "1999-02-08", "evidence": CANARY},
        {"id": f"{CANARY} 2", "program": "ms-cpss", "status": "planned", "verified_by": CANARY},
    ],
    "experience": [
        {"id": CANARY, "title": CANARY, "employer": CANARY, "setting": CANARY, "start": "1999-02-09", "hours": 90},
        {"id": f"{CANARY} 2", "role": "support", "population": ["adults"], "start": "2026-12-01", "hours": 200},
    ],
    "supervision": [{"id": CANARY, "hours": 3, "start": "1999-02-10", "evidence": CANARY}],
    "employment": {"setting": CANARY, "supervisor": CANARY, "since": "1999-02-11"},
    "references": 1,
}  # fmt: skip
"""A profile with the canary, or a day of the last century, wherever one may stand."""


def canaries_in(text: str) -> list[str]:
    """Return what a report tells of the canary's profile that it must not."""
    plain = json.dumps(text)
    told = [*CANARY.split(), "1961", "1983", "1999", "family_member", "substance_use", "spouse"]
    return [word for word in told if word in plain]
