"""What one credential's file says: who grants it, its editions, its ways, and what is only shown."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

from pydantic import Field, SerializeAsAny

from peercert.requirements.base import Allow, Citation, Date, Number, Requirement, RulesModel, Topic


class Issuer(RulesModel):
    """Who grants the credential; whom to ask."""

    name: str
    short: str
    url: str | None = None


class Fact(RulesModel):
    """Something that is shown and never decides."""

    id: str
    topic: Topic
    section: Literal["fees", "renewal", "reciprocity", "medicaid", "process", "history", "other"]
    label: str
    text: str
    amount: Number | None = None
    currency: str | None = None
    pays_for: Topic | None = None
    """Of a fee: it is due only with a step about this topic, such as `exam`; else with the application."""

    sources: tuple[Citation, ...] = Field(min_length=1)


class OpenQuestion(RulesModel):
    """Something that no trustworthy source establishes. It is shown and never decides."""

    id: str
    topic: Topic
    text: str
    sources: tuple[Citation, ...] = ()
    silent_on: tuple[Topic, ...] = ()
    """Topics on which no source asks anything; `rules check` finds a requirement that asks something all the same."""


class Pathway(RulesModel):
    """One complete way to a credential."""

    id: str
    title: str
    requires: SerializeAsAny[Requirement]
    bars: tuple[SerializeAsAny[Requirement], ...] = ()
    """Facts that rule a person out."""

    @cached_property
    def root(self) -> Requirement:
        """Everything that this way asks, the bars included."""
        if not self.bars:
            return self.requires
        from peercert.requirements.all_of import AllOf
        from peercert.requirements.barred import Barred

        asked = self.requires.of if isinstance(self.requires, AllOf) else (self.requires,)
        barred = (Barred(id=bar.id, title=bar.title, sources=bar.sources, when=bar) for bar in self.bars)
        return AllOf(kind="all_of", id=f"{self.requires.id}.with-bars", title=self.title, of=(*asked, *barred))


class Edition(RulesModel):
    """The rules as they stand between two days, both included."""

    id: str
    title: str | None = None
    effective_from: Date | None = None
    effective_to: Date | None = None
    sources: tuple[Citation, ...] = ()
    pathways: tuple[Pathway, ...] = Field(min_length=1)
    allow: tuple[Allow, ...] = ()
    """Remarks of `rules check` that are meant to be so, here and inside, each with its reason."""

    def in_force(self, day: date) -> bool:
        """Say whether it is in force on a day."""
        return (self.effective_from is None or self.effective_from <= day) and (
            self.effective_to is None or day <= self.effective_to
        )


class Credential(RulesModel):
    """What an issuer grants a person."""

    id: str
    title: str
    aliases: tuple[str, ...] = ()
    jurisdiction: str
    region: str
    """The state's name, for headings."""

    issuer: Issuer
    about: str
    editions: tuple[Edition, ...] = Field(min_length=1)
    open_questions: tuple[OpenQuestion, ...] = ()
    facts: tuple[Fact, ...] = ()
    allow: tuple[Allow, ...] = ()
    """Remarks of `rules check` that are meant to be so, here and inside, each with its reason."""

    def edition_on(self, day: date) -> Edition | None:
        """Return the edition in force on a day; None where there is none."""
        return next((edition for edition in self.editions if edition.in_force(day)), None)

    @cached_property
    def days_of_change(self) -> tuple[date, ...]:
        """The days on which an edition begins, or on which one has ended."""
        days = {edition.effective_from for edition in self.editions if edition.effective_from}
        ended = (edition.effective_to for edition in self.editions if edition.effective_to)
        return tuple(sorted(days | {day + timedelta(days=1) for day in ended if day < date.max}))

    @cached_property
    def takes_over(self) -> tuple[str, ...]:
        """The credentials all of whose requirements it asks for too."""
        from peercert.requirements.meets_credential import MeetsCredential

        asked = (one for edition in self.editions for way in edition.pathways for one in _all(way.root))
        return tuple(dict.fromkeys(one.credential for one in asked if isinstance(one, MeetsCredential)))

    @cached_property
    def no_edition(self) -> Requirement:
        """The leaf that stands alone on a day on which no edition is in force."""
        from peercert.requirements.edition import Edition as InForce

        return InForce(
            id=f"{self.editions[0].pathways[0].requires.id}.edition",
            title="Rules in force on that day",
            sources=tuple(cited for edition in self.editions for cited in edition.sources),
            stretches=tuple((edition.effective_from, edition.effective_to) for edition in self.editions),
        )


def _all(requirement: Requirement) -> Iterator[Requirement]:
    yield requirement
    for inner in requirement.children:
        yield from _all(inner)
