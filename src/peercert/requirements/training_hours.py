"""Clock hours of training, in all or in some topics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from peercert.candidate.profile import Topic as TrainingTopic
from peercert.candidate.profile import Training as Course
from peercert.case import Case, Entry
from peercert.finding import Aside, Finding, Measure
from peercert.logic import Answer, Outcome, Why, first_reason
from peercert.requirements.base import Number, Requirement, Topic
from peercert.requirements.counting import ZERO, Maybe, among, at_most, decide, weigh
from peercert.requirements.wording import Because, Speech, counted, hours_words, in_words, short_step


@dataclass(slots=True)
class TopicTally:
    """The hours of training that count, by topic."""

    told: bool
    proved: dict[str, Decimal] = field(default_factory=dict)
    """By topic."""

    maybe: dict[str, list[Maybe]] = field(default_factory=dict)
    """By topic: hours whose record counts only perhaps."""

    untold: list[Maybe] = field(default_factory=list)
    """Hours that may be of any topic."""

    total: Decimal = ZERO
    total_maybe: list[Maybe] = field(default_factory=list)
    evidence: list[tuple[str, Course]] = field(default_factory=list)
    addresses: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    """Addresses of the records that bear on some topics; found once."""

    open: list[Aside] = field(default_factory=list)
    aside: list[Aside] = field(default_factory=list)

    def add(self, entry: Entry, answer: Answer, point: str, hours: Decimal | Why, leave_out: frozenset[str]) -> None:
        """Add one record that counts, for certain or perhaps."""
        record: Course = entry.record
        told = record.topics if isinstance(record.topics, dict) else {}
        topics = {
            topic: amount for topic, amount in told.items() if isinstance(amount, Decimal) and topic not in leave_out
        }
        self.evidence.append((entry.address, record))
        for topic, amount in topics.items():
            if answer is True:
                self.proved[topic] = self.proved.get(topic, ZERO) + amount
            else:
                self.maybe.setdefault(topic, []).append(Maybe(_why(answer), amount))
        named = sum((amount for amount in told.values() if isinstance(amount, Decimal)), ZERO)
        if not isinstance(hours, Decimal):
            self.total += sum(topics.values(), ZERO) if answer is True else ZERO
            self._open(entry, Maybe(hours, None), point or "hours")
            return
        counted_hours = sum(topics.values(), ZERO) + hours - named
        if answer is True:
            self.total += counted_hours
        else:
            self.total_maybe.append(Maybe(_why(answer), counted_hours))
            self.open.append(Aside(entry.address, point))
        if hours > named:
            why = Why.NOT_PROVIDED if answer is True else first_reason((Why.NOT_PROVIDED, _why(answer)))
            self.untold.append(Maybe(why, hours - named))
            self.open.append(Aside(entry.address, "topic" if answer is True else point))

    def _open(self, entry: Entry, maybe: Maybe, point: str) -> None:
        self.total_maybe.append(maybe)
        self.untold.append(maybe)
        self.open.append(Aside(entry.address, point))

    def of(self, topics: tuple[str, ...]) -> tuple[Decimal, list[Maybe]]:
        """Return the hours proved and possible in some topics; in all of them where none is named."""
        if not topics:
            return self.total, self.total_maybe
        proved, maybe = ZERO, self.untold
        for topic in topics:
            proved += self.proved.get(topic, ZERO)
            if topic in self.maybe:
                maybe = [*self.maybe[topic], *maybe]
        return proved, maybe


def _why(answer: Answer) -> Why:
    return answer if isinstance(answer, Why) else Why.NOT_PROVIDED


def count_topics(case: Case, programs: tuple[str, ...], leave_out: tuple[str, ...]) -> TopicTally:
    """Add up the training that counts, by topic; done once for a case and these filters.

    Args:
        case: The candidate on a day.
        programs: The recognised courses that count; every training where empty.
        leave_out: Topics whose hours do not count at all.
    """

    def make() -> TopicTally:
        ledger = case.ledger("training")
        result = TopicTally(told=ledger.told is True)
        asked = (("program", among("program", programs)),) if programs else ()
        for entry in ledger.entries:
            answer, point = weigh(entry, asked, None)
            if answer is False:
                result.aside.append(Aside(entry.address, point))
            else:
                result.add(entry, answer, point, case.hours(entry.record), frozenset(leave_out))
        if ledger.beyond is not None:
            result.total_maybe.append(Maybe(ledger.beyond, None))
            result.untold.append(Maybe(ledger.beyond, None))
        return result

    return case.remember(("training", programs, leave_out), make)


class TrainingHours(Requirement):
    """At least so many clock hours; or, as a cap, no more than so many that are credited."""

    kind: Literal["training_hours"]
    at_least: Number | None = None
    """Clock hours of instruction."""

    at_most: Number | None = None
    """Clock hours that are credited at most; a cap is never a reason for a no."""

    topics: tuple[TrainingTopic, ...] = ()
    """Topics that count; every topic where left out."""

    programs: tuple[str, ...] = ()
    """Recognised courses that count; every training where left out."""

    leave_out: tuple[TrainingTopic, ...] = ()
    """Topics whose hours do not count to the whole."""

    default_topic: ClassVar[Topic] = "training"
    uses: ClassVar[tuple[str, ...]] = ("training",)

    @model_validator(mode="after")
    def _one_of_two(self) -> TrainingHours:
        if (self.at_least is None) is (self.at_most is None):
            raise PydanticCustomError("missing-key", "Give either `at_least` or `at_most`.")
        return self

    def evaluate(self, case: Case) -> Finding:
        """Add up the hours of the topics that count."""
        hours = count_topics(case, self.programs, self.leave_out)
        proved, maybe = hours.of(self.topics)
        if self.at_least is None:
            return Finding(self.id, Outcome.MET, evidence=self._evidence(hours))
        outcome, why = (Outcome.MET, None) if proved >= self.at_least else decide(proved, maybe, self.at_least)
        measure = Measure(proved, self.at_least, "hours", at_most(proved, maybe)) if hours.told else None
        opened = self._open(hours) if outcome is Outcome.UNKNOWN else ()
        return Finding(self.id, outcome, why, measure, self._evidence(hours), opened, tuple(hours.aside))

    def _open(self, hours: TopicTally) -> tuple[Aside, ...]:
        """Return the records in doubt; for the whole, hours of an untold topic are not in doubt."""
        return tuple(aside for aside in hours.open if self.topics or aside.point != "topic")

    def _evidence(self, hours: TopicTally) -> tuple[str, ...]:
        found = hours.addresses.get(self.topics)
        if found is None:
            found = hours.addresses[self.topics] = tuple(
                address
                for address, record in hours.evidence
                if not self.topics
                or not isinstance(record.topics, dict)
                or any(topic in record.topics for topic in self.topics)
            )
        return found

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        what = f" in {speech.titles(self.topics, 'and')}" if self.topics else ""
        where = f", from {speech.titles(self.programs)}" if self.programs else ""
        if self.at_least is None:
            return f"Up to {counted(self.at_most or ZERO, 'hour')} of training{what} are credited{where}."
        return f"At least {counted(self.at_least, 'hour')} of training{what}{where}."

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say why it is met."""
        if self.at_least is None:
            return f"Nothing is asked for here: up to {in_words(self.at_most or ZERO)} hours are credited."
        return hours_words(finding)

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say what is short."""
        what = f"of {speech.titles(self.topics)} training" if self.topics else "of training"
        return Because(hours_words(finding), short_step(finding, what))

    def turning_days(self, case: Case) -> Iterator[date]:
        """Give the days on which later training begins to count."""
        return case.later_days("training")
