"""A run of checks as a Markdown page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from peercert.render.style import Style

from .drawing import JORDAN, PROBLEM, READY, header
from .hostile import CANARY, HOSTILE
from .running import CANARIES, called, canaries_in, checked, run, titled, wrong
from .test_markdown import kinds

JO = checked(JORDAN)
KIM = checked({**READY, "id": "kim", "name": "Kim Lee", "seeking": ["CPSRP"]})
MANY = 3000
"""People whose report would not fit on a page."""

FULL = "Not shown here, for the page would be too large: "

PAGE = """\
# Who can be certified

As of 2026-11-22, by catalogue 2026.11 (sha256 abc), peercert 0.1.0.

| Who | Credential | Verdict | What stands in the way |
| --- | --- | --- | --- |
| kim | CPSRP | Eligible (New course and exam) | Nothing; verify with the Connecticut Certification Board |
| lee | CPSRP-P | Not eligible | CPSRP exam, passed |

## What is missing or open

### lee: CPSRP-P, not eligible

Certified Peer Support & Recovery Professional, Provisional, Connecticut: 1 of 3 requirements is not met.

- **CPSRP exam, passed.** No sitting of this exam that counts is told.
  - Do: Sit the exam.
  - Note: No pass mark is known, so the result decides.
  - Source: Connecticut establishes a peer support credential effective June 1, 2026 (news report of a talk, \
article 8191434), cpo.soar.com (a news service), exam (a secondary source)
- Only a secondary source tells of: CPSRP exam, passed. Verify with the Connecticut Certification Board (CCB) \
before you pay for anything.

## What could not be used

- bad.yaml:6:15: Unknown key. Did you mean it?

## Counts

- 2 people, 2 determinations: 1 eligible and 1 not eligible.
- 1 profile could not be used.
"""


def test_a_page_has_the_table_first_then_details_problems_and_counts() -> None:
    """Who is eligible needs no details."""
    lee = checked({**READY, "id": "lee", "seeking": ["CPSRP-P"], "exams": []})

    text = run("markdown", KIM, PROBLEM, lee)
    opens, ends = text.index("## CPSRP: What no trusted"), text.index("## What could not be used")

    assert text[:opens] + text[ends:] == PAGE


def test_what_no_source_settles_is_told_once_for_each_credential() -> None:
    """However many people ask about it: open questions belong to the rules."""
    text = run("markdown", KIM, JO, KIM)

    assert [line for line in text.splitlines() if "What no trusted source" in line] == [
        "## CPSRP: What no trusted source settles (ask CCB)", "## CPSS: What no trusted source settles (ask DMH)",
    ]  # fmt: skip
    assert text.count("- How long the full credential lasts is not said.") == 1


def test_the_way_that_is_followed_and_the_others_are_named() -> None:
    """A summary is printed alone: it must not hide that there is another way, or that all may be well once done."""
    course = {"program": "ct-cpsrp", "status": "in_progress", "hours": 84}
    text = run("markdown", checked({**READY, "id": "lee", "seeking": ["CPSRP"], "training": [course]}))

    assert "| lee | CPSRP | Not eligible (New course and exam) |" in text
    assert "\n- This report follows the way “New course and exam”, the nearest one.\n" in text
    assert "\n- The way “By an older course (grandparenting)”: not eligible, " in text
    assert "\n- If all that is in progress, planned or dated later is finished as told: " in text


def test_a_row_names_the_first_three_requirements_that_decide() -> None:
    """With their amounts; the rest is counted."""
    text = run("markdown", checked({"seeking": ["CPSS"], "references": 0}), checked({"seeking": ["CPSRP-P"]}))

    assert "| someone | CPSS | Not eligible | Two references (0 of 2 references, 2 short) |\n" in text
    assert (
        "| someone | CPSRP-P | Cannot be determined yet | Lived experience of a behavioral health condition, "
        "own or in the family; 80 hours of CPSRP training; CPSRP exam, passed |\n"
    ) in text
    assert ", and 9 more |\n" in run("markdown", checked({"seeking": ["CPSS"]}))


def test_what_is_open_besides_has_one_line() -> None:
    """Where something is missing for certain, that comes first."""
    text = run("markdown", JO)

    assert "\n- Open as well: Lived experience; Willing to speak of one's own need for services; " in text
    assert "The profile does not tell this." not in text


def test_a_day_to_wait_for_is_in_the_table() -> None:
    """And what is waited for is told below it."""
    waits = {**READY, "seeking": ["CPSRP-P"], "exams": [{"exam": "ct-cpsrp", "date": "2026-12-01", "result": "passed"}]}
    text = run("markdown", checked(waits))

    assert "| Not yet eligible, from 2026-12-01 | CPSRP exam, passed |" in text
    assert "eligible from 2026-12-01 on, if nothing else changes." in text


def test_unusual_options_are_said() -> None:
    """Before the table."""
    text = run("markdown", KIM, said=header(disputes="strict"))

    assert text.index("In this report every reading of a disputed point must be met (strict).") < text.index("| kim")


def test_no_name_is_on_the_page() -> None:
    """It may be kept with the run of a pipeline; the label is enough."""
    assert "Kim Lee" not in run("markdown", KIM)


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_no_text_of_a_person_or_a_file_acts(text: str) -> None:
    """The page has the same parts as one with plain words."""
    assert kinds(run("markdown", called(text), wrong(text))) == kinds(run("markdown", called("word"), wrong("word")))


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.isprintable() and text == text.strip()], ids=ascii)
def test_no_text_of_the_rules_acts(tmp_path: Path, text: str) -> None:
    """They may be somebody else's."""

    def page(title: str) -> str:
        rules = titled(tmp_path, title)
        return run("markdown", called("jo", rules, "TOY"), catalog=rules)

    assert kinds(page(text)) == kinds(page("word"))


def test_a_redacted_page_tells_nothing_of_the_person() -> None:
    """No name, label, note or day; the amounts are there."""
    text = run("markdown", checked({**CANARIES, "id": "p-1"}), said=header(redacted=True))

    assert canaries_in(text) == []
    assert "1 of 2 references, 1 short" in text
    assert CANARY in run("markdown", checked(CANARIES))


def test_a_page_stays_below_what_a_step_can_show() -> None:
    """Every part that is full says how much it leaves out, and the counts hold all."""
    text = run("markdown", *[JO] * MANY, *[PROBLEM] * MANY)

    left_out = [int(count) for count in re.findall(rf"^{FULL}(\d+) more\.", text, re.MULTILINE)]
    shown = [text.count("\n| jordan |"), text.count("\n### jordan"), text.count("\n- bad.yaml")]
    assert len(text.encode()) < 1024 * 1024
    assert [there + more for there, more in zip(shown, left_out, strict=True)] == [MANY] * 3
    assert "- 3000 people, 3000 determinations: 3000 not eligible.\n- 3000 profiles could not be used.\n" in text


def test_a_page_that_is_not_full_leaves_nothing_out() -> None:
    """Nothing is said of it then."""
    assert FULL not in run("markdown", *[JO] * 20, PROBLEM)


def test_an_empty_run_is_a_page_all_the_same() -> None:
    """With the counts."""
    assert run("markdown").endswith("| --- | --- | --- | --- |\n\n## Counts\n\n- 0 people, 0 determinations: none.\n")


def test_a_stream_without_signs_gets_plain_characters() -> None:
    """In every part."""
    assert run("markdown", called("Zoë"), JO, wrong("Zoë"), style=Style(signs=False)).isascii()
