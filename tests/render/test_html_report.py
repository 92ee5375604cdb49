"""A run of checks as one web page."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from peercert.render.style import safe

from .drawing import JORDAN, PROBLEM, READY, header
from .hostile import CANARY, HOSTILE
from .running import CANARIES, called, canaries_in, checked, run, titled, wrong

JO = checked(JORDAN)
KIM = checked({**READY, "id": "kim", "name": "Kim Lee", "seeking": ["CPSRP"]})
VOID = {"meta", "br"}
ATTRIBUTES = {
    ("html", "lang"), ("meta", "charset"), ("meta", "http-equiv"), ("meta", "name"), ("meta", "content"),
    ("th", "scope"),
}  # fmt: skip


class Page(HTMLParser):
    """A page taken apart: its tags in order, their attributes, and the words of each cell, item and heading."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.words: dict[str, list[str]] = {}
        self.others: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag, and begin its words."""
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        self.words.setdefault(tag, []).append("")
        self.open += [] if tag in VOID else [tag]

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note words for every tag that is open."""
        for tag in set(self.open):
            self.words[tag][-1] += data

    def handle_comment(self, data: str) -> None:
        """Note what should not be there."""
        self.others.append(data)

    def handle_pi(self, data: str) -> None:
        """Note what should not be there."""
        self.others.append(data)

    def unknown_decl(self, data: str) -> None:
        """Note what should not be there."""
        self.others.append(data)


def test_a_page_is_whole_and_well_nested() -> None:
    """Every tag is closed in its turn, and nothing is hidden in it."""
    text = run("html", KIM, JO, PROBLEM)
    page = Page(text)

    assert text.startswith('<!DOCTYPE html>\n<html lang="en">\n')
    assert text.endswith("</html>\n")
    assert (page.open, page.others) == ([], [])


def test_a_page_asks_nothing_from_elsewhere() -> None:
    """No script, no link, no picture; a policy forbids what is not there."""
    page = Page(run("html", KIM, JO, PROBLEM))

    assert not set(page.tags) & {"script", "link", "img", "a", "iframe", "object", "form", "base"}
    assert ("meta", "content", "default-src 'none'; style-src 'unsafe-inline'") in page.attributes
    assert {(tag, name) for tag, name, _ in page.attributes} == ATTRIBUTES
    assert not [part for part in ("url(", "@import", "http") if part in page.words["style"][0]]


def test_the_table_can_be_read_aloud() -> None:
    """It has a caption with the day and the rules, a title for each column, and the person for each row."""
    page = Page(run("html", KIM, JO))

    assert page.words["caption"] == ["As of 2026-11-22, by catalogue 2026.11 (sha256 abc), peercert 0.1.0."]
    assert page.words["th"] == [
        "Who", "Credential", "Verdict", "What is missing or open", "Kim Lee (kim)", "Jordan Rivera (jordan)",
    ]  # fmt: skip
    assert [value for tag, _, value in page.attributes if tag == "th"] == [*["col"] * 4, *["row"] * 2]


def test_a_row_has_the_verdict_and_its_reasons_in_words() -> None:
    """What is missing, what to do, where it is written; then what is open."""
    page = Page(run("html", JO))
    credential, verdict, reasons = page.words["td"]

    assert credential == "CPSSCertified Peer Support SpecialistMississippi"
    assert verdict == "Not eligible3 of 12 requirements are not met"
    assert reasons.startswith("Missing:CPSS exam with 75 percent or more (74.9 of 75 %, 0.1 short). Scored 74.9 %")
    assert "Do: Sit the exam again.Note: " in reasons
    assert "Open:Lived experience. The profile does not tell this.Do: Add `lived_experience` to the profile." in reasons


def test_an_eligible_person_reads_whom_to_ask_all_the_same() -> None:
    """Where only a secondary source tells what is asked."""
    page = Page(run("html", KIM))

    assert page.words["td"][1] == "Eligibleall 4 requirements are met"
    assert page.words["td"][2].startswith("Nothing.Only a secondary source tells of: ")
    assert "Verify with the Connecticut Certification Board (CCB)" in page.words["td"][2]


def test_problems_and_counts_follow_the_table() -> None:
    """They add up to what was given."""
    page = Page(run("html", KIM, PROBLEM, JO))

    assert page.words["h2"] == [
        "CPSRP: What no trusted source settles (ask CCB)", "CPSS: What no trusted source settles (ask DMH)",
        "What could not be used", "Counts",
    ]  # fmt: skip
    assert page.words["li"][-1] == "bad.yaml:6:15: Unknown key. Did you mean it?"
    assert page.words["p"][-2:] == [
        "2 people, 2 determinations: 1 eligible and 1 not eligible.", "1 profile could not be used.",
    ]  # fmt: skip


def test_the_way_that_is_followed_and_the_others_are_named() -> None:
    """A page is printed alone: it must not hide that there is another way, or that all may be well once done."""
    course = {"program": "ct-cpsrp", "status": "in_progress", "hours": 84}
    page = Page(run("html", checked({**READY, "id": "lee", "seeking": ["CPSRP"], "training": [course]})))

    assert page.words["td"][0].endswith("ConnecticutNew course and exam")
    assert "This report follows the way “New course and exam”, the nearest one." in page.words["p"]
    assert any(said.startswith("The way “By an older course (grandparenting)”: ") for said in page.words["p"])
    assert any(said.startswith("If all that is in progress, planned or dated later is") for said in page.words["p"])


def test_unusual_options_are_said() -> None:
    """In the caption."""
    page = Page(run("html", said=header(verified_only=True)))

    assert page.words["caption"][0].endswith("In this report only records that someone checked are counted.")


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_no_text_of_a_person_or_a_file_acts(text: str) -> None:
    """The page has the parts of any other, and shows the text."""
    page, other = (Page(run("html", called(one), wrong(one))) for one in (text, "word"))

    assert page.tags == other.tags
    assert page.attributes == other.attributes
    assert page.others == []
    assert page.words["th"][-1] == f"{safe(text)} ({safe(text)})"
    assert page.words["li"][-1] == safe(f"{text}:3:1: {text} {text}")


@pytest.mark.parametrize("text", ['"><b>', "<script>alert(1)</script>", "<!-- x", "]]>", "&lt;b&gt;", "'", "=1"])
def test_no_text_of_the_rules_acts(tmp_path: Path, text: str) -> None:
    """They may be somebody else's."""
    rules = titled(tmp_path, text)
    page = Page(run("html", called("jo", rules, "TOY"), catalog=rules))

    assert page.words["strong"][-1] == f"{text} (1 of 2 references, 1 short)."
    assert f"Do: {text}" in page.words["p"]
    assert f"Source: {text}, {text}, page 1 (a secondary source)" in page.words["p"]


def test_a_redacted_page_tells_nothing_of_the_person() -> None:
    """No name, label, note or day; the amounts are there."""
    text = run("html", checked({**CANARIES, "id": "p-1"}), said=header(redacted=True))

    assert canaries_in(text) == []
    assert "1 of 2 references, 1 short" in text
    assert CANARY in run("html", checked(CANARIES))


def test_a_page_is_the_same_on_every_stream() -> None:
    """In plain ASCII, so that no stream has to know a sign."""
    assert run("html", called("Zoë"), JO, wrong("Zoë")).isascii()
