"""The rules of the house that a machine can keep."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from peercert.catalog import load_catalog

TOP = Path(__file__).parents[1]
SOURCES = sorted((TOP / "src" / "peercert").rglob("*.py"))
NAMES = [path.relative_to(TOP / "src").as_posix() for path in SOURCES]


def texts(path: Path) -> list[str]:
    """Return the texts of a module that are not docstrings, and the names in it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said
    ]
    return strings + [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]


@pytest.mark.parametrize("path", SOURCES, ids=NAMES)
def test_no_state_agency_or_credential_is_named_in_python(path: Path) -> None:
    """Rules are data: what only one credential or state knows stands in a rules file."""
    catalog = load_catalog()
    known = {credential.id for credential in catalog}
    known |= {credential.region for credential in catalog} | {credential.issuer.short for credential in catalog}
    known |= {credential.issuer.name for credential in catalog} | set(catalog.words.programs) | set(catalog.words.exams)

    found = [(text, name) for text in texts(path) for name in known if re.search(rf"\b{re.escape(name)}\b", text)]

    assert not found


@pytest.mark.parametrize("path", [path for path in SOURCES if path.parent.name != "reading"])
def test_no_year_and_no_hours_are_written_in_python(path: Path) -> None:
    """Outside the reading room, with its bytes and limits, a number of three digits or more is a rule."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    allowed = {1024, 120, 128, 200, 4096, 2000, 4_000, 5_000, 20_000, 100, 130, 141, 143}

    numbers = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, int) and node.value >= 100
    }

    assert numbers <= allowed


@pytest.mark.parametrize("path", SOURCES, ids=NAMES)
def test_only_the_command_line_asks_what_day_it_is(path: Path) -> None:
    """No rule reads the clock."""
    asks = re.findall(r"\b(?:date\.today|datetime\.now|time\.time)\b", path.read_text(encoding="utf-8"))

    assert not asks or path.parent.name == "cli"


@pytest.mark.parametrize("path", SOURCES, ids=NAMES)
def test_a_module_opens_with_one_sentence_and_stays_small(path: Path) -> None:
    """A module has one idea, says it first, and stays within four hundred lines."""
    text = path.read_text(encoding="utf-8")
    opening = ast.get_docstring(ast.parse(text))

    assert opening
    assert opening.split("\n")[0].endswith((".", "!", "?"))
    assert len(text.splitlines()) <= 400
