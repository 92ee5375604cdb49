"""Whole runs for formats that machines read: profiles with a file behind them, problems, and texts that mean harm."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

from peercert.errors import Problem
from peercert.inputs import Given
from peercert.reading import Document, read_bytes
from peercert.render.reports import report_in
from peercert.render.style import Style
from peercert.report import Header, Summary
from peercert.session import Checked, Options, decide, open_profile
from upper import TODAY, built_in

from .drawing import JORDAN, header

DATA = Path(__file__).parents[1] / "data"

HOSTILE = (
    "\x1b[2J", "\x9b31m", "<![CDATA[", "]]>", "\x00", "\ud800", "\n::error::gotcha", "##[error]gotcha", "%0A::error::",
    "\r\nnot ok 99", "\u2028", "\u202e", "\ufffe", "]]></failure>", '"><script>', "# TODO", "\\", "[x](https://a.b)",
)  # fmt: skip
"""Texts that would act in one report or another, if they were written as they are."""

CANARY = "QZXCANARY"

PLANTED: dict[str, Any] = {
    **JORDAN,
    "id": "p-1",
    "name": CANARY,
    "birth_date": "1971-03-09",
    "education": [{"level": "bachelor", "field": CANARY, "completed": "1993-06-17"}],
    "lived_experience": [{"who": "family_member", "condition": "co_occurring", "relation": "sibling"}],
    "training": [{"id": CANARY, "title": CANARY, "provider": CANARY, "completed": "2019-07-13", "evidence": CANARY}],
    "experience": [
        {"id": f"{CANARY}-1", "title": CANARY, "employer": CANARY, "setting": CANARY, "start": "2019-01-19", "hours": 3}
    ],
    "exams": [{"exam": "ms-cpss", "date": "2026-10-17", "score": 71, "verified_by": CANARY}],
    "employment": {"setting": CANARY, "supervisor": CANARY, "since": "2018-09-23"},
}
"""A profile with a word, and days, that no redacted report may hold."""

PRIVATE = (CANARY, "1971", "1993", "2019", "2018-09", "2026-10-17", "co_occurring", "sibling", "family_member")
"""What is planted in it."""


def read(text: str, source: str = "jordan.yaml", *, first_line: int = 1) -> Document:
    """Read a profile's text."""
    return read_bytes(
        text.encode(), source, syntax="yaml" if source.endswith("yaml") else "json", first_line=first_line
    )


def checked(
    profile: str | dict[str, Any], source: str = "jordan.json", *, options: Options | None = None,
    label: str | None = None, first_line: int = 1,
) -> Checked:  # fmt: skip
    """Check a profile as the command line does: from a file, its place in it known."""
    text = profile if isinstance(profile, str) else json.dumps(profile, indent=1)
    given = Given(source, label, partial(read, text, source, first_line=first_line))
    asked = options or Options(TODAY)
    (checked,) = decide(built_in(), [open_profile(built_in(), given, 1, asked)], asked)
    return checked


def named(one: Checked, text: str) -> Checked:
    """Call a candidate, and the file, by a text."""
    candidate = one.candidate
    return one._replace(label=text, candidate=type(candidate)(text, f"{text}.json", candidate.profile))


def run(format_: str, *given: Checked | Problem, said: Header | None = None, style: Style | None = None) -> str:
    """Draw a whole run."""
    report, summary = report_in(format_)(built_in(), said or header(), style or Style()), Summary()
    text = report.begin()
    for one in given:
        if isinstance(one, Problem):
            summary.invalid += 1
            text += report.refused((one,))
        else:
            summary.add([found.verdict for found in one.determinations], [], survey=one.survey)
            text += report.add(report.candidate(one))
    return text + "".join(report.end(summary))
