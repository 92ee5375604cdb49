"""A run of checks as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from peercert.render.csv_report import COLUMNS
from peercert.render.style import Style, safe

from .drawing import JORDAN, PROBLEM, READY, header
from .hostile import CANARY, HOSTILE
from .running import CANARIES, called, canaries_in, checked, run, titled, wrong

JO = checked(JORDAN)
KIM = checked({**READY, "id": "kim", "name": "Kim Lee", "seeking": ["CPSRP"]})


def table(text: str) -> list[dict[str, str]]:
    """Read a table back."""
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert all(None not in row and None not in row.values() for row in rows)
    return rows


def test_the_columns_are_those_that_are_told() -> None:
    """In this order; who reads them by name is not disturbed by a new one."""
    assert run("csv") == (
        "candidate,source,credential,edition,pathway,verdict,eligible_from,confidence,verify_with,requirement,title,topic,"
        "outcome,unknown_because,have,up_to,need,short,unit,blocking,because,remedy,sources,problem,line,column,"
        "as_of,catalog,disputes,verified_only\n"
    )


def test_every_requirement_of_the_way_has_a_row() -> None:
    """Met, missing, open, or not counting for this person; those inside others stand for them."""
    rows = table(run("csv", KIM, JO))

    assert [row["requirement"] for row in rows[:4]] == [
        "ct.cpsrp.std.lived-experience", "ct.cpsrp.std.training", "ct.cpsrp.std.exam", "ct.cpsrp.std.experience",
    ]  # fmt: skip
    assert [row["requirement"] for row in rows[4:] if row["blocking"] == "yes"] == [
        "ms.cpss.exam", "ms.cpss.experience.hours", "ms.cpss.references",
    ]  # fmt: skip
    assert [row["outcome"] for row in rows[4:]].count("unmet") == 4


def test_a_row_tells_all_of_it() -> None:
    """Numbers exactly; the determination, the day and the rules in every row, so that rows can be sorted and parted."""
    (row,) = (one for one in table(run("csv", JO)) if one["requirement"] == "ms.cpss.exam")

    assert row == {
        "candidate": "jordan", "source": "someone.json", "credential": "CPSS", "edition": "as-read-2026-11",
        "pathway": "standard", "verdict": "not_eligible", "eligible_from": "", "confidence": "document",
        "verify_with": "", "requirement": "ms.cpss.exam", "title": "CPSS exam with 75 percent or more", "topic": "exam",
        "outcome": "unmet", "unknown_because": "", "have": "74.9", "up_to": "74.9", "need": "75", "short": "0.1",
        "unit": "percent", "blocking": "yes",
        "because": "Scored 74.9 % on 2026-10-09; 75 % is needed. One of 2 sittings is left.",
        "remedy": "Sit the exam again.",
        "sources": "A Guide to Mississippi's Certified Peer Support Specialist Program, Mississippi Department of "
        "Mental Health, training section, bullet 10 and the paragraph after it | Peer support pages, "
        "Mississippi Department of Mental Health, training",
        "problem": "", "line": "", "column": "",
        "as_of": "2026-11-22", "catalog": "2026.11", "disputes": "undetermined", "verified_only": "no",
    }  # fmt: skip


def test_an_open_requirement_says_why() -> None:
    """In the word of the JSON report; nothing is counted."""
    (row,) = (one for one in table(run("csv", JO)) if one["requirement"] == "ms.cpss.employment")

    assert (row["outcome"], row["unknown_because"], row["have"], row["blocking"]) == (
        "unknown",
        "not_provided",
        "",
        "no",
    )


def test_a_record_is_called_by_its_own_id() -> None:
    """As in every report for people."""
    text = run("csv", JO)

    assert "Not counted: E-02 (dated after the day decided on)." in text
    assert "experience[" not in text


def test_a_day_to_wait_for_and_a_board_to_ask_are_told() -> None:
    """Where there is one."""
    waits = {**READY, "seeking": ["CPSRP-P"], "exams": [{"exam": "ct-cpsrp", "date": "2026-12-01", "result": "passed"}]}
    row, *_ = table(run("csv", checked(waits)))

    assert (row["verdict"], row["eligible_from"]) == ("not_yet", "2026-12-01")
    assert (row["confidence"], row["verify_with"]) == ("secondary", "Connecticut Certification Board")


def test_a_profile_that_cannot_be_used_has_a_row_for_each_problem() -> None:
    """With its place; what is wrong and what would be right stand where the reasons do."""
    *_, row = table(run("csv", KIM, PROBLEM))

    told = {name: value for name, value in row.items() if value}
    assert told == {
        "source": "bad.yaml", "verdict": "invalid", "because": "Unknown key.", "remedy": "Did you mean it?",
        "problem": "unknown-key", "line": "6", "column": "15",
        "as_of": "2026-11-22", "catalog": "2026.11", "disputes": "undetermined", "verified_only": "no",
    }  # fmt: skip


def test_the_options_are_told() -> None:
    """In every row."""
    rows = table(run("csv", KIM, said=header(disputes="strict", verified_only=True)))

    assert {(row["disputes"], row["verified_only"]) for row in rows} == {("strict", "yes")}


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_no_text_of_a_person_or_a_file_leaves_its_cell(text: str) -> None:
    """Nor is it a formula; a text is changed by no more than an apostrophe, and what could act is shown."""
    person, *_, problem = table(run("csv", called(text), wrong(text)))

    shown = safe(text.replace("\n", " ").replace("\t", " "))
    cells = (person["candidate"], person["source"], problem["source"], problem["because"], problem["remedy"])
    assert {cell.replace("'", "") for cell in cells} == {shown.replace("'", "")}
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@", "＝")) for cell in cells)


@pytest.mark.parametrize("text", ['=HYPERLINK("x")', "@team", "|cell|", '"><b>', "a;=1"])
def test_no_text_of_the_rules_leaves_its_cell(tmp_path: Path, text: str) -> None:
    """They may be somebody else's."""
    rules = titled(tmp_path, text)
    row, *_ = table(run("csv", called("jo", rules, "TOY"), catalog=rules))

    assert row["title"] == row["remedy"] == text.replace("=", "'=").replace("@", "'@")


def test_a_redacted_table_tells_nothing_of_the_person() -> None:
    """No name, label, note or day; the amounts are there."""
    text = run("csv", checked({**CANARIES, "id": "p-1"}), said=header(redacted=True))

    assert canaries_in(text) == []
    assert {row["candidate"] for row in table(text)} == {"p-1"}
    assert "This is not met. 1 of 2 references; 1 short." in text
    assert CANARY in run("csv", checked(CANARIES))


def test_a_stream_without_signs_gets_plain_characters() -> None:
    """The table is whole all the same."""
    assert run("csv", called("Zoë"), style=Style(signs=False)).isascii()


def test_the_columns_are_as_many_as_the_cells() -> None:
    """None is told twice."""
    assert len(set(COLUMNS)) == len(COLUMNS)
