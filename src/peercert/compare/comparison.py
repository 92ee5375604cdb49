"""A comparison of credentials on a day: the rows, and what rests on a secondary source only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from peercert.catalog import Catalog
from peercert.compare.asks import Side, side
from peercert.compare.rows import Row, fact_rows, topic_rows
from peercert.errors import UsageError
from peercert.explain import Explainer
from peercert.requirements import Requirement
from peercert.requirements.combining import Combinator
from peercert.requirements.wording import Speech

_FEWEST = 2


class Comparison(NamedTuple):
    """Credentials side by side."""

    as_of: date
    sides: tuple[Side, ...]
    speeches: tuple[Speech, ...]
    """What sentences about each credential need to know."""

    rows: tuple[Row, ...]
    secondary: tuple[tuple[str, ...], ...]
    """For each credential, the titles of what only a secondary source tells."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the credentials, in the order asked for."""
        return tuple(one.credential.id for one in self.sides)


def compare(catalog: Catalog, names: Sequence[str], as_of: date) -> Comparison:
    """Set credentials side by side.

    Args:
        catalog: The rules.
        names: What the credentials are called: two or more, each once.
        as_of: The day whose editions are compared.

    Returns:
        The comparison, its rows in the order of the topics.

    Raises:
        UsageError: If a name is unknown, or there are too few, or two mean the same credential.
    """
    ids = [catalog.find(name) for name in names]
    if len(ids) < _FEWEST:
        raise UsageError(f"Name two or more credentials to compare. Known: {', '.join(catalog.ids)}.")
    if len(set(ids)) < len(ids):
        twice = next(id_ for id_ in ids if ids.count(id_) > 1)
        raise UsageError(f"{twice} is named twice. Name each credential once.")
    explainer = Explainer(catalog)
    sides = tuple(side(catalog, catalog.credential(id_), as_of) for id_ in ids)
    speeches = tuple(explainer.speech(one.credential) for one in sides)
    rows = (*topic_rows(sides, speeches), *fact_rows(sides))
    return Comparison(as_of, sides, speeches, rows, tuple(_secondary(catalog, one) for one in sides))


def _secondary(catalog: Catalog, one: Side) -> tuple[str, ...]:
    leaves = (leaf for ask in one.asks for leaf in _leaves(ask.requirement))
    return tuple(dict.fromkeys(leaf.title for leaf in leaves if catalog.tier(leaf.id) == "secondary"))


def _leaves(requirement: Requirement) -> Iterator[Requirement]:
    if not isinstance(requirement, Combinator):
        yield requirement
        return
    for one in requirement.of:
        yield from _leaves(one)
