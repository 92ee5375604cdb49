"""`peercert check`, as a person uses it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from program import Ended, inside, peercert

from .profiles import CANARY, DAY, PROFILES, write


def report(ended: Ended) -> Any:
    """Return the JSON report of a run."""
    return json.loads(ended.out)


def test_standard_output_is_the_report_and_nothing_else(tmp_path: Path) -> None:
    """Problems go to standard error, so the report can be piped on."""
    ended = peercert("check", write(tmp_path, "eligible", "invalid"), *DAY, "-f", "json", folder=tmp_path)

    assert [one["candidate"] for one in report(ended)["determinations"]] == ["eligible"]
    assert ended.err.startswith(f"{tmp_path}/invalid.yaml:4:62: This number is below zero.")


def test_an_invalid_profile_beside_a_good_one_is_told_and_the_good_one_is_judged(tmp_path: Path) -> None:
    """Both stand in the report: one as a determination, one as a problem; the counts add up."""
    ended = peercert(
        "check", "invalid.yaml", "eligible.yaml", *DAY, "-f", "json", folder=write(tmp_path, "eligible", "invalid")
    )

    found = report(ended)
    assert ended.code == 4
    assert [(one["candidate"], one["verdict"]) for one in found["determinations"]] == [("eligible", "eligible")]
    assert [(one["source"], one["line"], one["column"], one["code"]) for one in found["problems"]] == [
        ("invalid.yaml", 4, 62, "negative")
    ]
    assert found["summary"] == {
        "candidates": 1, "determinations": 1, "eligible": 1, "not_yet": 0, "not_eligible": 0, "undetermined": 0,
        "invalid": 1,
    }  # fmt: skip


def test_an_empty_folder_is_never_a_silent_pass(tmp_path: Path) -> None:
    """Nothing to check is code 4, and is said."""
    (tmp_path / "none").mkdir()

    ended = peercert("check", "none", *DAY, folder=tmp_path)

    assert (ended.code, ended.out) == (4, "")
    assert ended.err == "Nothing to check: no profile was found.\n"


def test_a_dash_reads_standard_input(tmp_path: Path) -> None:
    """YAML and JSON alike; the candidate has no file to be called by."""
    for text in (PROFILES["eligible"], '{"seeking": ["CPSRP-P"], "exams": []}'):
        ended = peercert("check", "-", *DAY, "-f", "json", folder=tmp_path, stdin=text)
        (one,) = report(ended)["determinations"]
        assert (one["candidate"], one["source"], one["credential"]) == ("candidate", "<stdin>", "CPSRP-P")


def test_a_problem_on_standard_input_has_its_place(tmp_path: Path) -> None:
    """Line and column are those of what was sent."""
    ended = peercert("check", "-", *DAY, folder=tmp_path, stdin=PROFILES["invalid"])

    assert ended.code == 4
    assert ended.err.startswith("<stdin>:4:62: This number is below zero.")


def test_nothing_on_standard_input_is_a_problem(tmp_path: Path) -> None:
    """An empty stream is an empty file."""
    ended = peercert("check", "-", *DAY, folder=tmp_path)

    assert ended.code == 4
    assert ended.err == "<stdin>: There is nothing in this file. Check that it was saved.\n"


def test_a_survey_says_that_its_exit_code_says_nothing(tmp_path: Path) -> None:
    """All seven credentials are looked at, and standard error says what code 0 means."""
    ended = inside("check", "survey.yaml", *DAY, "-f", "json", folder=write(tmp_path, "survey"))

    assert ended.code == 0
    assert len(report(ended)["determinations"]) == 7
    assert ended.err == (
        "No credential was asked for, so every one was looked at for one profile. The exit code then says nothing "
        "about eligibility. Use --credential ID, or `seeking` in the profile.\n"
    )


def test_in_a_mixed_batch_the_exit_code_is_said_to_be_about_the_others(tmp_path: Path) -> None:
    """One of the two profiles seeks nothing; the code 3 is the other one's."""
    write(tmp_path, "survey", "undetermined")

    ended = inside("check", "survey.yaml", "undetermined.yaml", *DAY, "-f", "json", folder=tmp_path)

    assert ended.code == 3
    assert (
        "No credential was asked for, so every one was looked at for one profile. The exit code is about the other "
        "profiles only. Use --credential ID, or `seeking` in the profile.\n"
    ) in ended.err
    assert "says nothing" not in ended.err


def test_what_is_asked_for_outranks_what_is_sought(tmp_path: Path) -> None:
    """Ids in any case, names too, each once and in the order asked."""
    ended = inside(
        "check", "eligible.yaml", *DAY, "-f", "json",
        "-c", "cps-i", "-c", "Certified Recovery Support Specialist", "-c", "CPS-I",
        folder=write(tmp_path, "eligible"),
    )  # fmt: skip

    assert [one["credential"] for one in report(ended)["determinations"]] == ["CPS-I", "CRSS"]
    assert ended.err == ""


def test_an_unknown_credential_is_sought_in_vain(tmp_path: Path) -> None:
    """In a profile it is a problem of the file, at its place, with the nearest one."""
    ended = inside("check", "stranger.yaml", *DAY, folder=write(tmp_path, "stranger"))

    assert (ended.code, ended.out) == (4, "")
    assert ended.err.startswith("stranger.yaml:2:11: This is not a credential that is known here. Did you mean")


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    """Whatever the hash seed, the time zone, and the locale."""
    write(tmp_path, "eligible", "survey", "undetermined")

    runs = {
        peercert("check", ".", *DAY, "-f", "json", folder=tmp_path, PYTHONHASHSEED=seed, TZ=zone, LC_ALL="C").out
        for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/Chicago"))
    }

    assert len(runs) == 1


