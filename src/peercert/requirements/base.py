"""What every requirement has: an id, a title, sources; and what it can do: evaluate, describe, explain."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property
from sys import intern
from typing import Annotated, ClassVar, Literal, LiteralString

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from peercert.alike import Facts
from peercert.candidate.fields import DECLINED, read_amount, read_count, read_day, read_yes_no
from peercert.case import Case
from peercert.finding import Finding
from peercert.logic import Outcome
from peercert.requirements.boundary import Boundary
from peercert.requirements.choices import Choice, Example
from peercert.requirements.steps import Step
from peercert.requirements.wording import Because, Speech, open_because

Topic = Literal[
    "age", "education", "lived_experience", "disclosure", "residency", "training", "experience",
    "supervision", "practicum", "exam", "references", "ethics_code", "employment", "literacy",
    "leadership", "credential", "license", "continuing_education", "fees", "timing", "other",
]  # fmt: skip
"""What a requirement is about (contract section 3)."""


def _number(value: object) -> object:
    return value if isinstance(value, Decimal) else _said(read_amount(value), "bad-number")


def _said(value: object, code: LiteralString) -> object:
    """Refuse `declined`: a rule has nothing to keep to itself."""
    if value == DECLINED:
        raise PydanticCustomError(code, "A rule cannot be declined.")
    return value


def _flag(value: object) -> object:
    return _said(read_yes_no(value), "bad-yes-no")


def _whole(value: object) -> object:
    return value if isinstance(value, int) else read_count(value)


def _some(value: object) -> object:
    number = _whole(value)
    if number == 0:
        raise PydanticCustomError("bad-number", "Nothing would be enough. Write 1 or more.")
    return number


def _date(value: object) -> object:
    return value if isinstance(value, date) else read_day(value).first


Number = Annotated[Decimal, PlainValidator(_number), WithJsonSchema({"type": "number", "minimum": 0})]
"""A number that a rule asks for; exact."""

Whole = Annotated[int, PlainValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 0})]
"""A whole number that a rule asks for."""

Some = Annotated[int, PlainValidator(_some), WithJsonSchema({"type": "integer", "minimum": 1})]
"""A whole number that a rule asks for, and not zero."""

Date = Annotated[date, PlainValidator(_date), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})]
"""A day that a rule names."""

Flag = Annotated[bool, PlainValidator(_flag), WithJsonSchema({"type": "boolean"})]
"""A yes or no that a rule asks for."""

WordList = Annotated[tuple[str, ...], Field(min_length=1)]
"""Words of the profile or of the catalogue; at least one."""


class RulesModel(BaseModel):
    """Anything that stands in a rules file. Unknown keys are problems."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True, defer_build=True)


_NAMED = {"id", "title", "topic", "sources", "note", "remedy", "was", "allow", "readings"}
"""Keys of a requirement that do not change what it finds."""


_TOLD_ALIKE = 3
"""Facts that different people may well tell alike; more of them at once, hardly ever."""


class Citation(RulesModel):
    """Where something is written."""

    id: str
    """The source, by its id in sources.yaml."""

    at: str
    """The place in it: page, slide, section."""


def _reason(value: object) -> object:
    if not isinstance(value, str) or not any(letter.isalpha() for letter in value):
        raise PydanticCustomError("empty-value", "Say why, in words.")
    return str(value)


class Allow(RulesModel):
    """Something odd that is meant to be so. It silences one remark of `rules check`, and decides nothing."""

    lint: str
    """What is allowed, by the id that the remark shows in brackets."""

    because: Annotated[str, PlainValidator(_reason), WithJsonSchema({"type": "string"})]
    """Why it is right as it stands."""


