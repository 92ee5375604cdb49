"""One credential as a list to tick by hand, in text, Markdown and JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from peercert.catalog import load_catalog
from peercert.errors import UsageError
from peercert.render.checklist import Checklist, checklist
from peercert.render.checklist_json import as_json
from peercert.render.checklist_markdown import as_markdown
from peercert.render.checklist_text import as_text
from peercert.render.style import Style
from peercert.requirements import Requirement
from upper import TODAY, Written, built_in, credential, edition, group, leaf, rules_folder

Draw = Callable[[Checklist, Style], str]
IDS = ["CPSRP", "CPSRP-P", "CPRS", "CRSS", "CPS-I", "CPS-II", "CPSS"]


def fact(id_: str, section: str, label: str, text: str, source: str = "issuer") -> Written:
    """Write a fact as a rules file has it."""
    cited = [{"id": source, "at": "page 2"}]
    return {"id": id_, "topic": "other", "section": section, "label": label, "text": text, "sources": cited}


def toy(folder: Path) -> Checklist:
    """Gather a credential with something of everything."""
    readings = [
        leaf("young", "age", "secondary", at_least=18) | {"title": "A paper asks for 18"},
        leaf("old", "age", at_least=21) | {"title": "The law asks for 21"},
    ]
    dispute = {"id": "t.age", "kind": "disputed", "title": "Age", "topic": "age", "readings": readings}
    either = group(
        "t.any", "any_of", leaf("t.ref", "references", at_least=2), leaf("t.lic", "license", licenses=["LPN"])
    )
    signed = leaf("t.ethics", "attestation", "secondary", name="code_of_ethics", note="On paper.")
    one = credential(
        "TOY",
        edition(group("t", "all_of", dispute, either, signed), title="Rules of today", effective_from="2020-01-01"),
        facts=[
            {**fact("t.f.fee", "fees", "Fee", "$5."), "amount": 5, "currency": "USD"},
            fact("t.f.move", "reciprocity", "Use in other states", "None.", "secondary"),
        ],
        open_questions=[{"id": "t.q", "topic": "exam", "text": "Is there an exam?"}],
    )
    return checklist(load_catalog(rules_folder(folder, one)), "toy", TODAY)


TEXT = """\
TOY · Title of TOY · Toyland
Granted by the Board of Toys (BOT).
Rules as of 2026-11-22: Rules of today. Sources last read on
2026-11-22.

For tests.

What is asked
3 boxes to tick; all of them are needed.

[ ] Age
    Sources that can be trusted disagree here.
    (1) A paper asks for 18: At least 18 years old.
        Source: The secondary, page 1 (a secondary source)
          [1]
    (2) The law asks for 21: At least 21 years old.
        Source: The document, page 1 [2]
    Ask the Board of Toys (BOT) which one holds.

[ ] Title of t.any
    One of these is enough:
    [ ] Title of t.ref
        At least 2 references.
        Source: The document, page 1 [2]
    [ ] Title of t.lic
        Holds one of these licences: LPN.
        Source: The document, page 1 [2]

[ ] Title of t.ethics
    Accepts and signs the code of ethics.
    Note: On paper.
    Source: The secondary, page 1 (a secondary source) [1]

What follows is good to know. It does not decide who is
eligible.

Fees
- Fee: $5. [3]

Use in other states
- None. Only a secondary source tells this. [1]

What no trusted source settles
- Is there an exam?

Whom to ask
Board of Toys (BOT)
Only a secondary source tells of: Title of t.ethics. Verify
with BOT before you pay for anything.

Sources
[1] The secondary. A publisher, 2020. https://example.org.
    Read on 2026-11-22. A secondary source.
[2] The document. A publisher, 2020. https://example.org.
    Read on 2026-11-22.
[3] The issuer. A publisher, 2020. https://example.org. Read
    on 2026-11-22.
"""

MARKDOWN = """\
# TOY: Title of TOY

Toyland. Granted by the Board of Toys (BOT).
Rules as of 2026-11-22: Rules of today. Sources last read on 2026-11-22.

For tests.

## What is asked

- [ ] **Age** Sources that can be trusted disagree here.
  - A paper asks for 18: At least 18 years old.
    - Source: The secondary, page 1 (a secondary source) (1)
  - The law asks for 21: At least 21 years old.
    - Source: The document, page 1 (2)
  - Ask the Board of Toys (BOT) which one holds.
- [ ] **Title of t.any** One of these is enough:
  - [ ] **Title of t.ref** At least 2 references.
    - Source: The document, page 1 (2)
  - [ ] **Title of t.lic** Holds one of these licences: LPN.
    - Source: The document, page 1 (2)
