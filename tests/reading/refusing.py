"""Refusing: what a text is refused for, short enough to be written down by hand."""

from __future__ import annotations

import pytest

from peercert.errors import FileError, Problem
from peercert.reading import Syntax, Value, read_text


def refusal(text: str, syntax: Syntax = "yaml") -> tuple[Problem, ...]:
    """Read a text that must be refused, and return every problem with it."""
    with pytest.raises(FileError) as caught:
        read_text(text, "p", syntax=syntax)
    return caught.value.problems


def told(text: str, syntax: Syntax = "yaml") -> list[tuple[str, int | None, int | None]]:
    """Read a text that must be refused, and return the code, line and column of every problem."""
    return [(problem.code, problem.line, problem.column) for problem in refusal(text, syntax)]


def kinds(value: Value) -> object:
    """Return a value with each text marked as plain or quoted, so that equal letters do not hide a difference."""
    if isinstance(value, dict):
        return {key: kinds(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [kinds(inner) for inner in value]
    return (type(value).__name__, value)
