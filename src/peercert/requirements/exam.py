"""An exam passed, by its score or its result, within the sittings that count."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal, NamedTuple

from peercert.candidate.profile import Exam as Record
from peercert.case import Case, Entry, Ledger
from peercert.dates import BEGINNING
from peercert.finding import Aside, Finding, Measure
from peercert.logic import Answer, Outcome, Why, all_true, any_true, outcome_of
from peercert.requirements.base import Number, Requirement, Topic
from peercert.requirements.boundary import TENTH, WHOLE, Boundary, Spot, each, place
from peercert.requirements.choices import ONE_DAY, Choice, Example
from peercert.requirements.counting import ZERO, fits
from peercert.requirements.sittings import Left, Sat, Sittings
from peercert.requirements.steps import Course, Sitting, Step
from peercert.requirements.wording import Because, Speech, counted, in_words, joined, on
from peercert.unshown import unshown


@unshown
class Best(NamedTuple):
    """The sitting that the words are about: the best one of those that count."""

    score: Decimal | None
    day: date | None
    left: Left | None
    """Sittings that are left; None where there is no limit, or no course is told."""

    void: tuple[str, ...]
    """Addresses of sittings that do not count, because they come too late or before any course."""


_ORDER = "order"
"""The point that a sitting is open by, where its place among courses and sittings is."""


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
        ledger, courses = case.ledger("exams"), self.sittings.courses(case) if self.sittings else None
        none_counts = courses is not None and courses.beyond is None and not courses.entries
        if ledger.told is not True and not none_counts:
            return Finding(self.id, *outcome_of(ledger.told))
        mine = [sat for sat in map(self._sat, ledger.entries) if sat is not None]
        present = [sat for sat in mine if sat.entry.standing is not False]
        judged = [(sat, self._judge(sat, present, courses, ledger.beyond)) for sat in present]
        answers: list[Answer] = [answer for _, answer in judged]
        answers += [] if ledger.complete or none_counts else [Why.NOT_PROVIDED]
        answers.append(ledger.beyond is None and self._one_counts(present, courses))
        outcome, why = outcome_of(any_true(answers))
        opened = [
            aside for sat, answer in judged if isinstance(answer, Why)
            for aside in self._open(sat, answer, present, courses)
        ]  # fmt: skip
        best = self._best(judged, courses)
        return Finding(
            self.id,
            outcome,
            why,
            self._measure(case, judged, best, outcome),
            tuple([sat.entry.address for sat in present]),
            tuple(dict.fromkeys([aside for aside in opened if ledger.complete or aside.point != _ORDER])),
            tuple([Aside(sat.entry.address, sat.entry.left_out or "") for sat in mine if sat.entry.standing is False]),
            detail=best,
        )

    def _one_counts(self, present: Sequence[Sat], courses: Ledger | None) -> bool:
        return self.sittings is not None and courses is not None and self.sittings.one_counts(present, courses)

    def _sat(self, entry: Entry) -> Sat | None:
        """Return a sitting that is or may be one of this exam; None for another one's."""
        named = fits(entry.record.exam, (self.exam,))
        return None if named is False else Sat(entry, named, self._passed(entry.record))

    def _passed(self, record: Record) -> Answer:
        if self.score_at_least is not None and isinstance(record.score, Decimal):
            return record.score >= self.score_at_least
        if record.result in (None, "pending"):
            return Why.DECLINED if record.score == "declined" else Why.NOT_PROVIDED
        return Why.DECLINED if record.result == "declined" else record.result == "passed"

    def _judge(self, sat: Sat, present: Sequence[Sat], courses: Ledger | None, beyond: Why | None) -> Answer:
        """Say whether a sitting is a pass that counts; earlier sittings that may be missing could make it void."""
        passed = all_true((sat.named, sat.passed, sat.entry.standing))
        if self.sittings is None or courses is None or passed is False:
            return passed
        counts = self.sittings.counts(sat, present, courses)
        return all_true((passed, beyond if counts is True and beyond is not None else counts))

    def _open(self, sat: Sat, answer: Why, present: Sequence[Sat], courses: Ledger | None) -> Iterator[Aside]:
        """Give what leaves a sitting open: a point of its own, or else what its place hangs on."""
        point = _doubt(sat)
        others = [one for one in present if one.stands is answer] if point is None else []
        before = [one for one in courses.entries if one.standing is answer] if point is None and courses else []
        for other in others:
            yield Aside(other.entry.address, other.entry.left_out or "exam")
        for course in before:
            yield Aside(course.address, "program" if course.record.program is None else course.left_out or "details")
        if not others and not before:
            yield Aside(sat.entry.address, point or _ORDER)

    def _best(self, judged: Sequence[tuple[Sat, Answer]], courses: Ledger | None) -> Best:
        present, void, left = [sat for sat, _ in judged], tuple[str, ...](), None
        if self.sittings is not None and courses is not None:
            counts = [(sat.entry.address, self.sittings.counts(sat, present, courses)) for sat in present]
            void, left = tuple([at for at, answer in counts if answer is False]), self.sittings.left(present, courses)
        shown = max([one for one in judged if one[0].entry.address not in void], key=_rank, default=None)
        if shown is None:
            return Best(None, None, left, void)
        entry = shown[0].entry
        score = entry.record.score if isinstance(entry.record.score, Decimal) else None
        return Best(score, entry.first.first if entry.first.first == entry.first.last else None, left, void)

    def _measure(
        self, case: Case, judged: Sequence[tuple[Sat, Answer]], best: Best, outcome: Outcome
    ) -> Measure | None:
        """Return the score against the mark; one that may not count is not proved."""
        if self.score_at_least is None or best.score is None:
            return None
        proved, most = best.score, best.score if outcome is not Outcome.UNKNOWN else None
        if outcome is Outcome.UNKNOWN:
            sure = [sat for sat, answer in judged if answer is False and sat.entry.address not in best.void]
            scores = [sat.entry.record.score for sat in sure if sat.stands is True]
            proved = max([score for score in scores if isinstance(score, Decimal)], default=ZERO)
        return Measure(proved, self.score_at_least, case.words.exams[self.exam].unit, most)

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
        if best.void and self.sittings:
            verb = "does" if len(best.void) == 1 else "do"
            said += f" {joined(best.void)} {verb} not count: only the first {self.sittings.at_most} after a course do."
        later = [aside.address for aside in finding.aside]
        if later:
            said += f" Not counted: {joined(later)} (dated after the day decided on)."
        return self._next(said, best.left, again=len(best.void) < len(finding.evidence))

    def _next(self, said: str, left: Left | None, *, again: bool) -> Because:
        sit = "Sit the exam again." if again else "Sit the exam."
        if self.sittings is None:
            return Because(said, sit)
        if left is None:
            return Because(said, "Take the course, then sit the exam.")
        if left.most == 0:
            return Because(
                f"{said} No sitting is left after this course.",
                "Take the course again; then you can sit the exam again.",
            )
        if left.least == 0:
            return Because(
                f"{said} It is not certain that a sitting is left after the course.",
                "Give the exact days of courses and sittings. Where none is left, take the course again first.",
            )
        number = f"{left.least} to {left.most}" if left.least < left.most else "One" if left.most == 1 else left.most
        verb = "is" if left.most == 1 else "are"
        return Because(f"{said} {number} of {self.sittings.at_most} sittings {verb} left.", sit)

    def turning_days(self, case: Case) -> Iterator[date]:
        """Give the days on which later sittings begin to count."""
        yield from case.later_days("exams")
        if self.sittings is not None:
            yield from case.later_days("training")

    def steps_to_meet(self, case: Case) -> Iterator[Step]:
        """Give a sitting that is passed; before it the course, where no sitting is left or no course was taken."""
        if self.sittings is not None:
            left = _kept(self.find(case)).left
            if left is None or left.least == 0:
                yield Course((self.sittings.course,))
        yield Sitting(self.exam, self.score_at_least)

    def boundaries(self, case: Case) -> Iterator[Boundary]:
        """Give the mark, and the number of sittings that count."""
        mine = [sat.entry for sat in map(self._sat, case.ledger("exams").entries) if sat and sat.named is True]
        if self.score_at_least is not None:
            told = [(entry.record.score, (*place(entry), "score")) for entry in mine]
            yield each("score_at_least", self.score_at_least, told, TENTH)
        if self.sittings is not None:
            courses = self.sittings.courses(case).entries
            passed = [entry for entry in mine if self._passed(entry.record) is True]
            counts = tuple(Spot(Decimal(_nth(entry, mine, courses))) for entry in passed)
            yield Boundary("sittings.at_most", Decimal(self.sittings.at_most), WHOLE, counts)


def _kept(finding: Finding) -> Best:
    return Best(*finding.detail)  # type: ignore[arg-type]  # what `evaluate` keeps there


def _doubt(sat: Sat) -> str | None:
    """Return the point of its own record that leaves a sitting open; None where only its place may."""
    if sat.named is not True:
        return "exam"
    return "result" if isinstance(sat.passed, Why) else sat.entry.left_out


def _rank(judged: tuple[Sat, Answer]) -> tuple[bool, bool, Decimal, int]:
    """Rank a sitting: a pass before what is open, a told score before none, then the higher and the earlier."""
    entry, answer = judged[0].entry, judged[1]
    told = isinstance(entry.record.score, Decimal)
    score = entry.record.score if told else Decimal()
    return answer is True, told, score, -entry.first.first.toordinal()


def _nth(entry: Entry, mine: Sequence[Entry], courses: Sequence[Entry]) -> int:
    """Return which sitting after the last course before it a sitting is, by the days told."""
    ended = max((one.last.last for one in courses if one.last.last <= entry.first.first), default=BEGINNING)
    return sum(ended <= one.first.first <= entry.first.first for one in mine)
