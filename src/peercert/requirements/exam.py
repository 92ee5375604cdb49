"""An exam passed, by its score or its result, within the sittings that count."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal, NamedTuple

from pydantic import Field

from peercert.candidate.profile import Exam as Sat
from peercert.case import Case, Entry, Ledger
from peercert.dates import BEGINNING, Span
from peercert.finding import Aside, Finding, Measure
from peercert.logic import Answer, Why, all_true, any_true, first_reason, outcome_of
from peercert.requirements.base import Number, Requirement, RulesModel, Topic, Whole
from peercert.requirements.boundary import TENTH, WHOLE, Boundary, Spot, each, place
from peercert.requirements.choices import ONE_DAY, Choice, Example
from peercert.requirements.components import Result, ended_where_told
from peercert.requirements.counting import ZERO, fits
from peercert.requirements.steps import Course, Sitting, Step
from peercert.requirements.wording import Because, Speech, counted, in_words, joined, on
from peercert.unshown import unshown


class Sittings(RulesModel):
    """Which sittings count: the first ones on or after a course and before the next."""

    course: str
    """The recognised course that must come before, by its word in the catalogue."""

    at_most: Whole = Field(ge=1)
    """Sittings for each course, the first one included."""

    where_told: dict[str, Result] = {}
    """Parts of a course, and how each must have ended, where it is told, to open new sittings after another course.

    Whether the course itself is enough is for the requirement that asks for it.
    """


@unshown
class Best(NamedTuple):
    """The sitting that the words are about: the best one of those that count."""

    score: Decimal | None
    day: date | None
    left: int | None
    """Sittings that are left after the last course; None where there is no limit, or it is not known."""

    void: tuple[str, ...]
    """Addresses of sittings that do not count, because they come too late or before any course."""


class Exam(Requirement):
    """A pass. Where a mark is given the score decides; where no score is told, or no mark is known, the result does."""

    kind: Literal["exam"]
    exam: str
    """The exam, by its word in the catalogue."""

    score_at_least: Number | None = None
    """The mark, in the exam's own unit; this mark is a pass."""

    sittings: Sittings | None = None
    default_topic: ClassVar[Topic] = "exam"
    uses: ClassVar[tuple[str, ...]] = ("exams",)

    def looks_at(self) -> tuple[str, ...]:
        """Return the keys of a profile that it looks at."""
        return ("exams", "training") if self.sittings else ("exams",)

    def evaluate(self, case: Case) -> Finding:
        """Look for a pass among the sittings that count."""
        ledger, courses = case.ledger("exams"), self._courses(case)
        none_counts = courses is not None and courses.beyond is None and not courses.entries
        if ledger.told is not True and not none_counts:
            return Finding(self.id, *outcome_of(ledger.told))
        mine = [entry for entry in ledger.entries if self._named(entry) is not False]
        present = [entry for entry in mine if entry.standing is not False]
        judged = [(entry, self._judge(entry, present, courses, ledger.beyond)) for entry in present]
        unsure = [(entry, self._doubt(entry)) for entry, answer in judged if isinstance(answer, Why)]
        answers: list[Answer] = [answer for _, answer in judged]
        answers += [] if ledger.complete or none_counts else [Why.NOT_PROVIDED]
        answers.append(ledger.beyond is None and courses is not None and self._one_counts(present, courses))
        outcome, why = outcome_of(any_true(answers))
        best = self._best(judged, courses)
        return Finding(
            self.id,
            outcome,
            why,
            self._measure(case, best),
            tuple([entry.address for entry in present]),
            tuple([Aside(entry.address, point) for entry, point in unsure if ledger.complete or point != "order"]),
            tuple([Aside(entry.address, entry.left_out or "") for entry in mine if entry.standing is False]),
            detail=best,
        )

    def _named(self, entry: Entry) -> Answer:
        return fits(entry.record.exam, (self.exam,))

    def _doubt(self, entry: Entry) -> str:
        """Return the point that leaves a sitting open."""
        if self._named(entry) is not True:
            return "exam"
        if isinstance(self._passed(entry.record), Why):
            return "result"
        return entry.left_out or "order"

    def _passed(self, record: Sat) -> Answer:
        if self.score_at_least is not None and isinstance(record.score, Decimal):
            return record.score >= self.score_at_least
        if record.result in (None, "pending"):
            return Why.DECLINED if record.score == "declined" else Why.NOT_PROVIDED
        return Why.DECLINED if record.result == "declined" else record.result == "passed"

    def _judge(self, entry: Entry, present: Sequence[Entry], courses: Ledger | None, beyond: Why | None) -> Answer:
        """Say whether a sitting is a pass that counts; earlier sittings that may be missing could make it void."""
        passed = all_true((self._named(entry), self._passed(entry.record), entry.standing))
        if courses is None or passed is False:
            return passed
        counts = self._counts(entry, present, courses)
        return all_true((passed, beyond if counts is True and beyond is not None else counts))

    def _courses(self, case: Case) -> Ledger | None:
        """Return the courses that sittings may belong to; None where the rule does not ask for one."""
        if self.sittings is None:
            return None
        ledger = case.ledger("training")
        wanted = (self.sittings.course,)
        mine = _still([(entry, fits(entry.record.program, wanted)) for entry in ledger.entries])
        mine = _still([(entry, self._opens(entry, [other for other in mine if other is not entry])) for entry in mine])
        if ledger.beyond is not None:
            mine = [entry if self._whole(entry) is True else _or_before(entry) for entry in mine]
        return ledger._replace(entries=tuple(mine))

    def _one_counts(self, present: Sequence[Entry], courses: Ledger) -> bool:
        """Say whether one of the passes must count, whichever it is: too few others can come before the first of them.

        A pass that is in doubt as a record never takes another's place: it is a pass itself, or it is not there.
        """
        passes = [one for one in present if all_true((self._named(one), self._passed(one.record))) is True]
        misses = [one for one in present if one not in passes]
        for course in courses.entries:
            after = [one for one in passes if one.standing is True and course.last.last <= one.first.first]
            if course.standing is True and after:
                day = min(one.last.last for one in after)
                before = [one for one in misses if one.last.last >= course.last.first and one.first.first <= day]
                if len(before) < self._limit:
                    return True
        return False

    def _whole(self, course: Entry) -> Answer:
        return ended_where_told(course.record, self.sittings.where_told if self.sittings else {})

    def _opens(self, course: Entry, others: Sequence[Entry]) -> Answer:
        """Say whether a course opens sittings: after another course, one that failed in a part opens none."""
        whole = self._whole(course)
        if whole is True:
            return True
        later = any_true([all_true((other.standing, _ended_before(other, course))) for other in others])
        return any_true((whole, later if isinstance(later, Why) else not later))

    def _counts(self, entry: Entry, present: Sequence[Entry], courses: Ledger) -> Answer:
        """Say whether a sitting is among the first ones after a course: surely, perhaps, or not."""
        others = [other for other in present if other is not entry]
        if any(self._surely(entry, others, course) for course in courses.entries):
            return True
        perhaps = [course for course in courses.entries if self._perhaps(entry, others, course)]
        if courses.beyond is not None:
            return courses.beyond
        if not perhaps:
            return False
        if all(isinstance(course.standing, Why) for course in perhaps):
            return first_reason(course.standing for course in perhaps if isinstance(course.standing, Why))
        doubts = [all_true((self._named(other), other.standing)) for other in others]
        reasons = [why for why in doubts if isinstance(why, Why)]
        vague = [one.vague for one in present if one.first.first != one.last.last]
        vague += [one.vague for one in perhaps if not _exact(one.last)]
        return first_reason([*reasons, *vague] or [Why.IMPRECISE])

    def _surely(self, entry: Entry, others: Sequence[Entry], course: Entry) -> bool:
        if course.standing is not True or course.last.last > entry.first.first:
            return False
        between = [
            other for other in others
            if other.last.last >= course.last.first and other.first.first <= entry.first.last
        ]  # fmt: skip
        return len(between) < self._limit

    def _perhaps(self, entry: Entry, others: Sequence[Entry], course: Entry) -> bool:
        if course.last.first > entry.first.last:
            return False
        before = [
            other for other in others
            if other.standing is True
            and self._named(other) is True
            and other.first.first >= course.last.last
            and other.last.last < entry.first.first
        ]  # fmt: skip
        return len(before) < self._limit

    @property
    def _limit(self) -> int:
        return self.sittings.at_most if self.sittings else 0

    def _best(self, judged: Sequence[tuple[Entry, Answer]], courses: Ledger | None) -> Best:
        void = (
            ()
            if courses is None
            else tuple(
                entry.address for entry, _ in judged
                if self._counts(entry, [one for one, _ in judged], courses) is False
            )
        )  # fmt: skip
        counting = [(entry, answer) for entry, answer in judged if entry.address not in void]
        shown = max(counting, key=_rank, default=None)
        left = self._left([entry for entry, _ in counting], courses)
        if shown is None:
            return Best(None, None, left, void)
        entry = shown[0]
        score = entry.record.score if isinstance(entry.record.score, Decimal) else None
        return Best(score, entry.first.first if entry.first.first == entry.first.last else None, left, void)

    def _left(self, counting: Sequence[Entry], courses: Ledger | None) -> int | None:
        if courses is None or not courses.entries:
            return None
        latest = max(course.last.last for course in courses.entries)
        return max(self._limit - sum(entry.first.first >= latest for entry in counting), 0)

    def _measure(self, case: Case, best: Best) -> Measure | None:
        if self.score_at_least is None or best.score is None:
            return None
        return Measure(best.score, self.score_at_least, case.words.exams[self.exam].unit, best.score)

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks."""
        yield Choice("exams", "exam", (self.exam,))
        if self.score_at_least is None:
            yield Choice("exams", "result", ("passed",), ("failed",))
        else:
            yield Choice("exams", "score", (self.score_at_least,), (max(self.score_at_least - 1, ZERO),))

    def example(self, case: Case) -> Example:
        """Return a course and a sitting after it, where the one does not count without the other."""
        if self.sittings is None:
            return ()
        mark: dict[str, object] = (
            {"result": "passed"} if self.score_at_least is None else {"score": self.score_at_least}
        )
        course = {"program": self.sittings.course, "completed": case.as_of - ONE_DAY}
        return ("training", course), ("exams", {"exam": self.exam, "date": case.as_of, **mark})

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        known = speech.words.exams.get(self.exam)
        said = f"Passed: {known.title if known else speech.title(self.exam)}"
        if self.score_at_least is not None:
            said += f", with at least {self._mark(self.score_at_least, speech)}"
        if self.sittings is not None:
            said += f", in one of the first {self.sittings.at_most} sittings after the course"
        return said + "."

    def _mark(self, score: Decimal, speech: Speech) -> str:
        scale = speech.words.exams.get(self.exam)
        return f"{in_words(score)} %" if scale and scale.unit == "percent" else counted(score, "point")

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say why it is met."""
        best = _kept(finding)
        if best.score is None or self.score_at_least is None:
            return f"Passed{on(best.day)}."
        return self._scored(best.score, best.day, speech)

    def _scored(self, score: Decimal, day: date | None, speech: Speech) -> str:
        mark = self._mark(self.score_at_least or Decimal(), speech)
        return f"Scored {self._mark(score, speech)}{on(day)}; {mark} {'is' if mark.endswith('%') else 'are'} needed."

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say what was scored, and what is left to do."""
        best = _kept(finding)
        if best.score is not None and self.score_at_least is not None:
            said = self._scored(best.score, best.day, speech)
        elif best.day or len(best.void) < len(finding.evidence):
            said = f"Not passed{on(best.day)}."
        else:
            said = "No sitting of this exam that counts is told."
        if best.void:
            said += f" {joined(best.void)}: void, for only the first {self._limit} after a course count."
        later = [aside.address for aside in finding.aside]
        if later:
            said += f" Not counted: {joined(later)} (dated after the day decided on)."
        return self._next(said, best.left, again=len(best.void) < len(finding.evidence))

    def _next(self, said: str, left: int | None, *, again: bool) -> Because:
        sit = "Sit the exam again." if again else "Sit the exam."
        if left is None:
            return Because(said, "Take the course, then sit the exam." if self.sittings else sit)
        if left == 0:
            return Because(
                f"{said} No sitting is left after this course.",
                "Take the course again; then you can sit the exam again.",
            )
        sittings = "One of" if left == 1 else f"{left} of"
        return Because(f"{said} {sittings} {self._limit} sittings {'is' if left == 1 else 'are'} left.", sit)

    def turning_days(self, case: Case) -> Iterator[date]:
        """Give the days on which later sittings begin to count."""
        yield from case.later_days("exams")
        if self.sittings is not None:
            yield from case.later_days("training")

    def steps_to_meet(self, case: Case) -> Iterator[Step]:
        """Give a sitting that is passed; before it the course, where no sitting is left or no course was taken."""
        if self.sittings is not None and not _kept(self.find(case)).left:
            yield Course((self.sittings.course,))
        yield Sitting(self.exam, self.score_at_least)

    def boundaries(self, case: Case) -> Iterator[Boundary]:
        """Give the mark, and the number of sittings that count."""
        mine = [entry for entry in case.ledger("exams").entries if self._named(entry) is True]
        if self.score_at_least is not None:
            told = [(entry.record.score, (*place(entry), "score")) for entry in mine]
            yield each("score_at_least", self.score_at_least, told, TENTH)
        courses = self._courses(case)
        if self.sittings is not None and courses is not None:
            passed = [entry for entry in mine if self._passed(entry.record) is True]
            counts = tuple(Spot(Decimal(_nth(entry, mine, courses.entries))) for entry in passed)
            yield Boundary("sittings.at_most", Decimal(self._limit), WHOLE, counts)


def _kept(finding: Finding) -> Best:
    return Best(*finding.detail)  # type: ignore[arg-type]  # what `evaluate` keeps there


def _rank(judged: tuple[Entry, Answer]) -> tuple[bool, bool, Decimal, int]:
    """Rank a sitting: a pass before what is open, a told score before none, then the higher and the earlier."""
    entry, answer = judged
    told = isinstance(entry.record.score, Decimal)
    score = entry.record.score if told else Decimal()
    return answer is True, told, score, -entry.first.first.toordinal()


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


def _nth(entry: Entry, mine: Sequence[Entry], courses: Sequence[Entry]) -> int:
    """Return which sitting after the last course before it a sitting is, by the days told."""
    ended = max((one.last.last for one in courses if one.last.last <= entry.first.first), default=BEGINNING)
    return sum(ended <= one.first.first <= entry.first.first for one in mine)
