"""Plans drawn as text, Markdown and JSON."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from peercert.lint.reading_grade import grade
from peercert.plan.several import plans
from peercert.plan.todo import Pace
from peercert.render import plan_json, plan_markdown, plan_text
from peercert.render.plan_words import Setting, words_of
from peercert.render.style import Style
from peercert.report import Header
from peercert.session import Options, check
from program import inside
from upper import TODAY, Written, built_in, person

ANDRE: Written = {
    "id": "andre",
    "education": [{"level": "ged"}],
    "lived_experience": [{"who": "self", "condition": "mental_illness"}],
    "attestations": {"disclosure": True, "code_of_ethics": True},
    "training": [
        {
            "id": "T-01",
            "completed": "2026-04-10",
            "topics": {
                "advocacy": 10, "professional_responsibility": 10, "mentoring": 10, "recovery_support": 10, "ethics": 5,
                "core_functions": 56,
            },
        }
    ],
    "experience": [{"share": 0.7, "start": "2023-02-06", "end": "2026-01-30", "hours": 2400}],
    "supervision": [{"hours": 100, "start": "2023-02-06", "end": "2026-01-30"}],
    "practicum": [],
    "exams": [{"exam": "il-crss", "date": "2026-08-20", "score": 70}],
}  # fmt: skip
ROSA = {**ANDRE, "lived_experience": [{"who": "self", "condition": "substance_use"}]}
HALF = {**ANDRE, "lived_experience": "declined", "training": [{"id": "T-01", "hours": 110}]}
TOP = Path(__file__).parents[2]
DRAWINGS = {"text": plan_text.draw, "markdown": plan_markdown.draw, "json": plan_json.draw}


def setting(*, redacted: bool = False, **other: Any) -> Setting:
    """Return under what the plans are drawn."""
    header = Header("0.1.0", "2026.11", "0" * 64, TODAY, "undetermined", False, redacted)
    return Setting(header._replace(**other), Pace(), "hours")


def drawn(profile: Written, *credentials: str, format_: str = "text", width: int = 80, redacted: bool = False) -> str:
    """Draw plans for a person."""
    checked = check(built_in(), person(profile), Options(TODAY, credentials))
    found = plans(built_in(), checked, Pace(), "hours")
    return DRAWINGS[format_](built_in(), found, setting(redacted=redacted), Style(width))


def test_the_text_says_first_what_comes_of_it_and_then_what_to_do() -> None:
    """A day, a step with its day and its sources, the fees, and what the plan rests on."""
    assert drawn(ANDRE, "CRSS") == (
        "CRSS · Certified Recovery Support Specialist · Illinois\n"
        "For: andre   as of 2026-11-22\n"
        "\n"
        "READY ON 2026-11-24 AT THE EARLIEST\n"
        "  1 step, 1 more hour of training\n"
        "  By this way: On your own (training and work gathered piece by piece)\n"
        "\n"
        "What to do\n"
        "[ ] Take 1 more hour of ethics training.\n"
        "    Done by 2026-11-24 at the earliest.\n"
        "    Source: CRSS and CPRS requirement and fee table (the stored copy shows no\n"
        "      title), training rows, ethics\n"
        "    Source: Illinois peer specialists (older and newer page), CRSS training list\n"
        "      (a secondary source)\n"
        "\n"
        "Fees still to pay\n"
        "- Application fee: 100 USD\n"
        "- In all: 100 USD\n"
        "\n"
        "Other ways\n"
        "- By an accredited program (a college course with a practicum): Still open (5\n"
        "  steps, 1 thing to settle, 110 more hours of training, 300 more hours of\n"
        "  practice).\n"
        "- To see the steps of each way, add --all-ways.\n"
        "\n"
        "Good to know\n"
        "- The plan was carried out on a copy of the profile and checked again. On\n"
        "  2026-11-24 it is eligible.\n"
        "- The days count 20 hours of work and 4 hours of training a week, from tomorrow\n"
        "  on. Change them with --hours-per-week and --training-per-week.\n"
        "- When courses and exams are held, and how long an office takes, is not known\n"
        "  here. Ask first.\n"
        "\n"
        "Decided by catalogue 2026.11 (sha256 000000000000), peercert 0.1.0.\n"
    )


def test_with_all_ways_each_is_drawn_in_full(tmp_path: Path) -> None:
    """One after the other, and no longer in one line."""
    path = TOP / "examples" / "andre-one-hour-short.yaml"
    text = inside("plan", str(path), "--as-of", "2026-11-22", "--all-ways", folder=tmp_path).out

    assert text.count("CRSS · Certified Recovery Support Specialist · Illinois\n") == 2
    assert "[ ] Do 300 more hours of practice in ICB-accredited peer recovery support\n" in text
    assert "Other ways" not in text


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize("profile", [ANDRE, ROSA, HALF], ids=["one step", "out of reach", "half told"])
def test_no_line_is_wider_than_the_terminal(profile: Written, width: int) -> None:
    """Every credential is planned."""
    lines = drawn(profile, width=width).splitlines()

    assert max(map(len, lines)) <= width


def test_what_is_out_of_reach_is_said_gently_and_leads_somewhere() -> None:
    """No steps and no fees; the reason, and the nearest credential instead."""
    said = drawn(ROSA, "CRSS")

    assert said.splitlines()[3:6] == [
        "NOT OPEN, BY WHAT WAS TOLD",
        "  this is about the rules, and says nothing of your worth",
        "",
    ]
    assert "What no step can change\n- What was told is not the lived experience" in said
    assert "- The nearest credential that this does not rule out is CPRS.\n" in said
    assert "Fees" not in said


def test_records_are_called_by_their_own_ids_unless_redacted() -> None:
    """As in a report."""
    assert "T-01: its hours are not told by topic." in drawn(HALF, "CRSS")
    assert "T-01" not in drawn(HALF, "CRSS", redacted=True)


def test_the_markdown_is_a_checklist_with_boxes() -> None:
    """A heading, a box for each step with its lines below, and the same sentences as in the text."""
    page = drawn(ANDRE, "CRSS", format_="markdown")

    assert page.startswith("# Plan for andre\n\nAs of 2026-11-22.\n\n## CRSS · Certified Recovery Support Specialist")
    assert (
        "### What to do\n\n- [ ] Take 1 more hour of ethics training.\n  - Done by 2026-11-24 at the earliest.\n"
        in page
    )
    assert "### Fees still to pay\n\n- Application fee: 100 USD\n- In all: 100 USD\n" in page


def test_text_that_could_act_does_not() -> None:
    """A label with markup stays a label."""
    page = drawn({**ANDRE, "id": "a|<b>[x](y)"}, "CRSS", format_="markdown")

    assert page.startswith("# Plan for a\\|\\<b>\\[x](y)\n")


@pytest.mark.parametrize("format_", ["text", "markdown"])
def test_another_way_to_read_disputes_is_said(format_: str) -> None:
    """Above what comes of it, for it may be the reason."""
    checked = check(built_in(), person(ANDRE), Options(TODAY, ("CRSS",), disputes="strict"))
    found = plans(built_in(), checked, Pace(), "hours")

    report = DRAWINGS[format_](built_in(), found, setting(disputes="strict"), Style(80))

    said = report.index("In this report every reading of a disputed point must be met (strict).")
    assert said < report.index("READY ON")


def test_the_json_names_every_catalogue() -> None:
    """That below and that on top, where there are two."""
    two = (("1", "0" * 64), ("2", "f" * 64))
    whole: dict[str, Any] = json.loads(plan_json.whole(setting(layers=two), [], []))

    assert whole["catalog"]["layers"] == [{"version": "1", "sha256": "0" * 64}, {"version": "2", "sha256": "f" * 64}]


def test_the_json_is_one_object_with_a_plan_on_each_line() -> None:
    """What is redacted holds no profile; amounts are exact."""
    line = drawn(ANDRE, "CRSS", format_="json", redacted=True)
    whole: dict[str, Any] = json.loads(plan_json.whole(setting(), [line], []))

    assert "\n" not in line
    assert list(whole) == [
        "format", "version", "as_of", "disputes", "by", "hours_per_week", "training_per_week", "catalog", "plans",
        "problems",
    ]  # fmt: skip
    assert (whole["format"], whole["hours_per_week"]) == ("peercert.plan/1", 20)
    assert whole["plans"][0]["profile_after"] is None
    assert whole["plans"][0]["cost"] == {"amount": 100, "currency": "USD"}


def test_what_is_to_be_settled_has_no_day() -> None:
    """Only the person, or the office, knows when."""
    [plan] = [json.loads(drawn(HALF, "CRSS", format_="json"))]

    assert [(step["settles"], step["done_by"]) for step in plan["steps"]] == [(True, None), (True, None)]
    assert (plan["verdict_after"], plan["eligible_on"]) == ("undetermined", None)


def test_a_day_is_called_that_of_being_eligible_only_where_it_is() -> None:
    """Contract section 5: on `eligible_on`, a check of `profile_after` says eligible; `done_on` only ends the steps."""
    [settled] = [json.loads(drawn(ANDRE, "CRSS", format_="json"))]
    [opened] = [json.loads(drawn(HALF, "CRSS", format_="json"))]
    [closed] = [json.loads(drawn(ROSA, "CRSS", format_="json"))]

    assert (settled["eligible_on"], settled["done_on"]) == ("2026-11-24", "2026-11-24")
    assert (opened["eligible_on"], opened["done_on"]) == (None, "2026-11-22")
    assert (closed["eligible_on"], closed["done_on"]) == (None, None)


def test_what_every_plan_says_can_be_read_in_the_eighth_grade() -> None:
    """The headline and what is good to know, for all credentials."""
    checked = check(built_in(), person(ROSA), Options(TODAY))
    found = plans(built_in(), checked, Pace(Decimal(20), Decimal("4.5")), "hours")

    said = {note for words in words_of(built_in(), found, setting()) for note in words.good_to_know()}

    assert {note for note in said if grade(note) > 8} == set()
