"""What is missing or open in one determination, as short points for a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from peercert.explain import Explanation, Line
from peercert.logic import Outcome
from peercert.render.leaves import amounts_short, citations, notes_said
from peercert.render.verdicts import instead, responsible
from peercert.requirements.wording import Because


class Point(NamedTuple):
    """One or more requirements that came out as they did for the same reason."""

    titles: tuple[str, ...]
    """Each with its amounts, where something is counted."""

    because: Because
    instead: str
    """What would do as well, in a sentence; empty where there is no choice, or where a later point of it tells."""

    notes: tuple[str, ...]
    """What is to be known, in sentences; of which title, where there are several."""

    sources: tuple[str, ...]


def points(explanation: Explanation, outcome: Outcome) -> Iterator[Point]:
    """Give the points of an outcome, in the catalogue's order.

    Args:
        explanation: The determination in words.
        outcome: `UNMET` for what is missing, `UNKNOWN` for what is open.
    """
    for line in explanation.lines:
        if line.finding.outcome is outcome:
            leaves = responsible(line, outcome, explanation)
            *before, last = [_point(tuple(same)) for _, same in groupby(leaves, key=lambda leaf: leaf.because)]
            yield from (*before, last._replace(instead=instead(line, leaves)))


def below(point: Point) -> Iterator[str]:
    """Say what stands below a point: what to do, what would do as well, what to know, and where it is written."""
    if point.because.remedy:
        yield f"Do: {point.because.remedy}"
    if point.instead:
        yield point.instead
    yield from point.notes
    yield from (f"Source: {source}" for source in point.sources)


def _point(leaves: Sequence[Line]) -> Point:
    return Point(
        titles=tuple(map(_title, leaves)),
        because=leaves[0].because,
        instead="",
        notes=tuple(notes_said(leaves)),
        sources=tuple(citations([one for leaf in leaves for one in leaf.cited])),
    )


def _title(leaf: Line) -> str:
    amounts = amounts_short(leaf)
    return f"{leaf.requirement.title} ({', '.join(amounts)})" if amounts else leaf.requirement.title
