"""SARIF: valid, at the line, with rules, and within what code scanning takes."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft7Validator

from peercert.errors import Problem
from peercert.session import Options
from upper import TODAY, built_in

from .drawing import JORDAN, PROBLEM, READY, header
from .marking import DATA, HOSTILE, PLANTED, PRIVATE, checked, named, run

KIM = {**READY, "id": "kim", "seeking": ["CPSRP"]}
OPEN = {**READY, "id": "open", "exams": "declined", "seeking": ["CPSRP-P"]}


@cache
def schema() -> Draft7Validator:
    """Read the schema of SARIF 2.1.0."""
    return Draft7Validator(json.loads((DATA / "sarif-2.1.0.json").read_text(encoding="utf-8")))


def log(text: str) -> Any:
    """Read the one run of a report that must be valid."""
    whole = json.loads(text)
    schema().validate(whole)
    (one,) = whole["runs"]
    return one


def places(one: Any) -> list[tuple[str, int, int]]:
    """Return the places of all results of a run."""
    found = [result["locations"][0]["physicalLocation"] for result in one["results"]]
    return [
        (place["artifactLocation"]["uri"], place["region"]["startLine"], place["region"]["startColumn"])
        for place in found
    ]


def test_what_stands_in_the_way_is_a_result_at_its_line() -> None:
    """Errors for what is not met, a warning for what is open, an error for a bad profile; nothing for the eligible."""
    one = log(run("sarif", checked(JORDAN), checked(KIM), checked(OPEN, "people/open.json"), PROBLEM))

    assert [(result["ruleId"], result["level"]) for result in one["results"]] == [
        ("ms.cpss.exam", "error"),
        ("ms.cpss.experience.hours", "error"),
        ("ms.cpss.references", "error"),
        ("ct.cpsrp-p.exam", "warning"),
        ("peercert/unknown-key", "error"),
    ]
    assert places(one) == [
        ("jordan.json", 19, 3), ("jordan.json", 33, 3), ("jordan.json", 55, 2),
        ("people/open.json", 18, 2), ("bad.yaml", 6, 15),
    ]  # fmt: skip


def test_a_result_says_who_why_and_what_to_do() -> None:
    """In words, and as properties for programs."""
    result = log(run("sarif", checked(JORDAN)))["results"][2]

    assert result["message"]["text"] == "CPSS for jordan: 1 of 2 references. Ask for 1 more reference."
    assert result["properties"] == {"candidate": "jordan", "credential": "CPSS", "outcome": "unmet"}


def test_a_rule_says_what_is_asked_and_where_it_is_written() -> None:
    """Every requirement that can appear has a rule, and problems with files have one together."""
    one = log(run("sarif"))
    rules = {rule["id"]: rule for rule in one["tool"]["driver"]["rules"]}

    assert rules["ms.cpss.references"] == {
        "id": "ms.cpss.references",
        "shortDescription": {"text": "Two references"},
        "fullDescription": {"text": "At least 2 references."},
        "help": {
            "text": "Source: A Guide to Mississippi's Certified Peer Support Specialist Program, "
            "Mississippi Department of Mental Health, training section, bullet 8"
        },
        "properties": {"tags": ["references", "CPSS"]},
    }
    assert rules["peercert"]["shortDescription"] == {"text": "A profile that can be used"}
    assert len(rules) == len(one["tool"]["driver"]["rules"])


def test_every_result_has_a_rule() -> None:
    """Whatever credential is checked; a slash parts the rule of a bad profile from its code."""
    asked = Options(TODAY, credentials=built_in().ids)
    one = log(run("sarif", *[checked(profile, options=asked) for profile in (JORDAN, READY, {"id": "x"})], PROBLEM))
    rules = {rule["id"] for rule in one["tool"]["driver"]["rules"]}

    assert len(one["results"]) > 20
    assert {result["ruleId"].partition("/")[0] for result in one["results"]} <= rules


@pytest.mark.parametrize(
    ("given", "count", "ran"),
    [([], 0, False), ([PROBLEM, PROBLEM], 2, True), ([checked(KIM)], 0, True)],
    ids=["nothing", "only problems", "only eligible"],
)
def test_odd_runs_are_valid(given: list[Any], count: int, ran: bool) -> None:
    """A run of nothing says that it did not do its work; never a silent pass."""
    one = log(run("sarif", *given))

    assert len(one["results"]) == count
    assert one["invocations"][0]["executionSuccessful"] is ran


def test_a_run_of_nothing_says_so() -> None:
    """As an error of the run."""
    (note,) = log(run("sarif"))["invocations"][0]["toolExecutionNotifications"]

    assert note == {"level": "error", "message": {"text": "Nothing to check: no profile was found."}}


@pytest.mark.parametrize(("problems", "notes"), [(5, []), (7, ["And 2 more results, left out here."])])
def test_at_most_five_thousand_results_are_written(problems: int, notes: list[str]) -> None:
    """The rest is counted: 4,995 of Jordan's stand before the problems."""
    jordan = checked(JORDAN)
    text = run("sarif", *[jordan] * 1665, *[PROBLEM] * problems)
    one = json.loads(text)["runs"][0]

    assert len(one["results"]) == 5_000
    told = one["invocations"][0].get("toolExecutionNotifications", [])
    assert [note["message"]["text"] for note in told] == notes


