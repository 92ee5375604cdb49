"""The page of problems and limits: every code that peercert gives is on it, and no other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from peercert.candidate.fields import Label, Text
from peercert.catalog import catalog
from peercert.cli import asking
from peercert.inputs import lists, parquet_table
from peercert.lint.reading_grade import grade
from peercert.reading import SIZE_LIMIT, csv_rows, lines, toml_text
from peercert.reading.refusals import PROBLEM_LIMIT
from peercert.reading.tree import DEPTH_LIMIT, EVENT_LIMIT
from peercert.verify import receipt

TOP = Path(__file__).parents[1]
PAGE = (TOP / "docs" / "problems.md").read_text(encoding="utf-8")
SOURCES = TOP / "src" / "peercert"

CODE_AT = {
    "Problem": 3, "Fault": 1, "problem": 1, "add": 0, "stop": 0, "PydanticCustomError": 0, "Misnamed": 1, "_Clash": 1,
    "_refused": 1, "_no_list": 1, "_unknown": 1, "_problem": 2,
}  # fmt: skip
"""What makes a problem, and which of its arguments is the code."""


def codes(tree: ast.AST) -> Iterator[ast.expr]:
    """Give what stands for a code in a module: in calls, in tuples with a message, and as the default of a field."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in CODE_AT and len(node.args) > CODE_AT[name]:
                yield node.args[CODE_AT[name]]
            if name == "_Words":
                yield from node.args
            yield from (keyword.value for keyword in node.keywords if keyword.arg == "code")
        elif isinstance(node, ast.Tuple) and len(node.elts) == 3 and is_message(node.elts[1]):
            yield node.elts[0]
        elif isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "code" and node.value:
            yield node.value


def is_message(node: ast.expr) -> bool:
    """Say whether a text is a sentence."""
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"[A-Z].* .*\.", node.value) is not None
    )


def given() -> set[str]:
    """Return every code in the sources; those of what `rules check` remarks have a guide of their own."""
    found = (
        code
        for path in SOURCES.rglob("*.py")
        if path.name == "checking.py" or path.parent.name != "lint"
        for code in codes(ast.parse(path.read_text(encoding="utf-8")))
    )
    texts = {code.value for code in found if isinstance(code, ast.Constant) and isinstance(code.value, str)}
    return {text for text in texts if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text)}


def test_every_code_is_on_the_page_and_no_other() -> None:
    """Once each."""
    told = re.findall(r"^\| `([a-z0-9-]+)` \|", PAGE, re.MULTILINE)

    assert len(told) == len(set(told))
    assert set(told) == given()


def test_the_limits_on_the_page_are_those_in_force() -> None:
    """Each number on the page is the one in the program."""
    mebibyte = 1024 * 1024

    assert (mebibyte, mebibyte, mebibyte) == (SIZE_LIMIT, csv_rows.ROW_LIMIT, toml_text._LIMIT)
    assert "| a profile, or one line or row of a table | 1 MiB |" in PAGE
    assert lines._LOST * mebibyte == parquet_table._CHUNK == lists._LIMIT == receipt._LIMIT == 64 * mebibyte
    assert 4 * mebibyte == catalog._LIMIT
    assert "| a file of rules, or of cases | 4 MiB |" in PAGE
    assert (DEPTH_LIMIT, EVENT_LIMIT, PROBLEM_LIMIT, toml_text._DOTS) == (32, 50_000, 100, 1000)
    assert (asking._LONGEST, asking._TRIES) == (4096, 50)
    assert [get_args(kind)[1].max_length for kind in (Text, Label)] == [2000, 200]


def test_the_page_is_plain_to_read() -> None:
    """At a reading grade of eight or lower."""
    prose = re.sub(r"```.*?```|^\|.*$|^#.*$|`[^`]*`", "", PAGE, flags=re.DOTALL | re.MULTILINE)

    assert grade(prose) <= 8
