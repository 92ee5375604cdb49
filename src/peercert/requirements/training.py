"""Training in parts: the whole, its topics, and whether the parts can be met together."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, ClassVar, Literal, NamedTuple

from pydantic import Field, model_validator

from peercert.candidate.profile import Topic as TrainingTopic
from peercert.case import Case
from peercert.finding import Finding, Measure
from peercert.logic import Disputes, Outcome
from peercert.requirements.base import Requirement, Topic
from peercert.requirements.combining import Combinator, combine
from peercert.requirements.counting import ZERO, Maybe
from peercert.requirements.disputed import Disputed
from peercert.requirements.steps import Hours, Point, Step
from peercert.requirements.topics import count_topics
from peercert.requirements.training_hours import TrainingHours
from peercert.requirements.wording import Because, Speech, counted

_NO_LIMIT = Decimal("Infinity")


class Together(Requirement):
    """Whether hours whose topic is not told can fill every part at once; each hour counts once.

    Only says something when no single part shows what is missing; else it is not applicable.
    """

    kind: Literal["together"] = "together"
    whole: Any = Field(repr=False)
    """The training that it belongs to."""

    default_topic: ClassVar[Topic] = "training"
    uses: ClassVar[tuple[str, ...]] = ("training",)

    @cached_property
    def meaning(self) -> str:
        """What it asks: all that the training asks."""
        return f"together {self.whole.meaning}"

    def evaluate(self, case: Case) -> Finding:
        """Find what the training finds of all its parts at once."""
        found: Finding = self.whole.find(case).children[-1]
        return found

    def untold(self, case: Case) -> Decimal:
        """Return the hours of no told topic, as far as their number is known."""
        hours = count_topics(case, self.whole.programs, self.whole.leave_out)
        return sum([limit for _, limit in hours.untold if limit is not None], ZERO)

    def turning_days(self, case: Case) -> Iterator[date]:
        """Give the days on which later training begins to count."""
        return case.later_days("training")

    def steps_to_meet(self, case: Case) -> Iterator[Step]:
        """Give the hours that the parts still lack together."""
        steps: Iterator[Step] = self.whole.steps_to_meet(case)
        return steps

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


class Part(NamedTuple):
    """Topics that need hours together, and the parts among them."""

    topics: frozenset[str]
    need: Decimal
    inside: tuple["Part", ...]


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
    def _hand_down(self) -> "Training":
        handed = {"programs": self.programs, "leave_out": self.leave_out}
        object.__setattr__(self, "of", tuple(_with(child, handed) for child in self.of))
        return self

    @property
    def together(self) -> Together:
        """The requirement that the parts can be met at once; it rests on what each of them rests on."""
        cited = [*self.sources, *(one for child in self.of for one in child.sources)]
        sources = tuple(dict.fromkeys(cited))
        return Together(id=f"{self.id}.together", title="All parts together", sources=sources, whole=self)

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
        most = _most(proved, maybe)
        parts = self._strict_parts if disputes == "strict" else self._parts
        return sum([_lack(part, most) for part in parts], ZERO)

    def steps_to_meet(self, case: Case) -> Iterator[Step]:
        """Give the hours that the parts still lack together, beyond those whose topic is not told."""
        hours = count_topics(case, self.programs, self.leave_out)
        joint = self._jointly(case, ()).measure
        parts = self._strict_parts if case.disputes == "strict" else self._parts
        for topics, amount in _gaps(parts, _most(hours.proved, hours.maybe), joint.short if joint else ZERO):
            programs: tuple[Point, ...] = (("program", self.programs),) if self.programs else ()
            yield Hours("training", amount, (("topics", tuple(sorted(topics))), *programs))

    def is_part(self, id_: str) -> bool:
        """Say whether a requirement inside is about some topics, and not about the whole."""
        return any(child.id == id_ and _part(child, strict=False)[0] for child in self.of)

    @cached_property
    def _parts(self) -> tuple[Part, ...]:
        return _outermost(dict(_needs(self.of, strict=False)))

    @cached_property
    def _strict_parts(self) -> tuple[Part, ...]:
        return _outermost(dict(_needs(self.of, strict=True)))


def _most(proved: dict[str, Decimal], maybe: dict[str, list[Maybe]]) -> dict[str, Decimal]:
    """Return the hours that each topic may have at most."""
    most = dict(proved)
    for topic, amounts in maybe.items():
        for one in amounts:
            most[topic] = most.get(topic, ZERO) + (_NO_LIMIT if one.hours is None else one.hours)
    return most


def _gaps(
    parts: tuple[Part, ...], most: dict[str, Decimal], wanted: Decimal
) -> Iterator[tuple[frozenset[str], Decimal]]:
    """Share out wanted hours over the parts that lack some, inner parts first; an outer part's hold its inner ones."""
    for part in parts:
        yield from _gaps(part.inside, most, wanted)
        amount = min(wanted, _lack(part, most))
        if amount > sum([_lack(inner, most) for inner in part.inside]):
            yield part.topics, amount
        wanted -= amount


def _lack(part: Part, most: dict[str, Decimal]) -> Decimal:
    """Return the least hours that fill a part; hours that fill a part inside it fill it too."""
    have, inside = ZERO, ZERO
    for topic in part.topics:
        have += most.get(topic, ZERO)
    for inner in part.inside:
        inside += _lack(inner, most)
    return max(part.need - have, inside)


def _outermost(needs: dict[frozenset[str], Decimal]) -> tuple[Part, ...]:
    """Return the parts that lie in no other, each with those inside it; none where two overlap only partly."""
    if not all(one.isdisjoint(two) or one <= two or two <= one for one in needs for two in needs):
        return ()
    return tuple(
        Part(topics, need, _outermost({inner: least for inner, least in needs.items() if inner < topics}))
        for topics, need in needs.items()
        if not any(topics < outer for outer in needs)
    )


def _needs(children: tuple[Requirement, ...], *, strict: bool) -> Iterator[tuple[frozenset[str], Decimal]]:
    """Give the topics and need of each part; of parts with the same topics the greatest comes last."""
    for topics, need in sorted((_part(one, strict=strict) for one in children), key=lambda part: part[1]):
        if topics:
            yield frozenset(topics), need


def _part(child: Requirement, *, strict: bool) -> tuple[tuple[str, ...], Decimal]:
    """Return a part's topics and need; of readings that disagree, the least, or the most when strict."""
    if isinstance(child, TrainingHours):
        return child.topics, child.at_least or ZERO
    if isinstance(child, Disputed):
        readings = [_part(reading, strict=strict) for reading in child.readings]
        pick = max if strict else min
        return pick(readings, key=lambda reading: reading[1])
    return (), ZERO


def _with(child: Requirement, handed: dict[str, Any]) -> Requirement:
    if isinstance(child, TrainingHours):
        return child.model_copy(update={key: value for key, value in handed.items() if not getattr(child, key)})
    if isinstance(child, Disputed):
        return child.model_copy(update={"readings": tuple(_with(one, handed) for one in child.readings)})
    return child
