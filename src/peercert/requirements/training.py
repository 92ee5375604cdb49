"""Training in parts: the whole, its topics, and whether the parts can be met together."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar, Literal

from pydantic import model_validator

from peercert.candidate.profile import Topic as TrainingTopic
from peercert.case import Case
from peercert.finding import Finding, Measure
from peercert.logic import Disputes, Outcome
from peercert.requirements.base import Requirement, Topic
from peercert.requirements.combining import Combinator, combine
from peercert.requirements.counting import ZERO, Maybe
from peercert.requirements.disputed import Disputed
from peercert.requirements.topics import count_topics
from peercert.requirements.training_hours import TrainingHours
from peercert.requirements.wording import Because, Speech, counted


class Together(Requirement):
    """Whether hours whose topic is not told can fill every part at once; each hour counts once.

    Only says something when no single part shows what is missing; else it is not applicable.
    """

    kind: Literal["together"] = "together"
    default_topic: ClassVar[Topic] = "training"
    uses: ClassVar[tuple[str, ...]] = ("training",)

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        return "All parts can be met at once, each hour counted once."

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say that the open hours do not reach for every part."""
        measure = finding.measure
        if measure is None:
            return Because("The parts cannot all be met.", None)
        return Because(
            f"The parts still need {counted(measure.need, 'hour')} in all; only {counted(measure.have, 'hour')} of "
            "training have no topic told. They cannot fill every part.",
            f"Gain at least {counted(measure.short, 'more hour')} in the topics that are short.",
        )


class Training(Combinator):
    """The whole and its parts. Hands its programmes and left-out topics down to each of them."""

    kind: Literal["training"]
    programs: tuple[str, ...] = ()
    """Recognised courses that count; every training where left out."""

    leave_out: tuple[TrainingTopic, ...] = ()
    """Topics whose hours do not count to the whole."""

    default_topic: ClassVar[Topic] = "training"
    uses: ClassVar[tuple[str, ...]] = ("training",)

    @model_validator(mode="after")
    def _hand_down(self) -> Training:
        handed = {"programs": self.programs, "leave_out": self.leave_out}
        object.__setattr__(self, "of", tuple(_with(child, handed) for child in self.of))
        return self

    @property
    def together(self) -> Together:
        """The requirement that the parts can be met at once."""
        return Together(id=f"{self.id}.together", title="All parts together", sources=self._cited())

    def _cited(self) -> tuple[Any, ...]:
        return self.sources or next((child.sources for child in self.of if child.sources), ())

    @property
    def children(self) -> tuple[Requirement, ...]:
        """The parts, and that they can be met at once."""
        return (*self.of, self.together)

    def needed(self, count: int) -> int:
        """All of them."""
        return count

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        return "All of these:"

    def evaluate(self, case: Case) -> Finding:
        """Evaluate each part, then all of them at once."""
        found = tuple([child.find(case) for child in self.of])
        joint = self._jointly(case, found)
        return combine(self.id, (*found, joint), len(self.of) + 1)

    def _jointly(self, case: Case, found: tuple[Finding, ...]) -> Finding:
        apart = Finding(f"{self.id}.together", Outcome.NOT_APPLICABLE)
        hours = count_topics(case, self.programs, self.leave_out)
        if not hours.untold or any(one.outcome is Outcome.UNMET for one in found):
            return apart
        pool = ZERO
        for _, limit in hours.untold:
            if limit is None:
                return apart
            pool += limit
        lacking = self._lacking(case.disputes, hours.proved, hours.maybe)
        if lacking <= pool:
            return apart
        return apart._replace(outcome=Outcome.UNMET, measure=Measure(pool, lacking, "hours", pool))

    def _lacking(self, disputes: Disputes, proved: dict[str, Decimal], maybe: dict[str, list[Maybe]]) -> Decimal:
        """Return the least hours, of any topic, that would fill every part; nested parts share them."""
        most = dict(proved)
        for topic, amounts in maybe.items():
            most[topic] = most.get(topic, ZERO) + sum((one.hours or ZERO for one in amounts), ZERO)
        parts: dict[frozenset[str], Decimal] = {}
        for topics, need in (_part(one, disputes) for one in self.of):
            if topics:
                parts[frozenset(topics)] = max(need, parts.get(frozenset(topics), ZERO))
        return _fill(parts, most) if _nested(parts) else ZERO


def _fill(parts: dict[frozenset[str], Decimal], most: dict[str, Decimal]) -> Decimal:
    """Return the least hours that fill nested parts; hours of an inner part fill the outer one too."""
    total = ZERO
    for topics, need in parts.items():
        if any(topics < outer for outer in parts):
            continue
        inside = {inner: least for inner, least in parts.items() if inner < topics}
        have = sum((most.get(topic, ZERO) for topic in topics), ZERO)
        total += max(need - have, _fill(inside, most), ZERO)
    return total


def _nested(parts: dict[frozenset[str], Decimal]) -> bool:
    """Say whether any two parts are apart or one inside the other."""
    return all(one.isdisjoint(two) or one <= two or two <= one for one in parts for two in parts)


def _part(child: Requirement, disputes: Disputes) -> tuple[tuple[str, ...], Decimal]:
    """Return a part's topics and need; of readings that disagree, the least, or the most when strict."""
    if isinstance(child, TrainingHours):
        return child.topics, child.at_least or ZERO
    if isinstance(child, Disputed):
        readings = [_part(reading, disputes) for reading in child.readings]
        pick = max if disputes == "strict" else min
        return pick(readings, key=lambda reading: reading[1]) if readings else ((), ZERO)
    return (), ZERO


def _with(child: Requirement, handed: dict[str, Any]) -> Requirement:
    if isinstance(child, TrainingHours):
        return child.model_copy(update={key: value for key, value in handed.items() if not getattr(child, key)})
    if isinstance(child, Disputed):
        return child.model_copy(update={"readings": tuple(_with(one, handed) for one in child.readings)})
    return child
