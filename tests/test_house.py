"""The rules of the house that a machine can keep."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from peercert.catalog import load_catalog

TOP = Path(__file__).parents[1]
SOURCES = sorted((TOP / "src" / "peercert").rglob("*.py"))
EVERYTHING = sorted(
    path for name in ("src", "tests", "fuzz", "benchmarks", ".ci") for path in (TOP / name).rglob("*.py")
)
CLOCK = re.compile(r"\b(?:date\.today|datetime\.now|time\.time)\b")
SILENCED = re.compile(r"#[ ]*(?:ruff:|noqa\b|type:[ ]*ignore).*")
REASONED = re.compile(r"# (?:noqa: [A-Z]+[0-9]+(?:, [A-Z]+[0-9]+)*|type: ignore\[[a-z, -]+\]) +[-#] ?\w.*")


@cache
def parsed(path: Path) -> ast.Module:
    """Return a module as Python reads it."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def known() -> re.Pattern[str]:
    """Return a pattern that finds what only the rules may name."""
    catalog = load_catalog()
    names = {*catalog.words.programs, *catalog.words.exams}
    for credential in catalog:
        names |= {credential.id, credential.region, credential.issuer.short, credential.issuer.name}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b")


def texts(path: Path) -> list[str]:
    """Return the texts of a module that are not docstrings, and the names in it."""
    tree = parsed(path)
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said
    ]
    return strings + [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]


def opens_with_a_sentence(path: Path) -> bool:
    """Say whether a module begins with one."""
    return (ast.get_docstring(parsed(path)) or "").split("\n")[0].endswith((".", "!", "?"))


def stays_small(path: Path) -> bool:
    """Say whether a module can be read in one go."""
    return len(path.read_text(encoding="utf-8").splitlines()) <= 400


def test_no_state_agency_or_credential_is_named_in_python() -> None:
    """Rules are data: what only one credential or state knows stands in a rules file."""
    assert known().search("one CRSS, one MN")
    assert [(path, text) for path in SOURCES for text in texts(path) if known().search(text)] == []


def test_no_year_and_no_hours_are_written_in_python() -> None:
    """Outside the reading room, with its bytes and limits, a number of three digits or more is a rule."""
    allowed = {1024, 120, 128, 200, 4096, 2000, 4_000, 5_000, 20_000, 100, 130, 141, 143}

    assert [
        (path, node.value)
        for path in SOURCES
        if path.parent.name != "reading"
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, int) and node.value >= 100
        if node.value not in allowed
    ] == []


def test_only_the_command_line_asks_what_day_it_is() -> None:
    """No rule reads the clock."""
    asks = [path for path in SOURCES if CLOCK.search(path.read_text(encoding="utf-8"))]

    assert asks
    assert {path.parent.name for path in asks} == {"cli"}


@pytest.mark.parametrize("rule", [opens_with_a_sentence, stays_small])
def test_every_module_has_one_idea_and_says_it_first(rule: Callable[[Path], bool]) -> None:
    """In one sentence, and within four hundred lines."""
    assert [path for path in SOURCES if not rule(path)] == []


@pytest.mark.parametrize(
    ("comment", "reasoned"),
    [
        ("# noqa: S101 - a day is a day", True),
        ("# noqa: S101, PTH105 - a day is a day", True),
        ("# type: ignore[arg-type]  # a list", True),
        ("# noqa: S101", False),
        ("# noqa - a day is a day", False),
        ("# type: ignore[arg-type]", False),
        ("# type: ignore  # a list", False),
        ("# ruff: noqa: S101", False),
    ],
)
def test_a_reason_is_known_when_it_is_seen(comment: str, reasoned: bool) -> None:
    """It stands behind the name of what is silenced."""
    (silenced,) = SILENCED.findall(f"x = 1  {comment}")

    assert bool(REASONED.fullmatch(silenced)) is reasoned


def test_nothing_is_silenced_without_a_reason() -> None:
    """Beside each exception that is made for a line stands why; a whole file is excepted in the settings alone."""
    here = Path(__file__)

    found = [(path, one) for path in EVERYTHING if path != here for one in SILENCED.findall(path.read_text("utf-8"))]

    assert found
    assert [(path, one) for path, one in found if not REASONED.fullmatch(one)] == []
