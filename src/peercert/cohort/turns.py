"""What other rules make of a person: another verdict perhaps, and what blocks under them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from peercert.case import Case
from peercert.catalog import Catalog
from peercert.engine import Determination, Verdict, determine
from peercert.requirements import Requirement


class Turn(NamedTuple):
    """The same person under other rules."""

    verdict: Verdict
    blocking: tuple[str, ...]
    """What blocks there; a requirement that has only been renamed goes by its id in the first rules."""


class Turner:
    """Decides once more under other rules.

    Args:
        catalog: The rules that the cohort was checked with.
        other: The other rules.
    """

    def __init__(self, catalog: Catalog, other: Catalog) -> None:
        self._other = other
        self._names = renamed(catalog, other)

    def __call__(self, one: Determination) -> Turn | None:
        """Return what becomes of a determination; None where the other rules do not have that credential."""
        id_ = one.credential.id
        if id_ not in self._other.ids:
            return None
        case = one.case.remember("under other rules", lambda: _moved(one.case, self._other))
        turned = determine(self._other, self._other.credential(id_), case)
        return Turn(turned.verdict, tuple(self._names.get(blocking, blocking) for blocking in turned.chosen.blocking))


def _moved(case: Case, other: Catalog) -> Case:
    return Case(case.candidate, other, case.as_of, disputes=case.disputes, verified_only=case.verified_only)


def renamed(catalog: Catalog, other: Catalog) -> dict[str, str]:
    """Return what requirements of other rules are called in the first rules, for each whose id changed.

    Args:
        catalog: The first rules.
        other: The other rules. They may be newer or older, so either may tell the former ids (`was`).
    """
    here, there = ({one.id: one for one in _all(rules)} for rules in (catalog, other))
    names = {one.id: was for one in there.values() for was in one.was if was in here and one.id not in here}
    return names | {was: one.id for one in here.values() for was in one.was if was in there and was not in here}


def _all(rules: Catalog) -> Iterator[Requirement]:
    for credential in rules:
        for edition in credential.editions:
            for way in edition.pathways:
                yield from _inside(way.root)


def _inside(requirement: Requirement) -> Iterator[Requirement]:
    yield requirement
    for child in requirement.children:
        yield from _inside(child)
