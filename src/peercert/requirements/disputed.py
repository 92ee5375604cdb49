"""One requirement on which trustworthy sources disagree: every reading is kept."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import chain
from typing import Literal, TypeVar

from pydantic import Field, SerializeAsAny

from peercert.case import Case
from peercert.finding import Aside, Finding, Measure
from peercert.logic import Disputes, Outcome, Why, first_reason
from peercert.requirements.base import Requirement, Topic
from peercert.requirements.boundary import Boundary
from peercert.requirements.choices import Choice
from peercert.requirements.wording import Because, Speech, counted

T = TypeVar("T")

_SAID = {
    Outcome.MET: "met",
    Outcome.UNMET: "not met",
    Outcome.UNKNOWN: "not known",
    Outcome.NOT_APPLICABLE: "does not apply",
}

_COUNTED = {"hours": "hour", "years": "year"}


class Disputed(Requirement):
    """Two or more readings. Where they lead to the same outcome it stands; else it is open."""

    kind: Literal["disputed"]
    readings: tuple[SerializeAsAny[Requirement], ...] = Field(min_length=2)
    ask: str | None = None
    """Whom to ask; the issuer where left out."""

    @property
    def alternatives(self) -> tuple[Requirement, ...]:
        """The readings."""
        return self.readings

    @property
    def about(self) -> Topic:
        """The topic: as written, else the first one that a reading knows."""
        known: list[Topic] = [reading.about for reading in self.readings if reading.about != "other"]
        return self.topic or (known[0] if known else "other")

    def evaluate(self, case: Case) -> Finding:
        """Evaluate every reading, and combine them as the case says."""
        findings = tuple([reading.find(case) for reading in self.readings])
        outcome, why = combine_readings(findings, case.disputes)
        records, spoken = _together(findings), self._spoken(findings, outcome, case.disputes)
        measure = _measure(findings, case.disputes, spoken)
        detail = (spoken, case.disputes == "undetermined")
        return Finding(self.id, outcome, why, measure, *records, detail=detail, readings=findings)

    def _spoken(self, findings: Sequence[Finding], outcome: Outcome, disputes: Disputes) -> int | None:
        """Return which reading words and measure are about: of those with the outcome, the one furthest from met.

        Who does what that one asks meets every other too. Where any reading will do, it is the nearest one.
        """
        those = [index for index in self._asking if findings[index].outcome is outcome]
        if len(those) <= 1:
            return those[0] if those else None
        if _all_alike([findings[index].measure for index in those]):
            return those[0]
        pick = min if disputes == "lenient" else max
        return pick(those, key=lambda index: _gap(findings[index]))

    @cached_property
    def _asking(self) -> tuple[int, ...]:
        """The readings that ask for something."""
        return tuple(index for index, reading in enumerate(self.readings) if reading.kind != "not_asked")

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks."""
        for reading in self.readings:
            yield from reading.choices(case)

    @cached_property
    def one_source(self) -> bool:
        """Whether every reading is one of the same source, which can be understood in more than one way."""
        return len({cited.id for reading in self.readings for cited in reading.sources}) == 1

    def _whichever(self) -> str:
        return "whichever way the source is read" if self.one_source else "whichever source is right"

    @property
    def opening(self) -> str:
        """Why there are several readings, in a sentence."""
        return "This can be read in several ways." if self.one_source else "Sources that can be trusted disagree here."

    def describe(self, speech: Speech) -> str:
        """Say what each reading asks."""
        return ("This can be read in several ways. " if self.one_source else "Sources disagree. ") + " ".join(
            f"({number}) {reading.title}: {reading.describe(speech)}" for number, reading in enumerate(self.readings, 1)
        )

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say that it is met, however the sources are read, or by which reading."""
        others = [
            f" By the reading “{reading.title}” it is {_SAID[one.outcome]}."
            for reading, one in zip(self.readings, finding.readings, strict=True)
            if one.outcome is not Outcome.MET
        ]
        opening = "Met by one reading at least." if others else f"Met, {self._whichever()}."
        said = self._said(finding, speech)
        return (f"{opening} {said.text}" if said else opening) + "".join(others)

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say what is missing by the reading that is spoken of; and how much less may do, where that is open."""
        every = all(one.outcome is Outcome.UNMET for one in finding.readings)
        opening = f"Not met, {self._whichever()}." if every else "Not met by one reading at least."
        said = self._said(finding, speech)
        if said is None:
            return Because(opening, None)
        return Because(f"{opening} {said.text}{self._less(finding)}", said.remedy)

    def _less(self, finding: Finding) -> str:
        """Say what is missing by a reading that asks for less, where nobody settled which one holds."""
        index, open_ = finding.detail
        spoken = finding.readings[index].measure if isinstance(index, int) else None
        if not open_ or spoken is None or spoken.unit not in _COUNTED:
            return ""
        more = f"more {_COUNTED[spoken.unit]}"
        less = [
            f" By the reading “{reading.title}”, {counted(one.measure.short, more)} would be enough."
            for reading, one in zip(self.readings, finding.readings, strict=True)
            if one.measure is not None and one.measure.unit == spoken.unit and one.measure.short < spoken.short
        ]
        return "".join(less)

    def unknown(self, finding: Finding, speech: Speech) -> Because:
        """Show what each reading says, and whom to ask; or what is not told."""
        whom = self.ask or speech.issuer
        if finding.why is Why.DISPUTED:
            said = " ".join(
                f"“{reading.title}”: {_SAID[one.outcome]}."
                for reading, one in zip(self.readings, finding.readings, strict=True)
            )
            return Because(f"{self.opening} {said}", f"Ask {whom} which one holds.")
        for reading, one in zip(self.readings, finding.readings, strict=True):
            if one.why is finding.why:
                return reading.explain(one, speech)
        return super().unknown(finding, speech)

    def _said(self, finding: Finding, speech: Speech) -> Because | None:
        """Put the reading that is spoken of into words; None where there is none."""
        index = finding.detail[0]
        return self.readings[index].explain(finding.readings[index], speech) if isinstance(index, int) else None

    def turning_days(self, case: Case) -> Iterator[date]:
        """Give the days of every reading."""
        for reading in self.readings:
            yield from reading.turning_days(case)

    def ending_days(self, case: Case) -> Iterator[date]:
        """Give the days of every reading."""
        for reading in self.readings:
            yield from reading.ending_days(case)

    def boundaries(self, case: Case) -> Iterator[Boundary]:
        """Give those of every reading, by its name."""
        for reading in self.readings:
            for one in reading.boundaries(case):
                yield one._replace(key=f"{reading.id}/{one.key}")