def test_a_fingerprint_stays_when_lines_move() -> None:
    """It is made of the candidate's id and the requirement, and differs for any other."""
    first, moved = (log(run("sarif", checked(one)))["results"] for one in (JORDAN, {"references": 1, **JORDAN}))
    prints = [result["partialFingerprints"]["candidateAndRequirement/v1"] for result in first]

    assert [result["partialFingerprints"]["candidateAndRequirement/v1"] for result in moved] == prints
    assert len(set(prints)) == 3


def test_two_people_without_an_id_of_their_own_have_different_fingerprints() -> None:
    """Files of one name may lie in two folders."""
    nameless = {key: value for key, value in JORDAN.items() if key != "id"}
    one = log(run("sarif", checked(nameless, "a/x.json"), checked(nameless, "b/x.json")))

    assert len({result["partialFingerprints"]["candidateAndRequirement/v1"] for result in one["results"]}) == 6


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("people/a b.json", "people/a%20b.json"),
        ("a#b,c:d.json", "a%23b%2Cc%3Ad.json"),
        ("../Zoë%.json", "../Zo%C3%AB%25.json"),
        ("a\udcff.json", "a%FF.json"),
        ("/elsewhere/on/this/machine.json", "machine.json"),
    ],
)
def test_a_path_is_a_relative_address(path: str, uri: str) -> None:
    """Percent signs for what an address may not hold; nothing of the machine."""
    assert {place[0] for place in places(log(run("sarif", checked(JORDAN, path))))} == {uri}


def test_standard_input_is_no_file() -> None:
    """A result from it has no location."""
    one = log(run("sarif", checked(JORDAN, "<stdin>"), Problem("<stdin>", 1, 1, "bad-date", "No date.")))

    assert len(one["results"]) == 4
    assert not any("locations" in result for result in one["results"])


def test_a_problem_with_a_whole_file_has_no_line() -> None:
    """The schema asks for lines from 1 on."""
    (result,) = log(run("sarif", Problem("a.yaml", None, None, "not-found", "There is no file.")))["results"]

    assert result["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "a.yaml"}}}]


def test_what_nobody_asked_for_is_only_a_note() -> None:
    """The exit code of a survey says nothing about eligibility either."""
    one = log(run("sarif", checked({**JORDAN, "seeking": []})))

    assert {result["level"] for result in one["results"]} == {"note"}


@pytest.mark.parametrize("harm", [harm for harm in HOSTILE if harm != "\ud800"])
def test_no_text_from_a_profile_or_a_path_acts(harm: str) -> None:
    """The report stays valid ASCII, a viewer sees no control, and no link comes from a file.

    Half a character is left out: no file has such a name.
    """
    harmful = f"a b{harm}c"
    text = run("sarif", named(checked(JORDAN), harmful), Problem(harmful, 1, 1, "bad-date", harmful))

    one = log(text)
    assert text.isascii()
    assert len(one["results"]) == 4
    for result in one["results"]:
        said = result["message"]["text"]
        assert "](" not in said
        assert not set(said) & set("\x1b\x9b\u2028\u202e\ufffe")


def test_nothing_of_the_person_is_in_a_redacted_report() -> None:
    """Names, days and words of the person are planted, and none is found; the opaque id stays."""
    text = run("sarif", checked(PLANTED), said=header(redacted=True))
    results = text[text.index('"results"') :]

    assert "CPSS for p-1: " in results
    assert not [word for word in PRIVATE if word in results]


def test_what_a_report_was_made_under_is_told() -> None:
    """The day, the catalogue, and the options."""
    assert log(run("sarif", said=header(disputes="lenient", verified_only=True)))["properties"] == {
        "as_of": "2026-11-22",
        "catalog": {"version": "2026.11", "sha256": "abc"},
        "disputes": "lenient",
        "verified_only": True,
    }
