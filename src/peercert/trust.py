"""What a verdict rests on, and how far the sources of that can be trusted."""

from __future__ import annotations

from peercert.catalog import Catalog
from peercert.catalog.sources import Tier, weakest
from peercert.determination import Verdict, Way
from peercert.finding import Finding
from peercert.logic import Outcome
from peercert.requirements.combining import Combinator

_UNSOURCED: Tier = "secondary"
"""What no source tells of is to be verified too."""


def confidence(catalog: Catalog, way: Way) -> Tier:
    """Return the weakest tier that the verdict of a way rests on."""
    tiers = {trust(catalog, leaf) for leaf in resting(way)}
    return weakest([tier for tier in tiers if tier]) or _UNSOURCED


def resting(way: Way) -> list[Finding]:
    """Return the leaves that a verdict rests on: a yes on all that apply, any other verdict on what stands in its way.

    Source:
        Points of meaning, on confidence.
    """
    if way.verdict is Verdict.ELIGIBLE:
        return [leaf for leaf in leaves(way.finding) if leaf.outcome is not Outcome.NOT_APPLICABLE]
    return list(way.blocked_by)


def trust(catalog: Catalog, leaf: Finding) -> Tier | None:
    """Return the best tier of the sources of a leaf; where one of several readings was picked, of those it follows."""
    if not leaf.readings:
        return catalog.tier(leaf.id)
    followed = [index for index, one in enumerate(leaf.readings) if one.outcome is leaf.outcome]
    picked = leaf.outcome is not Outcome.UNKNOWN and len(followed) < len(leaf.readings)
    return catalog.tier(leaf.id, tuple(followed) if picked else ())


def needed(catalog: Catalog, finding: Finding) -> int:
    """Return how many of the findings inside another one must be met."""
    requirement = catalog.requirement(finding.id)
    count = len(finding.children)
    return requirement.needed(count) if isinstance(requirement, Combinator) else 1


def leaves(finding: Finding) -> list[Finding]:
    """Return the findings at the ends of a tree."""
    return _below(finding, []) if finding.children else [finding]


def _below(finding: Finding, found: list[Finding]) -> list[Finding]:
    for child in finding.children:
        if child.children:
            _below(child, found)
        else:
            found.append(child)
    return found
