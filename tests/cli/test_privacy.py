"""With CI set, nothing of a person is in any format, any problem, or any other word that the program says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from peercert.render.reports import FORMATS
from program import Ended, inside

from .profiles import DAY

CANARY = "kanarienvogel"
"""A word that stands nowhere else; written wherever a profile takes text."""

BORN = "1983-02-17"
SIGNED = "2026-03-05"


def canary(field: str) -> str:
    """Return the word, marked with the field that it stands in."""
    return f"{CANARY}-{field}"


PROFILE: dict[str, Any] = {
    "name": canary("name"),
    "seeking": ["CRSS", "CPRS", "CPSS", "CPS-I", "CPS-II", "CPSRP", "CPSRP-P"],
    "application_date": "2026-11-20",
    "birth_date": BORN,
    "residence": {"state": "MS", "since": "2019-05-01"},
    "work": {"state": "IL", "share": 0.4},
    "education": [{"level": "bachelor", "field": canary("field"), "completed": "2004-05-10",
                   "evidence": canary("evidence"), "verified_by": canary("checker")}],
    "lived_experience": [
        {"who": "self", "condition": "co_occurring", "primary_diagnosis": True, "received_services": False}
    ],
    "attestations": {"disclosure": SIGNED, "code_of_ethics": "2026-12-24", "literacy": False, "leadership": "declined"},
    "training": [
        {"id": canary("t"), "title": canary("title"), "provider": canary("provider"), "program": "ms-cpss", "hours": 34,
         "completed": "2026-05-01", "evidence": canary("evidence"), "verified_by": canary("checker")},
        {"id": canary("t2"), "title": canary("title"), "topics": {"ethics": 3}, "completed": "2027-05-01"},
    ],
    "experience": [
        {"id": canary("x"), "role": "peer", "setting": canary("setting"), "hours": 120, "start": "2024-01-08",
         "end": "2025-06-30", "evidence": canary("evidence")},
        {"id": canary("x2"), "role": "peer", "hours": 20, "start": "2026-12-08"},
    ],
    "supervision": [{"id": canary("s"), "hours": 12, "evidence": canary("evidence")}],
    "practicum": [{"id": canary("p"), "hours": 12, "evidence": canary("evidence"), "start": "2026-01-12"}],
    "exams": [
        {"exam": "ms-cpss", "date": "2026-10-09", "score": 74.9, "evidence": canary("evidence")},
        {"exam": "mn-cps", "date": "2026-10-08", "result": "failed"},
    ],
    "references": [{"from": canary("from"), "date": "2026-10-07"}],
    "employment": {"setting": canary("place"), "supervisor": canary("chief"), "since": "2026-02-01"},
    "licenses": [{"id": canary("licence"), "expires": "2027-03-31"}],
    "continuing_education": [{"area": canary("area"), "hours": 2, "date": "2026-03-01", "event": canary("event")}],
}  # fmt: skip
"""Something of everything, most of it not enough for any credential."""

DAYS = (BORN, SIGNED, "2026-12-24", "2019-05-01", "2004-05-10", "2026-05-01", "2027-05-01", "2024-01-08", "2025-06-30",
        "2026-12-08", "2026-01-12", "2026-10-09", "2026-10-08", "2026-10-07", "2026-02-01", "2027-03-31", "2026-03-01",
        "2026-11-20")  # fmt: skip
"""Every day of the profile."""

BAD: dict[str, Any] = {
    **PROFILE,
    "id": "bad",
    canary("key"): 1,
    "birth_date": canary("date"),
    "references": canary("count"),
    "education": [{"level": canary("level"), canary("inner"): 2}],
    "training": [{"program": canary("program"), "hours": canary("hours")}],
}
"""The same, with text where none belongs."""


def ran(folder: Path, format_: str, *more: str, **surrounding: str) -> Ended:
    """Check the person and the bad profile, with every word that the program can say."""
    (folder / "one.json").write_text(json.dumps({"id": "p-1", **PROFILE}), encoding="utf-8")
    (folder / "two.json").write_text(json.dumps(BAD), encoding="utf-8")
    return inside("check", "one.json", "two.json", *DAY, "-v", "-f", format_, *more, folder=folder, **surrounding)


@pytest.mark.parametrize("format_", FORMATS)
def test_in_ci_nothing_of_a_person_is_written(tmp_path: Path, format_: str) -> None:
    """No name, no free text, no day of the person: not in the report, and not in a problem."""
    ended = ran(tmp_path, format_, CI="true")

    assert ended.code == 4
    assert "p-1" in ended.out
    assert CANARY not in ended.out + ended.err
    assert [day for day in DAYS if day in ended.out + ended.err] == []


@pytest.mark.parametrize("format_", FORMATS)
def test_redact_does_the_same_anywhere(tmp_path: Path, format_: str) -> None:
    """To the byte."""
    assert ran(tmp_path, format_, "--redact") == ran(tmp_path, format_, CI="true")


def test_outside_ci_the_canary_sings(tmp_path: Path) -> None:
    """So the tests above could fail: without redaction the report does tell."""
    ended = ran(tmp_path, "text")

    assert f"For: {canary('name')} (p-1)" in ended.out
    assert canary("t2") in ended.out
    assert "2026-10-09" in ended.out
    assert f'Unknown key "{canary("key")}"' in ended.err


@pytest.mark.parametrize("format_", FORMATS)
def test_nothing_but_text_and_html_ever_says_a_name(tmp_path: Path, format_: str) -> None:
    """Formats for machines carry the id."""
    told = canary("name") in ran(tmp_path, format_).out

    assert told == (format_ in {"text", "html"})
