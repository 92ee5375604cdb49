"""Sittings of an exam: which of them count, where only the first ones after a course do."""

from collections.abc import Sequence
from typing import NamedTuple

from peercert.case import Case, Entry, Ledger
from peercert.dates import BEGINNING, Span
from peercert.logic import Answer, Why, all_true, any_true, first_reason
from peercert.requirements.base import RulesModel, Some
from peercert.requirements.components import Result, ended_where_told
from peercert.requirements.counting import fits
from peercert.unshown import unshown


@unshown
class Sat(NamedTuple):
    """A sitting, and what its own record says of it."""

    entry: Entry
    named: Answer
    """Whether it is one of the exam that is asked for."""

    passed: Answer
    """Whether it is a pass, wherever it stands."""

    @property
    def stands(self) -> Answer:
        """Whether it takes one of the places after a course."""
        return all_true((self.named, self.entry.standing))


@unshown
class Left(NamedTuple):
    """How many sittings are left after the last course; two numbers where the days told leave it open."""

    least: int
    most: int


class Sittings(RulesModel):
    """Which sittings count: the first ones on or after a course and before the next."""

    course: str
    """The recognised course that must come before, by its word in the catalogue."""

    at_most: Some
    """Sittings for each course, the first one included."""

    where_told: dict[str, Result] = {}
    """Parts of a course, and how each must have ended, where it is told, to open new sittings after another course.

    Whether the course itself is enough is for the requirement that asks for it.
    """

    def courses(self, case: Case) -> Ledger:
        """Return the courses that sittings may belong to."""
        ledger = case.ledger("training")
        wanted = (self.course,)
        mine = _still([(entry, fits(entry.record.program, wanted)) for entry in ledger.entries])
        mine = _still([(entry, self._opens(entry, [other for other in mine if other is not entry])) for entry in mine])
        if ledger.beyond is not None:
            mine = [entry if self._whole(entry) is True else _or_before(entry) for entry in mine]
        return ledger._replace(entries=tuple(mine))

    def _opens(self, course: Entry, others: Sequence[Entry]) -> Answer:
        """Say whether a course opens sittings: after another course, one that failed in a part opens none."""
        whole = self._whole(course)
        if whole is True:
            return True
        later = any_true([all_true((other.standing, _ended_before(other, course))) for other in others])
        return any_true((whole, later if isinstance(later, Why) else not later))

    def _whole(self, course: Entry) -> Answer:
        return ended_where_told(course.record, self.where_told)

    def one_counts(self, present: Sequence[Sat], courses: Ledger) -> bool:
        """Say whether one of the passes must count, whichever it is: too few others can come before the first of them.

        A pass that is in doubt as a record never takes another's place: it is a pass itself, or it is not there.
        """
        passes = [one.entry for one in present if _is_pass(one)]
        misses = [one.entry for one in present if not _is_pass(one)]
        for course in courses.entries:
            after = [one for one in passes if one.standing is True and course.last.last <= one.first.first]
            if course.standing is True and after:
                day = min(one.last.last for one in after)
                before = [one for one in misses if one.last.last >= course.last.first and one.first.first <= day]
                if len(before) < self.at_most:
                    return True
        return False

    def counts(self, sat: Sat, present: Sequence[Sat], courses: Ledger) -> Answer:
        """Say whether a sitting is among the first ones after a course: surely, perhaps, or not.

        Args:
            sat: The sitting.
            present: All sittings, itself included.
            courses: What they may come after.
        """
        others = [other for other in present if other is not sat]
        if any(self._surely(sat.entry, others, course) for course in courses.entries):
            return True
        perhaps = [course for course in courses.entries if self._perhaps(sat.entry, others, course)]
        if courses.beyond is not None:
            return courses.beyond
        if not perhaps:
            return False
        if all(isinstance(course.standing, Why) for course in perhaps):
            return first_reason(course.standing for course in perhaps if isinstance(course.standing, Why))
        reasons = [why for why in [other.stands for other in others] if isinstance(why, Why)]
        vague = [one.entry.vague for one in present if one.entry.first.first != one.entry.last.last]
        vague += [course.vague for course in perhaps if not _exact(course.last)]
        return first_reason([*reasons, *vague] or [Why.IMPRECISE])

    def _surely(self, entry: Entry, others: Sequence[Sat], course: Entry) -> bool:
        if course.standing is not True or course.last.last > entry.first.first:
            return False
        between = [
            other for other, _, _ in others
            if other.last.last >= course.last.first and other.first.first <= entry.first.last
        ]  # fmt: skip
        return len(between) < self.at_most

    def _perhaps(self, entry: Entry, others: Sequence[Sat], course: Entry) -> bool:
        if course.last.first > entry.first.last:
            return False
        before = [
            other for other in others
            if other.stands is True
            and other.entry.first.first >= course.last.last
            and other.entry.last.last < entry.first.first
        ]  # fmt: skip
        return len(before) < self.at_most

    def left(self, present: Sequence[Sat], courses: Ledger) -> Left | None:
        """Return how many more sittings the last course gives; None where no course is told."""
        if not courses.entries:
            return None
        sure = [course.last.first for course in courses.entries if course.standing is True]
        latest = max(course.last.last for course in courses.entries)
        perhaps = sum(sat.entry.last.last >= max(sure) for sat in present) if sure else self.at_most
        surely = sum(sat.stands is True and sat.entry.first.first >= latest for sat in present)
        return Left(max(self.at_most - perhaps, 0), max(self.at_most - surely, 0))


def _is_pass(sat: Sat) -> bool:
    return sat.named is True and sat.passed is True


def _still(judged: Sequence[tuple[Entry, Answer]]) -> list[Entry]:
    """Return the records that stand, for certain or perhaps, when held against one point more."""
    held = [entry._replace(standing=all_true((entry.standing, answer))) for entry, answer in judged]
    return [entry for entry in held if entry.standing is not False]


def _or_before(course: Entry) -> Entry:
    """Return a course as one that may have ended on any day up to its own, for an untold one may stand for it."""
    return course._replace(last=Span(BEGINNING, course.last.last))


def _ended_before(one: Entry, other: Entry) -> Answer:
    """Say whether a course ended before another one, or on the same day."""
    if one.last.last <= other.last.first:
        return True
    return first_reason((one.vague, other.vague)) if one.last.first <= other.last.last else False


def _exact(span: Span) -> bool:
    return span.first == span.last
