"""JUnit XML: valid for Jenkins, counted right, and safe against any text."""

from __future__ import annotations

import re
from functools import cache
from xml.etree import ElementTree as ET

import pytest
import xmlschema

from peercert.errors import Problem
from peercert.render.reports import report_in
from peercert.render.style import Style
from peercert.report import Summary
from peercert.session import Options
from upper import TODAY, built_in

from .drawing import JORDAN, PROBLEM, READY, header
from .marking import DATA, HOSTILE, PLANTED, PRIVATE, checked, named, run

KIM = {**READY, "id": "kim", "seeking": ["CPSRP"]}
SHORT = {**READY, "seeking": ["CPSRP-P"], "id": "short"}


@cache
def schema() -> xmlschema.XMLSchema:
    """Read what Jenkins checks a report against."""
    return xmlschema.XMLSchema(str(DATA / "junit-10.xsd"))


def root(text: str) -> ET.Element:
    """Read a report that must be valid."""
    schema().validate(text)
    return ET.fromstring(text)  # noqa: S314 - our own report


def counts(suite: ET.Element) -> tuple[int, ...]:
    """Return what a suite says of itself: tests, failures, errors, skipped."""
    return tuple(int(suite.get(name, "")) for name in ("tests", "failures", "errors", "skipped"))


def counted(suite: ET.Element) -> tuple[int, ...]:
    """Count what is in a suite."""
    return tuple(len(suite.findall(found)) for found in ("testcase", "*/failure", "*/error", "*/skipped"))


def outcomes(suite: ET.Element) -> dict[str, tuple[str, str]]:
    """Return, for each case, how it ended, and the type that is given."""
    ends = {case.get("name", ""): next(iter(case), None) for case in suite.iter("testcase")}
    return {name: ("passed", "") if end is None else (end.tag, end.get("type", "")) for name, end in ends.items()}


def test_a_profile_with_two_problems_is_one_suite() -> None:
    """So suites are people and bad profiles, and add up to what was given."""
    report = report_in("junit")(built_in(), header(), Style())
    text = report.begin() + report.refused((PROBLEM, PROBLEM)) + "".join(report.end(Summary(invalid=1)))

    (suite,) = root(text)
    assert (suite.get("name"), counts(suite), counted(suite)) == ("bad.yaml", (2, 0, 2, 0), (2, 0, 2, 0))


def test_a_run_reads_as_suites() -> None:
    """One for each candidate with a case for each requirement, and one for a bad profile."""
    text = run("junit", checked({**SHORT, "training": []}), PROBLEM)

    assert text == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="peercert 0.1.0, catalogue 2026.11 (sha256 abc), as of 2026-11-22">\n'
        '  <testsuite name="short" tests="3" failures="1" errors="0" skipped="0">\n'
        "    <properties>\n"
        '      <property name="verdict of CPSRP-P" value="not_eligible" />\n'
        "    </properties>\n"
        '    <testcase classname="CPSRP-P" name="ct.cpsrp-p.lived-experience" />\n'
        '    <testcase classname="CPSRP-P" name="ct.cpsrp-p.training">\n'
        '      <failure type="unmet" message="0 of 80 hours count.">80 hours of CPSRP training\n'
        "Do: Gain 80 more hours of training.\n"
        "Place: jordan.json:11:2\n"
        "Source: Connecticut establishes a peer support credential effective June 1, 2026 (news report of a talk, "
        "article 8191434), cpo.soar.com (a news service), training (a secondary source)</failure>\n"
        "    </testcase>\n"
        '    <testcase classname="CPSRP-P" name="ct.cpsrp-p.exam" />\n'
        "  </testsuite>\n"
        '  <testsuite name="bad.yaml" tests="1" failures="0" errors="1" skipped="0">\n'
        '    <testcase classname="bad.yaml" name="unknown-key">\n'
        '      <error type="unknown-key" message="Unknown key.">bad.yaml:6:15: Unknown key. Did you mean it?</error>\n'
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n"
    )
    assert root(text).tag == "testsuites"


