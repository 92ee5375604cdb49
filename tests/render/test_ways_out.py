"""Each kind of output has one place where texts are made harmless, and no other way out; told from the code itself."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import NamedTuple

import pytest

import peercert
from peercert.render.cohort_report import _MODULES as OF_COHORT
from peercert.render.reports import _MODULES as OF_CHECK

from .ways_out import FOLDER, Module

SOURCES = Path(peercert.__file__).parent
STYLE = {"wrap", "line", "heading", "item", "mark", "plain_mark"}
"""The methods of `Style`, all of which go through `Style.line`; marks are the program's own."""

REPORT = ("candidate", "begin", "add", "refused", "end")


class Way(NamedTuple):
    """What a module gives out."""

    module: str
    escaping: set[str]
    entries: tuple[str, ...]
    drawn: frozenset[str] = frozenset()
    """Names of what was drawn before, or is a number or a day."""


def way(module: str, escaping: set[str], *entries: str, drawn: str = "") -> Way:
    """Say what a module gives out."""
    return Way(module, escaping, entries, frozenset(drawn.split()))


WAYS = (
    # a terminal
    way("text_report", STYLE | {"report", "ending", "safety_lines"}, *REPORT, drawn="drawn"),
    way("text", STYLE | {"leaves_drawn", "beside_mark"}, "report", "ending", drawn="more"),
    way("leaves", STYLE, "leaves_drawn", "beside_mark"),
    way("safety", STYLE, "safety_lines"),
    way("checklist_text", STYLE, "as_text"),
    way("comparison", STYLE | {"_table"}, "as_text"),
    way("comparison", STYLE | {"getvalue"}, "_table"),
    way("cohort_text", STYLE | {"matrix"}, "draw"),
    way("cohort_matrix", STYLE | {"beside_mark"}, "matrix", drawn="name signs columns"),
    way("plan_text", STYLE, "draw"),
    way("listing", STYLE, "as_text"),
    way("cases", STYLE, "as_text"),
    way("mutations", STYLE, "as_text"),
    way("remarks", STYLE, "as_text"),
    way("rules_diff", STYLE, "as_text"),
    way("witnesses", STYLE, "as_text"),
    way("question", STYLE, "question_text", "said_text"),
    # a web page
    way("html_report", {"plain"}, *REPORT, drawn="drawn unsettled"),
    # Markdown
    way("markdown_report", {"plain"}, *REPORT, drawn="drawn text details left_out unsettled"),
    way("checklist_markdown", {"plain", "link"}, "as_markdown", drawn="as_of checked read depth start"),
    way("comparison", {"plain", "table"}, "as_markdown"),
    way("listing", {"plain", "table"}, "as_markdown"),
    way("cohort_markdown", {"plain", "table"}, "draw"),
    way("plan_markdown", {"plain"}, "draw", drawn="as_of"),
    way("witnesses", {"code", "escaped"}, "as_markdown"),
    way("markdown", {"plain"}, "table", drawn="cells"),
    # XML
    way("junit_report", {"written", "opened"}, *REPORT, drawn="drawn"),
    way("cases_junit", {"written"}, "as_junit"),
    # a table
    way("csv_report", {"row"}, *REPORT, drawn="drawn"),
    way("cohort_csv", {"row"}, "draw"),
    # workflow commands
    way("github_report", {"_command"}, *REPORT, drawn="drawn command"),
    way("github_report", {"_plain"}, "_command", drawn="kind key"),
    # TAP
    way("tap_report", {"_plain", "_description", "_yaml"}, *REPORT, drawn="drawn before after"),
    # JSON, SARIF with it
    way("json_reports", {"text", "determination", "made_under", "opening", "safety_json"}, *REPORT, drawn="drawn"),
    way("json_v1", {"text", "quote", "number", "drawn_days"}, "determination", "opening", "made_under", drawn="more"),
    way("json_days", {"text"}, "drawn_days"),
    way("safety", {"text"}, "safety_json"),
    way("sarif_report", {"text"}, *REPORT, drawn="drawn result"),
    way("cohort_json", {"text", "number"}, "draw"),
    way("plan_json", {"json_text"}, "draw", "whole", drawn="drawn"),
    way("checklist_json", {"page"}, "as_json"),
    way("comparison", {"page"}, "as_json"),
    way("listing", {"page"}, "as_json"),
    way("cases", {"page"}, "as_json"),
    way("mutations", {"page"}, "as_json"),
    way("remarks", {"page"}, "as_json"),
    way("rules_diff", {"page"}, "as_json"),
)


