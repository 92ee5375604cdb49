"""What a verdict rests on, and how far the sources of that can be trusted."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.catalog import Catalog
from peercert.catalog.sources import TIERS, Tier, weakest
from peercert.determination import Verdict, Way
from peercert.finding import Finding
from peercert.logic import Outcome
from peercert.requirements.combining import Combinator

_UNSOURCED: Tier = "secondary"
"""What no source tells of is to be verified too."""


def confidence(catalog: Catalog, way: Way) -> Tier:
    """Return the weakest tier that the verdict of a way rests on."""
    return weakest([tier for leaf in resting(catalog, way) if (tier := trust(catalog, leaf))]) or _UNSOURCED


def resting(catalog: Catalog, way: Way) -> list[Finding]:
    """Return the leaves that a verdict rests on: what carries a yes, and what stands in the way of any other."""
    if way.verdict is Verdict.ELIGIBLE:
        return _carrying(catalog, way.finding)
    return [leaf for leaf in leaves(way.finding) if leaf.id in way.blocking]


def trust(catalog: Catalog, leaf: Finding) -> Tier | None:
    """Return the best tier of the sources that a leaf is written in; where readings disagree, of those that agree."""
    agreeing = [index for index, one in enumerate(leaf.readings) if one.outcome is leaf.outcome]
    return catalog.tier(leaf.id, tuple(agreeing) if len(agreeing) < len(leaf.readings) else ())


def _carrying(catalog: Catalog, finding: Finding) -> list[Finding]:
    """Return the leaves that carry a yes; where some of several are enough, those with the best sources."""
    if not finding.children:
        return [finding]
    met = [_carrying(catalog, child) for child in finding.children if child.outcome is Outcome.MET]
    trusted = sorted(range(len(met)), key=lambda one: _rank(catalog, met[one]))[: needed(catalog, finding)]
    return [leaf for one in sorted(trusted) for leaf in met[one]]


def _rank(catalog: Catalog, carrying: list[Finding]) -> int:
    return max(TIERS.index(trust(catalog, leaf) or _UNSOURCED) for leaf in carrying)


def needed(catalog: Catalog, finding: Finding) -> int:
    """Return how many of the findings inside another one must be met."""
    requirement = catalog.requirement(finding.id)
    count = len(finding.children)
    return requirement.needed(count) if isinstance(requirement, Combinator) else 1


def leaves(finding: Finding) -> Iterator[Finding]:
    """Give the findings at the ends of a tree."""
    if not finding.children:
        yield finding
    for child in finding.children:
        yield from leaves(child)
