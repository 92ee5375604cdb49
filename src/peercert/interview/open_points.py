"""Open points: the requirements whose answer is not known, and matters to a verdict that was asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import BaseModel

from peercert.case import Case
from peercert.catalog import Catalog, Credential
from peercert.engine import Verdict, determine, same_way
from peercert.finding import Finding
from peercert.logic import Outcome
from peercert.requirements import Requirement

_TOLD_APART = {"id", "title", "topic", "sources", "note", "remedy", "was", "allow"}
"""Keys that say nothing of what is asked."""


class Point(NamedTuple):
    """A requirement, or one reading of it, that facts may still settle."""

    credential: str
    title: str
    requirement: Requirement
    finding: Finding


def open_points(catalog: Catalog, credentials: Sequence[str], case: Case) -> tuple[Point, ...]:
    """Return what is open and matters.

    A requirement matters where it and all that it stands in are unknown: then, and only then, what it turns out to
    be may change the verdict. What is not eligible today may be so on a later day, so those days are looked at too.

    Args:
        catalog: The rules.
        credentials: The ids asked for.
        case: The candidate on the day decided on.
    """
    return tuple(point for id_ in credentials for point in _of(catalog, catalog.credential(id_), case))


def _of(catalog: Catalog, credential: Credential, case: Case) -> Iterator[Point]:
    decided = determine(catalog, credential, case)
    if decided.verdict is Verdict.UNDETERMINED:
        for way in decided.ways:
            yield from _inside(catalog, credential.id, way.finding)
    if decided.verdict is Verdict.NOT_ELIGIBLE:
        for way in decided.ways:
            yield from _later(catalog, credential, case, way.id, way.finding)


def _later(catalog: Catalog, credential: Credential, case: Case, name: str | None, finding: Finding) -> Iterator[Point]:
    """Give what is open on the later days on which a way may turn."""
    turns = {day for leaf in _leaves(finding) for day in catalog.requirement(leaf.id).turning_days(case)}
    begins = {edition.effective_from for edition in credential.editions if edition.effective_from is not None}
    for day in sorted(day for day in turns | begins if day > case.as_of):
        later = case.on(day)
        for root in same_way(credential, name, day):
            yield from _inside(catalog, credential.id, root.evaluate(later))


def _leaves(finding: Finding) -> Iterator[Finding]:
    if not finding.children:
        yield finding
    for child in finding.children:
        yield from _leaves(child)


def _inside(catalog: Catalog, credential: str, finding: Finding) -> Iterator[Point]:
    if finding.outcome is not Outcome.UNKNOWN:
        return
    for child in finding.children:
        yield from _inside(catalog, credential, child)
    if finding.children:
        return
    asked = catalog.requirement(finding.id)
    readings = zip(asked.alternatives, finding.readings, strict=True) if finding.readings else [(asked, finding)]
    for reading, found in readings:
        if found.outcome is Outcome.UNKNOWN:
            yield Point(credential, asked.title, reading, found)


def looks_at(point: Point, key: str) -> bool:
    """Say whether a point looks at a key of a profile, at something in it, or at what it stands in."""
    return any(
        one == key or one.startswith(f"{key}.") or key.startswith(f"{one}.") for one in point.requirement.looks_at()
    )


def mentions(requirement: Requirement) -> frozenset[str]:
    """Return the keys and the words that stand in a requirement."""
    return frozenset(_words(requirement))


def _words(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever stands in a rule
    match value:
        case BaseModel():
            for name, field in type(value).model_fields.items():
                inner = getattr(value, name)
                if name not in _TOLD_APART and inner not in (None, (), {}, False):
                    yield field.alias or name
                    yield from _words(inner)
        case Mapping():
            for key, inner in value.items():
                yield str(key)
                yield from _words(inner)
        case tuple():
            for inner in value:
                yield from _words(inner)
        case str():
            yield value
