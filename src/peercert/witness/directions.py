"""One question about two sets of rules: does whoever passes the one pass the other? A person or a search answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from peercert.candidate import load_candidate
from peercert.case import Case
from peercert.catalog import Catalog
from peercert.engine import Verdict, determine
from peercert.errors import FileError
from peercert.lint.implying import asks, implies
from peercert.reading import read_text
from peercert.requirements import Requirement
from peercert.requirements.all_of import AllOf
from peercert.requirements.any_of import AnyOf
from peercert.requirements.meets_credential import MeetsCredential
from peercert.requirements.not_asked import NotAsked
from peercert.witness.bench import Side
from peercert.witness.profiles import yaml_lines
from peercert.witness.searching import ELIGIBLE, Goal, Search, search


class Direction(NamedTuple):
    """What a search for somebody who passes the one and fails the other came to."""

    passes: str
    fails: str
    found: Search
    proved: bool
    """Whether what they ask shows by itself that whoever passes the one passes the other."""

    verdicts: tuple[Verdict, Verdict] | None = None
    """What the engine says of the person shown, where both are whole credentials."""

    way: str | None = None
    """The way on which both ask it, where only this way is looked at."""

    free: bool = False
    """Whether nothing is asked of who is to pass."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The person as lines of a profile; nothing where nobody was found."""
        return yaml_lines(self.found.witness.profile) if self.found.witness else ()

    @property
    def nobody(self) -> bool:
        """Whether there is surely nobody."""
        return self.found.witness is None and (self.found.exact or self.proved)


NOTHING = NotAsked(kind="not_asked", id="nothing", title="Nothing")
"""Asks nothing of anybody."""


def any_way(roots: Sequence[Requirement]) -> Requirement:
    """Return what is met by meeting any one of these."""
    return roots[0] if len(roots) == 1 else AnyOf(kind="any_of", id="any-way", title="Any way", of=tuple(roots))


def all_asked(asked: Sequence[Requirement]) -> Requirement:
    """Return what is met by meeting all of these; nothing is asked where there are none."""
    if not asked:
        return NOTHING
    return asked[0] if len(asked) == 1 else AllOf(kind="all_of", id="all-asked", title="All asked", of=tuple(asked))


def direction(
    passes: tuple[str, Side], fails: tuple[str, Side], as_of: date, goals: tuple[Goal, ...] = ELIGIBLE
) -> Direction:
    """Ask whether whoever passes the one passes the other.

    Args:
        passes: What is to be passed, with its name.
        fails: What is to be failed, with its name.
        as_of: The day decided on.
        goals: What counts as passing and failing.
    """
    found = search(passes[1], fails[1], as_of, goals)
    same = asks(passes[1].root) == asks(fails[1].root)
    proved = (same or goals == ELIGIBLE) and _shown(passes[1], fails[1], as_of)
    return Direction(passes[0], fails[0], found, proved)


def _shown(one: Side, two: Side, as_of: date) -> bool:
    """Say whether what two sides ask shows that whoever passes the one passes the other; what they take over too."""
    if not implies(one.root, two.root):
        return False
    if one.catalog is two.catalog:
        return True
    for id_ in dict.fromkeys(_taken_over(two.root)):
        if id_ not in one.catalog.ids or id_ not in two.catalog.ids:
            return False
        first, second = (Side(side.catalog, any_way(side.catalog.roots(id_, as_of))) for side in (one, two))
        if not _shown(first, second, as_of):
            return False
    return True


def _taken_over(requirement: Requirement) -> Iterator[str]:
    if isinstance(requirement, MeetsCredential):
        yield requirement.credential
    for one in (*requirement.children, *requirement.alternatives):
        yield from _taken_over(one)


def judged(one: Direction, catalog: Catalog, as_of: date) -> Direction:
    """Run the person shown through the engine for both credentials, read from the very lines that are shown."""
    if not one.lines:
        return one
    try:
        candidate = load_candidate(read_text("\n".join(one.lines), "witness.yaml", syntax="yaml"), catalog.words, as_of)
    except FileError:
        return one._replace(found=_taken_back(one.found))
    case = Case(candidate, catalog, as_of)
    first, second = (determine(catalog, catalog.credential(id_), case).verdict for id_ in (one.passes, one.fails))
    if first is not Verdict.ELIGIBLE or second is Verdict.ELIGIBLE:
        return one._replace(found=_taken_back(one.found))
    return one._replace(verdicts=(first, second))


def _taken_back(found: Search) -> Search:
    return found._replace(witness=None, doubts=("The person found did not come out so in a second check.",))
