"""`peercert cohort`, as a coordinator uses it."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from cohort.six import CPSRP, SIX, write
from program import inside

from .profiles import DAY

TOP = Path(__file__).parents[2]


def test_it_reports_a_folder_and_judges_nobody(tmp_path: Path) -> None:
    """Somebody is not eligible, and the code is 0 all the same."""
    ended = inside("cohort", ".", *DAY, folder=write(tmp_path))

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Cohort\nRules: catalogue 2026.11 (sha256 ")
    assert "). Everyone is looked at as of\n2026-11-22.\n" in ended.out
    assert "\nEligible\n- ana\n" in ended.out


@pytest.mark.parametrize("format_", ["text", "csv", "json", "markdown"])
def test_a_profile_that_cannot_be_used_is_told_everywhere_and_the_rest_is_reported(
    tmp_path: Path, format_: str
) -> None:
    """Code 4; on standard error and in the report."""
    (write(tmp_path) / "bad.yaml").write_text("references: -1\n")

    ended = inside("cohort", ".", *DAY, "-f", format_, folder=tmp_path)

    assert ended.code == 4
    assert ended.err.startswith("bad.yaml:1:13: This number is below zero.")
    assert "This number is below zero." in ended.out
    assert "ana" in ended.out


def test_two_profiles_with_one_id_are_a_problem(tmp_path: Path) -> None:
    """The second one is not counted."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.json").write_text(json.dumps({**CPSRP, "id": "jo"}))

    ended = inside("cohort", ".", *DAY, "-f", "json", folder=tmp_path)

    assert ended.code == 4
    assert json.loads(ended.out)["summary"] == {"candidates": 1, "invalid": 1}


def test_nothing_to_look_at_is_code_4(tmp_path: Path) -> None:
    """An empty folder is never a silent pass."""
    ended = inside("cohort", ".", *DAY, folder=tmp_path)

    assert ended.code == 4
    assert ended.err == "Nothing to look at: no profile was found.\n"


def test_what_is_asked_for_outranks_what_is_sought(tmp_path: Path) -> None:
    """All six for one credential."""
    ended = inside("cohort", ".", *DAY, "-c", "cpss", "-f", "json", folder=write(tmp_path))

    (one,) = json.loads(ended.out)["credentials"]
    assert (one["credential"], one["people"]) == ("CPSS", 6)


def test_a_survey_is_said_on_standard_error(tmp_path: Path) -> None:
    """For nobody asked for these credentials."""
    (tmp_path / "x.yaml").write_text("references: 2\n")

    ended = inside("cohort", ".", *DAY, "-f", "json", folder=tmp_path)

    assert len(json.loads(ended.out)["credentials"]) == 7
    assert ended.err.startswith("No credential was asked for, so every one was looked at for one profile. ")


def test_the_same_bytes_come_out_of_any_number_of_processes(tmp_path: Path) -> None:
    """Of forty-two people, in the order given."""
    lines = [json.dumps({**SIX[name], "id": f"{name}-{n}"}) for n in range(7) for name in SIX]
    (tmp_path / "all.jsonl").write_text("\n".join(lines))

    outs = {
        inside("cohort", "all.jsonl", *DAY, "-f", "json", "--jobs", jobs, folder=tmp_path).out for jobs in ("1", "3")
    }

    (out,) = outs
    assert json.loads(out)["summary"] == {"candidates": 42, "invalid": 0}


@pytest.mark.parametrize("format_", ["text", "csv", "json", "markdown"])
def test_redacted_people_go_by_number_and_names_are_never_shown(tmp_path: Path, format_: str) -> None:
    """A file may be called after a person; with CI set its name is not the label."""
    (tmp_path / "zebulon.json").write_text(json.dumps({**CPSRP, "name": "Zebulon Quartermain"}))

    plain = inside("cohort", ".", *DAY, "-f", format_, folder=tmp_path)
    redacted = inside("cohort", ".", *DAY, "-f", format_, folder=tmp_path, CI="1")

    assert "Quartermain" not in plain.out
    assert "zebulon" in plain.out
    assert "zebulon" not in redacted.out.lower()
    assert "candidate-1" in redacted.out


