"""What `rules check` found, as lines that an editor can follow, or as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import NamedTuple

from peercert.errors import Problem
from peercert.lint import Remark
from peercert.render.json_text import page
from peercert.render.style import Style
from peercert.requirements.wording import counted

FORMAT = "peercert.rules/1"
"""The name and version of the JSON shape."""


class Linted(NamedTuple):
    """What came of looking at a catalogue."""

    as_of: date
    """The day on which sources were held to be fresh or stale."""

    credentials: tuple[str, ...]
    remarks: tuple[Remark, ...]
    problems: tuple[Problem, ...]
    """What is wrong with files that cannot be used."""

    @property
    def errors(self) -> int:
        """How many remarks are grave."""
        return sum(one.severity == "error" for one in self.remarks)


def as_text(linted: Linted, style: Style) -> str:
    """Write a line for each remark, its proof beneath it, and the counts last. Lines are never wrapped."""
    lines = [line for one in linted.remarks for line in _lines(one, style)]
    return "\n".join([*lines, style.line(_counts(linted))]) + "\n"


def problem_line(problem: Problem) -> str:
    """Write a problem with a file in the same form, its code in the brackets."""
    place = ":".join(str(part) for part in (problem.source, problem.line, problem.column) if part is not None)
    hint = f" {problem.hint}" if problem.hint else ""
    return f"{place}: [{problem.code}] {problem.message}{hint}"


def _lines(one: Remark, style: Style) -> Iterator[str]:
    place = style.line(f"{one.source}:{one.line}:{one.column}:")
    label = style.paint(style.line(f"[{one.id}]"), "red" if one.severity == "error" else "yellow")
    grave = "" if one.severity == "error" else "Warning: "
    yield f"{place} {label} {style.line(f'{grave}{one.message} {one.hint}')}"
    yield from (style.line(f"    {line}") for line in one.proof)


def _counts(linted: Linted) -> str:
    looked_at = f"{counted(len(linted.credentials), 'credential')} looked at"
    found = [
        counted(number, noun)
        for number, noun in (
            (linted.errors, "error"),
            (len(linted.remarks) - linted.errors, "warning"),
            (len(linted.problems), "problem"),
        )
        if number
    ]
    return f"{looked_at}: {', '.join(found) if found else 'nothing to remark'}."


def as_json(linted: Linted, style: Style) -> str:
    """Write one JSON object."""
    del style
    drawn = {
        "format": FORMAT,
        "as_of": linted.as_of.isoformat(),
        "credentials": list(linted.credentials),
        "remarks": [{**asdict(one), "proof": list(one.proof)} for one in linted.remarks],
        "problems": [asdict(one) for one in linted.problems],
        "summary": {
            "errors": linted.errors,
            "warnings": len(linted.remarks) - linted.errors,
            "problems": len(linted.problems),
        },
    }
    return page(drawn)
