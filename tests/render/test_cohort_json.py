"""A cohort as JSON."""

from __future__ import annotations

import json
from typing import Any

from upper import built_in

from .cohorts import drawn


def found(**more: Any) -> Any:  # Any: plain data
    """Read a report back."""
    return json.loads(drawn("json", **more))


def test_the_object_says_what_it_is_and_under_what_it_was_made() -> None:
    """Format, version, day, options, catalogue; and the counts."""
    report = found(problem=True)
    described = {key: value for key, value in report.items() if key not in ("credentials", "problems")}

    assert described == {
        "format": "peercert.cohort/1", "version": "0.1.0", "as_of": "2026-11-22", "disputes": "undetermined",
        "verified_only": False, "catalog": {"version": "2026.11", "sha256": "abc"}, "against": None, "min_cell": None,
        "summary": {"candidates": 6, "invalid": 1},
    }  # fmt: skip
    assert report["problems"] == [
        {"source": "=bad.yaml", "line": 6, "column": 15, "code": "unknown-key", "message": "Unknown key.",
         "hint": "Did you mean it?"}
    ]  # fmt: skip


def test_a_credential_has_its_lists_and_counts() -> None:
    """Written out for CPSRP."""
    one = found()["credentials"][0]
    matrices = one.pop("matrices")

    assert one == {
        "credential": "CPSRP", "title": "Certified Peer Support & Recovery Professional", "jurisdiction": "US-CT",
        "people": 4, "verdicts": {"eligible": 1, "undetermined": 1, "not_yet": 0, "not_eligible": 2},
        "eligible": ["ana"], "undetermined": ["di"], "not_yet": [],
        "nearest": [
            {"candidate": "bo", "hours_to_go": 0.5, "blocking": ["ct.cpsrp.std.training"], "no_step": [],
             "not_known": 0},
            {"candidate": "cy", "hours_to_go": 20, "blocking": ["ct.cpsrp.std.exam", "ct.cpsrp.std.experience"],
             "no_step": [], "not_known": 0},
        ],
        "blocking": [
            {"requirement": "ct.cpsrp.std.training", "title": "80 hours of CPSRP training", "people": 1, "alone": 1},
            {"requirement": "ct.cpsrp.std.exam", "title": "CPSRP exam, passed", "people": 1, "alone": 0},
            {"requirement": "ct.cpsrp.std.experience", "title": "300 supervised hours as a peer", "people": 1,
             "alone": 0},
        ],
        "would_settle": [{"how": "reading", "about": ["ct.cpsrp.std.experience"], "people": 1, "alone": 1}],
        "flips": None,
    }  # fmt: skip
    assert matrices[0]["people"][1] == {
        "candidate": "bo", "verdict": "not_eligible", "outcomes": ["met", "unmet", "met", "met"],
        "measures": [
            None, {"have": 79.5, "need": 80, "short": 0.5, "unit": "hours"}, None,
            {"have": 300, "need": 300, "short": 0, "unit": "hours"},
        ],
        "blocking": ["ct.cpsrp.std.training"],
    }  # fmt: skip
    assert [matrix["pathway"] for matrix in matrices] == ["standard"]


def test_with_other_rules_there_are_flips() -> None:
    """None under the same rules, whose version and digest are named."""
    report = found(other=built_in())

    assert report["against"] == {"version": "2026.11", "sha256": built_in().sha256}
    assert [one["flips"] for one in report["credentials"]] == [[], []]


def test_for_sharing_there_are_counts_alone() -> None:
    """No list of people, no problem, no exact total."""
    report = found(least=3, problem=True)

    assert report["credentials"][0] == {
        "credential": "CPSRP", "title": "Certified Peer Support & Recovery Professional", "jurisdiction": "US-CT",
        "people": {"at_least": 3, "at_most": 6},
        "verdicts": {"eligible": "<3", "undetermined": "<3", "not_yet": 0, "not_eligible": "<3"},
        "blocking": None, "would_settle": None,
    }  # fmt: skip
    assert report["credentials"][1]["verdicts"] is None
    assert (report["problems"], report["summary"]) == ([], {"invalid": "<3"})