@pytest.mark.parametrize("format_", ["text", "csv", "json", "markdown"])
def test_a_report_for_sharing_holds_no_label(tmp_path: Path, format_: str) -> None:
    """Neither of a good profile nor of one that cannot be used."""
    for number in range(4):
        (tmp_path / f"label-{number}.json").write_text(json.dumps(CPSRP))
    (tmp_path / "label-bad.yaml").write_text("references: -1\n")

    ended = inside("cohort", ".", *DAY, "-f", format_, "-c", "CPSRP", "--min-cell", "3", folder=tmp_path)

    assert ended.code == 4
    assert "label" not in ended.out
    assert "4" in ended.out
    assert "<3" in ended.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-c", "CPSRP", "--min-cell", "2"], "--min-cell takes 3 or more: with less, a hidden number could only be 1."),
        (["--min-cell", "5"], "--min-cell is for one credential at a time. Name it with --credential ID."),
        (["-c", "CPSRP", "-c", "CPSS", "--min-cell", "5"], "--min-cell is for one credential at a time."),
        (
            ["-c", "CPSRP", "--min-cell", "5", "--against", str(TOP / "rules")],
            "--min-cell cannot go with --against: what differs",
        ),
        (["-f", "html"], "There is no such format."),
        (["-c", "XYZ"], "There is no credential of this name here."),
    ],
    ids=["too small", "no credential", "two credentials", "against", "format", "unknown"],
)
def test_what_cannot_be_done_is_usage(tmp_path: Path, arguments: list[str], said: str) -> None:
    """Code 2, one line, and nothing is read."""
    ended = inside("cohort", ".", *DAY, *arguments, folder=write(tmp_path))

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"peercert: {said}")


def test_against_other_rules_it_says_who_flips(tmp_path: Path) -> None:
    """Ninety hours instead of eighty: Ana and Di lose what they have, with the requirement named; Cy and Bo do not."""
    rules = tmp_path / "new"
    for path in sorted((TOP / "rules").rglob("*.yaml")):
        target = rules / path.relative_to(TOP / "rules")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(path.read_text().replace("at_least: 80", "at_least: 90"))
    (tmp_path / "people").mkdir()

    ended = inside(
        "cohort", write(tmp_path / "people"), *DAY, "-c", "CPSRP", "--against", rules, "-f", "json", folder=tmp_path
    )

    report = json.loads(ended.out)
    flips = {one["from"]: one for one in report["credentials"][0]["flips"]}
    assert flips["eligible"] == {
        "from": "eligible", "to": "not_eligible", "people": 1, "candidates": ["ana"],
        "blocking_now": [{"requirement": "ct.cpsrp.std.training", "people": 1}], "blocking_no_more": [],
    }  # fmt: skip
    assert "di" in flips["undetermined"]["candidates"]
    assert report["against"]["sha256"] != report["catalog"]["sha256"]


def test_a_file_takes_the_report(tmp_path: Path) -> None:
    """Standard output stays empty; the table can be read back."""
    ended = inside("cohort", "ana.json", *DAY, "-f", "csv", "-o", "out.csv", folder=write(tmp_path))

    assert (ended.code, ended.out) == (0, "")
    assert len(list(csv.DictReader(StringIO((tmp_path / "out.csv").read_text())))) == 4


def test_quiet_leaves_only_code_and_problems(tmp_path: Path) -> None:
    """No report."""
    (tmp_path / "bad.yaml").write_text("references: -1\n")

    ended = inside("cohort", ".", *DAY, "-q", folder=write(tmp_path))

    assert (ended.code, ended.out) == (4, "")
    assert "This number is below zero." in ended.err


def test_the_help_says_that_verdicts_give_no_exit_code(tmp_path: Path) -> None:
    """And what is looked at where no credential is named."""
    said = " ".join(inside("cohort", "--help", folder=tmp_path, COLUMNS="100").out.split())

    assert "verdicts do not change the exit code" in said
    assert "what each profile seeks, else all" in said
