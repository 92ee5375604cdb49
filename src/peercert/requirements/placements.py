"""Records of practical experience, and what may be asked of each one before it counts."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import ClassVar

from peercert.case import Case
from peercert.requirements.base import Flag, Requirement, Topic
from peercert.requirements.choices import Choice, yes_or_no
from peercert.requirements.counting import Condition, among
from peercert.requirements.steps import Point
from peercert.requirements.wording import Speech


class Placement(Requirement):
    """What is asked of each record of practical experience before it counts."""

    programs: tuple[str, ...] = ()
    supervised: Flag | None = None
    default_topic: ClassVar[Topic] = "practicum"
    uses: ClassVar[tuple[str, ...]] = ("practicum",)

    @cached_property
    def asked(self) -> tuple[Condition, ...]:
        """The conditions, each with the point it is about."""
        found: list[Condition] = []
        if self.programs:
            found.append(("program", among("program", self.programs)))
        if self.supervised is not None:
            found.append(("supervised", among("supervised", (self.supervised,))))
        return tuple(found)

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks."""
        if self.programs:
            yield Choice("practicum", "program", self.programs)
        yield from yes_or_no("practicum", "supervised", self.supervised)

    def asked_words(self, speech: Speech) -> str:
        """Say what is asked of each record."""
        where = f" in {speech.titles(self.programs)}" if self.programs else ""
        return f"{'supervised ' if self.supervised else ''}practical experience{where}"

    def turning_days(self, case: Case) -> Iterator[date]:
        """Give the days on which later records begin to count."""
        return case.later_days("practicum")

    @property
    def points(self) -> tuple[Point, ...]:
        """What is asked of each record, as a step says it."""
        supervised = () if self.supervised is None else (self.supervised,)
        return tuple((name, asked) for name, asked in (("program", self.programs), ("supervised", supervised)) if asked)
