"""What one credential asks on a day, taken apart by topic and by way."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import date
from typing import NamedTuple

from peercert.catalog import Catalog, Credential
from peercert.compare.meaning import meaning
from peercert.requirements import Requirement
from peercert.requirements.all_of import AllOf
from peercert.requirements.base import Topic
from peercert.requirements.combining import Combinator
from peercert.requirements.meets_credential import MeetsCredential
from peercert.requirements.training import Training


class Ask(NamedTuple):
    """One thing that is asked, on one way or on several."""

    requirement: Requirement
    """As it stands on the first of these ways."""

    topic: Topic
    meaning: Hashable
    ways: tuple[str, ...]
    """The ways that ask it, by their ids."""

    ids: tuple[str, ...]
    """The ids that it has on these ways."""


class Side(NamedTuple):
    """One credential in a comparison."""

    credential: Credential
    ways: dict[str, str]
    """Titles of the ways, by id; empty on a day on which no edition is in force."""

    asks: tuple[Ask, ...]
    through: tuple[tuple[str, frozenset[Topic]], ...] = ()
    """Other credentials whose requirements it takes over, with the topics that they ask under."""

    def about(self, topic: Topic) -> tuple[Ask, ...]:
        """Return what is asked under a topic."""
        return tuple(ask for ask in self.asks if ask.topic == topic)

    def taken_over(self, topic: Topic) -> tuple[str, ...]:
        """Return the other credentials that bring in something under a topic."""
        return tuple(id_ for id_, topics in self.through if topic in topics)

    def everywhere(self, ask: Ask) -> bool:
        """Say whether every way asks this."""
        return len(ask.ways) == len(self.ways)


def side(catalog: Catalog, credential: Credential, day: date) -> Side:
    """Take apart what a credential asks on a day, and what it takes over from others."""
    own = _own(credential, day)
    taken = dict.fromkeys(id_ for ask in own.asks for id_ in _taken_over(ask.requirement))
    through = []
    for id_ in taken:
        other = side(catalog, catalog.credential(id_), day)
        inner = [topic for _, topics in other.through for topic in topics]
        through.append((id_, frozenset([*(ask.topic for ask in other.asks), *inner])))
    return own._replace(through=tuple(through))


def _taken_over(requirement: Requirement) -> Iterator[str]:
    if isinstance(requirement, MeetsCredential):
        yield requirement.credential
    for one in requirement.of if isinstance(requirement, Combinator) else requirement.alternatives:
        yield from _taken_over(one)


def _own(credential: Credential, day: date) -> Side:
    edition = credential.edition_on(day)
    ways = {way.id: way.title for way in edition.pathways} if edition else {}
    found: dict[tuple[Topic, Hashable], Ask] = {}
    for way in edition.pathways if edition else ():
        for requirement in units(way.root):
            key = (topic_of(requirement), meaning(requirement))
            known = found.get(key, Ask(requirement, *key, (), ()))
            if way.id not in known.ways:
                known = known._replace(ways=(*known.ways, way.id))
            found[key] = known._replace(ids=(*known.ids, requirement.id))
    return Side(credential, ways, tuple(found.values()))


def units(requirement: Requirement) -> Iterator[Requirement]:
    """Give the requirements that stand on their own: where all are needed, each one; else the choice as a whole."""
    if isinstance(requirement, AllOf | Training):
        for one in requirement.of:
            yield from units(one)
    else:
        yield requirement


def topic_of(requirement: Requirement) -> Topic:
    """Return the topic: as written, else the one that all parts share."""
    if requirement.about == "other" and isinstance(requirement, Combinator):
        topics = {topic_of(one) for one in requirement.of}
        return topics.pop() if len(topics) == 1 else "other"
    return requirement.about
