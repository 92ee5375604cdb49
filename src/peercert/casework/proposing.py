"""Proposes cases for numbers and days that are untried: the nearest case moved there, its verdict left open."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from peercert.candidate import load_candidate
from peercert.case import Case
from peercert.casework.coverage import Coverage, Gap
from peercert.casework.moving import distance, patch_between, with_fact
from peercert.casework.reading import CaseFile, Facts, WorkedCase, base_of
from peercert.casework.running import Result
from peercert.casework.targets import SIDES, nested_boundaries
from peercert.casework.written import CONFIRM
from peercert.catalog import Catalog
from peercert.errors import FileError
from peercert.reading import Document, Plain
from peercert.requirements.boundary import Boundary


class Proposal(NamedTuple):
    """A case for a person to confirm."""

    gap: Gap
    like: WorkedCase
    """The case that it is made from."""

    name: str
    but: Facts
    """What differs from that case's base, as a JSON merge patch."""

    @property
    def person(self) -> str:
        """What is decided, without its name: two numbers at one place need one case."""
        text = self.like.text
        return f"{text.as_of} {text.base} {text.disputes} {_flow(self.but)}"


class _Move(NamedTuple):
    """A change of one fact that brings a case to a number."""

    eligible: bool
    steps: Decimal
    """How far, counted in steps."""

    case: WorkedCase
    facts: Facts


def propose(catalog: Catalog, file: CaseFile, results: Sequence[Result], found: Coverage) -> tuple[Proposal, ...]:
    """Propose a case for each side of a number that no case shows.

    Args:
        catalog: The rules.
        file: The cases there are.
        results: What came out of each of them.
        found: What they leave untried.

    Returns:
        The proposals, in the order of the rules, one for each person; none for what no single fact can move.
    """
    moves = ((gap, _nearest(gap, catalog, results)) for gap in found.gaps if gap.target.showing in SIDES)
    proposals = [_proposal(gap, move, file) for gap, move in moves if move is not None]
    return tuple({one.person: one for one in reversed(proposals)}.values())[::-1]


def _proposal(gap: Gap, move: _Move, file: CaseFile) -> Proposal:
    side = "just at" if gap.target.showing == "at" else "one step past"
    name = f"proposed: {side} {gap.target.subject.replace('/', ', ')}"
    return Proposal(gap, move.case, name, patch_between(base_of(file.text, move.case.text), move.facts))


def _nearest(gap: Gap, catalog: Catalog, results: Sequence[Result]) -> _Move | None:
    """Return the smallest move to a number, from a case that is eligible where there is one."""
    moves = [move for result in results for move in _moves(gap, catalog, result)]
    return min(moves, key=lambda move: (not move.eligible, move.steps), default=None)


def _moves(gap: Gap, catalog: Catalog, result: Result) -> Iterator[_Move]:
    eligible = result.case.text.verdict == "eligible"
    for boundary in _boundaries(gap.target.subject, result.case, catalog):
        target = boundary.value if gap.target.showing == "at" else boundary.beyond
        for spot in boundary.spots:
            facts = with_fact(result.case.facts, spot, target)
            if facts is not None and _shows(gap, result.case, facts, catalog):
                steps = abs(distance(spot.have, target) / boundary.step)
                yield _Move(eligible, steps, result.case, facts)


def _boundaries(subject: str, case: WorkedCase, catalog: Catalog) -> list[Boundary]:
    """Return what a case comes to at a number, in each way that has it."""
    day = case.text.as_of
    asked = Case(case.candidate, catalog, day)
    roots = catalog.roots(case.credential, day)
    return [boundary for root in roots for name, boundary in nested_boundaries(root, asked) if name == subject]


def _shows(gap: Gap, case: WorkedCase, facts: Facts, catalog: Catalog) -> bool:
    """Say whether a profile is a good one, and has what it was made for."""
    try:
        candidate = load_candidate(Document(case.source, facts, " "), catalog.words, case.text.as_of)
    except FileError:
        return False
    found = _boundaries(gap.target.subject, case._replace(candidate=candidate), catalog)
    side = Boundary.at if gap.target.showing == "at" else Boundary.past
    return any(side(boundary, spot.have) for boundary in found for spot in boundary.spots)


def written(proposals: Sequence[Proposal]) -> str:
    """Write proposals as cases, with the verdict left open."""
    return "\n".join(_written(one) for one in proposals) + "\n" if proposals else ""


def _written(one: Proposal) -> str:
    text = one.like.text
    lines = [
        f"  # For {one.gap.source}:{one.gap.line}. Made from the case {json.dumps(text.name)}.",
        f"  - name: {json.dumps(one.name)}",
        f"    as_of: {text.as_of}",
        *([f"    base: {_flow(text.base)}"] if text.base else []),
        *([f"    disputes: {text.disputes}"] if text.disputes != "undetermined" else []),
        *(["    but:"] if one.but else []),
        *(f"      {key}: {_flow(value)}" for key, value in one.but.items()),
        f"    verdict: {CONFIRM}",
    ]
    return "\n".join(lines)


def _flow(value: object) -> str:
    """Write plain data in one line of YAML: quoted where it was."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return str(value) if isinstance(value, Plain) else json.dumps(value, ensure_ascii=False)
