"""A comparison drawn: a table with room, lines without, Markdown, and JSON in the contract's shape."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from peercert.catalog import load_catalog
from peercert.compare import Comparison, compare
from peercert.lint.reading_grade import grade
from peercert.render.comparison import as_json, as_markdown, as_text
from peercert.render.style import Style
from upper import TODAY, Written, built_in, credential, edition, group, leaf, rules_folder

CRSS_CPRS = compare(built_in(), ["CRSS", "CPRS"], TODAY)


def toys(folder: Path, *ids: str) -> Comparison:
    """Compare small credentials: each asks for supervision, the first one for an age of its own."""
    made: list[Written] = []
    for number, id_ in enumerate(ids):
        asks = [leaf(f"{id_}.s".lower(), "supervision", at_least=10 + number)]
        asks += [leaf(f"{id_}.age".lower(), "age", at_least=18)] if number == 0 else []
        made.append(credential(id_, edition(group(id_.lower(), "all_of", *asks))))
    return compare(load_catalog(rules_folder(folder, *made)), list(ids), TODAY)


NARROW = """\
A and B, side by side   as of 2026-11-22

Age
  A: At least 18 years old.
  B: Nothing is asked.

Supervision
  A: At least 10 hours of documented supervision.
  B: At least 11 hours of documented supervision.

The same in both
- Nothing that we know of.

Only A asks
- Age: At least 18 years old.

Only B asks
- Nothing that A does not ask in some form.

Asked in both, but not the same
- Supervision. B asks 1 more hour of supervision than A: B
  11 hours and A 10 hours.
"""

WIDE = """\
A and B, side by side   as of 2026-11-22

                 A                               B

 ──────────────────────────────────────────────────────────────────────────────
 Age             At least 18 years old.          Nothing is asked.

 Supervision     At least 10 hours of            At least 11 hours of
                 documented supervision.         documented supervision.

