"""The Test Anything Protocol: numbered, planned, and escaped."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from peercert.errors import Problem
from peercert.render.reports import report_in
from peercert.render.style import Style
from peercert.report import Summary
from upper import built_in

from .drawing import JORDAN, PROBLEM, READY, header
from .marking import HOSTILE, PLANTED, PRIVATE, checked, named, run

KIM = {**READY, "id": "kim", "seeking": ["CPSRP"]}
POINT = re.compile(r"(ok|not ok) (\d+) - ((?:[^#\\]|\\[#\\])*)( # TODO .*)?")


def points(text: str) -> list[tuple[str, int, str, Any]]:
    """Read a report as a harness does: whether it is ok, number, description without escapes, and what is told."""
    assert text.startswith("TAP version 14\n# ")
    found: list[tuple[str, int, str, Any]] = []
    for one in re.split(r"^(?=ok |not ok )", text, flags=re.MULTILINE)[1:]:
        first, _, rest = one.partition("\n")
        ok, number, description, todo = POINT.fullmatch(first).groups()  # type: ignore[union-attr] # else it fails
        told = re.match(r"  ---\n(.*?)^  \.\.\.\n", rest, re.DOTALL | re.MULTILINE)
        facts = yaml.safe_load(told.group(1)) if told else None
        found.append((ok + (" todo" if todo else ""), int(number), re.sub(r"\\(.)", r"\1", description), facts))
    return found


def test_a_run_reads_as_test_points() -> None:
    """One for each determination and each bad profile; what stands in the way beneath; the plan at the end."""
    jordan = checked({**JORDAN, "experience": "declined", "exams": "declined"})
    text = run("tap", jordan, checked(KIM), PROBLEM)

    assert text == (
        "TAP version 14\n"
        "# peercert 0.1.0, catalogue 2026.11 (sha256 abc), as of 2026-11-22\n"
        "not ok 1 - CPSS for jordan\n"
        "  ---\n"
        '  verdict: "not_eligible"\n'
        '  file: "jordan.json"\n'
        "  blocking:\n"
        '    - requirement: "ms.cpss.references"\n'
        '      title: "Two references"\n'
        '      outcome: "unmet"\n'
        "      line: 27\n"
        "      column: 2\n"
        '      because: "1 of 2 references."\n'
        '      remedy: "Ask for 1 more reference."\n'
        "  ...\n"
        "ok 2 - CPSRP for kim\n"
        "not ok 3 - bad.yaml\n"
        "  ---\n"
        '  file: "bad.yaml"\n'
        "  problems:\n"
        '    - code: "unknown-key"\n'
        "      line: 6\n"
        "      column: 15\n"
        '      message: "Unknown key."\n'
        '      hint: "Did you mean it?"\n'
        "  ...\n"
        "1..3\n"
    )


def test_what_is_undetermined_is_not_ok() -> None:
    """By default it fails a run, so it must not pass as a thing to do."""
    ((ok, number, said, facts),) = points(run("tap", checked({**READY, "exams": "declined", "seeking": ["CPSRP-P"]})))

    assert (ok, number, said) == ("not ok", 1, "CPSRP-P for jordan")
    assert facts["verdict"] == "undetermined"
    assert [(one["requirement"], one["outcome"]) for one in facts["blocking"]] == [("ct.cpsrp-p.exam", "unknown")]


def test_what_time_alone_settles_tells_the_day() -> None:
    """But not where the report tells nothing of the person: such a day may be a birthday."""
    later = {**READY, "exams": [{"exam": "ct-cpsrp", "date": "2026-12-01", "result": "passed"}], "seeking": ["CPSRP-P"]}

    ((_, _, _, facts),) = points(run("tap", checked(later)))
    assert (facts["verdict"], facts["eligible_from"]) == ("not_yet", "2026-12-01")
    ((_, _, _, hidden),) = points(run("tap", checked(later), said=header(redacted=True)))
    assert (hidden["verdict"], "eligible_from" in hidden) == ("not_yet", False)


def test_a_survey_fails_nothing() -> None:
    """What nobody asked for is marked as still to do, which a harness counts as no failure."""
    found = points(run("tap", checked({**READY, "seeking": []})))

    assert [number for _, number, _, _ in found] == [1, 2, 3, 4, 5, 6, 7]
    assert {ok for ok, _, _, _ in found} == {"ok", "not ok todo"}


def test_a_run_of_nothing_is_called_off() -> None:
    """A plan of no tests would pass."""
    assert run("tap").splitlines()[2:] == ["Bail out! Nothing to check: no profile was found."]


@pytest.mark.parametrize("harm", HOSTILE)
def test_no_text_from_a_profile_or_a_path_acts(harm: str) -> None:
    """Each point is still one line, its description and its facts can be read, and no directive has slipped in."""
    harmful = f"a b{harm}c"
    text = run("tap", named(checked(JORDAN), harmful), Problem(harmful, 1, 1, "bad-date", harmful), checked(KIM))

    found = points(text)
    assert [(ok, number) for ok, number, _, _ in found] == [("not ok", 1), ("not ok", 2), ("ok", 3)]
    assert all(
        said.startswith(start) for (_, _, said, _), start in zip(found, ("CPSS for a b", "a b", "C"), strict=True)
    )
    assert found[1][3]["problems"][0]["line"] == 1
    assert text.count("\nnot ok ") == 2
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\ud800\ufffe]", text)


def test_a_profile_with_two_problems_is_one_test_point() -> None:
    """So test points are people and bad profiles, and the plan adds up to what was given."""
    report = report_in("tap")(built_in(), header(), Style())
    (point,) = points("TAP version 14\n# \n" + report.refused((PROBLEM, PROBLEM)))

    assert point[:3] == ("not ok", 1, "bad.yaml")
    assert [one["line"] for one in point[3]["problems"]] == [6, 6]
    assert "".join(report.end(Summary(invalid=1))) == "1..1\n"


def test_a_sign_of_a_directive_is_escaped() -> None:
    """So is the sign that escapes it."""
    assert "- CPSS for a \\# TODO \\\\ b\n" in run("tap", named(checked(JORDAN), "a # TODO \\ b"))


def test_a_stream_without_signs_gets_plain_letters() -> None:
    """And what is told can still be read."""
    text = run("tap", named(checked(JORDAN), "Zoë “x”"), style=Style(signs=False))

    assert text.isascii()
    assert points(text)[0][3]["file"] == 'Zo\\xeb "x".json'


def test_nothing_of_the_person_is_in_a_redacted_report() -> None:
    """Names, days and words of the person are planted, and none is found; the opaque id stays."""
    text = run("tap", checked(PLANTED), said=header(redacted=True))

    assert "CPSS for p-1\n" in text
    assert not [word for word in PRIVATE if word in text]


def test_options_that_are_not_the_usual_ones_are_told() -> None:
    """They change what a verdict means."""
    said = run("tap", said=header(disputes="strict", verified_only=True)).splitlines()[1]

    assert said.endswith(
        ", every reading of a disputed point must be met (strict), only records that someone checked are counted"
    )
