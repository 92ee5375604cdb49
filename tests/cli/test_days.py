"""`check --timeline`, `check --edition` and warnings of rules to come, as a person uses them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from described import undescribed
from peercert.render.reports import FORMATS, WITH_ROOM
from peercert.schema import schema
from program import inside, peercert
from upper import built_in, credential, edition, leaf, rules_folder

DAY = ("--as-of", "2026-11-22")
YOUNG = "birth_date: 2009-03-01\nreferences: 1\nseeking: [TOY]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with rules that ask for more from 2027 on, and the profile of a young person."""
    (tmp_path / "rules").mkdir()
    now = edition(leaf("now", "age", at_least=17), effective_to="2026-12-31")
    then = edition(leaf("then", "age", at_least=18), id="edition-2", effective_from="2027-01-01")
    rules_folder(tmp_path / "rules", credential("TOY", now, then))
    (tmp_path / "jo.yaml").write_text(YOUNG, encoding="utf-8")
    return tmp_path


def found(folder: Path, *more: str) -> Any:
    """Return the one determination of a JSON report."""
    ended = inside("check", "jo.yaml", "--rules", "rules", *DAY, "-f", "json", *more, folder=folder)
    (one,) = json.loads(ended.out)["determinations"]
    return one


def test_the_days_are_told_in_text(folder: Path) -> None:
    """With the reason of each, before what is good to know; rules to come are good to know."""
    out = inside("check", "jo.yaml", "--rules", "rules", *DAY, "--timeline", folder=folder).out

    assert (
        "When the verdict changes\n"
        "- Before the first of these days: not yet eligible.\n"
        "- 2026-03-01 (past): eligible. Title of now: met, not met before.\n"
        "- 2027-01-01 (to come): not yet eligible. From 2027-01-01 on other rules hold:\n"
        "  edition edition-2.\n"
        "- 2027-03-01 (to come): eligible. Title of then: met, not met before.\n"
        "\n"
        "Good to know\n"
        "- From 2027-01-01 on other rules hold: edition edition-2. The answer is then:\n"
        "  not yet eligible (Title of then). By the rules of now: eligible.\n"
        "\n"
        "Decided by "
    ) in out


def test_the_days_are_told_in_json(folder: Path) -> None:
    """Each with the day, whether it is past, the verdict, the edition and what made the difference."""
    one = found(folder, "--timeline")

    days = one["timeline"]
    assert (days["before"], days["days_left_out"]) == ("not_yet", 0)
    assert days["changes"] == [
        {
            "day": "2026-03-01", "when": "past", "verdict": "eligible", "edition": "edition-1", "other_rules": False,
            "requirements": [{"id": "now", "was": "unmet", "outcome": "met"}],
        },
        {
            "day": "2027-01-01", "when": "coming", "verdict": "not_yet", "edition": "edition-2", "other_rules": True,
            "requirements": [],
        },
        {
            "day": "2027-03-01", "when": "coming", "verdict": "eligible", "edition": "edition-2", "other_rules": False,
            "requirements": [{"id": "then", "was": "unmet", "outcome": "met"}],
        },
    ]  # fmt: skip
    assert one["coming"] == [
        {
            "from": "2027-01-01", "edition": "edition-2", "verdict": "not_yet", "verdict_otherwise": "eligible",
            "blocking": ["then"],
        }
    ]  # fmt: skip


def test_without_the_option_there_is_no_timeline_and_without_new_rules_no_warning(folder: Path) -> None:
    """A report says only what there is to say."""
    later = inside("check", "jo.yaml", "--rules", "rules", "--as-of", "2027-06-01", "-f", "json", folder=folder)

    assert "timeline" not in found(folder)
    assert "coming" not in json.loads(later.out)["determinations"][0]


def test_a_redacted_report_tells_no_day_that_tells_of_the_person(folder: Path) -> None:
    """A day of change may be a birthday; the first day of rules is anybody's to know."""
    days = found(folder, "--timeline", "--redact")["timeline"]["changes"]
    out = inside("check", "jo.yaml", "--rules", "rules", *DAY, "--timeline", "--redact", folder=folder).out

    assert [(one["day"], one["when"]) for one in days] == [
        (None, "past"), ("2027-01-01", "coming"), (None, "coming"),
    ]  # fmt: skip
    assert "- A day that is past: eligible. Title of now: met, not met before.\n" in out
    assert "03-01" not in out


@pytest.mark.parametrize("format_", WITH_ROOM)
def test_each_format_with_room_tells_the_days(folder: Path, format_: str) -> None:
    """Those of the timeline, and the first day of rules to come."""
    more = ("--timeline", "-f", format_)
    out = inside("check", "jo.yaml", "--rules", "rules", *DAY, *more, folder=folder).out

    assert "2026-03-01" in out
    assert "2027-01-01" in out


