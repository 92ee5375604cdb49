"""Steps in words: what to do, how much of it, and what is good to know about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from peercert.case import Case
from peercert.engine import same_way
from peercert.explain import Cited, Explainer
from peercert.logic import Outcome
from peercert.plan.choices import leaves
from peercert.plan.planning import Plan
from peercert.plan.todo import ApplyAgain, ApplyBy, Finish, Settle, Todo, Wait
from peercert.requirements import Requirement
from peercert.requirements.age import Age
from peercert.requirements.disputed import Disputed
from peercert.requirements.edition import Edition
from peercert.requirements.exam import Exam
from peercert.requirements.steps import Changed, Course, Gained, Hours, Lasting, Point, Referred, Sitting
from peercert.requirements.wording import Speech, counted, in_words, joined

_FEW = 4
"""Topics that are named; where more count, any of them will do."""

_SIGNED = {
    "disclosure": "If you are willing to share your lived experience, sign that you are.",
    "code_of_ethics": "Read the code of ethics. If you agree with it, sign it.",
    "literacy": "State that you read and write well enough for the work. A reading and writing class may help.",
    "leadership": "State that you lead, speak up for others, and are dedicated to recovery. Examples help.",
}


_TOO_LATE = ", and not on the later day that the profile names"


class Sayer:
    """Puts the steps of a plan into words.

    Args:
        explainer: Puts findings into words, and knows whether the words may tell anything of the person.
        case: The candidate on the day on which the plan is made.
        plan: The plan.
    """

    def __init__(self, explainer: Explainer, case: Case, plan: Plan) -> None:
        self._explainer, self._case, self.plan = explainer, case, plan
        self._speech: Speech = explainer.speech(plan.credential)

    def by(self, plan: Plan) -> Sayer:
        """Return the one that puts another plan for the same person into words."""
        return Sayer(self._explainer, self._case, plan)

    def action(self, todo: Todo) -> str:  # noqa: C901 - one sentence for each kind of step
        """Say what is to be done."""
        match todo.step:
            case Hours():
                return self._hours(todo, todo.step)
            case Course():
                return self._course(todo.step)
            case Lasting():
                return f"Go on with practice{self._where(todo.step.points)}, until {todo.done} at least."
            case Sitting():
                return self._sitting(todo)
            case Gained():
                return self._gained(todo, todo.step)
            case Changed():
                return self._changed(todo, todo.step)
            case Referred(more):
                return f"Ask {in_words(more)} more {'person' if more == 1 else 'people'} for a reference."
            case Wait():
                return self._wait(todo)
            case Finish():
                return f"Finish what you have begun or planned: {self._record(todo.step)}."
            case ApplyAgain():
                sooner = self._case.application > self._case.as_of
                return f"Apply {'' if sooner else 'again '}when all this is done{_TOO_LATE if sooner else ''}."
            case ApplyBy(last):
                return f"Apply now{f', by {last} at the latest' if last else ''}."
            case Settle(finding):
                return self._explainer.because(finding, self._speech).remedy or f"Ask {self._speech.issuer}."

    def remarks(self, todo: Todo) -> Iterator[str]:
        """Say what is good to know about a step."""
        if isinstance(todo.step, Settle):
            yield self._explainer.because(todo.step.finding, self._speech).text
        elif not isinstance(todo.step, Finish):
            yield from self._of_renewal(todo)
            yield from self._of_doubt(todo)
            yield from self._of_time(todo)
            note = self._requirement(todo.ids[0]).note
            yield from [note] if note and not isinstance(todo.step, Wait) else []

    @staticmethod
    def _of_renewal(todo: Todo) -> Iterator[str]:
        """Say where it is written what a renewal asks."""
        if isinstance(todo.step, Gained) and todo.step.again and todo.step.ledger == "credentials":
            yield f"`peercert show {dict(todo.step.fields)['id']}` tells what it takes to keep it."

    def _of_doubt(self, todo: Todo) -> Iterator[str]:
        """Say whom to ask first, where all that a step is for is disputed; what is not disputed needs it anyway."""
        asked = [] if isinstance(todo.step, ApplyBy) else [self._requirement(id_) for id_ in todo.ids]
        disputed = [one for one in asked if isinstance(one, Disputed)]
        if not disputed or len(disputed) < len(asked):
            return
        spared = all(any(found.outcome is Outcome.MET for found in one.find(self._case).readings) for one in disputed)
        for one in disputed:
            if spared or len({tuple(reading.steps_to_meet(self._case)) for reading in one.readings}) > 1:
                hope = "you may not need this step" if spared else "less may be enough"
                yield f"{one.opening} Ask {one.ask or self._speech.issuer} first: {hope}."

    def _of_time(self, todo: Todo) -> Iterator[str]:
        """Say what is lost while the rest is done."""
        asked = self._requirement(todo.ids[0])
        if self.plan.day is None or isinstance(todo.step, Wait | ApplyAgain | ApplyBy):
            return
        today, then = asked.find(self._case), asked.find(self._case.on(self.plan.day))
        if today.outcome is Outcome.MET and then.outcome is not Outcome.MET:
            yield "You have this today, but no longer on the day when the rest is done."
        elif today.measure and then.measure and then.measure.have < today.measure.have:
            yield "On the day when the rest is done, some of what you have is too old to count."

    def lost(self) -> list[str]:
        """Return the titles of what is met today and, with nothing added, no longer when all is done."""
        day, served = self.plan.day, {id_ for todo in self.plan.todos for id_ in todo.ids}
        if day is None:
            return []
        roots, later = same_way(self.plan.credential, self.plan.way, self._case.as_of), self._case.on(day)
        today = [leaf for root in roots for leaf in leaves(root.find(self._case))]
        then = {leaf.id: leaf.outcome for root in roots for leaf in leaves(root.find(later))}
        gone = [one.id for one in today if one.outcome is Outcome.MET and then.get(one.id) is Outcome.UNMET]
        return list(dict.fromkeys(self._requirement(id_).title for id_ in gone if id_ not in served))

    def cited(self, todo: Todo) -> tuple[Cited, ...]:
        """Return where the requirement that names a step is written; to apply again is for all of them."""
        if isinstance(todo.step, ApplyAgain):
            return ()
        return self._explainer.cited(self._requirement(todo.ids[0]))

    def blocked(self) -> Iterator[str]:
        """Say what nobody can change."""
        for id_ in self.plan.blocked_by:
            yield self._explainer.because(self._requirement(id_).find(self._case), self._speech).text

    def _requirement(self, id_: str) -> Requirement:
        return self._explainer.catalog.requirement(id_)

    def _hours(self, todo: Todo, step: Hours) -> str:
        more = "for some time" if step.any_amount else counted(todo.hours, "more hour")
        if step.ledger == "training":
            return f"Take {more} of {self._topics(step.points)}{self._programs(step.points)}."
        if step.ledger == "supervision":
            return f"Get {more} of supervision, and have it put in writing."
        if step.ledger == "practicum":
            return f"Do {more} of practice{self._where(step.points)}, until {todo.done} at least."
        asked = "; ".join(self._work(step.points))
        return f"Work {more}{f', counted only {asked}' if asked else ''}."

    def _topics(self, points: Sequence[Point]) -> str:
        topics = next((accepted for name, accepted in points if name == "topics"), ())
        if not topics or len(topics) > _FEW:
            return "training, in any subject that counts"
        if len(topics) == 1:
            return f"{self._titles(topics)} training"
        return f"training in {self._titles(topics)}"

    def _programs(self, points: Sequence[Point]) -> str:
        programs = next((accepted for name, accepted in points if name == "program"), ())
        return f", in this course: {self._titles(programs)}" if programs else ""

    def _titles(self, words: Sequence[object]) -> str:
        return self._speech.titles(map(str, words))

    def _where(self, points: Sequence[Point]) -> str:
        asked = dict(points)
        where = f" in {self._titles(asked['program'])}" if "program" in asked else ""
        return where + (", under supervision" if asked.get("supervised") == (True,) else "")

    def _work(self, points: Sequence[Point]) -> Iterator[str]:
        served = [self._titles(accepted) for name, accepted in points if name == "population"]
        words = {"kind": "as {} work", "role": "in a role of this kind: {}", "setting": "in {}"}
        for name, accepted in points:
            if name in words:
                yield words[name].format(self._titles(accepted))
            elif name == "supervised":
                yield "under supervision" if accepted == (True,) else "without supervision"
            elif name == "share":
                yield f"where recovery support is at least {_percent(accepted[0])} percent of the job"
        if served:
            yield f"with people of these groups: {' with '.join(served)}"

    def _course(self, step: Course) -> str:
        said = f"Take and finish this course: {self._titles(step.programs)}"
        if step.hours:
            said += f", with at least {counted(step.hours, 'hour')}"
        if step.components:
            parts = [f"{self._speech.title(name)} {ended}" for name, ended in step.components]
            said += f", with {joined(parts)}"
        return f"{said}{f', by {step.by}' if step.by else ''}."

    def _sitting(self, todo: Todo) -> str:
        asked = self._requirement(todo.ids[0])
        exams = [one for one in (asked, *asked.alternatives) if isinstance(one, Exam)]
        said = exams[0].describe(self._speech) if exams else ""
        return f"Sit this exam and pass it: {said.removeprefix('Passed: ').partition(', in one of')[0].rstrip('.')}."

    def _gained(self, todo: Todo, step: Gained) -> str:
        if step.ledger == "credentials":
            verb = "Renew" if step.again else "Gain"
            return f"{verb} {dict(step.fields)['id']}, so that you hold it on {todo.done}."
        asked = self._asked(todo)
        if step.ledger == "licenses":
            return f"Gain or renew {asked.removeprefix('Holds ')}"
        return f"Get {asked[:1].lower()}{asked[1:]}"

    def _asked(self, todo: Todo) -> str:
        """Say what a step is for: of several readings, by the one that asks for it."""
        leaf = self._requirement(todo.ids[0])
        readings = [one for one in leaf.alternatives if todo.step in tuple(one.steps_to_meet(self._case))]
        return (readings[0] if readings else leaf).describe(self._speech)

    def _changed(self, todo: Todo, step: Changed) -> str:
        outer, _, inner = step.key.partition(".")
        if outer == "attestations":
            return _SIGNED[inner]
        fields = dict(step.value) if isinstance(step.value, tuple) and outer != "serves" else {}
        match outer:
            case "residence":
                return f"Make your home in {fields['state']}, if that is open to you."
            case "work":
                return (
                    f"Work in {fields['state']} for at least {_percent(fields['share'])} percent of your working time."
                )
            case "employment":
                return f"Find a job. What counts: {self._asked(todo)}"
            case "enrollment":
                return f"Enrol in a school of this kind: {self._asked(todo).removeprefix('In school now: ')}"
            case _:
                return f"Choose to serve only: {self._speech.titles(_words(step.value), 'and')}."

    def _wait(self, todo: Todo) -> str:
        asked = self._requirement(todo.ids[0])
        kinds = [asked, *asked.alternatives]
        if any(isinstance(one, Age) for one in kinds):
            old = "" if self._explainer.redacted else " You are old enough then."
            return f"Wait until {todo.done}.{old}"
        if any(isinstance(one, Edition) for one in kinds):
            return f"Wait until {todo.done}. New rules are in force then."
        return f"Wait until {todo.done}. From then on, what you told counts for this: {asked.title}."

    def _record(self, step: Finish) -> str:
        told = self._case.ledger("training").entries[step.record].record
        if self._explainer.redacted or not told.id:
            return f"training record {step.record + 1}"
        return str(told.id)


def _percent(share: object) -> str:
    return in_words(Decimal(str(share)) * 100)


def _words(value: object) -> list[str]:
    return [str(word) for word in value] if isinstance(value, tuple) else [str(value)]
