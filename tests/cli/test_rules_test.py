"""`peercert rules test`, as a person uses it."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import xmlschema

from casework.toys import CASES, cases_with, rules
from catalog.toy import toy_with
from program import inside

XSD = Path(__file__).parents[1] / "data" / "junit-10.xsd"


def made(folder: Path, cases: str = CASES, **files: str) -> str:
    """Write the toy rules, and return where they are as a person would name it."""
    rules(folder, cases, **files)
    return "rules"


def test_the_built_in_cases_all_pass(tmp_path: Path) -> None:
    """Every credential's, with one line to say so."""
    ended = inside("rules", "test", folder=tmp_path)

    assert (ended.code, ended.err) == (0, "")
    assert ended.out == "492 cases of 7 credentials: all came out as they must.\n"


def test_a_case_that_fails_is_told_at_its_place(tmp_path: Path) -> None:
    """What must come out, what did, and the requirement that makes the difference, in words."""
    ended = inside("rules", "test", made(tmp_path, toy=toy_with("at_least: 2\n", "at_least: 3\n")), folder=tmp_path)

    assert (ended.code, ended.err) == (1, "")
    assert ended.out == (
        "rules/us/toy.cases.yaml:5:5: just old enough, with just enough references\n"
        "  The verdict must be eligible. It came out as not_eligible.\n"
        "    xx.toy.references (Two references): unmet. 2 of 3 references.\n"
        "\n"
        "rules/us/toy.cases.yaml:9:5: turns eighteen tomorrow\n"
        "  The verdict must be not_yet. It came out as not_eligible.\n"
        "    xx.toy.references (Two references): unmet. 2 of 3 references.\n"
        "\n"
        "4 cases of 1 credential: 2 did not come out as they must.\n"
    )


def test_an_id_that_is_no_requirement_is_told(tmp_path: Path) -> None:
    """A slip in `because` is a case that fails, with a word about the id."""
    folder = made(tmp_path, cases_with("because: [xx.toy.age]", "because: [xx.toy.aeg]"))
    ended = inside("rules", "test", folder, folder=tmp_path)

    assert ended.code == 1
    assert "    xx.toy.aeg: No way that was looked at has a requirement of this id.\n" in ended.out


def test_cases_are_selected_by_credential_and_words(tmp_path: Path) -> None:
    """The credential by any of its names; the words in any case."""
    ended = inside("rules", "test", "-c", "cpss", "-k", "SIBLING", folder=tmp_path)
    brother = inside("rules", "test", "-c", "CPSSP", "-k", "brother reading", folder=tmp_path)

    assert (ended.code, ended.err) == (4, "Nothing to run: no case was found.\n")
    assert (brother.code, brother.out) == (0, "2 cases of 1 credential: all came out as they must.\n")


def test_a_file_that_cannot_be_read_outranks_a_case_that_fails(tmp_path: Path) -> None:
    """The problem goes to standard error with its place; the other files are still run."""
    folder = made(tmp_path, toy=toy_with("at_least: 2\n", "at_least: 3\n"), **{"other.cases": "given: [\n"})
    ended = inside("rules", "test", folder, folder=tmp_path)

    assert ended.code == 4
    assert ended.err.startswith("rules/us/other.cases.yaml:1:9: ")
    assert "4 cases of 1 credential: 2 did not come out as they must." in ended.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-f", "jnuit"], 'There is no such format. Did you mean "junit"?'),
        (["-c", "CRS"], "There is no credential of this name here."),
        (["nowhere"], "There is no such folder of rules."),
        (["--coverage", "-k", "exam"], "so leave -k out."),
        (["--propose", "-k", "exam"], "so leave -k out."),
        (["--propose", "-f", "json"], "so leave --coverage and -f out."),
        (["--propose", "--coverage"], "so leave --coverage and -f out."),
    ],
)
def test_what_cannot_be_asked_for_is_usage(tmp_path: Path, arguments: list[str], said: str) -> None:
    """Code 2, and nothing on standard output."""
    ended = inside("rules", "test", *arguments, folder=tmp_path)

    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


