"""The JSON report as a whole, and how its texts and numbers are written."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from peercert.render.json_reports import Json
from peercert.render.json_text import text
from peercert.render.json_v1 import number
from peercert.render.style import Style
from peercert.session import Checked
from upper import Written, decide, person

from .drawing import PROBLEM, READY, header, jordan, rules, summary


def whole(*determinations: Any, invalid: int = 0) -> Any:
    """Write a whole report and read it back."""
    report = Json(rules(), header(), Style())
    candidate = person({"id": "jordan"})
    written = report.begin()
    if determinations:
        written += report.add(report.candidate(Checked(candidate, "jordan", determinations, survey=False)))
    for _ in range(invalid):
        written += report.refused((PROBLEM,))
    return json.loads(written + "".join(report.end(summary(*determinations, invalid=invalid))))


def test_a_whole_report_has_head_and_counts() -> None:
    """Contract section 5: format, version, day, options, catalogue, problems, counts that add up."""
    report = whole(jordan(), decide("CPSRP", READY), invalid=1)

    assert list(report) == [
        "format",
        "version",
        "as_of",
        "disputes",
        "verified_only",
        "catalog",
        "determinations",
        "problems",
        "summary",
    ]
    assert (report["format"], report["version"], report["as_of"]) == ("peercert.check/1", "0.1.0", "2026-11-22")
    assert (report["disputes"], report["verified_only"]) == ("undetermined", False)
    assert report["catalog"] == {"version": "2026.11", "sha256": "abc"}
    assert report["problems"] == [
        {
            "source": "bad.yaml",
            "line": 6,
            "column": 15,
            "code": "unknown-key",
            "message": "Unknown key.",
            "hint": "Did you mean it?",
        }
    ]
    assert report["summary"] == {
        "candidates": 1,
        "determinations": 2,
        "eligible": 1,
        "not_yet": 0,
        "not_eligible": 1,
        "undetermined": 0,
        "invalid": 1,
    }


def test_a_report_of_nothing_is_json_too() -> None:
    """Every candidate may have been unreadable."""
    assert whole()["determinations"] == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("74.9"), "74.9"),
        (Decimal("0.1"), "0.1"),
        (Decimal("75.00"), "75"),
        (Decimal(0), "0"),
        (Decimal("1E+3"), "1000"),
        (Decimal(250), "250"),
        (Decimal("0.000001"), "0.000001"),
        (None, "null"),
    ],
)
def test_a_number_is_written_exactly_and_without_an_exponent(value: Decimal | None, expected: str) -> None:
    """Never rounded, never in scientific form, no needless zeros."""
    assert number(value) == expected


@pytest.mark.parametrize("value", ["Zoë 李", 'quote " and \\', "tab\tline\n", "", None, {"a": [1, "é"]}])
def test_text_comes_back_as_it_was_and_stays_on_one_line(value: Written | str | None) -> None:
    """Whatever stands in a name, one value is one line."""
    said = text(value)

    assert json.loads(said) == value
    assert len(said.splitlines()) == 1


def test_a_number_that_is_none_is_refused() -> None:
    """NaN is not JSON."""
    with pytest.raises(ValueError, match="not JSON compliant"):
        text(float("nan"))
