"""What a profile leaves open: a gap for each fact that is not told, and every way in which the gaps may be filled."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import product
from typing import Any, Final, NamedTuple

from .bases import Written
from .people import Case
from .possible import faults

Path = tuple[str | int, ...]

NOT_TOLD: Final = object()
"""Written nowhere: the key is left out."""

MORE: Final = "more"
"""Ends the path of a gap that says: this list may hold more records."""


class Gap(NamedTuple):
    """One fact that is not told."""

    path: Path
    told: Any
    """What the profile says in its place; NOT_TOLD where it says nothing. Without meaning where there may be more."""

    may_be: tuple[Any, ...]
    """All that it may be, as far as it can matter; of records that may be there besides, each choice of them."""


class HalfTold(NamedTuple):
    """A person about whom not everything is told."""

    case: Case
    """The person with everything told."""

    gaps: tuple[Gap, ...]

    @property
    def told(self) -> Written:
        """The profile that leaves the gaps open."""
        profile: Any = self.case.profile
        for gap in self.gaps:  # what may be there besides comes last, for it wraps the list
            profile = put(profile, gap.path, wrapped if gap.path[-1] == MORE else gap.told)
        return dict(profile)

    def completions(self, ruled_out: Callable[[Written, date], Iterator[str]] = faults) -> Iterator[Written]:
        """Give every profile that tells all and agrees with what is told; what cannot be is left out."""
        for values in product(*(gap.may_be for gap in self.gaps)):
            profile: Any = self.case.profile
            for gap, value in zip(self.gaps, values, strict=True):
                profile = put(profile, gap.path, added(value) if gap.path[-1] == MORE else value)
            if next(ruled_out(profile, self.case.as_of), None) is None:
                yield profile


def put(holder: Any, path: Path, value: Any) -> Any:
    """Return a copy with a value at a path; a function is asked for what to make of the value that is there."""
    if not path or path == (MORE,):
        return value(holder) if callable(value) else value
    part, rest = path[0], path[1:]
    if isinstance(holder, list):
        return [put(inner, rest, value) if place == part else inner for place, inner in enumerate(holder)]
    if value is NOT_TOLD and not rest:
        return {key: inner for key, inner in holder.items() if key != part}
    return {**holder, part: put(holder.get(part), rest, value)}


def wrapped(records: Sequence[Any]) -> Written:
    """Say that a list may hold more."""
    return {"records": records, "complete": False}


def added(more: Sequence[Any]) -> Callable[[Sequence[Any]], list[Any]]:
    """Return what adds records to a list."""
    return lambda records: [*records, *more]


def apart(path: Path, gaps: Sequence[Gap]) -> bool:
    """Say whether a path neither lies in a gap nor has one inside."""
    return not any(path[: len(gap.path)] == gap.path[: len(path)] for gap in gaps)
