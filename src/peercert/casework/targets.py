"""What the cases of a credential have to show: of each leaf, branch, reading, way, edition and number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from peercert.candidate import load_candidate
from peercert.case import Case
from peercert.casework.written import Showing
from peercert.catalog import Catalog, Credential
from peercert.reading import Document
from peercert.requirements import Requirement
from peercert.requirements.boundary import Boundary
from peercert.requirements.combining import Combinator

LEAF: tuple[Showing, ...] = ("met", "unmet", "unknown", "only_no")
SIDES: tuple[Showing, ...] = ("at", "past")


class Target(NamedTuple):
    """One thing that some case must show."""

    subject: str
    """A requirement, way or edition; or what it has inside, after a slash."""

    showing: Showing


def targets(catalog: Catalog, credential: Credential) -> tuple[Target, ...]:
    """Return all that the cases of a credential have to show, in the catalogue's order.

    What another credential asks is shown by that one's own cases.
    """
    return tuple(dict.fromkeys(_targets(catalog, credential)))


def _targets(catalog: Catalog, credential: Credential) -> Iterator[Target]:
    for edition in credential.editions:
        name = f"{credential.id}/{edition.id}"
        yield Target(name, "taken")
        for bound in ("effective_from", "effective_to"):
            if getattr(edition, bound) is not None:
                yield from (Target(f"{name}/{bound}", side) for side in SIDES)
        for way in edition.pathways:
            yield Target(f"{name}/{way.id}", "taken")
            yield from _inside(way.root, nobody(catalog, credential))


def _inside(requirement: Requirement, case: Case) -> Iterator[Target]:
    if not requirement.groups:
        yield from (Target(requirement.id, showing) for showing in LEAF)
    yield from (Target(f"{requirement.id}/{reading.id}", "apart") for reading in requirement.alternatives)
    for key in dict.fromkeys(boundary.key for boundary in requirement.boundaries(case)):
        yield from (Target(f"{requirement.id}/{key}", side) for side in SIDES)
    for child in requirement.children:
        if enough(requirement) < len(requirement.children):
            yield Target(child.id, "taken")
        yield from _inside(child, case)


def enough(requirement: Requirement) -> int:
    """Return how many of the requirements inside are enough."""
    count = len(requirement.children)
    return requirement.needed(count) if isinstance(requirement, Combinator) else count


def nobody(catalog: Catalog, credential: Credential) -> Case:
    """Return a case that tells nothing, on a day on which the first edition is in force."""
    edition = credential.editions[0]
    day = edition.effective_from or edition.effective_to or catalog.about.checked
    return Case(load_candidate(Document("nobody.yaml", {}, " "), catalog.words, day), catalog, day)


def nested_boundaries(requirement: Requirement, case: Case) -> Iterator[tuple[str, Boundary]]:
    """Give each boundary of a requirement and of all inside it, with its subject."""
    for boundary in requirement.boundaries(case):
        yield f"{requirement.id}/{boundary.key}", boundary
    for child in requirement.children:
        yield from nested_boundaries(child, case)