def combine_readings(findings: Sequence[Finding], disputes: Disputes) -> tuple[Outcome, Why | None]:
    """Combine what the readings say.

    Args:
        findings: One finding for each reading.
        disputes: ``strict`` asks for all, ``lenient`` accepts any, ``undetermined`` leaves open where one
            says met and another unmet.

    Returns:
        The outcome, and the reason where it is unknown.

    Source:
        Contract section 1.8, and the points of meaning on readings that are unknown.
    """
    outcomes = {one.outcome for one in findings}
    if disputes == "strict":
        outcome = min(outcomes)
    elif disputes == "lenient":
        outcome = max(outcomes)
    elif outcomes >= {Outcome.MET, Outcome.UNMET}:
        return Outcome.UNKNOWN, Why.DISPUTED
    else:
        outcome = Outcome.UNKNOWN if Outcome.UNKNOWN in outcomes else min(outcomes)
    if outcome is Outcome.UNKNOWN:
        return outcome, first_reason(one.why for one in findings if one.why is not None)
    return outcome, None


def _gap(finding: Finding) -> tuple[Decimal, Decimal]:
    """Return how far a reading is from met: the missing share of what it needs, then what it has, less being further.

    Where nothing is counted and it is not met, all is missing.
    """
    measure = finding.measure
    if measure is None or not measure.need:
        return Decimal(finding.outcome is not Outcome.MET), Decimal()
    return measure.short / measure.need, -measure.have


def _measure(findings: Sequence[Finding], disputes: Disputes, spoken: int | None) -> Measure | None:
    """Return what is counted, where all readings need the same: by the reading that is spoken of, if one is."""
    measures = [one.measure for one in findings]
    if _all_alike(measures):
        return measures[0]
    told = [one for one in measures if one is not None]
    if len(told) < len(measures) or len({(one.need, one.unit) for one in told}) > 1:
        return None
    if spoken is not None:
        return measures[spoken]
    pick = max if disputes == "lenient" else min
    return pick(told, key=lambda one: one.have)


def _together(findings: Sequence[Finding]) -> tuple[tuple[str, ...], tuple[Aside, ...], tuple[Aside, ...]]:
    evidence = _joined([one.evidence for one in findings])
    aside = _joined([one.aside for one in findings])
    counted_by_none = tuple([one for one in aside if one.address not in evidence]) if aside else ()
    return evidence, _joined([one.open for one in findings]), counted_by_none


def _joined(told: Sequence[tuple[T, ...]]) -> tuple[T, ...]:
    """Return what any of several lists holds, each thing once."""
    return told[0] if _all_alike(told) else tuple(dict.fromkeys(chain.from_iterable(told)))


def _all_alike(values: Sequence[object]) -> bool:
    return values.count(values[0]) == len(values)