def test_only_what_stands_in_the_way_fails() -> None:
    """What is open beside it, does not apply, or has a way round it, is skipped; the rest has passed."""
    (suite,) = root(run("junit", checked(JORDAN)))
    found = outcomes(suite)

    assert [name for name, (end, _) in found.items() if end == "failure"] == [
        "ms.cpss.exam", "ms.cpss.experience.hours", "ms.cpss.references",
    ]  # fmt: skip
    assert found["ms.cpss.experience.college"] == ("skipped", "unmet")
    assert found["ms.cpss.lived-experience"] == ("skipped", "unknown")
    assert found["ms.cpss.residency"] == ("passed", "")
    assert counts(suite) == counted(suite) == (16, 3, 0, 8)


def test_what_keeps_a_verdict_open_fails_too() -> None:
    """By default an undetermined verdict fails a run; the type tells it from what is not met."""
    (suite,) = root(run("junit", checked({**SHORT, "exams": "declined"})))

    assert outcomes(suite)["ct.cpsrp-p.exam"] == ("failure", "unknown")


def test_a_survey_fails_nothing() -> None:
    """What nobody asked for is skipped, with a word on why."""
    (suite,) = root(run("junit", checked({**JORDAN, "seeking": []})))

    assert counts(suite)[1:3] == (0, 0)
    case = next(case for case in suite.iter("testcase") if case.get("name") == "ms.cpss.references")
    assert "No credential was asked for" in (case.findtext("skipped") or "")


@pytest.mark.parametrize(
    ("given", "suites"),
    [([], 1), ([PROBLEM, PROBLEM], 2), ([checked(KIM)], 1), ([checked(KIM), PROBLEM, checked(JORDAN)], 3)],
    ids=["nothing", "only problems", "only eligible", "all kinds"],
)
def test_odd_runs_are_valid_and_their_counts_add_up(given: list[object], suites: int) -> None:
    """Each suite counts its own cases."""
    found = root(run("junit", *given))  # type: ignore[arg-type] # checks and problems

    assert len(found) == suites
    assert all(counts(suite) == counted(suite) for suite in found)


def test_a_large_run_is_valid() -> None:
    """Every credential for two hundred people."""
    everything = checked(JORDAN, options=Options(TODAY, credentials=built_in().ids))

    assert len(root(run("junit", *[everything] * 200))) == 200


def test_a_run_of_nothing_is_in_error() -> None:
    """Never a silent pass."""
    (suite,) = root(run("junit"))

    assert counts(suite) == (1, 0, 1, 0)
    assert suite.findtext("testcase/error") == "Nothing to check: no profile was found."


@pytest.mark.parametrize("harm", HOSTILE)
def test_no_text_from_a_profile_or_a_path_breaks_the_document(harm: str) -> None:
    """It stays valid ASCII, with the cases it had; what XML forbids is spelled out."""
    harmful = f"a b{harm}c"
    text = run("junit", named(checked(JORDAN), harmful), Problem(harmful, 1, 1, harmful, harmful))

    first, second = root(text)
    assert (counted(first), counted(second)) == ((16, 3, 0, 8), (1, 0, 1, 0))
    assert (first.get("name") or "").startswith("a b")
    assert (first.get("name") or "").endswith("c")
    assert text.isascii()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f]", text)
    assert not re.search("\n::", text)


def test_nothing_of_the_person_is_in_a_redacted_report() -> None:
    """Names, days and words of the person are planted, and none is found; the opaque id stays."""
    text = run("junit", checked(PLANTED), said=header(redacted=True))

    assert 'testsuite name="p-1"' in text
    assert not [word for word in PRIVATE if word in text]


def test_options_that_are_not_the_usual_ones_are_told() -> None:
    """They change what a verdict means."""
    found = root(run("junit", checked(KIM), said=header(disputes="strict", verified_only=True)))

    assert (found.get("name") or "").endswith("must be met (strict), only records that someone checked are counted")