class Requirement(RulesModel):
    """One condition, or a combination of conditions."""

    kind: str
    id: str
    """Stable, and unique in the catalogue."""

    title: str
    """What is asked, as the line of a checklist."""

    topic: Topic | None = None
    """What it is about; most kinds know by themselves."""

    sources: tuple[Citation, ...] = ()
    """Where it is written. Every requirement without children needs one."""

    note: str | None = None
    """Something to know, shown with the requirement; it decides nothing."""

    remedy: str | None = None
    """What to do when it is not met, where the kind's own sentence would be wrong."""

    was: tuple[str, ...] = ()
    """Ids that this requirement had before."""

    allow: tuple[Allow, ...] = ()
    """Remarks of `rules check` that are meant to be so, here and inside, each with its reason."""

    default_topic: ClassVar[Topic] = "other"
    uses: ClassVar[tuple[str, ...]] = ()
    """The keys of a profile that it looks at."""

    groups: ClassVar[bool] = False
    """Whether it holds other requirements."""

    @property
    def about(self) -> Topic:
        """The topic: as written, else the kind's own."""
        return self.topic or self.default_topic

    @property
    def children(self) -> tuple["Requirement", ...]:
        """The requirements inside; none for a leaf."""
        return ()

    @property
    def alternatives(self) -> tuple["Requirement", ...]:
        """The readings, where sources disagree; none otherwise."""
        return ()

    def looks_at(self) -> tuple[str, ...]:
        """Return the keys of a profile that it looks at, its children's and readings' included."""
        return tuple(
            dict.fromkeys(
                [*self.uses, *(key for one in (*self.children, *self.alternatives) for key in one.looks_at())]
            )
        )

    @cached_property
    def meaning(self) -> str:
        """What it asks, without its name and sources; two requirements of one meaning find the same."""
        asked = [(key, getattr(self, key)) for key in type(self).model_fields if key not in _NAMED]
        inside = "".join(f"{one.id}{one.meaning}" for one in self.alternatives)
        return intern(f"{asked!r}{inside}")

    @cached_property
    def named(self) -> str:
        """What it asks, with its name."""
        return intern(f"{self.id} {self.meaning}")

    @cached_property
    def facts(self) -> Facts | None:
        """The facts on which all that it finds rests; None where they may be any, or too many to be told alike."""
        heads = tuple(dict.fromkeys([key.partition(".")[0] for key in self.looks_at()]))
        inside = [one.facts for one in (*self.children, *self.alternatives)]
        return None if None in inside or len(heads) > _TOLD_ALIKE else heads

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(self.looks_at())

    def find(self, case: Case) -> Finding:
        """Evaluate a case; once for the same facts, whoever tells them."""
        findings: dict[str, Finding] = case.known[self.facts].findings
        found = findings.get(self.named)
        if found is None:
            found = findings.get(self.meaning)
            if found is None:
                found = self.evaluate(case) if case.before is None else self._once_finished(case, case.before)
                findings[self.meaning] = found
            if found.id != self.id:
                found = Finding(self.id, *found[1:])
            findings[self.named] = found
        return found

    def _once_finished(self, case: Case, before: Case) -> Finding:
        """Evaluate a case in which all is finished; what nothing still to come touches is found as it was before."""
        touched = self.facts is None or not case.touched.isdisjoint(self._keys)
        return self.evaluate(case) if touched else self.find(before)

    def evaluate(self, case: Case) -> Finding:
        """Find out whether a case meets this requirement."""
        raise NotImplementedError

    def describe(self, speech: Speech) -> str:
        """Say what is asked, with nobody judged yet."""
        raise NotImplementedError

    def what_counts(self, speech: Speech) -> str:
        """Say what is asked, to somebody who is told that it is not met."""
        found = speech.counts.get(self.meaning)
        if found is None:
            found = speech.counts[self.meaning] = f"What counts: {self.describe(speech)}"
        return found

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say why it is met."""
        raise NotImplementedError

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say why it is not met, and what to do."""
        raise NotImplementedError

    def unknown(self, finding: Finding, speech: Speech) -> Because:
        """Say why it is not known, and what would settle it."""
        return open_because(finding, self.uses, speech)

    def explain(self, finding: Finding, speech: Speech) -> Because:
        """Put a finding into words."""
        if finding.outcome is Outcome.MET:
            return Because(self.met(finding, speech), None)
        if finding.outcome is Outcome.UNKNOWN:
            return self.unknown(finding, speech)
        said = self.unmet(finding, speech)
        return Because(said.text, self.remedy) if self.remedy else said

    def turning_days(self, case: Case) -> Iterator[date]:
        """Give the later days on which the mere passing of time may make this requirement met.

        Args:
            case: The case in which it is not met yet.

        Yields:
            Days after `case.as_of`, in any order; some may turn out to change nothing.
        """
        return iter(())

    def steps_to_meet(self, case: Case) -> Iterator[Step]:
        """Give the steps that together would meet this requirement; none where nobody can change it.

        Args:
            case: The case in which it is unmet.
        """
        return iter(())

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks.

        Args:
            case: Any case, for its days.

        Yields:
            The values of each fact that it looks at, the least that is enough first.
        """
        return iter(())

    def example(self, case: Case) -> Example:
        """Return records that meet it together, where no single one does."""
        return ()

    def ending_days(self, case: Case) -> Iterator[date]:
        """Give the later days on which the mere passing of time may end that this requirement is met.

        Args:
            case: The case in which it is met.

        Yields:
            Days in any order; some may turn out to change nothing.
        """
        return iter(())

    def boundaries(self, case: Case) -> Iterator[Boundary]:
        """Give the numbers and days of this rule at which its answer may turn, with what a case has there.

        Args:
            case: Any case; the same keys come out for each.
        """
        return iter(())
