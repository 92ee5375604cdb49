"""Clock hours of training, in all or in some topics."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal, get_args

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from peercert.candidate.profile import Topic as TrainingTopic
from peercert.case import Case, Entry
from peercert.finding import Finding, Measure
from peercert.logic import Outcome
from peercert.requirements.base import Number, Requirement, Topic
from peercert.requirements.boundary import HALF, Boundary, FactPath, place, total_of
from peercert.requirements.choices import HOURS, TOPIC, Choice, words
from peercert.requirements.counting import ZERO, at_most, decide
from peercert.requirements.steps import Hours, Point, Step
from peercert.requirements.topics import count_topics
from peercert.requirements.wording import Because, Speech, counted, hours_words, in_words, short_step


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
    def _one_of_two(self) -> "TrainingHours":
        if (self.at_least is None) is (self.at_most is None):
            raise PydanticCustomError("missing-key", "Give either `at_least` or `at_most`.")
        return self

    def evaluate(self, case: Case) -> Finding:
        """Add up the hours of the topics that count."""
        hours = count_topics(case, self.programs, self.leave_out)
        proved, maybe = hours.of(self.topics)
        if self.at_least is None:
            return Finding(self.id, Outcome.MET, evidence=hours.addresses(self.topics))
        outcome, why = (Outcome.MET, None) if proved >= self.at_least else decide(proved, maybe, self.at_least)
        measure = Measure(proved, self.at_least, "hours", at_most(proved, maybe)) if hours.told else None
        opened = hours.open(self.topics) if outcome is Outcome.UNKNOWN else ()
        return Finding(self.id, outcome, why, measure, hours.addresses(self.topics), opened, tuple(hours.aside))

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks."""
        if self.at_least is not None:
            yield Choice("training", HOURS, (self.at_least,))
        if self.programs:
            yield Choice("training", "program", self.programs)
        known = [topic for topic in get_args(TrainingTopic) if topic not in self.leave_out]
        yield words("training", TOPIC, self.topics or known, TrainingTopic)

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

    def steps_to_meet(self, case: Case) -> Iterator[Step]:
        """Give the hours that are missing."""
        measure = self.find(case).measure
        if measure is not None:
            yield Hours("training", measure.short, self.points)

    @property
    def points(self) -> tuple[Point, ...]:
        """What is asked of each hour, as a step says it."""
        counting = [topic for topic in self.topics or get_args(TrainingTopic) if topic not in self.leave_out]
        programs: tuple[Point, ...] = (("program", self.programs),) if self.programs else ()
        return (("topics", tuple(counting)), *programs)

    def boundaries(self, case: Case) -> Iterator[Boundary]:
        """Give the least or the most hours."""
        hours = count_topics(case, self.programs, self.leave_out)
        have = hours.of(self.topics)[0] if hours.told else None
        entries = case.ledger("training").entries
        mine = [entry for entry in entries if not self.programs or entry.record.program in self.programs]
        paths = [path for entry in mine for path in self._paths(entry)]
        if self.at_least is not None:
            yield total_of("at_least", self.at_least, have, paths)
        if self.at_most is not None:
            yield total_of("at_most", self.at_most, have, paths)._replace(step=HALF)

    def _paths(self, entry: Entry) -> Iterator[FactPath]:
        """Give the facts of a record that its hours are made of."""
        topics = entry.record.topics if isinstance(entry.record.topics, dict) else {}
        if isinstance(entry.record.hours, Decimal) and not self.topics:
            yield (*place(entry), "hours")
            return
        wanted = self.topics or [topic for topic in topics if topic not in self.leave_out]
        yield from ((*place(entry), "topics", topic) for topic in wanted if topic in topics)