def test_cases_that_cannot_be_read_are_not_called_missing(tmp_path: Path) -> None:
    """Nothing ran, so nothing came out as it must."""
    folder = made(tmp_path)
    (tmp_path / "rules" / "us" / "toy.cases.yaml").write_text("given: [\n")
    ended = inside("rules", "test", folder, folder=tmp_path)

    assert (ended.code, ended.out) == (4, "No case was run.\n")
    assert ended.err.endswith("No case was run.\n")


def test_a_folder_without_cases_is_never_a_silent_pass(tmp_path: Path) -> None:
    """Code 4."""
    folder = made(tmp_path)
    (tmp_path / "rules" / "us" / "toy.cases.yaml").unlink()
    ended = inside("rules", "test", folder, folder=tmp_path)

    assert (ended.code, ended.err) == (4, "Nothing to run: no case was found.\n")


def test_coverage_that_is_whole_passes(tmp_path: Path) -> None:
    """With the share of each group."""
    ended = inside("rules", "test", made(tmp_path), "--coverage", folder=tmp_path)

    assert (ended.code, ended.err) == (0, "")
    assert ended.out == (
        "TOY: 100.0 % shown (14 of 14)\n"
        "  outcomes: 6 of 6, 100.0 %\n"
        "  only no: 2 of 2, 100.0 %\n"
        "  branches, ways, editions: 2 of 2, 100.0 %\n"
        "  numbers and days: 4 of 4, 100.0 %\n"
        "\n"
        "4 cases of 1 credential: all came out as they must.\n"
    )


def test_coverage_that_is_short_fails_and_says_where(tmp_path: Path) -> None:
    """At the line of the rule; without --coverage the same cases pass."""
    folder = made(tmp_path, cases_with("but: {references: 1}", "but: {references: 0}"))

    assert inside("rules", "test", folder, folder=tmp_path).code == 0
    ended = inside("rules", "test", folder, "--coverage", folder=tmp_path)
    assert ended.code == 1
    assert "TOY: 92.8 % shown (13 of 14)\n" in ended.out
    assert (
        "  rules/us/toy.yaml:26:25: xx.toy.references/at_least: no case stands one step past it [past]\n" in ended.out
    )


def test_a_reason_for_something_that_is_shown_fails(tmp_path: Path) -> None:
    """A stale excuse is a fault of its own."""
    folder = made(tmp_path, f"{CASES}not_reached: [{{id: xx.toy.age, as: [met], because: So it is.}}]\n")
    ended = inside("rules", "test", folder, "--coverage", folder=tmp_path)

    assert ended.code == 1
    assert "rules/us/toy.cases.yaml:25:15: A case does show xx.toy.age as met." in ended.out


def test_proposals_go_to_a_file_with_no_verdict(tmp_path: Path) -> None:
    """What a machine cannot propose is counted on standard error."""
    cases = CASES[: CASES.index("  - name: turns")] + CASES[CASES.index("  - name: one reference") :]
    ended = inside("rules", "test", made(tmp_path, cases), "--propose", "-o", "new.yaml", folder=tmp_path)
    text = (tmp_path / "new.yaml").read_text()

    assert (ended.code, ended.out) == (0, "")
    assert ended.err == "2 gaps can only be closed by hand. See --coverage.\n"
    assert text.splitlines() == [
        "  # Put these under `cases:` in rules/us/toy.cases.yaml",
        '  # For rules/us/toy.yaml:21. Made from the case "just old enough, with just enough references".',
        '  - name: "proposed: one step past xx.toy.age, at_least"',
        "    as_of: 2026-11-22",
        "    but:",
        "      birth_date: 2008-11-23",
        "    verdict: CONFIRM",
    ]


