"""Lived experience, one's own or in the family."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal, get_args

from pydantic import Field

from peercert.candidate.fields import DECLINED
from peercert.candidate.profile import Condition as Ailment
from peercert.candidate.profile import LivedExperience as Lived
from peercert.candidate.profile import Who
from peercert.case import Case
from peercert.finding import Aside, Finding
from peercert.logic import Answer, Outcome, Why, all_true, any_true, outcome_of
from peercert.requirements.base import Flag, Requirement, RulesModel, Topic, WordList
from peercert.requirements.choices import UNHEARD_OF, Choice, words, yes_or_no
from peercert.requirements.counting import fits, names
from peercert.requirements.wording import Because, Speech, keys

_DETAILS = ("condition", "relation", "primary_diagnosis", "received_services")


class Shape(RulesModel):
    """One shape of lived experience that counts."""

    who: WordList
    condition: tuple[str, ...] = ()
    """Conditions that count; any where left out."""

    imprecise: tuple[str, ...] = ()
    """Conditions that may or may not be one of those."""

    needs_human: tuple[str, ...] = ()
    """Conditions about which a person must decide."""

    primary_diagnosis: Flag | None = None
    received_services: Flag | None = None
    relation: tuple[str, ...] = ()
    """What the candidate must be to that person; anything where left out."""

    relation_not: tuple[str, ...] = ()
    """Relations that are known not to count; a person must decide about any other."""

    def matches(self, record: Lived) -> Answer:
        """Hold one record against this shape."""
        who = fits(record.who, self.who)
        if who is False:
            return False
        answers = [who, self._condition(record.condition)]
        if self.relation:
            answers.append(self._relation(record.relation))
        if self.primary_diagnosis is not None:
            answers.append(fits(record.primary_diagnosis, (self.primary_diagnosis,)))
        if self.received_services is not None:
            answers.append(fits(record.received_services, (self.received_services,)))
        return all_true(answers)

    def _condition(self, told: str | None) -> Answer:
        if not self.condition:
            return True
        if told in self.imprecise:
            return Why.IMPRECISE
        if told in self.needs_human:
            return Why.NEEDS_HUMAN
        return fits(told, self.condition)

    def _relation(self, told: str | None) -> Answer:
        answer = names(told, self.relation)
        known_not_to_count = answer is Why.NEEDS_HUMAN and names(told, self.relation_not) is True
        return False if known_not_to_count else answer


class Mark(RulesModel):
    """Something to say when only such a record carries the requirement."""

    who: WordList
    text: str
    perhaps: str | None = None
    """What to say while it is open whether only such a record carries it; nothing where left out."""

    def said(self, carriers: Sequence[tuple[str | None, Answer]]) -> str | None:
        """Return what to say of records that fit or may fit, by whose experience each one is."""
        told = [(who not in self.who, answer) for who, answer in carriers if who not in (None, DECLINED)]
        if (True, True) in told:
            return None
        certain = len(told) == len(carriers) and not any(other for other, _ in told)
        return self.text if certain else self.perhaps


class LivedExperience(Requirement):
    """One record of lived experience that has one of the accepted shapes."""

    kind: Literal["lived_experience"]
    any_: tuple[Shape, ...] = Field(alias="any", min_length=1)
    """The shapes that count."""

    marks: tuple[Mark, ...] = ()
    default_topic: ClassVar[Topic] = "lived_experience"
    uses: ClassVar[tuple[str, ...]] = ("lived_experience",)

    def evaluate(self, case: Case) -> Finding:
        """Look for one record that has one of the shapes."""
        ledger = case.ledger("lived_experience")
        if ledger.told is not True:
            return Finding(self.id, *outcome_of(ledger.told))
        matches = [(entry, self._fits(entry.record)) for entry in ledger.entries]
        answers = [answer for _, answer in matches] + ([] if ledger.complete else [Why.NOT_PROVIDED])
        outcome, why = outcome_of(any_true(answers))
        evidence = tuple(entry.address for entry, answer in matches if answer is not False)
        carriers = [(entry.record.who, answer) for entry, answer in matches if answer is not False]
        said = [mark.said(carriers) for mark in self.marks] if outcome is Outcome.MET else []
        marks = tuple([text for text in said if text is not None])
        gaps = [entry.address for entry, answer in matches if answer is Why.NOT_PROVIDED or answer is Why.DECLINED]
        opened = tuple([Aside(address, "details") for address in gaps]) if outcome is Outcome.UNKNOWN else ()
        return Finding(self.id, outcome, why, evidence=evidence, open=opened, detail=marks)

    def _fits(self, record: Lived) -> Answer:
        """Hold one record against the shapes; whose it is need not be told where every answer comes to the same."""
        answer = self._matches(record)
        if isinstance(answer, Why) and record.who in (None, DECLINED):
            told = {self._matches(record.model_copy(update={"who": who})) for who in get_args(Who) if who != DECLINED}
            return told.pop() if len(told) == 1 else answer
        return answer

    def _matches(self, record: Lived) -> Answer:
        if len(self.any_) == 1:
            return self.any_[0].matches(record)
        return any_true([shape.matches(record) for shape in self.any_])

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks."""
        for shape in self.any_:
            yield words("lived_experience", "who", shape.who, Who)
            if shape.condition:
                doubt = (*shape.imprecise, *shape.needs_human)
                yield words("lived_experience", "condition", shape.condition, Ailment, doubt)
            if shape.relation:
                yield Choice("lived_experience", "relation", shape.relation, shape.relation_not, (UNHEARD_OF,))
            yield from yes_or_no("lived_experience", "primary_diagnosis", shape.primary_diagnosis)
            yield from yes_or_no("lived_experience", "received_services", shape.received_services)

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        return " Or: ".join(_shape_words(shape, speech) for shape in self.any_)

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say that it is met, and no more: what was lived through stays out of reports."""
        return " ".join(["The lived experience told is of a kind that counts.", *map(str, finding.detail)])

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say why it is not met, gently: nobody can or should change what they lived through."""
        return Because(
            "What was told is not the lived experience that counts here. That says nothing about your worth. "
            f"{self.what_counts(speech)}",
            "Another way, or another credential, may fit what you have lived through. Check for all of them.",
        )

    @property
    def _fields(self) -> list[str]:
        """The fields of a record that any shape looks at."""
        asked = [name for name in _DETAILS if any(getattr(shape, name) not in ((), None) for shape in self.any_)]
        return ["who", *asked]

    def unknown(self, finding: Finding, speech: Speech) -> Because:
        """Say what would settle it."""
        said = super().unknown(finding, speech)
        if finding.why is Why.NOT_PROVIDED and finding.outcome is Outcome.UNKNOWN and finding.evidence:
            return Because(
                "What is told of lived experience leaves out something that matters here.",
                f"{self.what_counts(speech)} If you wish, add what is missing of {keys(self._fields)}.",
            )
        if finding.why is Why.IMPRECISE:
            return Because(
                "The condition told is too general to say whether it counts.",
                "If you wish, name it more exactly, in the words that the profile offers.",
            )
        return said


def _shape_words(shape: Shape, speech: Speech) -> str:
    own = "self" in shape.who
    family = any(who != "self" for who in shape.who)
    whose = "Your own or a family member's" if own and family else "Your own" if own else "As a family member:"
    said = f"{whose} lived experience"
    if shape.condition:
        said += f" of {speech.titles(shape.condition)}"
    extra = []
    if shape.primary_diagnosis:
        extra.append("a primary diagnosis")
    if shape.received_services:
        extra.append("services received for it")
    said += f", with {' and '.join(extra)}" if extra else ""
    return said + (f", as {speech.titles(shape.relation)} of that person" if shape.relation else "") + "."