- [ ] **Title of t.ethics** Accepts and signs the code of ethics.
  - Note: On paper.
  - Source: The secondary, page 1 (a secondary source) (1)

What follows is good to know. It does not decide who is eligible.

## Fees

- Fee: $5. (3)

## Use in other states

- None. Only a secondary source tells this. (1)

## What no trusted source settles

- Is there an exam?

## Whom to ask

Board of Toys (BOT)

Only a secondary source tells of: Title of t.ethics. Verify with BOT before you pay for anything.

## Sources

1. The secondary. A publisher, 2020. <https://example.org>. Read on 2026-11-22. A secondary source.
2. The document. A publisher, 2020. <https://example.org>. Read on 2026-11-22.
3. The issuer. A publisher, 2020. <https://example.org>. Read on 2026-11-22.
"""


def test_text_has_a_box_for_every_requirement_with_its_sources(tmp_path: Path) -> None:
    """The whole list, at sixty columns."""
    assert as_text(toy(tmp_path), Style(60)) == TEXT


def test_markdown_has_the_same_boxes(tmp_path: Path) -> None:
    """The whole page."""
    assert as_markdown(toy(tmp_path), Style()) == MARKDOWN


def test_json_holds_the_tree_with_its_readings_and_sources(tmp_path: Path) -> None:
    """The disputed requirement, in full."""
    drawn = json.loads(as_json(toy(tmp_path), Style()))
    age = drawn["pathways"][0]["requirements"][0]

    assert (drawn["format"], drawn["credential"], drawn["edition"]) == ("peercert.show/1", "TOY", "edition-1")
    assert (age["id"], age["kind"], age["topic"]) == ("t.age", "disputed", "age")
    assert [source["id"] for source in age["sources"]] == ["secondary", "document"]
    assert age["readings"][1] == {
        "id": "old", "kind": "age", "topic": "age", "title": "The law asks for 21", "asks": "At least 21 years old.",
        "note": None, "readings": [], "children": [],
        "sources": [
            {
                "id": "document", "title": "The document", "publisher": "A publisher", "locator": "page 1",
                "url": "https://example.org", "tier": "document", "file": None, "date": "2020", "read": "2026-11-22",
            }
        ],
    }  # fmt: skip
    assert drawn["facts"]["fees"][0]["text"] == "$5."
    assert [drawn["facts"]["fees"][0][key] for key in ("amount", "currency", "pays_for")] == [5, "USD", None]
    assert drawn["open_questions"] == [{"id": "t.q", "text": "Is there an exam?", "sources": [], "topic": "exam"}]
    assert drawn["secondary"] == ["Title of t.ethics"]


def test_fees_in_json_are_numbers_with_what_they_pay_for() -> None:
    """Mississippi: 50 dollars for the course, 30 for the application; a researcher need not read sentences."""
    fees = json.loads(as_json(checklist(built_in(), "CPSS", TODAY), Style()))["facts"]["fees"]

    assert [(fee["amount"], fee["currency"], fee["pays_for"]) for fee in fees[:2]] == [
        (50, "USD", "training"), (30, "USD", None),
    ]  # fmt: skip


@pytest.mark.parametrize("id_", IDS)
def test_every_requirement_in_json_has_a_source(id_: str) -> None:
    """Contract section 3: groups and disputed ones too."""
    drawn = json.loads(as_json(checklist(built_in(), id_, TODAY), Style()))

    asked = [one for way in drawn["pathways"] for one in way["requirements"]]
    while asked:
        one = asked.pop()
        assert one["sources"], one["id"]
        asked += [*one["readings"], *one["children"]]


def requirements(requirement: Requirement) -> Iterator[Requirement]:
    """Give a requirement and all that a rules file writes inside it."""
    yield requirement
    for one in (*getattr(requirement, "of", ()), *requirement.alternatives):
        yield from requirements(one)


@pytest.mark.parametrize("id_", IDS)
@pytest.mark.parametrize("draw", [as_text, as_markdown])
def test_every_requirement_note_fact_and_question_is_shown(id_: str, draw: Draw) -> None:
    """Nothing that the rules say of a credential is left out."""
    one = built_in().credential(id_)
    drawn = flat(draw(checklist(built_in(), id_, TODAY), Style(100)))
    wanted = [question.text for question in one.open_questions] + [known.text for known in one.facts]
    for edition_ in one.editions:
        for way in edition_.pathways:
            for requirement in requirements(way.requires):
                if requirement is not way.requires:
                    wanted += [requirement.title, *([requirement.note] if requirement.note else [])]

    assert [text for text in wanted if flat(text) not in drawn] == []


def flat(text: str) -> str:
    """Write a text without line breaks and without the signs of Markdown."""
    return " ".join(text.replace("\\", "").split())


@pytest.mark.parametrize("id_", IDS)
@pytest.mark.parametrize("width", [40, 60, 100])
def test_no_line_is_wider_than_the_paper(id_: str, width: int) -> None:
    """Long addresses are broken too."""
    assert [
        line for line in as_text(checklist(built_in(), id_, TODAY), Style(width)).splitlines() if len(line) > width
    ] == []


def test_several_ways_are_told_apart() -> None:
    """One of them is enough, and it says so."""
    drawn = as_text(checklist(built_in(), "CRSS", TODAY), Style(80))

    assert "There are 2 ways to it. One of them is enough.\n" in drawn
    assert "\nWay 1: On your own (training and work gathered piece by piece)\n" in drawn
    assert "\nWay 2: By an accredited program (a college course with a practicum)\n" in drawn


def test_a_choice_within_a_choice_is_indented() -> None:
    """CPS-II: work or a degree, by being a practitioner, by a bachelor's degree and hours."""
    lines = as_text(checklist(built_in(), "CPS-II", TODAY), Style(100)).splitlines()

    for line in (
        "[ ] Work or degree",
        "    [ ] Qualified as a mental health practitioner",
        "        [ ] Practitioner by a bachelor's degree and hours",
        "            [ ] 2,000 supervised hours of mental health services",
    ):
        assert line in lines