def test_json_holds_what_must_come_out_and_what_did(tmp_path: Path) -> None:
    """One object, with every case, the differences, and the counts."""
    folder = made(tmp_path, toy=toy_with("at_least: 2\n", "at_least: 3\n"))
    ended = inside("rules", "test", folder, "-f", "json", folder=tmp_path)
    drawn = json.loads(ended.out)

    assert ended.code == 1
    assert [*drawn] == ["format", "catalog", "cases", "coverage", "problems", "summary"]
    assert (drawn["format"], drawn["coverage"], drawn["problems"]) == ("peercert.cases/1", None, [])
    assert drawn["summary"] == {"credentials": 1, "cases": 4, "passed": 2, "failed": 2}
    assert drawn["cases"][1] == {
        "credential": "TOY",
        "name": "turns eighteen tomorrow",
        "source": "rules/us/toy.cases.yaml",
        "line": 9,
        "column": 5,
        "passed": False,
        "expected": {"verdict": "not_yet", "eligible_from": "2026-11-23", "pathway": None, "because": ["xx.toy.age"]},
        "found": {
            "verdict": "not_eligible",
            "eligible_from": None,
            "pathway": "standard",
            "because": ["xx.toy.age", "xx.toy.references"],
        },
        "differences": [
            {
                "what": "verdict",
                "message": "The verdict must be not_yet. It came out as not_eligible.",
                "requirements": [
                    {
                        "id": "xx.toy.references",
                        "title": "Two references",
                        "outcome": "unmet",
                        "because": "2 of 3 references.",
                    }
                ],
            }
        ],
    }


def test_json_holds_coverage_and_problems(tmp_path: Path) -> None:
    """Each gap with its place, each idle reason, each file that cannot be read."""
    reason = "not_reached: [{id: xx.toy.age, as: [met], because: So it is.}]\n"
    cases = cases_with("but: {references: 1}", "but: {references: 0}") + reason
    folder = made(tmp_path, cases, **{"other.cases": "- 1\n"})
    drawn = json.loads(inside("rules", "test", folder, "-f", "json", "--coverage", folder=tmp_path).out)

    (covered,) = drawn["coverage"]
    assert covered["gaps"] == [
        {"subject": "xx.toy.references/at_least", "as": "past", "source": "rules/us/toy.yaml", "line": 26, "column": 25}
    ]
    assert (covered["shown"], covered["wanted"], covered["complete"]) == (13, 14, False)
    assert [one["code"] for one in covered["idle_reasons"]] == ["idle-reason"]
    assert [(one["source"], one["line"], one["code"]) for one in drawn["problems"]] == [
        ("rules/us/other.cases.yaml", 1, "not-a-mapping")
    ]


def junit(folder: Path, *arguments: str) -> ET.Element:
    """Return the JUnit report of a run, which must be as Jenkins takes it."""
    text = inside("rules", "test", *arguments, "-f", "junit", folder=folder).out
    xmlschema.XMLSchema(str(XSD)).validate(text)
    return ET.fromstring(text)  # noqa: S314 - written by this program


def test_junit_has_a_suite_for_each_credential(tmp_path: Path) -> None:
    """Counts that add up, and no failure."""
    root = junit(tmp_path)

    assert root.attrib == {"tests": "492", "failures": "0", "errors": "0"}
    assert [suite.get("name") for suite in root] == ["CPSRP-P", "CPSRP", "CPRS", "CRSS", "CPS-I", "CPS-II", "CPSS"]
    assert sum(len(suite) for suite in root) == 492


def test_junit_tells_failures_gaps_and_problems(tmp_path: Path) -> None:
    """A case that fails, a credential that is not covered, and a file that cannot be read."""
    folder = made(tmp_path, toy=toy_with("at_least: 2\n", "at_least: 3\n"), **{"other.cases": "- 1\n"})
    root = junit(tmp_path, folder, "--coverage")

    assert root.attrib == {"tests": "6", "failures": "3", "errors": "1"}
    failure, _, gap = root.iter("failure")
    assert failure.attrib == {
        "type": "verdict",
        "message": "The verdict must be eligible. It came out as not_eligible.",
    }
    assert (failure.text or "").startswith("rules/us/toy.cases.yaml:5:5\n")
    assert "xx.toy.references/at_least, at" in (gap.text or "")
    assert [error.get("type") for error in root.iter("error")] == ["not-a-mapping"]


def test_the_command_is_in_the_help(tmp_path: Path) -> None:
    """Both levels."""
    assert "test" in inside("rules", "--help", folder=tmp_path).out
    assert "--propose" in inside("rules", "test", "--help", folder=tmp_path, COLUMNS="100").out
