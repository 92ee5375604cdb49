"""Two states of the rules held against each other: what changed, and who is answered otherwise for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from peercert.catalog import Catalog, Edition
from peercert.requirements import Requirement
from peercert.requirements.all_of import AllOf
from peercert.requirements.combining import Combinator
from peercert.witness.bench import Side
from peercert.witness.changes import Change, changes, renamed_only
from peercert.witness.directions import NOTHING, Direction, any_way, direction
from peercert.witness.searching import ANSWERED

OLD, NEW = "the old rules", "the new rules"


class Shown(NamedTuple):
    """A change, with the people who show what it does."""

    change: Change
    directions: tuple[Direction, ...]


class EditionDiff(NamedTuple):
    """What changed between two editions of one credential."""

    credential: str
    old: str
    new: str
    day: date
    """The day on which people were tried."""

    changes: tuple[Shown, ...]
    whole: tuple[Direction, ...]
    """Who is eligible under the old one and not under the new one, and the other way round."""

    words_only: bool
    """Whether nothing but names, notes or sources changed."""


class Diff(NamedTuple):
    """What changed between two states of the rules."""

    added: tuple[str, ...]
    """Credentials and editions that are new; an edition with its credential before it."""

    dropped: tuple[str, ...]
    editions: tuple[EditionDiff, ...]

    @property
    def same(self) -> bool:
        """Whether nothing that decides is different."""
        return not self.added and not self.dropped and not any(one.changes for one in self.editions)


def diff(old: Catalog, new: Catalog, ids: Sequence[str], as_of: date) -> Diff:
    """Hold two folders of rules against each other.

    Args:
        old: The rules as they were.
        new: The rules as they are.
        ids: The credentials to look at; all of them where empty.
        as_of: The day on which people are tried, where the edition is in force then.
    """
    known = [id_ for id_ in dict.fromkeys([*new.ids, *old.ids]) if not ids or id_ in ids]
    added = [id_ for id_ in known if id_ not in old.ids]
    dropped = [id_ for id_ in known if id_ not in new.ids]
    editions: list[EditionDiff] = []
    for id_ in known:
        if id_ in old.ids and id_ in new.ids:
            before, after = ({one.id: one for one in all_.credential(id_).editions} for all_ in (old, new))
            added += [f"{id_} {one}" for one in after if one not in before]
            dropped += [f"{id_} {one}" for one in before if one not in after]
            pairs = [(before[one], after[one]) for one in after if one in before] or [
                (list(before.values())[-1], list(after.values())[-1])
            ]
            editions += [edition_diff(id_, (old, was), (new, now), as_of) for was, now in pairs]
    return Diff(tuple(added), tuple(dropped), tuple(editions))


def edition_diff(id_: str, old: tuple[Catalog, Edition], new: tuple[Catalog, Edition], as_of: date) -> EditionDiff:
    """Hold two editions of a credential against each other.

    Args:
        id_: The credential.
        old: The edition as it was, with its rules.
        new: The edition as it is, with its rules.
        as_of: The day on which people are tried, where the new edition is in force then.
    """
    day = _day(new[1], as_of)
    found = tuple(Shown(one, tuple(_of_change(one, old[0], new[0], day))) for one in changes(old[1], new[1]))
    sides = [Side(catalog, any_way([way.root for way in edition.pathways])) for catalog, edition in (old, new)]
    whole = tuple(_both(sides[0], sides[1], day)) if found or old[0] is not new[0] else ()
    return EditionDiff(id_, old[1].id, new[1].id, day, found, whole, renamed_only(old[1], new[1]))


def _day(edition: Edition, as_of: date) -> date:
    if edition.effective_from and as_of < edition.effective_from:
        return edition.effective_from
    return edition.effective_to if edition.effective_to and edition.effective_to < as_of else as_of


def _both(old: Side, new: Side, day: date) -> Iterator[Direction]:
    yield direction((OLD, old), (NEW, new), day, ANSWERED)
    yield direction((NEW, new), (OLD, old), day, ANSWERED)


def _of_change(one: Change, old: Catalog, new: Catalog, day: date) -> Iterator[Direction]:
    """Give the people whom one change by itself answers otherwise; nobody where the other direction cannot be."""
    if one.what == "moved":
        return
    before, after = _apart(one)
    for found in _both(Side(old, before), Side(new, after), day):
        if found.lines:
            yield found


def _apart(one: Change) -> tuple[Requirement, Requirement]:
    """Return the smallest trees that differ by one change only."""
    if one.old and one.new:
        return one.old.requirement, one.new.requirement
    node = one.new or one.old
    parent = node.parent if node else None
    if parent is None or isinstance(parent, AllOf) or not isinstance(parent, Combinator):
        without: Requirement = NOTHING
        with_ = one.requirement
    else:
        rest = tuple(inner for inner in parent.of if inner.id != one.requirement.id)
        without, with_ = (parent.model_copy(update={"of": rest}) if rest else NOTHING), parent
    return (with_, without) if one.what == "dropped" else (without, with_)
