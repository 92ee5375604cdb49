"""SECURITY.md promises nothing that no test shows."""

from __future__ import annotations

import ast
import re
from pathlib import Path

TOP = Path(__file__).parents[1]
TEXT = (TOP / "SECURITY.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", TEXT)


def test_every_test_that_is_named_exists() -> None:
    """By its file and its name."""
    missing = [(path, name) for path, name in NAMED if name not in {"", *functions(TOP / path)}]

    assert len(NAMED) > 20
    assert missing == []


def functions(path: Path) -> set[str]:
    """Return the names of the tests in a file; none where there is no file."""
    if not path.exists():
        return set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_promise_names_a_test() -> None:
    """Each point under what is promised is shown by something."""
    promised = TEXT.split("## What is promised")[1].split("## What is not promised")[0]
    points = re.findall(r"^- .*?(?=^- |^#|\Z)", promised, re.DOTALL | re.MULTILINE)

    assert len(points) > 15
    assert [point for point in points if "`tests/" not in point] == []
