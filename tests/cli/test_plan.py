"""`peercert plan`, as a person and a script use it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from oracle.people import Case as Person
from oracle.people import people
from plan.planned import without_long_fractions
from program import inside

from .profiles import CANARY, DAY, PROFILES, write

TOP = Path(__file__).parents[2]
EXAMPLES = sorted((TOP / "examples").glob("*.yaml"))
REACHED = {"eligible": 0, "undetermined": 3}


def plans(*arguments: str | Path, folder: Path, **more: str) -> tuple[int, list[dict[str, Any]]]:
    """Return the exit code and the plans as JSON."""
    ended = inside("plan", *arguments, "-f", "json", folder=folder, **more)
    return ended.code, json.loads(ended.out)["plans"]


def check_again(plan: dict[str, Any], folder: Path) -> int:
    """Return the exit code of a check of the profile that a plan leads to, on the day on which its steps are done."""
    (folder / "after.json").write_text(json.dumps(plan["profile_after"]))
    assert (plan["eligible_on"] is None) == (plan["verdict_after"] != "eligible")
    day = ("--as-of", plan["done_on"])
    return inside("check", "after.json", *day, "-c", plan["credential"], "-q", folder=folder).code


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("by", ["hours", "steps", "date", "cost"])
def test_the_profile_after_each_plan_for_an_example_checks_as_told(tmp_path: Path, example: Path, by: str) -> None:
    """For every credential that the example seeks, by whatever is counted most."""
    _, found = plans(example, *DAY, "--by", by, folder=tmp_path)

    assert found
    for plan in found:
        if plan["reachable"]:
            assert check_again(plan, tmp_path) == REACHED[plan["verdict_after"]]
        else:
            assert plan["blocked_by"]
            assert plan["profile_after"] is None


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people())
def test_the_profile_after_a_plan_checks_as_told(tmp_path: Path, one: Person) -> None:
    """For people near the edges of the rules, through the command line."""
    (tmp_path / "someone.json").write_text(json.dumps(without_long_fractions(one.profile)))
    asked = ("someone.json", "--as-of", one.as_of.isoformat(), "-c", one.credential)

    code, [plan] = plans(*asked, folder=tmp_path)

    if plan["reachable"]:
        assert code == check_again(plan, tmp_path) == REACHED[plan["verdict_after"]]
    else:
        assert code == 1


@pytest.mark.parametrize(
    ("name", "code"), [("eligible", 0), ("not-yet", 0), ("not-eligible", 0), ("undetermined", 3), ("survey", 0)]
)
def test_the_exit_code_says_what_came_of_it(tmp_path: Path, name: str, code: int) -> None:
    """0 for a plan or none needed, 3 where one rests on what is not settled, 0 where nothing was asked for."""
    write(tmp_path, name)

    assert inside("plan", f"{name}.yaml", *DAY, folder=tmp_path).code == code


def test_a_credential_out_of_reach_is_code_1_and_another_is_named(tmp_path: Path) -> None:
    """Recovery from substance use does not fit CRSS; the other credential of the state does not mind."""
    example = TOP / "examples" / "rosa-substance-use-recovery.yaml"

    ended = inside("plan", example, "-c", "CRSS", *DAY, folder=tmp_path)

    assert ended.code == 1
    assert "NOT OPEN, BY WHAT WAS TOLD" in ended.out
    assert "- The nearest credential that this does not rule out is CPRS." in ended.out


@pytest.mark.parametrize("name", ["invalid", "stranger"])
@pytest.mark.parametrize("format_", ["text", "json", "markdown"])
def test_a_profile_that_cannot_be_used_is_code_4(tmp_path: Path, name: str, format_: str) -> None:
    """The problem stands on standard error, and in the JSON too."""
    write(tmp_path, name)

    ended = inside("plan", f"{name}.yaml", *DAY, "-f", format_, folder=tmp_path)

    assert ended.code == 4
    assert ended.err.startswith(f"{name}.yaml:")
    if format_ == "json":
        assert [one["source"] for one in json.loads(ended.out)["problems"]] == [f"{name}.yaml"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nobody.yaml",), "There is no file or folder"),
        (("eligible.yaml", "-c", "CRRS"), 'Did you mean "CRSS"?'),
        (("eligible.yaml", "-f", "jsn"), 'Did you mean "json"?'),
        (("eligible.yaml", "--hours-per-week", "0"), "--hours-per-week needs a number of hours above zero"),
        (("eligible.yaml", "--training-per-week", "169"), "no more than 168."),
        (("eligible.yaml", "--training-per-week", "four"), "--training-per-week needs a number of hours"),
        (("eligible.yaml", "--training-per-week", "NaN"), "--training-per-week needs a number of hours"),
    ],
)
def test_what_cannot_be_asked_is_code_2(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    """Each says what would be right."""
    write(tmp_path, "eligible")

    ended = inside("plan", *arguments, *DAY, folder=tmp_path)

    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err


def test_nothing_to_plan_is_code_4(tmp_path: Path) -> None:
    """An empty folder is never a silent pass."""
    ended = inside("plan", ".", *DAY, folder=tmp_path)

    assert ended.code == 4
    assert "Nothing to plan: no profile was found." in ended.err


def test_a_plan_in_a_file_is_the_same(tmp_path: Path) -> None:
    """And nothing stands on standard output."""
    write(tmp_path, "not-eligible")
    shown = inside("plan", "not-eligible.yaml", *DAY, folder=tmp_path)

    ended = inside("plan", "not-eligible.yaml", *DAY, "-o", "plan.txt", folder=tmp_path)

    assert (ended.code, ended.out) == (0, "")
    assert (tmp_path / "plan.txt").read_text() == shown.out


def test_a_redacted_plan_holds_no_profile_and_no_own_words(tmp_path: Path) -> None:
    """On by itself in CI; the steps, the hours and the days are there."""
    own = PROFILES["eligible"].replace("completed: 2026-07-24", f"id: {CANARY}, status: in_progress")
    (tmp_path / "someone.yaml").write_text(own)

    open_, [whole] = plans("someone.yaml", *DAY, folder=tmp_path)
    closed, [bare] = plans("someone.yaml", *DAY, folder=tmp_path, CI="1")

    assert (open_, closed) == (0, 0)
    assert CANARY in json.dumps(whole)
    assert CANARY not in json.dumps(bare)
    assert bare["profile_after"] is None
    assert bare["candidate"] == "candidate-1"
    assert bare["steps"][0]["action"] == "Finish what you have begun or planned: training record 1."


def test_the_pace_moves_the_day(tmp_path: Path) -> None:
    """110 hours at ten a week take 77 days, at 20 a week 39."""
    example = TOP / "examples" / "jo-planned-training.yaml"

    found = [plans(example, *DAY, "--training-per-week", pace, folder=tmp_path)[1] for pace in ("10", "20")]

    assert [plan["eligible_on"] for [plan] in found] == ["2027-02-07", "2026-12-31"]


def test_disputes_may_be_read_leniently(tmp_path: Path) -> None:
    """Then one reading is enough, and nothing is left to do."""
    example = TOP / "examples" / "pat-disputed-hours.yaml"

    _, [plan] = plans(example, *DAY, "--disputes", "lenient", folder=tmp_path)

    assert (plan["eligible_on"], plan["steps"]) == ("2026-11-22", [])


def test_the_json_has_the_shape_of_the_contract(tmp_path: Path) -> None:
    """One hour of ethics: the hours, the fee that is still due, the day, and the profile with the hour in it."""
    _, [plan] = plans(TOP / "examples" / "andre-one-hour-short.yaml", *DAY, folder=tmp_path)

    assert {key: plan[key] for key in ("candidate", "credential", "pathway", "reachable", "eligible_on")} == {
        "candidate": "andre-one-hour-short", "credential": "CRSS", "pathway": "independent", "reachable": True,
        "eligible_on": "2026-11-24",
    }  # fmt: skip
    assert plan["hours"] == {"training": 1, "experience": 0, "supervision": 0, "practicum": 0}
    assert plan["cost"] == {"amount": 100, "currency": "USD"}
    assert plan["blocked_by"] == []
    [step] = plan["steps"]
    assert step["requirement"] == "il.crss.ind.training.ethics"
    assert step["action"] == "Take 1 more hour of ethics training."
    assert (step["hours"], step["not_before"], step["done_by"]) == (1, None, "2026-11-24")
    assert plan["profile_after"]["training"][-1] == {
        "program": "none", "completed": "2026-11-24", "hours": 1, "topics": {"ethics": 1},
    }  # fmt: skip
