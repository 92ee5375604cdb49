"""What is the same in all credentials, what only one asks, and by how much they differ, in sentences."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from decimal import Decimal
from typing import NamedTuple

from peercert.compare.asks import Ask, Side
from peercert.compare.comparison import Comparison
from peercert.compare.meaning import meaning, subject
from peercert.compare.rows import NOTHING, Row, comes_with
from peercert.compare.saying import all_said, on_ways
from peercert.requirements import Requirement
from peercert.requirements.wording import Speech, counted, joined

_COUNTED = {
    "age": ("at_least", "year", "of age"),
    "experience": ("at_least", "hour", "of experience"),
    "training_hours": ("at_least", "hour", "of training"),
    "supervision": ("at_least", "hour", "of supervision"),
    "practicum": ("at_least", "hour", "of practicum"),
    "practicum_length": ("months_at_least", "month", "of practicum"),
    "references": ("at_least", "reference", ""),
    "exam": ("score_at_least", "point", "in the exam"),
    "course": ("hours_at_least", "hour", "of class"),
}
"""Where a kind has its number, and what it counts."""


_PAIR = 2


class Differences(NamedTuple):
    """The outcome of a comparison, in sentences."""

    same: tuple[str, ...]
    only: tuple[tuple[str, ...], ...]
    """For each credential, what it alone asks."""

    apart: tuple[str, ...]
    """What several ask, each in its own way."""

    unsettled: tuple[str, ...]
    """Topics under which a question is open."""

    closed: tuple[str, ...] = ()
    """Why nothing can be set side by side: credentials without rules in force on that day."""


class _Theirs(NamedTuple):
    """What one credential asks about one subject."""

    side: Side
    speech: Speech
    asks: tuple[Ask, ...]


def differences(comparison: Comparison) -> Differences:
    """Put the differences between credentials into sentences."""
    closed = _closed(comparison)
    if closed:
        return Differences((), tuple(() for _ in comparison.sides), (), (), closed)
    same: list[str] = []
    only: list[list[str]] = [[] for _ in comparison.sides]
    apart: list[str] = []
    unsettled = tuple(row.label for row in comparison.rows if row.opened)
    for row in comparison.rows:
        if row.same:
            same.append(f"{row.label}: {_once(row)}")
        elif row.decides and any(cell.asks for cell in row.cells):
            _sort(row, comparison, same, only, apart)
    return Differences(tuple(same), tuple(map(tuple, only)), tuple(apart), unsettled)


def _closed(comparison: Comparison) -> tuple[str, ...]:
    sides = zip(comparison.sides, comparison.speeches, strict=True)
    without = [(one.credential, speech) for one, speech in sides if not one.ways]
    return tuple(
        f"{one.id}: no rules are in force on {comparison.as_of}. {one.no_edition.describe(speech)}"
        for one, speech in without
    )


def _once(row: Row) -> str:
    """Say what all ask: once where it is worded alike, else in the words of each."""
    if len({cell.text for cell in row.cells}) == 1:
        return row.cells[0].text
    return " ".join(f"{cell.credential}: {cell.text}" for cell in row.cells)


def _sort(row: Row, comparison: Comparison, same: list[str], only: list[list[str]], apart: list[str]) -> None:
    theirs = [
        _Theirs(one, speech, cell.asks)
        for one, speech, cell in zip(comparison.sides, comparison.speeches, row.cells, strict=True)
    ]
    common = _common(theirs)
    if common:
        asks = tuple(ask for ask in theirs[0].asks if _key(theirs[0].side, ask) in common)
        same.append(f"{row.lead}: {all_said(asks, theirs[0].side, theirs[0].speech)}")
    left = [one._replace(asks=tuple(ask for ask in one.asks if _key(one.side, ask) not in common)) for one in theirs]
    for about in dict.fromkeys(subject(ask.requirement) for one in left for ask in one.asks):
        group = [one._replace(asks=tuple(ask for ask in one.asks if subject(ask.requirement) == about)) for one in left]
        asking = [number for number, one in enumerate(group) if one.asks]
        if len(asking) == 1 and not any(one.side.taken_over(row.topic) for one in group):
            only[asking[0]].append(f"{row.lead}: {_words(group[asking[0]])}")
        else:
            apart += _apart(row, group)


def _common(theirs: Sequence[_Theirs]) -> set[Hashable]:
    """Return what all of them ask on the same ways."""
    keys = [{_key(one.side, ask) for ask in one.asks} for one in theirs]
    return set.intersection(*keys)


def _key(side: Side, ask: Ask) -> Hashable:
    return ask.meaning, () if side.everywhere(ask) else frozenset(ask.ways)


def _words(one: _Theirs) -> str:
    return all_said(one.asks, one.side, one.speech)


def _apart(row: Row, group: Sequence[_Theirs]) -> list[str]:
    """Say what each one asks about the same subject; where both only count, by how much they differ."""
    if len({frozenset(ask.meaning for ask in one.asks) for one in group}) == 1:
        return [_by_some_ways(row, group)]
    lines: list[str] = []
    for ways in dict.fromkeys(_ways(one, ask) for one in group for ask in one.asks):
        here = [one._replace(asks=tuple(ask for ask in one.asks if _ways(one, ask) == ways)) for one in group]
        numbers = _numbers(row.lead, [one for one in here if one.asks])
        if numbers is None:
            return [_all_apart(row, group)]
        lines.append(numbers)
    silent = "".join(f" {one.side.credential.id}: {_or_nothing(row, one)}" for one in group if not one.asks)
    return [line + silent for line in lines]


def _ways(one: _Theirs, ask: Ask) -> tuple[str, ...]:
    return () if one.side.everywhere(ask) else ask.ways


def _by_some_ways(row: Row, group: Sequence[_Theirs]) -> str:
    """Say of what all ask who asks it only by some of the ways."""
    some = [one for one in group if any(_ways(one, ask) for ask in one.asks)]
    said = " ".join(f"{one.side.credential.id}: {_words(one)}" for one in some)
    return f"{row.lead}. The same is asked, but not by every way. {said}"


def _all_apart(row: Row, group: Sequence[_Theirs]) -> str:
    return f"{row.lead}. {' '.join(f'{one.side.credential.id}: {_or_nothing(row, one)}' for one in group)}"


def _or_nothing(row: Row, one: _Theirs) -> str:
    if one.asks:
        return _words(one)
    return comes_with(one.side, row.topic) if one.side.taken_over(row.topic) else NOTHING


def _numbers(label: str, here: Sequence[_Theirs]) -> str | None:
    """Say how much more the one asks than the other; None where there is more to it than a number."""
    if len(here) < _PAIR or any(len(one.asks) != 1 for one in here):
        return None
    asked = [one.asks[0].requirement for one in here]
    counts = [_number(one) for one in asked]
    kind = asked[0].kind
    if any(one.kind != kind for one in asked) or kind not in _COUNTED:
        return None
    if len({getattr(one, "exam", None) for one in asked}) > 1:
        return None
    told = [(count, one) for count, one in zip(counts, here, strict=True) if count is not None]
    if len(told) < len(here) or len({count for count, _ in told}) == 1:
        return None
    told.sort(key=lambda pair: pair[0], reverse=True)
    alike = len({meaning(one, but=_COUNTED[kind][0]) for one in asked}) == 1
    ways = on_ways(_ways(here[0], here[0].asks[0]), here[0].side)
    return f"{label}. {ways}{_more(told, asked[0])}{'' if alike else ' What counts is not the same either.'}"


def _more(told: Sequence[tuple[Decimal, _Theirs]], like: Requirement) -> str:
    _, noun, what = _COUNTED[like.kind]
    speech = told[0][1].speech
    topics = speech.titles(getattr(like, "topics", ()), "and")
    about = f" {what} in {topics}" if topics else f" {what}" if what else ""
    (most, first), (least, last) = told[0], told[-1]
    asker = first.side.credential.id
    each = joined([f"{one.side.credential.id} {counted(count, noun)}" for count, one in told])
    if len(told) == _PAIR:
        gap = counted(most - least, f"more {noun}")
        return f"{asker} asks {gap}{about} than {last.side.credential.id}: {each}."
    return f"{asker} asks the most{about}: {each}."


def _number(requirement: Requirement) -> Decimal | None:
    name = _COUNTED.get(requirement.kind, ("", "", ""))[0]
    value = getattr(requirement, name, None) if name else None
    return Decimal(value) if isinstance(value, Decimal | int) else None
