"""Positions of work, and what may be asked of each one before its hours count."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import ClassVar, get_args

from peercert.candidate.profile import AgeGroup, Kind, Population, Role
from peercert.candidate.profile import Experience as Position
from peercert.case import Case
from peercert.logic import Answer, Why
from peercert.requirements.base import Flag, Number, Requirement, Topic
from peercert.requirements.boundary import HUNDREDTH, Boundary, each, place
from peercert.requirements.choices import SMALL, Choice, edges, labels, words, yes_or_no
from peercert.requirements.counting import ZERO, Condition, Held, Window, among, hold, names
from peercert.requirements.steps import Point
from peercert.requirements.wording import Speech, in_words

_AGES = frozenset(get_args(AgeGroup))


_FILTERS = ("kinds", "roles", "settings", "ages", "conditions", "supervised", "share_at_least")


class Filtered(Requirement):
    """What is asked of each position before its hours count."""

    kinds: tuple[str, ...] = ()
    """paid, volunteer, internship; any where left out."""

    roles: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()
    """Age words of `population`, one of which must be served."""

    conditions: tuple[str, ...] = ()
    """Condition words of `population`, one of which must be served."""

    supervised: Flag | None = None
    share_at_least: Number | None = None
    """Share of the duties that is recovery support, from 0 to 1."""

    window: Window | None = None
    default_topic: ClassVar[Topic] = "experience"
    uses: ClassVar[tuple[str, ...]] = ("experience",)

    @cached_property
    def asked(self) -> tuple[Condition, ...]:
        """The conditions, each with the point it is about."""
        found: list[Condition] = []
        if self.kinds:
            found.append(("kind", among("kind", self.kinds)))
        if self.roles:
            found.append(("role", among("role", self.roles)))
        if self.settings:
            found.append(("setting", self._setting))
        if self.ages:
            found.append(("population", serving(self.ages, of_ages=True)))
        if self.conditions:
            found.append(("population", serving(self.conditions, of_ages=False)))
        if self.supervised is not None:
            found.append(("supervised", among("supervised", (self.supervised,))))
        if self.share_at_least is not None:
            found.append(("share", self._share))
        return tuple(found)

    def _setting(self, record: Position) -> Answer:
        return names(record.setting, self.settings)

    def _share(self, record: Position) -> Answer:
        if isinstance(record.share, Decimal) and self.share_at_least is not None:
            return record.share >= self.share_at_least
        return Why.NOT_PROVIDED if record.share is None else Why.DECLINED

    @cached_property
    def filter_key(self) -> str:
        """What is asked of each position, its time left out, as a key."""
        return repr([(key, getattr(self, key)) for key in _FILTERS])

    def held(self, case: Case) -> list[Held]:
        """Return every position held against what is asked; done once for all requirements that ask the same."""
        return case.remember(
            ("positions", self.filter_key),
            lambda: [hold(entry, self.asked) for entry in case.ledger("experience").entries],
        )

    def bounds(self, case: Case) -> tuple[date, date] | None:
        """Return the first and last day in which a position must lie; None where any day will do."""
        return self.window.bounds(case) if self.window else None

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks."""
        if self.kinds:
            yield words("experience", "kind", self.kinds, Kind)
        if self.roles:
            yield words("experience", "role", self.roles, Role)
        if self.settings:
            yield labels("experience", "setting", self.settings)
        if self.ages:
            yield words("experience", "population.ages", self.ages, AgeGroup)
        if self.conditions:
            rest = tuple(one for one in get_args(Population) if one not in {*_AGES, *self.conditions})
            yield Choice("experience", "population.conditions", self.conditions, rest)
        if self.share_at_least is not None:
            yield Choice("experience", "share", (self.share_at_least,), (max(self.share_at_least - SMALL, ZERO),))
        yield from yes_or_no("experience", "supervised", self.supervised)
        yield from edges("experience", self.bounds(case))

    def asked_words(self, speech: Speech) -> str:
        """Say what is asked of each position."""
        said = []
        if self.kinds:
            said.append(f"{speech.titles(self.kinds)} work only")
        if self.roles:
            said.append(f"in one of these roles: {speech.titles(self.roles)}")
        if self.settings:
            said.append(f"in {speech.titles(self.settings)}")
        served = [speech.titles(words) for words in (self.ages, self.conditions) if words]
        if served:
            said.append(f"with people of these groups: {' with '.join(served)}")
        if self.supervised:
            said.append("supervised")
        if self.share_at_least is not None:
            said.append(f"where recovery support is at least {in_words(self.share_at_least * 100)} percent of the job")
        if self.window is not None:
            said.append(self.window.describe())
        return "; ".join(said)

    def turning_days(self, case: Case) -> Iterator[date]:
        """Give the days on which later positions begin to count."""
        return case.later_days("experience")

    @property
    def points(self) -> tuple[Point, ...]:
        """What is asked of each position, as a step says it."""
        asked: tuple[Point, ...] = (
            ("kind", self.kinds),
            ("role", self.roles),
            ("setting", self.settings),
            ("population", self.ages),
            ("population", self.conditions),
            ("supervised", () if self.supervised is None else (self.supervised,)),
            ("share", () if self.share_at_least is None else (self.share_at_least,)),
        )
        return tuple(one for one in asked if one[1])

    def ending_days(self, case: Case) -> Iterator[date]:
        """Give the days on which positions fall out of the window."""
        if self.window is not None:
            yield from self.window.ending_days(case.ledger("experience").entries)

    def boundaries(self, case: Case) -> Iterator[Boundary]:
        """Give the share of the duties, and the days between which a position must lie."""
        mine = [held.entry for held in self.held(case) if held.answer is not False or held.point == "share"]
        if self.share_at_least is not None:
            told = [(entry.record.share, (*place(entry), "share")) for entry in mine]
            yield each("share_at_least", self.share_at_least, told, HUNDREDTH)
        if self.window is not None:
            yield from self.window.boundaries(case, mine)


def serving(accepted: tuple[str, ...], *, of_ages: bool) -> Callable[[Position], Answer]:
    """Return a test of whether a position serves accepted people, by its age words or by its condition words only."""
    wanted = frozenset(accepted)

    def test(record: Position) -> Answer:
        named = False
        if isinstance(record.population, str):
            return Why.DECLINED
        for word in record.population or ():
            if (word in _AGES) is of_ages:
                if word in wanted:
                    return True
                named = True
        return False if named else Why.NOT_PROVIDED

    return test
