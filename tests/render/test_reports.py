"""The table of formats."""

from __future__ import annotations

import json
from typing import Any

import pytest

from peercert.errors import Problem
from peercert.render.reports import FORMATS, report_in
from peercert.render.style import Style
from peercert.report import Header, Summary
from peercert.session import Checked, Options, check
from upper import TODAY, built_in, person

from .drawing import JORDAN, PROBLEM, READY, header


def checked(profile: dict[str, Any]) -> Checked:
    """Check a profile for what it seeks."""
    return check(built_in(), person(profile), Options(TODAY))


JO = {**JORDAN, "seeking": ["CPSS", "CPSRP"]}
KIM = {**READY, "id": "kim", "name": "Kim Lee", "seeking": ["CPSRP"]}


def drawn(format_: str, *profiles: dict[str, Any], said: Header | None = None, problem: Problem | None = None) -> str:
    """Draw a whole run of checks."""
    summary = Summary()
    report = report_in(format_)(built_in(), said or header(), Style(80))
    text = report.begin()
    for profile in profiles:
        one = checked(profile)
        summary.add([found.verdict for found in one.determinations], [], survey=False)
        text += report.add(report.candidate(one))
    if problem:
        summary.invalid += 1
        text += report.refused((problem,))
    return text + "".join(report.end(summary))


def test_the_formats_of_check_are_there() -> None:
    """The three that the contract describes."""
    assert {"text", "json", "jsonl"} <= set(FORMATS)


def test_a_json_report_is_one_object_with_a_determination_a_line() -> None:
    """Pieces drawn one after the other make one whole."""
    text = drawn("json", JO, KIM)
    report = json.loads(text)

    assert [(one["candidate"], one["credential"]) for one in report["determinations"]] == [
        ("jordan", "CPSS"), ("jordan", "CPSRP"), ("kim", "CPSRP"),
    ]  # fmt: skip
    assert report["summary"]["determinations"] == 3
    assert sum(line.startswith('{"candidate"') for line in text.splitlines()) == 3
    assert text.endswith("}\n")


def test_json_lines_are_the_determinations_of_the_json_report() -> None:
    """One a line, the same in both; each line says besides what the whole of the other says once."""
    lines = [json.loads(line) for line in drawn("jsonl", JO, KIM).splitlines()]
    whole = json.loads(drawn("json", JO, KIM))

    under = [line.pop("made_under") for line in lines]
    assert lines == whole["determinations"]
    assert under == [
        {
            "version": "0.1.0", "as_of": "2026-11-22", "disputes": "undetermined", "verified_only": False,
            "catalog": {"version": "2026.11", "sha256": "abc"},
        }
    ] * 3  # fmt: skip


@pytest.mark.parametrize("format_", FORMATS)
def test_a_profile_that_could_not_be_used_is_told_in_every_format(format_: str) -> None:
    """With the file's name, and what is wrong with it."""
    text = drawn(format_, KIM, problem=PROBLEM)

    assert "bad.yaml" in text
    assert "Unknown key." in text


def test_a_problem_among_json_lines_is_a_line_of_its_own() -> None:
    """Told apart from a determination by its one key."""
    *_, last = drawn("jsonl", KIM, problem=PROBLEM).splitlines()

    assert json.loads(last) == {
        "problem": {
            "source": "bad.yaml", "line": 6, "column": 15,
            "code": "unknown-key", "message": "Unknown key.", "hint": "Did you mean it?",
        }
    }  # fmt: skip


def test_a_text_report_lists_what_could_not_be_used() -> None:
    """After the people, before the counts; with its place."""
    assert (
        f"\n{'-' * 80}\n\nWhat could not be used\n\n- bad.yaml:6:15: Unknown key. Did you mean it?\n\nDecided by "
    ) in drawn("text", KIM, problem=PROBLEM)


def test_a_text_report_of_one_bad_profile_is_empty() -> None:
    """Standard error tells it; there is nothing to add."""
    assert drawn("text", problem=PROBLEM) == ""


def test_a_run_without_candidates_is_whole_in_every_format() -> None:
    """An object with empty lists; no line; no text."""
    assert json.loads(drawn("json"))["determinations"] == []
    assert drawn("jsonl") == ""
    assert drawn("text") == ""


def test_a_text_report_parts_its_determinations_with_a_rule() -> None:
    """Reports are told apart; the counts come last, and what decided."""
    text = drawn("text", JO, KIM)

    assert text.count("\n" + "-" * 80 + "\n\n") == 3
    assert text.startswith("CPSS ·")
    _, said, decided = text.partition("\n\n2 people, 3 determinations: 1 eligible and 2 not eligible.\n")
    assert said
    assert decided == "\nDecided by catalogue 2026.11 (sha256 abc), peercert 0.1.0.\n"


def test_a_text_report_says_the_name_unless_it_is_redacted() -> None:
    """With redaction only the label is left."""
    assert "For: Jordan Rivera (jordan)" in drawn("text", JO)
    hidden = drawn("text", JO, said=header(redacted=True))
    assert "Rivera" not in hidden
    assert "For: jordan\n" in hidden


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_input_gives_the_same_bytes(format_: str) -> None:
    """Drawn twice, with nothing kept from the first time, a report is the same."""
    assert drawn(format_, JO, KIM) == drawn(format_, JO, KIM)


@pytest.mark.parametrize("format_", FORMATS)
def test_what_was_drawn_before_changes_nothing(format_: str) -> None:
    """Sentences are kept for reuse; the second candidate reads as if it were the first."""
    used, fresh = (report_in(format_)(built_in(), header(), Style(80)) for _ in range(2))
    used.candidate(checked(JO))
    second = checked({**KIM, "seeking": ["CPSRP", "CPSS"]})

    assert used.candidate(second) == fresh.candidate(second) != ()