The same in both
"""


def test_in_sixty_columns_it_is_lines(tmp_path: Path) -> None:
    """Every line fits, and each cell stands beneath its topic."""
    assert as_text(toys(tmp_path, "A", "B"), Style(60)) == NARROW


def test_in_eighty_columns_it_is_a_table(tmp_path: Path) -> None:
    """One column for each credential."""
    drawn = [line for line in as_text(toys(tmp_path, "A", "B"), Style(80)).splitlines() if line]
    expected = [line for line in WIDE.splitlines() if line]

    assert drawn[: len(expected)] == expected


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """Table or lines, for the longest comparison that there is."""
    assert [line for line in as_text(CRSS_CPRS, Style(width)).splitlines() if len(line) > width] == []


def test_three_in_eighty_columns_are_lines(tmp_path: Path) -> None:
    """A table of three would leave too little room."""
    drawn = as_text(toys(tmp_path, "A", "B", "C"), Style(80))

    assert "  A: At least 10 hours of documented supervision.\n  B: At least 11" in drawn
    assert "The same in all\n" in drawn
    assert "Asked in more than one, but not the same\n" in drawn
    assert "- Nothing that A or C does not ask in some form.\n" in drawn


def test_what_is_the_same_says_so_in_words() -> None:
    """Not by colour alone."""
    assert "Schooling (same)" in as_text(CRSS_CPRS, Style(60))


def test_a_plain_terminal_gets_plain_characters() -> None:
    """Lines, quotes and dashes in ASCII, in every format."""
    plain = Style(80, signs=False)

    for draw in (as_text, as_markdown, as_json):
        assert draw(CRSS_CPRS, plain).isascii()


def test_what_rests_on_a_secondary_source_is_told_with_whom_to_ask() -> None:
    """Before anyone pays for anything."""
    said = " ".join(as_text(CRSS_CPRS, Style(100)).split())

    assert (
        "For CPRS, only a secondary source tells of: IC&RC Peer Recovery exam with 500 or more. "
        "Verify with the Illinois Certification Board (ICB) before you pay for anything."
    ) in said
    assert (
        "Fees, renewal, use in other states, Medicaid, how it goes and history are shown. "
        "They do not decide who is eligible."
    ) in said
    assert (
        "What no trusted source settles - Age, Lived experience, Where you live or work, Training, Work experience, "
        "Supervision, Exam, References and Timing. The lines above say what is open."
    ) in said


def test_json_has_the_shape_of_the_contract(tmp_path: Path) -> None:
    """Contract section 5, with every key and no other."""
    assert json.loads(as_json(toys(tmp_path, "A", "B"), Style())) == {
        "format": "peercert.compare/1",
        "as_of": "2026-11-22",
        "credentials": ["A", "B"],
        "rows": [
            {
                "topic": "age",
                "label": "Age",
                "same": False,
                "cells": {
                    "A": {"text": "At least 18 years old.", "requirements": ["a.age"]},
                    "B": {"text": "Nothing is asked.", "requirements": []},
                },
            },
            {
                "topic": "supervision",
                "label": "Supervision",
                "same": False,
                "cells": {
                    "A": {"text": "At least 10 hours of documented supervision.", "requirements": ["a.s"]},
                    "B": {"text": "At least 11 hours of documented supervision.", "requirements": ["b.s"]},
                },
            },
        ],
    }


def test_markdown_is_a_page_with_a_table(tmp_path: Path) -> None:
    """Then the same sentences as in text."""
    assert as_markdown(toys(tmp_path, "A", "B"), Style()) == (
        "# A and B, side by side\n\nAs of 2026-11-22.\n\n"
        "| Topic | A | B | Same |\n| --- | --- | --- | --- |\n"
        "| Age | At least 18 years old. | Nothing is asked. | no |\n"
        "| Supervision | At least 10 hours of documented supervision. "
        "| At least 11 hours of documented supervision. | no |\n"
        "\n## The same in both\n\n- Nothing that we know of.\n"
        "\n## Only A asks\n\n- Age: At least 18 years old.\n"
        "\n## Only B asks\n\n- Nothing that A does not ask in some form.\n"
        "\n## Asked in both, but not the same\n\n"
        "- Supervision. B asks 1 more hour of supervision than A: B 11 hours and A 10 hours.\n"
    )


@pytest.mark.parametrize("width", [60, 80])
def test_a_text_cannot_act_on_a_terminal(tmp_path: Path, width: int) -> None:
    """The reader refuses such characters already; should one come through, it is shown and does nothing."""
    comparison = toys(tmp_path, "A", "B")
    first, *rest = comparison.rows
    nasty = first._replace(cells=(first.cells[0]._replace(text="Stop \x1b[31m"), first.cells[1]))
    drawn = as_text(comparison._replace(rows=(nasty, *rest)), Style(width))

    assert "\x1b" not in drawn
    assert "\\u001b[31m" in drawn


def test_markdown_shows_signs_as_they_are(tmp_path: Path) -> None:
    """A title from somebody's own rules is text, and no table, tag or emphasis."""
    choice = group("a.any", "any_of", leaf("a.1", "age", at_least=18) | {"title": "Stop | <b> *here*"}, topic="age")
    made = [credential("A", edition(choice)), credential("B", edition(leaf("b.1", "age", at_least=21)))]
    comparison = compare(load_catalog(rules_folder(tmp_path, *made)), ["A", "B"], TODAY)

    assert (
        "| Age | One of these is enough: Stop \\| \\<b> \\*here\\*. | At least 21 years old. | no |"
    ) in as_markdown(comparison, Style())


def test_on_a_day_without_rules_it_says_why_nothing_is_compared() -> None:
    """And makes no list of what is the same."""
    drawn = as_text(compare(built_in(), ["CPSRP", "CRSS"], date(2026, 1, 1)), Style(60))

    assert (
        "What cannot be set side by side\n- CPSRP: no rules are in force on 2026-01-01. Rules are\n  known from"
        in drawn
    )
    assert "The same in" not in drawn


def test_our_own_sentences_read_at_grade_eight_or_lower() -> None:
    """What stands around the rules' own words."""
    assert grade(
        "Nothing that we know of. The lines above say what is open. Nothing is asked. No source tells this. "
        "Fees, renewal, use in other states and Medicaid are shown. They do not decide who is eligible. "
        "No rules are in force on that day. Verify with the board before you pay for anything."
    ) <= 8  # fmt: skip
