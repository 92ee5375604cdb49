"""What the cases of a credential leave untried, and which reasons for that do not hold."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import ROUND_DOWN, Decimal
from typing import NamedTuple

from peercert.casework.places import Places
from peercert.casework.reading import CaseFile, Excuse
from peercert.casework.running import Result
from peercert.casework.showing import shown
from peercert.casework.targets import Target, targets
from peercert.casework.written import NotReached
from peercert.catalog import Catalog
from peercert.errors import Problem

GROUPS = {
    "outcomes": ("met", "unmet", "unknown"),
    "only no": ("only_no",),
    "branches, ways, editions": ("taken",),
    "readings": ("apart",),
    "numbers and days": ("at", "past"),
}
"""What is counted together in a report."""


class Share(NamedTuple):
    """How much of something is shown."""

    shown: int
    wanted: int

    @property
    def percent(self) -> Decimal:
        """The share, cut off after one decimal: 100 is all of it, and nothing less."""
        if not self.wanted:
            return Decimal(100)
        return (Decimal(100 * self.shown) / self.wanted).quantize(Decimal("0.1"), ROUND_DOWN)


class Gap(NamedTuple):
    """Something that no case shows."""

    target: Target
    source: str
    line: int
    column: int


class Coverage(NamedTuple):
    """How much of what there is to show the cases of one credential show."""

    credential: str
    groups: dict[str, Share]
    gaps: tuple[Gap, ...]
    excused: int
    """What cannot be shown, each with a written reason."""

    idle: tuple[Problem, ...]
    """Reasons for what is shown after all, or is not there."""

    @property
    def whole(self) -> Share:
        """All groups together."""
        return Share(sum(one.shown for one in self.groups.values()), sum(one.wanted for one in self.groups.values()))

    @property
    def complete(self) -> bool:
        """Whether nothing is missing and every reason holds."""
        return not self.gaps and not self.idle


def coverage(catalog: Catalog, file: CaseFile | None, results: Sequence[Result], credential: str) -> Coverage:
    """Say how much the cases of a credential show.

    Args:
        catalog: The rules.
        file: The file of cases; None where there is none.
        results: What came out of each of them.
        credential: The credential, by its id.
    """
    wanted = targets(catalog, catalog.credential(credential))
    seen = frozenset[Target]().union(*(shown(result, catalog) for result in results))
    excused, idle = _excused(file.excuses if file else (), wanted, seen)
    missing = [target for target in wanted if target not in seen and target not in excused]
    groups = {name: _share(words, wanted, seen, excused) for name, words in GROUPS.items()}
    places = Places(catalog, credential)
    gaps = tuple(Gap(target, *places.of(target.subject)) for target in missing)
    return Coverage(credential, groups, gaps, len(excused), idle)


def _share(words: Iterable[str], wanted: Iterable[Target], seen: frozenset[Target], excused: set[Target]) -> Share:
    asked = [target for target in wanted if target.showing in words and target not in excused]
    return Share(sum(target in seen for target in asked), len(asked))


def _excused(
    excuses: Iterable[Excuse[NotReached]], wanted: Sequence[Target], seen: frozenset[Target]
) -> tuple[set[Target], tuple[Problem, ...]]:
    excused, idle = set[Target](), list[Problem]()
    for excuse in excuses:
        for target in (Target(excuse.text.id, showing) for showing in excuse.text.as_):
            said = _idle(target, wanted, seen, excused)
            if said is None:
                excused.add(target)
            else:
                idle.append(Problem(excuse.source, excuse.line, excuse.column, "idle-reason", *said))
    return excused, tuple(idle)


def _idle(
    target: Target, wanted: Sequence[Target], seen: frozenset[Target], excused: set[Target]
) -> tuple[str, str] | None:
    """Say why a reason does not hold; None where it does."""
    name = f"{target.subject} as {target.showing}"
    if target not in wanted:
        return f"Nothing asks for {name}.", "Take it out of `not_reached`, or mend the id."
    if target in seen:
        return f"A case does show {name}.", "Take it out of `not_reached`."
    if target in excused:
        return f"There are two reasons for {name}.", "Keep one of them."
    return None


def all_coverage(
    catalog: Catalog, files: Iterable[CaseFile], results: Iterable[Result], credentials: Collection[str] = ()
) -> Iterator[Coverage]:
    """Give the coverage of each credential, in the catalogue's order, those without any case included.

    Args:
        catalog: The rules.
        files: The files of cases.
        results: What came out of each case.
        credentials: Which credentials are wanted, by id; all where empty.
    """
    by_credential: dict[str, list[Result]] = {}
    for result in results:
        by_credential.setdefault(result.case.credential, []).append(result)
    by_id = {file.credential: file for file in files}
    for id_ in catalog.ids:
        if not credentials or id_ in credentials:
            yield coverage(catalog, by_id.get(id_), by_credential.get(id_, []), id_)