@pytest.mark.parametrize("way_", WAYS, ids=[f"{one.module}-{one.entries[-1]}" for one in WAYS])
def test_a_text_gets_out_through_its_escaping_place_only(way_: Way) -> None:
    """All that a module gives out is its own words, numbers, or what the escaping functions returned."""
    assert Module(way_.module, way_.escaping, way_.drawn).leaks(*way_.entries) == []


def test_the_table_of_a_comparison_takes_only_what_is_harmless() -> None:
    """What the library that draws tables is given went through the one place before."""
    assert Module("comparison", STYLE).given_to("Text") == []


@pytest.mark.parametrize(
    ("body", "leak"),
    [
        ("return title", "line 2: title"),
        ("return f'{style.line(title)} {title}'", "line 2: title"),
        ("lines = [style.line(title)]\n    lines.append(title)\n    return ''.join(lines)", "line 3: title"),
        ("yield from (one.name for one in title)", "line 2: one.name"),
        ("return style.line(title) or title.upper()", "line 2: title"),
        ("return inner(title)\ndef inner(text): return text", "line 3: text"),
        ("return style.paint(title)", "line 2: title"),
        ("return other(style.line(title))", "line 2: other(style.line(title))"),
    ],
)
def test_a_leak_would_be_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, leak: str) -> None:
    """The proof notices a text that gets out in any of the ways in which one may be put together."""
    (tmp_path / "toy.py").write_text(f"def draw(title, style):\n    {body}\n")
    monkeypatch.setattr("render.ways_out.FOLDER", tmp_path)

    assert Module("toy", STYLE).leaks("draw") == [leak]


def test_every_format_is_looked_at() -> None:
    """A new format of `check` or `cohort` has to be proved too."""
    formats = {one.partition(":")[0] for one in (*OF_CHECK.values(), *OF_COHORT.values())}

    assert formats <= {one.module for one in WAYS}


def imports(path: Path) -> set[str]:
    """Return the modules that a file takes anything from."""
    found = set[str]()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize(
    ("library", "place"),
    [
        ("json", {"json_text"}),
        ("json.encoder", {"json_text", "tap_report"}),
        ("csv", {"cells"}),
        ("xml.etree", {"xml_text"}),
        ("html", {"hypertext"}),
    ],
)
def test_a_library_that_writes_a_form_is_used_in_one_place(library: str, place: set[str]) -> None:
    """Nobody writes JSON, XML, a web page or a table beside the place for it."""
    assert {path.stem for path in FOLDER.glob("*.py") if library in imports(path)} == place


def test_only_the_places_for_it_write_to_the_standard_streams() -> None:
    """Reports go through `destination`, all else through `say`; the last word of a crash is the program's own."""
    named = {
        path.relative_to(SOURCES).as_posix()
        for path in SOURCES.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print")
        or (isinstance(node, ast.Attribute) and node.attr in ("write", "echo") and _is_stream(node.value))
        or (isinstance(node, ast.keyword) and node.arg == "err")
    }

    assert named == {"__main__.py", "catalog/compiling.py", "cli/app.py", "cli/progress.py", "cli/saying.py"}


def _is_stream(node: ast.expr) -> bool:
    return ast.unparse(node) in ("sys.stdout", "sys.stderr", "typer")
