"""People between credentials: for each difference in a comparison, and for the credentials as wholes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import permutations
from typing import NamedTuple

from peercert.catalog import Catalog
from peercert.compare import Comparison, Row
from peercert.compare.asks import Side as Asking
from peercert.compare.saying import way_name
from peercert.lint.implying import asks
from peercert.requirements import Requirement
from peercert.requirements.base import Topic
from peercert.witness.bench import Side
from peercert.witness.directions import NOTHING, Direction, all_asked, any_way, direction, judged


class RowWitnesses(NamedTuple):
    """The people who show one difference."""

    topic: Topic
    label: str
    directions: tuple[Direction, ...]


class Witnesses(NamedTuple):
    """The people who show the differences between credentials."""

    as_of: date
    rows: tuple[RowWitnesses, ...]
    """For each topic on which they differ by themselves."""

    whole: tuple[Direction, ...]
    """For each pair of credentials, in both directions."""


def witnesses(catalog: Catalog, comparison: Comparison) -> Witnesses:
    """Find somebody for every difference of a comparison, in both directions.

    Args:
        catalog: The rules.
        comparison: The credentials side by side.
    """
    rows = tuple(
        RowWitnesses(row.topic, row.label, tuple(_of_row(catalog, comparison, row))) for row in _apart(comparison)
    )
    pairs = permutations([one for one in comparison.sides if one.ways], 2)
    whole = (_whole(catalog, comparison.as_of, one, two) for one, two in pairs)
    return Witnesses(comparison.as_of, tuple(row for row in rows if row.directions), tuple(whole))


def _apart(comparison: Comparison) -> Iterator[Row]:
    return (row for row in comparison.rows if row.decides and not row.same and any(cell.asks for cell in row.cells))


def _of_row(catalog: Catalog, comparison: Comparison, row: Row) -> Iterator[Direction]:
    """Give both directions for each two credentials that ask about a topic by themselves, or not at all."""
    asking = [
        one for one in comparison.sides
        if one.ways and not one.taken_over(row.topic)
    ]  # fmt: skip
    for one, two in permutations(asking, 2):
        found = {(asks(first), asks(second)): (way, first, second) for way, first, second in _ways(one, two, row.topic)}
        apart = [told for (first, second), told in found.items() if first != second and told[2] is not NOTHING]
        for way, first, second in apart:
            passes, fails = (one.credential.id, Side(catalog, first)), (two.credential.id, Side(catalog, second))
            shown = direction(passes, fails, comparison.as_of)
            yield shown._replace(way=way if len(found) > 1 else None, free=first is NOTHING)


def _ways(one: Asking, two: Asking, topic: Topic) -> Iterator[tuple[str | None, Requirement, Requirement]]:
    """Give what two credentials ask about a topic: way by way where both have it, else on any way that asks at all."""
    shared = [way for way in one.ways if way in two.ways]
    for way in shared:
        yield way_name(one.ways[way]), _on(one, topic, way), _on(two, topic, way)
    if not shared:
        yield None, _on_any(one, topic), _on_any(two, topic)


def _on(one: Asking, topic: Topic, way: str) -> Requirement:
    return all_asked([ask.requirement for ask in one.about(topic) if way in ask.ways])


def _on_any(one: Asking, topic: Topic) -> Requirement:
    asked = [_on(one, topic, way) for way in one.ways if any(way in ask.ways for ask in one.about(topic))]
    return any_way(asked) if asked else NOTHING


def _whole(catalog: Catalog, as_of: date, one: Asking, two: Asking) -> Direction:
    passes, fails = (
        (side.credential.id, Side(catalog, any_way(catalog.roots(side.credential.id, as_of)))) for side in (one, two)
    )
    return judged(direction(passes, fails, as_of), catalog, as_of)
