"""The pieces that people are put together from: a fact, a record, or records that only count together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from peercert.candidate.profile import LEDGERS
from peercert.case import Case
from peercert.logic import Outcome
from peercert.requirements import Requirement
from peercert.requirements.choices import HOURS, Choice
from peercert.witness.bench import Bench
from peercert.witness.domains import record, records, single
from peercert.witness.groups import Group
from peercert.witness.profiles import Made, facts

Answers = Mapping[str, Outcome]
"""What comes out for each leaf of a group."""


class Piece(NamedTuple):
    """A part of a profile."""

    made: Made
    answers: Answers
    """What comes out when a person has this and nothing else; where hours count, as many as any rule needs."""

    hours: str | None = None
    """The list whose record takes any number of hours; None where the piece is as it is."""

    @property
    def cost(self) -> int:
        """How many facts it tells."""
        return facts(self.made)


class Stock(NamedTuple):
    """All pieces of a group."""

    group: Group
    leaves: Mapping[str, Requirement]
    pieces: tuple[Piece, ...]
    none: Answers
    """What comes out when there is nothing: no record, or no such fact."""

    needs: Mapping[str, tuple[Decimal, ...]]
    """The hours that a leaf asks for, the least first; several where its readings differ."""

    is_list: bool
    doubts: tuple[str, ...]
    """Why there may be people that no pieces make up; nothing where there are none."""


class Shelf:
    """Makes the stock of each group, every piece tried on both sides.

    Args:
        bench: Where pieces are tried.
        leaves: The leaves, by what they ask; on each side.
    """

    def __init__(self, bench: Bench, leaves: tuple[Mapping[str, Requirement], Mapping[str, Requirement]]) -> None:
        self.bench = bench
        self.leaves = leaves

    def answers(self, group: Group, made: Mapping[str, Any]) -> Answers | None:
        """Return what comes out for the leaves of a group; None where nobody can be so."""
        cases = self.bench.cases(made)
        if cases is None:
            return None
        one, two = self.leaves
        return {
            name: (one[name].find(cases[0]) if name in one else two[name].find(cases[1])).outcome
            for name in group.leaves
        }

    def stock(self, group: Group) -> Stock:
        """Return the pieces of a group."""
        leaves = {name: self.leaves[0].get(name) or self.leaves[1][name] for name in group.leaves}
        cases = self.bench.cases({})
        if cases is None:
            return Stock(group, leaves, (), {}, {}, is_list=False, doubts=("That day of application cannot be.",))
        choices = {name: tuple(leaf.choices(cases[0])) for name, leaf in leaves.items()}
        needs = {name: tuple(sorted(_hours(told))) for name, told in choices.items() if _hours(told)}
        is_list = bool(group.keys) and all(_is_list(key, choices) for key in group.keys)
        none = self.answers(group, group.nothing if is_list else {}) or {}
        most = max((need for all_ in needs.values() for need in all_), default=None)
        pieces, doubts = self._pieces(group, tuple(choices.values()), most, is_list=is_list)
        examples = self._examples(group, leaves, cases[0])
        if examples:
            doubts.append(f"Some records under {' and '.join(group.keys)} count only together with others.")
        pieces += examples
        return Stock(group, leaves, _different(pieces), none, needs, is_list, tuple(doubts))

    def _pieces(
        self, group: Group, choices: Sequence[Sequence[Choice]], most: Decimal | None, *, is_list: bool
    ) -> tuple[list[Piece], list[str]]:
        found: list[Piece] = []
        doubts: list[str] = []
        for key in group.keys:
            told = [[one for one in of_leaf if one.key == key] for of_leaf in choices]
            mine = [one for of_leaf in told for one in of_leaf]
            made, whole = records(key, [one for one in told if one], self.bench.as_of)
            if not whole:
                doubts.append(f"There are too many kinds of records under {key}.")
            hours = key if is_list and any(one.field == HOURS for one in mine) else None
            parts = [{key: [_filled(one, most if hours else None)]} if is_list else _nested(key, one) for one in made]
            if not is_list:
                parts = [part for part, one in zip(parts, made, strict=True) if one]
                parts += [_nested(key, value) for value in single(mine)]
            for part in parts:
                answers = self.answers(group, {**group.nothing, **part} if is_list else part)
                if answers is not None:
                    found.append(Piece(part, answers, hours))
        return found, doubts

    def _examples(self, group: Group, leaves: Mapping[str, Requirement], case: Case) -> list[Piece]:
        found = []
        for leaf in leaves.values():
            for one in (leaf, *leaf.alternatives):
                made: Made = {}
                for key, values in one.example(case):
                    made.setdefault(key, []).append(record(key, values))
                answers = self.answers(group, {**group.nothing, **made}) if made else None
                if answers is not None:
                    found.append(Piece(made, answers))
        return found


def _is_list(key: str, choices: Mapping[str, Sequence[Choice]]) -> bool:
    mine = [one for told in choices.values() for one in told if one.key == key]
    return key in LEDGERS and not any(one.field == "" for one in mine)


def _hours(choices: Sequence[Choice]) -> set[Decimal]:
    return {need for one in choices if one.field == HOURS for need in one.enough}


def _filled(one: Made, hours: Decimal | None) -> Made:
    """Return a record with so many hours, under its topic where it has one."""
    if hours is None:
        return {key: value for key, value in one.items() if key != "topics"}
    if "topics" in one:
        return {**one, "topics": dict.fromkeys(one["topics"], hours)}
    return {**one, "hours": hours}


def with_hours(piece: Piece, hours: Decimal) -> Made:
    """Return a piece that has so many hours."""
    if piece.hours is None:
        return piece.made
    (only,) = piece.made[piece.hours]
    return {piece.hours: [_filled({key: value for key, value in only.items() if key != "hours"}, hours)]}


def _nested(key: str, value: Any) -> Made:  # noqa: ANN401 - any fact of a profile
    outer, _, inner = key.partition(".")
    value = list(value) if isinstance(value, tuple) else value
    return {outer: {inner: value}} if inner else {outer: value}


def _different(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Keep, of pieces for which the same comes out, the smallest."""
    kept: dict[tuple[object, ...], Piece] = {}
    for piece in sorted(pieces, key=lambda one: one.cost):
        kept.setdefault((piece.hours is None, *sorted(piece.answers.items())), piece)
    return tuple(kept.values())
