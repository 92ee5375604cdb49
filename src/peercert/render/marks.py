"""Marks: what stands in the way of a verdict, one by one, and how grave each is to a machine that passes or fails."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from peercert.explain import Explanation, Line
from peercert.logic import Outcome
from peercert.render.places import deciding_place
from peercert.render.verdicts import catalogues, disputes_said
from peercert.report import Header
from peercert.session import Checked

NOTHING = "Nothing to check: no profile was found."
"""What a run without any profile is told as; it never looks like a pass."""

SURVEY = "No credential was asked for, so every one was looked at; this does not count."
"""What is said of a verdict that nobody asked for."""


class Level(Enum):
    """How grave a mark is: as the exit code has it."""

    ERROR = "error"
    """Not met."""

    WARNING = "warning"
    """Open."""

    NOTE = "note"
    """Either, where no credential was asked for: it does not count."""


class Mark(NamedTuple):
    """One requirement that stands in the way."""

    level: Level
    line: Line
    place: tuple[int, int] | None
    """The line and the column in the profile that decide, where they are known."""

    @property
    def text(self) -> str:
        """Why, and what to do."""
        because = self.line.because
        return f"{because.text} {because.remedy}" if because.remedy else because.text


def marks(explanation: Explanation, checked: Checked) -> Iterator[Mark]:
    """Give what stands in the way of one verdict, in the catalogue's order; nothing where it is eligible.

    Args:
        explanation: The determination in words.
        checked: The candidate whom it is about.
    """
    blocking = set(explanation.determination.chosen.blocking)
    for line in explanation.lines:
        for leaf in line.leaves():
            if leaf.requirement.id in blocking:
                yield Mark(_level(leaf, checked), leaf, deciding_place(checked, leaf))


def _level(leaf: Line, checked: Checked) -> Level:
    if checked.survey:
        return Level.NOTE
    return Level.ERROR if leaf.finding.outcome is Outcome.UNMET else Level.WARNING


def made_under(header: Header) -> str:
    """Say under what a report was made, on one line; options only where they are not the usual ones."""
    said = [f"peercert {header.version}", *catalogues(header), f"as of {header.as_of}"]
    said += [f"edition {header.edition} (not the one in force)"] if header.edition else []
    said += disputes_said(header.disputes)
    said += ["only records that someone checked are counted"] if header.verified_only else []
    return ", ".join(said)
