"""The smallest facts of one group under which some leaves come out high and others low."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import combinations, islice
from typing import Any, NamedTuple

from peercert.logic import Outcome
from peercert.witness.clauses import Clause, Want
from peercert.witness.pieces import Piece, Shelf, Stock, with_hours
from peercert.witness.profiles import Made, amounts, facts

_TRIES, _ENOUGH = 2000, 12
"""Steps of one search, and how many different fillings it compares."""

_STEPS = (Decimal(1), Decimal("0.5"), Decimal("0.01"))
"""How far below a number of hours one may stay; whole hours read best."""

_ONE = Decimal(1)

Taken = Mapping[int, Decimal]
"""How many hours of each piece; zero for a piece that has none."""


class Filled(NamedTuple):
    """What a group comes to."""

    made: Made | None
    """None where nothing was found."""

    certain: bool
    """Whether there is surely nothing where nothing was found."""

    @property
    def cost(self) -> tuple[int, Decimal]:
        """How much is told: facts, then numbers."""
        return (facts(self.made) if self.made else 0, amounts(self.made or {}))


def fill(shelf: Shelf, stock: Stock, wants: Clause) -> Filled:
    """Find the smallest part of a profile under which every want of a group holds."""
    told = stock.is_list or not stock.group.keys  # who tells of no record tells; who leaves a fact out does not
    if told and all(_holds(stock.none, want) for want in wants):
        return Filled(stock.group.nothing, certain=True)
    if not stock.is_list:
        fitting = [one.made for one in stock.pieces if all(_holds(one.answers, want) for want in wants)]
        return Filled(min(fitting, key=_cost, default=None), certain=not stock.doubts)
    if not all(_holds(stock.none, want) for want in wants if not want.high):
        return Filled(None, certain=True)
    return _fill_list(shelf, stock, wants)


def _fill_list(shelf: Shelf, stock: Stock, wants: Clause) -> Filled:
    certain = not stock.doubts and _nested(stock)
    if _Search(stock, wants, _STEPS[-1]).hopeless:
        return Filled(None, certain=not stock.doubts)
    for step in _STEPS:
        search = _Search(stock, wants, step)
        best: Made | None = None
        for taken in search.fillings():
            made = merged(stock, taken, search.limits)
            answers = shelf.answers(stock.group, made)
            if answers is None or not all(_holds(answers, want) for want in wants):
                certain = False
            elif best is None or _cost(made) < _cost(best):
                best = made
        if best is not None:
            return Filled(best, certain=True)
        certain = certain and search.tries < _TRIES
        if not stock.needs:
            break
    return Filled(None, certain)


def _holds(answers: Mapping[str, Outcome], want: Want) -> bool:
    answer = answers[want.leaf]
    return answer >= want.level if want.high else answer <= want.level


def _cost(made: Made) -> tuple[int, Decimal]:
    return facts(made), amounts(made)


def _nested(stock: Stock) -> bool:
    """Say whether, of any two leaves that count hours, one counts all that the other does, or nothing of it."""
    serving = [
        {index for index, piece in enumerate(stock.pieces) if _counts(stock, piece, leaf)} for leaf in stock.needs
    ]
    apart = all(one <= two or two <= one or not one & two for one, two in combinations(serving, 2))
    return apart and (len(stock.needs) == 1 or not any(_of_one_record(stock, leaf) for leaf in stock.needs))


def _counts(stock: Stock, piece: Piece, leaf: str) -> bool:
    """Say whether hours of a piece count for a leaf: whether they bring more of it than there is with nothing told.

    Of a leaf that can be read in two ways, one may ask for nothing; then it is open with nothing told.
    """
    return piece.answers[leaf] > stock.none[leaf]


def _of_one_record(stock: Stock, leaf: str) -> bool:
    """Say whether a leaf wants its hours in one record, and never adds records up."""
    asked = stock.leaves[leaf]
    return any(one.kind == "course" for one in (asked, *asked.alternatives))


class _Search:
    """Tops up hours, leaf by leaf, as far as those leaves allow that must stay low."""

    def __init__(self, stock: Stock, wants: Clause, step: Decimal) -> None:
        self.stock = stock
        self.tries = 0
        self.seen: set[frozenset[tuple[int, Decimal]]] = set()
        self.lows = [want for want in wants if not want.high]
        most = {
            want.leaf: stock.needs[want.leaf][0 if want.level is Outcome.UNMET else -1] - step
            for want in self.lows
            if want.leaf in stock.needs
        }
        self.limits = {leaf: cap for leaf, cap in most.items() if _of_one_record(stock, leaf)}
        self.caps = {leaf: cap for leaf, cap in most.items() if leaf not in self.limits}
        usable = {
            index for index, piece in enumerate(stock.pieces) if all(self._bearable(piece, one) for one in self.lows)
        }
        self.counting = {
            leaf: {index for index in usable if _counts(stock, stock.pieces[index], leaf)} for leaf in self.caps
        }
        self.serving = {
            want: [index for index in usable if _holds(stock.pieces[index].answers, want)]
            for want in wants
            if want.high
        }
        helps = Counter(index for serving in self.serving.values() for index in serving)
        for serving in self.serving.values():
            serving.sort(key=lambda index: (-helps[index], index))
        self.highs = sorted(self.serving, key=lambda want: (len(self.serving[want]), want))

    def _bearable(self, piece: Piece, want: Want) -> bool:
        """Say whether a leaf can stay low beside a piece: always, or as long as there are few hours of it."""
        return _holds(piece.answers, want) or (piece.hours is not None and want.leaf in {**self.caps, **self.limits})

    @property
    def hopeless(self) -> bool:
        """Whether leaves that share no hours need more together than a leaf that must stay low allows."""
        return not all(self.serving.values()) or any(self._least(leaf) > cap for leaf, cap in self.caps.items())

    def _least(self, low: str) -> Decimal:
        """Return how many hours of a leaf there must be at least, for all that must come out high."""
        inside = [want for want in self.highs if set(self.serving[want]) <= self.counting[low]]
        total, used = Decimal(), set[int]()
        for want in sorted(inside, key=self._need, reverse=True):
            if used.isdisjoint(self.serving[want]):
                total += self._need(want)
                used.update(self.serving[want])
        return total

    def _need(self, want: Want) -> Decimal:
        needs = self.stock.needs.get(want.leaf, (Decimal(),))
        return needs[-1 if want.level is Outcome.MET else 0]

    def fillings(self) -> Iterator[Taken]:
        """Give different fillings, the most promising first."""
        return islice(self._topped({}), _ENOUGH)

    def _topped(self, taken: Taken) -> Iterator[Taken]:
        state = frozenset(taken.items())
        if state in self.seen or self.tries >= _TRIES:
            return
        self.seen.add(state)
        self.tries += 1
        short = next((want for want in self.highs if self._lack(taken, want) is not None), None)
        if short is None:
            yield taken
            return
        for index in self.serving[short]:
            more = self._more(taken, index, short)
            if more is not None:
                yield from self._topped({**taken, index: taken.get(index, Decimal()) + more})

    def _lack(self, taken: Taken, want: Want) -> Decimal | None:
        """Return how many hours a leaf still lacks; zero where only a record is missing, None where nothing is."""
        serving = [index for index in self.serving[want] if index in taken]
        if want.leaf not in self.stock.needs or any(self.stock.pieces[index].hours is None for index in serving):
            return None if serving else Decimal()
        have = sum((taken[index] for index in serving), Decimal())
        need = self._need(want)
        return need - have if have < need else None

    def _more(self, taken: Taken, index: int, want: Want) -> Decimal | None:
        """Return how many hours of a piece may be added; None where nothing may."""
        if self.stock.pieces[index].hours is None:
            return None if index in taken else Decimal()
        room = [
            cap - sum((taken[one] for one in self.counting[leaf] if one in taken), Decimal())
            for leaf, cap in self.caps.items()
            if index in self.counting[leaf]
        ]
        more = min([self._lack(taken, want) or _ONE, *room])
        return more if more > 0 else None


def merged(stock: Stock, taken: Taken, limits: Mapping[str, Decimal]) -> Made:
    """Put pieces together; courses that differ in their topics only become one, unless one would be too long.

    Args:
        stock: The pieces.
        taken: How many hours of each.
        limits: Leaves that no single record may have more hours for.
    """
    made = stock.group.nothing
    for index, hours in taken.items():
        piece = stock.pieces[index]
        longest = min((cap for leaf, cap in limits.items() if _counts(stock, piece, leaf)), default=None)
        for part in _parts(hours, longest):
            for key, records in with_hours(piece, part).items():
                for record in records:
                    made[key] = [*made[key], record] if longest is not None else _added(made[key], record)
    return made


def _parts(hours: Decimal, longest: Decimal | None) -> Iterator[Decimal]:
    """Cut hours into records none of which is too long."""
    while longest is not None and Decimal() < longest < hours:
        yield longest
        hours -= longest
    yield hours


def _added(records: list[Any], record: Made) -> list[Any]:
    rest = {key: value for key, value in record.items() if key != "topics"}
    for index, other in enumerate(records):
        if "topics" in record and "topics" in other and rest == {k: v for k, v in other.items() if k != "topics"}:
            both = {**other, "topics": {**other["topics"], **record["topics"]}}
            return [*records[:index], both, *records[index + 1 :]]
    return records if record in records else [*records, record]