@pytest.mark.parametrize("option", ["--timeline", "--fragility"])
@pytest.mark.parametrize("format_", sorted(set(FORMATS) - set(WITH_ROOM)))
def test_a_format_without_room_refuses_to_leave_them_out_in_silence(folder: Path, format_: str, option: str) -> None:
    """It names those that have room."""
    ended = inside("check", "jo.yaml", "--rules", "rules", *DAY, option, "-f", format_, folder=folder)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err == f"peercert: {option} goes with these formats: text, json, jsonl, markdown, html.\n"


def test_an_edition_that_is_asked_for_decides(folder: Path) -> None:
    """It is told in the determination, with the exit code of its verdict."""
    named = ("-c", "toy", "--edition", "edition-2")
    ended = inside("check", "jo.yaml", "--rules", "rules", *DAY, "-f", "json", *named, folder=folder)

    (one,) = json.loads(ended.out)["determinations"]
    assert ended.code == 1
    assert (one["edition"], one["edition_in_force"], one["verdict"]) == ("edition-2", False, "not_yet")
    assert "coming" not in one


@pytest.mark.parametrize("format_", FORMATS)
def test_every_report_says_that_it_is_not_the_edition_in_force(folder: Path, format_: str) -> None:
    """So that nobody takes it for the answer of today; and nothing is said where it is in force anyway."""

    def out(edition_: str) -> str:
        named = ("-c", "TOY", "--edition", edition_, "-f", format_)
        return inside("check", "jo.yaml", "--rules", "rules", *DAY, *named, folder=folder).out

    said = {
        "text": "Edition edition-2 decides here. It is not the edition in force on 2026-11-22.",
        "markdown": "Edition edition-2 decides here. It is not the edition in force on 2026-11-22.",
        "html": "Edition edition-2 decides here. It is not the edition in force on 2026-11-22.",
        "json": '"edition": "edition-2", "edition_in_force": false',
        "jsonl": '"edition": "edition-2", "edition_in_force": false',
        "sarif": '"edition": "edition-2", "edition_in_force": false',
        "csv": ",no\n",
    }.get(format_, "edition edition-2 (not the one in force)")
    assert said in out("edition-2")
    assert said not in out("edition-1")


def test_a_receipt_is_for_rules_in_force(folder: Path) -> None:
    """One of any other edition could not be verified, and would read as if somebody had changed it."""
    named = ("-c", "TOY", "--receipt", "r.json", "--edition")
    refused = inside("check", "jo.yaml", "--rules", "rules", *DAY, *named, "edition-2", folder=folder)

    assert (refused.code, refused.out) == (2, "")
    assert refused.err == "peercert: A receipt is for rules in force. Leave out --edition or --receipt.\n"
    assert not (folder / "r.json").exists()
    assert inside("check", "jo.yaml", "--rules", "rules", *DAY, *named, "edition-1", folder=folder).code == 0


def test_every_field_of_such_a_report_is_promised(folder: Path) -> None:
    """The schema takes it, and would not take it with another shape."""
    named = ("-c", "TOY", "--edition", "edition-2", "--timeline")
    report = json.loads(inside("check", "jo.yaml", "--rules", "rules", *DAY, "-f", "json", *named, folder=folder).out)
    warned = json.loads(
        inside("check", "jo.yaml", "--rules", "rules", *DAY, "-f", "json", "--timeline", folder=folder).out
    )
    described = schema("report", built_in().words)
    check = Draft202012Validator(described)

    assert [*check.iter_errors(report), *check.iter_errors(warned)] == []
    assert undescribed(report, described) + undescribed(warned, described) == []
    warned["determinations"][0]["coming"][0]["verdict"] = "perhaps"
    assert list(check.iter_errors(warned)) != []


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (("--edition", "edition-2"), "--edition is for one credential at a time. Name it with --credential ID."),
        (
            ("-c", "TOY", "--edition", "edition-9"),
            'TOY has no edition of this name. Did you mean "edition-2"? Known: edition-1, edition-2.',
        ),
    ],
)
def test_an_edition_that_cannot_be_found_is_a_matter_of_usage(folder: Path, named: tuple[str, ...], said: str) -> None:
    """With the known ones."""
    ended = inside("check", "jo.yaml", "--rules", "rules", *DAY, *named, folder=folder)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"peercert: {said}")


def test_helpers_decide_by_the_same_edition_and_days(folder: Path) -> None:
    """The report is the same with one process and with three."""
    people = "".join(f'{{"id": "p{number}", "birth_date": "2009-03-01"}}\n' for number in range(70))
    (folder / "people.jsonl").write_text(people, encoding="utf-8")
    asked = ("check", "people.jsonl", "--rules", "rules", *DAY, "-c", "TOY", "--edition", "edition-2", "--timeline")

    one, three = (peercert(*asked, "-f", "json", "-j", jobs, folder=folder) for jobs in ("1", "3"))
    assert one.out == three.out
    assert one.out.count('"edition_in_force": false') == 71
