"""Hours of work in several parts, where one hour counts in one part only."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cached_property
from itertools import chain, combinations
from typing import Any, Literal, NamedTuple

from pydantic import Field

from peercert.allocation import Allocation, Supply, allocate
from peercert.candidate.profile import Role
from peercert.case import Case
from peercert.finding import Aside, Finding, Measure
from peercert.logic import Answer, Outcome, Why, any_true, by_rank, first_reason
from peercert.requirements.base import Number, RulesModel, WordList
from peercert.requirements.boundary import Boundary, places, total_of
from peercert.requirements.choices import EDGES, HOURS, Choice, Example, words
from peercert.requirements.counting import ZERO, among, held_within
from peercert.requirements.positions import Filtered
from peercert.requirements.steps import Hours, Step
from peercert.requirements.wording import Because, Speech, counted, in_words, joined, set_aside, short_step
from peercert.unshown import unshown


class Part(RulesModel):
    """One part of the split."""

    id: str
    title: str
    roles: WordList
    at_least: Number
    """Clock hours."""


@unshown
class _Sorted(NamedTuple):
    """Positions by what their hours can do."""

    proved: list[Supply]
    maybe: list[tuple[Why, Supply]]
    evidence: list[str]
    unsure: list[Aside]
    aside: list[Aside]


class ExperienceSplit(Filtered):
    """Several parts, each with its hours; the hours are shared out in the best way, each counted once."""

    kind: Literal["experience_split"]
    parts: tuple[Part, ...] = Field(min_length=2)

    def evaluate(self, case: Case) -> Finding:
        """Share out the hours that fit, first the proved ones, then the possible ones."""
        return self._judge(self._sorted(case), case.ledger("experience").told)

    def _sorted(self, case: Case) -> _Sorted:
        proved, maybe, evidence, unsure, aside = found = _Sorted([], [], [], [], [])
        for one in self.held(case):
            entry, answer, point = held_within(one, self.bounds(case))
            if answer is False:
                aside.append(Aside(entry.address, point))
                continue
            roles = [test(entry.record) for test in self._roles]
            taken = any_true(roles)
            if taken is False:
                aside.append(Aside(entry.address, "role"))
                continue
            evidence.append(entry.address)
            hours = case.hours(entry.record)
            reasons = [why for why in (answer, hours, taken) if isinstance(why, Why)]
            limit = hours if isinstance(hours, Decimal) else self._all
            if reasons:
                maybe.append((first_reason(reasons), Supply(limit, _takers(roles))))
                unsure.append(Aside(entry.address, point or ("role" if taken is not True else "hours")))
            else:
                proved.append(Supply(limit, _takers(roles)))
        beyond = case.ledger("experience").beyond
        if beyond is not None:
            maybe.append((beyond, Supply(self._all, frozenset(range(len(self.parts))))))
        return found

    @cached_property
    def _roles(self) -> tuple[Callable[[Any], Answer], ...]:
        return tuple(among("role", part.roles) for part in self.parts)

    @cached_property
    def _needs(self) -> tuple[Decimal, ...]:
        return tuple(part.at_least for part in self.parts)

    @cached_property
    def _all(self) -> Decimal:
        return sum(self._needs, ZERO)

    def _judge(self, found: _Sorted, told: Answer) -> Finding:
        proved, maybe = found.proved, found.maybe
        certain = allocate(proved, self._needs)
        possible = self._filled([*proved, *(supply for _, supply in maybe)]) if maybe else certain.filled
        measure = Measure(certain.filled, self._all, "hours", possible) if told is True else None
        split = _split(certain, len(self.parts))
        outcome, why = Outcome.UNKNOWN, None
        if certain.filled >= self._all:
            outcome = Outcome.MET
        elif possible < self._all:
            outcome = Outcome.UNMET
        else:
            why = self._reason(proved, maybe)
        records = tuple(found.evidence), tuple(found.unsure), tuple(found.aside)
        return Finding(self.id, outcome, why, measure, *records, detail=split)

    def _reason(self, proved: list[Supply], maybe: list[tuple[Why, Supply]]) -> Why:
        for why in by_rank(reason for reason, _ in maybe):
            if self._filled([*proved, *(supply for reason, supply in maybe if reason is why)]) >= self._all:
                return why
        return first_reason(reason for reason, _ in maybe)

    def _filled(self, supplies: list[Supply]) -> Decimal:
        return allocate(supplies, self._needs).filled

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks."""
        yield from super().choices(case)
        for part in self.parts:
            yield words("experience", "role", part.roles, Role)
            yield Choice("experience", HOURS, (part.at_least,))

    def example(self, case: Case) -> Example:
        """Return a position for each part, with what is asked of every one."""
        asked: dict[str, Any] = {}
        for choice in super().choices(case):
            if choice.field == EDGES:
                asked["start"], asked["end"] = choice.enough[0]
            else:
                asked[choice.field] = choice.enough[0]
        return tuple(("experience", {**asked, "role": part.roles[0], "hours": part.at_least}) for part in self.parts)

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        parts = [
            f"{counted(part.at_least, 'hour')} as {speech.titles(part.roles)} ({part.title})" for part in self.parts
        ]
        asked = self.asked_words(speech)
        return f"{joined(parts, 'and another')}, each hour counted once{'; ' if asked else ''}{asked}."

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say how the hours are split."""
        return f"{self._split_words(finding)}{set_aside(finding.aside)}"

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say what is short, and how the hours are split."""
        return Because(
            f"{self._split_words(finding)}{set_aside(finding.aside)} {self.what_counts(speech)}",
            short_step(finding, "of work that fits"),
        )

    def _split_words(self, finding: Finding) -> str:
        used = [hours for hours in finding.detail if isinstance(hours, Decimal)]
        parts = [
            f"{in_words(hours)} of {counted(part.at_least, 'hour')} for {part.title}"
            for part, hours in zip(self.parts, used, strict=True)
        ]
        return f"The best split, each hour counted once: {joined(parts)}."

    def steps_to_meet(self, case: Case) -> Iterator[Step]:
        """Give the hours that are missing in every choice of parts together, to whichever part they then go.

        Source:
            Hall (1935), On representatives of subsets: all parts can be filled where each choice of them has enough.
        """
        proved = self._sorted(case).proved
        numbers = range(len(self.parts))
        for chosen in chain.from_iterable(combinations(numbers, count) for count in range(1, len(numbers) + 1)):
            have = sum([one.hours for one in proved if not one.takers.isdisjoint(chosen)], ZERO)
            short = sum([self._needs[part] for part in chosen], ZERO) - have
            if short > ZERO:
                roles = tuple(dict.fromkeys(role for part in chosen for role in self.parts[part].roles))
                yield Hours("experience", short, (*self.points, ("role", roles)))

    def boundaries(self, case: Case) -> Iterator[Boundary]:
        """Give the hours of each part, in the best split, and what is asked of each position."""
        found = self.evaluate(case)
        paths = places(found.evidence, "hours")
        for part, hours in zip(self.parts, found.detail, strict=True):
            have = hours if found.measure and isinstance(hours, Decimal) else None
            yield total_of(f"{part.id}.at_least", part.at_least, have, paths)
        yield from super().boundaries(case)


def _takers(roles: list[Answer]) -> frozenset[int]:
    return frozenset(index for index, answer in enumerate(roles) if answer is not False)


def _split(certain: Allocation, parts: int) -> tuple[Decimal, ...]:
    return tuple(sum((flow[index] for flow in certain.flows), ZERO) for index in range(parts))
