"""A diploma, a degree, or time at college."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import ClassVar, Literal

from peercert.candidate.profile import Education as Schooling
from peercert.candidate.profile import Level
from peercert.case import Case
from peercert.finding import Finding
from peercert.logic import Answer, Why
from peercert.requirements.base import Number, Requirement, Topic, WordList
from peercert.requirements.boundary import WHOLE, Boundary, each, place
from peercert.requirements.choices import Choice, edges, labels, words
from peercert.requirements.counting import ZERO, Condition, Window, fits, held_within, hold, names, one_of
from peercert.requirements.steps import Gained, Step
from peercert.requirements.wording import Because, Speech, counted


class Education(Requirement):
    """One record of schooling that has an accepted level, and whatever else is asked of it.

    Several records are never added up.
    """

    kind: Literal["education"]
    levels: WordList
    """Levels that count; name the degrees that imply a diploma too."""

    needs_human: tuple[str, ...] = ()
    """Levels about which a person must decide."""

    fields: tuple[str, ...] = ()
    """Subjects that count; a person must decide about any other. Every subject counts where left out."""

    years_at_least: Number | None = None
    """Years at that level."""

    window: Window | None = None
    """When it must have ended."""

    default_topic: ClassVar[Topic] = "education"
    uses: ClassVar[tuple[str, ...]] = ("education",)

    def evaluate(self, case: Case) -> Finding:
        """Look for one record that fits."""
        ledger = case.ledger("education")
        window = self.window.bounds(case) if self.window else None
        return one_of(self.id, ledger, [held_within(hold(entry, self._asked), window) for entry in ledger.entries])

    @cached_property
    def _asked(self) -> tuple[Condition, ...]:
        found: list[Condition] = [("level", self._level)]
        if self.fields:
            found.append(("field", lambda record: names(record.field, self.fields)))
        if self.years_at_least is not None:
            found.append(("years", self._years))
        return tuple(found)

    def _level(self, record: Schooling) -> Answer:
        if record.level in self.needs_human:
            return Why.NEEDS_HUMAN
        return fits(record.level, self.levels)

    def _years(self, record: Schooling) -> Answer:
        if record.years is None:
            return Why.NOT_PROVIDED
        if not isinstance(record.years, Decimal):
            return Why.DECLINED
        return self.years_at_least is None or record.years >= self.years_at_least

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks."""
        yield words("education", "level", self.levels, Level, self.needs_human)
        if self.fields:
            yield labels("education", "field", self.fields)
        if self.years_at_least is not None:
            yield Choice("education", "years", (self.years_at_least,), (max(self.years_at_least - 1, ZERO),))
        yield from edges("education", self.window.bounds(case) if self.window else None)

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        said = f"One of these: {speech.titles(self.levels)}"
        if self.fields:
            said += f", in {speech.titles(self.fields)}"
        if self.years_at_least is not None:
            said += f", for at least {counted(self.years_at_least, 'year')}"
        if self.window is not None:
            said += f", {self.window.describe().replace('gained', 'ended')}"
        return said + "."

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say why it is met."""
        return "The schooling told is enough."

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say why it is not met."""
        return Because(
            f"None of the schooling told is what is asked for. {self.what_counts(speech)}",
            "Finish schooling that counts. If you have done so, add it to `education` in the profile.",
        )

    def turning_days(self, case: Case) -> Iterator[date]:
        """Give the days on which schooling that is dated later is done."""
        return case.later_days("education")

    def steps_to_meet(self, case: Case) -> Iterator[Step]:
        """Give the first level that counts; years of it where years are asked for."""
        fields: dict[str, object] = {"level": self.levels[0]}
        if self.fields:
            fields["field"] = self.fields[0]
        if self.years_at_least is not None:
            fields["years"] = self.years_at_least
        day = "completed" if self.years_at_least is None else "end"
        yield Gained("education", tuple(fields.items()), day, self.years_at_least)

    def ending_days(self, case: Case) -> Iterator[date]:
        """Give the days on which schooling falls out of the window."""
        if self.window is not None:
            yield from self.window.ending_days(case.ledger("education").entries)

    def boundaries(self, case: Case) -> Iterator[Boundary]:
        """Give the years, and the days between which it must have ended."""
        mine = [entry for entry in case.ledger("education").entries if entry.record.level in self.levels]
        if self.years_at_least is not None:
            told = [(entry.record.years, (*place(entry), "years")) for entry in mine]
            yield each("years_at_least", self.years_at_least, told, WHOLE)
        if self.window is not None:
            yield from self.window.boundaries(case, mine)