def test_no_machine_path_stands_in_a_report(tmp_path: Path) -> None:
    """Files are named as the user named them, and the rules are not named at all."""
    ended = inside("check", "eligible.yaml", *DAY, "-f", "json", folder=write(tmp_path, "eligible"))

    assert str(tmp_path) not in ended.out
    assert "rules/" not in ended.out
    assert [one["source"] for one in report(ended)["determinations"]] == ["eligible.yaml"]


def test_options_are_said_in_the_report(tmp_path: Path) -> None:
    """Disputes and verified-only stand in text and JSON."""
    write(tmp_path, "eligible")
    more = ("--disputes", "strict", "--verified-only")

    said = " ".join(inside("check", "eligible.yaml", *DAY, *more, folder=tmp_path).out.split())
    found = report(inside("check", "eligible.yaml", *DAY, *more, "-f", "json", folder=tmp_path))

    assert "every reading of a disputed point must be met (strict)" in said
    assert "only records that someone checked are counted." in said
    assert (found["disputes"], found["verified_only"], found["determinations"][0]["verdict"]) == (
        "strict", True, "undetermined",
    )  # fmt: skip


def test_quiet_leaves_only_code_and_problems(tmp_path: Path) -> None:
    """No report; what is wrong with a file is still told."""
    ended = inside("check", ".", *DAY, "-q", folder=write(tmp_path, "eligible", "invalid"))

    assert (ended.code, ended.out) == (4, "")
    assert "This number is below zero." in ended.err


def test_verbose_names_the_catalogue_on_standard_error(tmp_path: Path) -> None:
    """The report stays as it is."""
    write(tmp_path, "eligible")
    plain = inside("check", "eligible.yaml", *DAY, folder=tmp_path)
    verbose = inside("check", "eligible.yaml", *DAY, "-v", folder=tmp_path)

    assert verbose.out == plain.out
    assert verbose.err.startswith("peercert 0.1.0, catalogue 2026.11, sha256 ")


def test_redacting_calls_people_by_number(tmp_path: Path) -> None:
    """A file may be named after a person; so the label is none of it."""
    (tmp_path / "zebulon.yaml").write_text(PROFILES["eligible"])

    ended = inside("check", "zebulon.yaml", *DAY, folder=tmp_path, CI="1")

    assert "For: candidate-1\n" in ended.out
    assert "zebulon" not in ended.out.lower()


def test_a_person_may_read_their_own_name(tmp_path: Path) -> None:
    """Outside CI, and in CI when asked for, the text report says it; JSON never does."""
    write(tmp_path, "eligible")

    assert f"For: {CANARY} (eligible)" in inside("check", "eligible.yaml", *DAY, folder=tmp_path).out
    assert CANARY in inside("check", "eligible.yaml", *DAY, "--no-redact", folder=tmp_path, CI="1").out
    assert CANARY not in inside("check", "eligible.yaml", *DAY, "-f", "json", folder=tmp_path).out


def test_own_rules_take_the_place_of_the_built_in_ones(tmp_path: Path) -> None:
    """A folder of rules is all there is, its words too."""
    rules = tmp_path / "rules"
    (rules / "us").mkdir(parents=True)
    (rules / "catalog.yaml").write_text("version: '7'\ntitle: Mine\nchecked: 2026-11-22\n")
    (rules / "sources.yaml").write_text(
        "sources: {law: {title: Law, publisher: State, date: undated, tier: issuer, file: law.txt, read: 2026-11-22}}\n"
    )
    (rules / "words.yaml").write_text("programs: {}\n")
    (rules / "us" / "toy.yaml").write_text(
        "id: TOY\ntitle: Toy\njurisdiction: US-XX\nregion: Toyland\nissuer: {name: BOT, short: BOT}\nabout: Tests.\n"
        "editions: [{id: e, pathways: [{id: w, title: W, requires: {id: t, kind: references, title: Two, at_least: 2, "
        "sources: [{id: law, at: p}]}}]}]\n"
    )

    ended = peercert(
        "check", "-", *DAY, "--rules", rules, "-c", "toy", "-f", "json", folder=tmp_path, stdin="references: 2\n"
    )

    assert ended.code == 0
    assert report(ended)["catalog"]["version"] == "7"
    assert report(ended)["determinations"][0]["verdict"] == "eligible"


@pytest.mark.parametrize("format_", ["text", "markdown", "html", "json"])
def test_how_safe_a_yes_is_is_told_in_every_format_with_room(tmp_path: Path, format_: str) -> None:
    """What carries it, and the day on which it is lost: four years after the first months of work leave the window."""
    maya = Path(__file__).parents[2] / "examples" / "maya-ready.yaml"

    told = inside("check", str(maya), *DAY, "--fragility", "-f", format_, folder=tmp_path).out

    assert "2027-04-04" in told
    assert ("T-02" in told) is (format_ != "json")
    assert "2027-04-04" not in inside("check", str(maya), *DAY, "-f", format_, folder=tmp_path).out