def test_a_bar_is_a_box_too(tmp_path: Path) -> None:
    """What rules a person out stands with the rest, and not inside another box."""
    one = credential("TOY", edition(group("t", "all_of", leaf("t.age", "age", at_least=18))))
    one["editions"][0]["pathways"][0]["bars"] = [leaf("t.bar", "license", licenses=["LPN"])]

    drawn = as_text(checklist(load_catalog(rules_folder(tmp_path, one)), "TOY", TODAY), Style(80))

    assert "2 boxes to tick; all of them are needed.\n\n[ ] Title of t.age\n" in drawn
    assert "\n[ ] Title of t.bar\n    Must not be so: " in drawn


def test_a_way_that_asks_one_thing_has_one_box(tmp_path: Path) -> None:
    """No list around it is needed."""
    one = credential("TOY", edition(leaf("t.age", "age", at_least=18)))

    drawn = as_text(checklist(load_catalog(rules_folder(tmp_path, one)), "TOY", TODAY), Style(80))

    assert "1 box to tick; all of them are needed.\n\n[ ] Title of t.age\n    At least 18 years old.\n" in drawn


@pytest.mark.parametrize("draw", [as_text, as_markdown])
def test_on_a_day_without_rules_it_says_from_when_there_are_some(draw: Draw) -> None:
    """And shows no boxes."""
    drawn = flat(draw(checklist(built_in(), "CPSRP", date(2026, 5, 31)), Style(80)))

    assert "No rules are known to be in force on 2026-05-31. Rules are known from 2026-06-01 on." in drawn
    assert "[ ]" not in drawn


def test_json_on_a_day_without_rules_has_no_edition() -> None:
    """The facts are still there."""
    drawn = json.loads(as_json(checklist(built_in(), "CPSRP", date(2026, 5, 31)), Style()))

    assert (drawn["edition"], drawn["pathways"]) == (None, [])
    assert drawn["facts"]["fees"]


@pytest.mark.parametrize("name", ["cpss", "CPSSP", "certified peer support specialist"])
def test_a_credential_is_found_by_id_alias_or_title(name: str) -> None:
    """Whatever the case."""
    assert checklist(built_in(), name, TODAY).credential.id == "CPSS"


def test_an_unknown_credential_is_told() -> None:
    """With the nearest one."""
    with pytest.raises(UsageError, match='Did you mean "CPSS"'):
        checklist(built_in(), "CPSZ", TODAY)


@pytest.mark.parametrize("draw", [as_text, as_markdown, as_json])
def test_a_plain_terminal_gets_plain_characters(draw: Draw) -> None:
    """In every format."""
    assert draw(checklist(built_in(), "CPSRP", TODAY), Style(signs=False)).isascii()


@pytest.mark.parametrize("draw", [as_text, as_markdown])
def test_a_text_cannot_act_on_a_terminal(tmp_path: Path, draw: Draw) -> None:
    """The reader refuses such characters already; should one come through, it is shown and does nothing."""
    one = toy(tmp_path)
    nasty = one._replace(questions=(one.questions[0]._replace(text="Stop \x1b[31m"),))

    drawn = draw(nasty, Style(80))
    assert "\x1b" not in drawn
    assert "Stop \\u001b" in drawn
