"""A cohort: everybody's standing, by credential, and what is counted and ranked from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from peercert.catalog import Catalog
from peercert.cohort.asks import Ask
from peercert.cohort.standing import Standing, standings
from peercert.engine import Verdict
from peercert.session import Checked

K = TypeVar("K", bound=Hashable)

STOPPED = (Verdict.NOT_ELIGIBLE, Verdict.NOT_YET)


class Counted(NamedTuple):
    """How many people something is about."""

    people: int
    alone: int
    """For how many of them it is the only thing."""


class Flip(NamedTuple):
    """One person whose verdict is another under other rules."""

    standing: Standing
    before: Verdict
    after: Verdict
    came: tuple[str, ...]
    """What blocks under the other rules and did not before."""

    gone: tuple[str, ...]
    """What blocked before and does not under the other rules."""


class Group:
    """Everybody who was checked for one credential.

    Args:
        credential: Its id.
        people: Where each of them stands, in the order given.
        ways: The ids of the ways to it, in catalogue order.
    """

    def __init__(self, credential: str, people: Sequence[Standing], ways: Sequence[str] = ()) -> None:
        self.credential = credential
        self.people = people
        self._order = {way: rank for rank, way in enumerate(ways)}

    def of(self, verdict: Verdict) -> list[Standing]:
        """Return the people with a verdict."""
        return [one for one in self.people if one.verdict is verdict]

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many people have each verdict; all four are named."""
        found = Counter(one.verdict for one in self.people)
        return {verdict: found[verdict] for verdict in Verdict}

    @property
    def nearest(self) -> list[Standing]:
        """The people who are not eligible: first who has the fewest hours to go, then who misses the fewest points.

        Whoever misses what no step can change comes last, however near the rest is. Of some of them more is not known
        (`open`), so that they may have further to go.
        """
        return sorted(self.of(Verdict.NOT_ELIGIBLE), key=_distance)

    @property
    def ways(self) -> dict[tuple[str | None, tuple[str, ...]], list[Standing]]:
        """The people by their nearest way and what it asks: one matrix for each, in catalogue order."""
        found: dict[tuple[str | None, tuple[str, ...]], list[Standing]] = {}
        for one in self.people:
            found.setdefault((one.way, one.leaves), []).append(one)
        return dict(sorted(found.items(), key=lambda way: self._order.get(way[0][0] or "", 0)))

    @property
    def blockers(self) -> dict[str, Counted]:
        """How many people each requirement stops, the one that stops most people first."""
        return _most((one.blocking for one in self.people if one.verdict in STOPPED), self._rank())

    @property
    def asks(self) -> dict[Ask, Counted]:
        """What would settle how many undetermined verdicts, that which helps most people first."""
        return _most((one.asks for one in self.people if one.asks), {})

    @property
    def flips(self) -> list[Flip]:
        """The people whose verdict is another under the other rules."""
        return [
            Flip(one, one.verdict, one.turn.verdict, _less(one.turn.blocking, one.blocking),
                 _less(one.blocking, one.turn.blocking))
            for one in self.people if one.turn and one.turn.verdict is not one.verdict
        ]  # fmt: skip

    @property
    def comparable(self) -> bool:
        """Whether other rules were given that know the credential."""
        return any(one.turn for one in self.people)

    def _rank(self) -> dict[str, int]:
        """Return where in the catalogue each requirement stands."""
        asked = dict.fromkeys(id_ for _, leaves in self.ways for id_ in leaves)
        return {id_: rank for rank, id_ in enumerate(asked)}


class Cohort(NamedTuple):
    """People by credential."""

    groups: tuple[Group, ...]
    """In catalogue order; credentials that nobody was checked for are left out."""


def of(catalog: Catalog, people: Iterable[Checked], *, against: Catalog | None = None) -> Cohort:
    """Look at a cohort.

    Args:
        catalog: The rules that everybody was checked with.
        people: The checks, one for each person.
        against: Other rules, to find whose verdict is another under them.

    Returns:
        The cohort.
    """
    taken = standings(catalog, against)
    return gathered(catalog, (taken(one) for one in people))


def gathered(catalog: Catalog, people: Iterable[Iterable[Standing]]) -> Cohort:
    """Put the standings of each person together; what many of them share is kept once.

    Args:
        catalog: The rules, for the order of the credentials.
        people: The standings of one person after the other.
    """
    kept: dict[Any, Any] = {}  # Any: whatever can be shared, by itself
    by_credential: dict[str, list[Standing]] = {id_: [] for id_ in catalog.ids}
    for one in people:
        for standing in one:
            by_credential[standing.credential].append(_sharing(standing, kept))
    return Cohort(tuple(Group(id_, found, _ways(catalog, id_)) for id_, found in by_credential.items() if found))


def _ways(catalog: Catalog, id_: str) -> list[str]:
    return [way.id for edition in catalog.credential(id_).editions for way in edition.pathways]


def _sharing(one: Standing, kept: dict[Any, Any]) -> Standing:  # Any: as above
    cells = tuple([kept.setdefault(cell, cell) for cell in one.cells])
    credential, leaves, blocking, asks = (
        kept.setdefault(part, part) for part in (one.credential, one.leaves, one.blocking, one.asks)
    )
    return one._replace(
        credential=credential, leaves=leaves, cells=kept.setdefault(cells, cells), blocking=blocking, asks=asks
    )


def _distance(one: Standing) -> tuple[bool, Decimal, int]:
    return bool(one.no_step), one.hours_to_go, len(one.blocking)


def _most(things: Iterable[tuple[K, ...]], rank: dict[K, int]) -> dict[K, Counted]:
    people: Counter[K] = Counter()
    alone: Counter[K] = Counter()
    for each in things:
        people.update(each)
        alone.update(each if len(each) == 1 else ())
    order = sorted(people, key=lambda one: (-people[one], -alone[one], rank.get(one, 0), str(one)))
    return {one: Counted(people[one], alone[one]) for one in order}


def _less(these: tuple[str, ...], those: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(id_ for id_ in these if id_ not in those)


def flips_by_way(flips: Iterable[Flip]) -> Iterator[tuple[tuple[Verdict, Verdict], list[Flip]]]:
    """Give the flips by their way from one verdict to the other, in the order of the verdicts."""
    by_way: dict[tuple[Verdict, Verdict], list[Flip]] = {}
    for one in flips:
        by_way.setdefault((one.before, one.after), []).append(one)
    ways = [(before, after) for before in Verdict for after in Verdict]
    return ((way, by_way[way]) for way in ways if way in by_way)


def by_count(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return counts with their ids, the largest first, then by id."""
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))
