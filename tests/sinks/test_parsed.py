"""Read by real parsers, no format has a part that came from a text: what is not data has no words of a stranger."""

from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from program import Ended, inside

from .commands import Command, commands
from .world import BROKEN, FORBIDDEN, PROFILE, build, let_everything_in

DAY = ("--as-of", "2026-11-22")
RULES = ("--rules", "rules")
TWO = (PROFILE, BROKEN)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the hostile world, with the reader's own guard down."""
    let_everything_in(monkeypatch)
    return build(tmp_path)


def drawn(folder: Path, *arguments: str) -> str:
    """Return a report that holds nothing that acts on the stream it goes to."""
    ended: Ended = inside(*arguments, *DAY, *RULES, folder=folder)
    assert ended.code in (0, 1, 3, 4), ended.err
    assert not set(ended.out) & set(FORBIDDEN)
    return ended.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", *TWO, "-f", "json", "--timeline", "--fragility"),
        ("show", "TOY", "-f", "json"),
        ("compare", "TOY", "TOY-II", "-f", "json", "--witness"),
        ("plan", *TWO, "-f", "json"),
        ("cohort", *TWO, "-f", "json"),
        ("check", *TWO, "-f", "sarif"),
    ],
    ids=lambda value: f"{value[0]} {value[value.index('-f') + 1]}",
)
def test_json_is_json_in_plain_ascii(folder: Path, arguments: tuple[str, ...]) -> None:
    """It is read back, and no byte of it could act on anything."""
    page = drawn(folder, *arguments)

    assert page.isascii()
    assert isinstance(json.loads(page), dict)


def test_each_of_many_json_lines_is_json(folder: Path) -> None:
    """However many line ends a text holds."""
    lines = drawn(folder, "check", *TWO, "-f", "jsonl").splitlines()

    assert {"credential", "problem"} == {
        key for line in lines for key in ("credential", "problem") if key in json.loads(line)
    }


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", *TWO, "-f", "markdown"), ("show", "TOY", "-f", "markdown"), ("plan", PROFILE, "-f", "markdown"),
        ("cohort", *TWO, "-f", "markdown"), ("compare", "TOY", "TOY-II", "-f", "markdown", "--witness"),
    ],
    ids=lambda value: value[0],
)  # fmt: skip
def test_markdown_has_no_part_from_a_text(folder: Path, arguments: tuple[str, ...]) -> None:
    """No raw HTML, picture, code or heading of a stranger; the one link is a source's; rows keep their cells."""
    page = drawn(folder, *arguments)
    tokens = [inner for token in MarkdownIt("gfm-like").parse(page) for inner in (token, *(token.children or ()))]
    links = {token.attrs["href"] for token in tokens if token.type == "link_open"}
    cells = [line.count(" | ") for line in page.splitlines() if line.startswith("| ")]

    assert not {"html_block", "html_inline", "image", "code_inline", "code_block"} & {token.type for token in tokens}
    assert links <= {"https://e.example/a_b"}
    assert not {token.content for token in tokens if token.type == "heading"} & {"head"}
    assert all(token.content.strip() != "head" for token in tokens)
    assert len(set(cells)) <= 1 or arguments[0] == "cohort"


OWN_TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "table", "caption", "thead", "tr", "th",
    "tbody", "td", "strong", "br", "p", "ul", "li",
}  # fmt: skip


class Parts(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.parts: list[object] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Keep what begins."""
        self.parts.append((tag, str(attrs)))

    def handle_comment(self, data: str) -> None:
        """Keep a comment."""
        self.parts.append(data)


def test_a_web_page_has_no_part_from_a_text(folder: Path) -> None:
    """Its tags are the program's own, and no attribute has a stranger's word."""
    parts = Parts(drawn(folder, "check", *TWO, "-f", "html")).parts

    tags = {part[0] for part in parts if isinstance(part, tuple)}
    assert tags <= OWN_TAGS
    assert "example" not in str(parts)


@pytest.mark.parametrize(
    "arguments", [("check", *TWO), ("rules", "test", "rules", "--coverage")], ids=lambda one: one[0]
)
def test_junit_is_xml(folder: Path, arguments: tuple[str, ...]) -> None:
    """Elements and attributes are the program's own."""
    more = () if arguments[0] == "rules" else (*DAY, *RULES)
    page = inside(*arguments, "-f", "junit", *more, folder=folder).out
    root = ET.fromstring(page)  # noqa: S314 - it was written here

    own = {"testsuites", "testsuite", "testcase", "properties", "property", "failure", "error", "skipped"}
    assert page.isascii()
    assert {element.tag for element in root.iter()} <= own


@pytest.mark.parametrize("arguments", [("check", *TWO), ("cohort", *TWO)], ids=lambda one: one[0])
def test_a_table_keeps_its_columns_and_has_no_formula(folder: Path, arguments: tuple[str, ...]) -> None:
    """Each row has as many cells as the first, on one line, and none that a spreadsheet would work out."""
    page = drawn(folder, *arguments, "-f", "csv")
    rows = list(csv.reader(io.StringIO(page)))

    assert len({len(row) for row in rows}) == 1
    assert len(page.splitlines()) == len(rows)
    assert not [cell for row in rows for cell in row if cell.lstrip()[:1] in ("=", "+", "@", "\t")]


def test_workflow_commands_are_the_programs_own(folder: Path) -> None:
    """Read as GitHub documents it: each line one command of a known kind, with no property of a stranger's."""
    found: list[Command] = commands(drawn(folder, "check", *TWO, "-f", "github"))

    assert {one.name for one in found} <= {"error", "warning", "notice"}
    assert {key for one in found for key in one.properties} <= {"file", "line", "col", "title"}
    assert all(one.says for one in found)


def test_no_other_report_holds_a_workflow_command(folder: Path) -> None:
    """Whatever a job prints, its log finds none in it, neither as they are written today nor as they once were."""
    for form in ("text", "csv", "markdown", "html", "junit", "tap"):
        page = drawn(folder, "check", *TWO, "-f", form)

        assert commands(page) == []
        assert "##[" not in page


def test_tap_has_as_many_points_as_it_plans(folder: Path) -> None:
    """No text makes a point, a plan or a directive."""
    page = drawn(folder, "check", *TWO, "-f", "tap")
    points = [line for line in page.splitlines() if line.startswith(("ok", "not ok"))]

    assert [line for line in page.splitlines() if line.startswith("1..")] == [f"1..{len(points)}"]
    assert not [line for line in points if "#" in line.replace("\\#", "")]
