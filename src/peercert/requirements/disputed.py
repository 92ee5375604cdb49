"""One requirement on which trustworthy sources disagree: every reading is kept."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from pydantic import Field, SerializeAsAny

from peercert.case import Case
from peercert.finding import Aside, Finding, Measure
from peercert.logic import Disputes, Outcome, Why, first_reason
from peercert.requirements.base import Requirement, Topic
from peercert.requirements.boundary import Boundary
from peercert.requirements.choices import Choice
from peercert.requirements.wording import Because, Speech

_SAID = {
    Outcome.MET: "met",
    Outcome.UNMET: "not met",
    Outcome.UNKNOWN: "not known",
    Outcome.NOT_APPLICABLE: "does not apply",
}


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
        records = _together(findings)
        return Finding(self.id, outcome, why, _measure(findings, case.disputes), *records, readings=findings)

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks."""
        for reading in self.readings:
            yield from reading.choices(case)

    def describe(self, speech: Speech) -> str:
        """Say what each reading asks."""
        return "Sources disagree. " + " ".join(
            f"({number}) {reading.title}: {reading.describe(speech)}" for number, reading in enumerate(self.readings, 1)
        )

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say that it is met, however the sources are read, or by which reading."""
        every = all(one.outcome is Outcome.MET for one in finding.readings)
        opening = "Met, whichever source is right." if every else "Met by one reading at least."
        return f"{opening} {self._said(finding, speech, Outcome.MET)}".rstrip()

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say what each reading misses."""
        steps = [
            step
            for reading, one in zip(self.readings, finding.readings, strict=True)
            if one.outcome is Outcome.UNMET and (step := reading.explain(one, speech).remedy)
        ]
        every = all(one.outcome is Outcome.UNMET for one in finding.readings)
        opening = "Not met, whichever source is right." if every else "Not met by every reading."
        return Because(f"{opening} {self._said(finding, speech, Outcome.UNMET)}", steps[-1] if steps else None)

    def unknown(self, finding: Finding, speech: Speech) -> Because:
        """Show what each reading says, and whom to ask; or what is not told."""
        whom = self.ask or speech.issuer
        if finding.why is Why.DISPUTED:
            said = " ".join(
                f"“{reading.title}”: {_SAID[one.outcome]}."
                for reading, one in zip(self.readings, finding.readings, strict=True)
            )
            return Because(f"Sources that can be trusted disagree here. {said}", f"Ask {whom} which one holds.")
        for reading, one in zip(self.readings, finding.readings, strict=True):
            if one.why is finding.why:
                return reading.explain(one, speech)
        return super().unknown(finding, speech)

    def _said(self, finding: Finding, speech: Speech, outcome: Outcome) -> str:
        for reading, one in zip(self.readings, finding.readings, strict=True):
            if one.outcome is outcome and reading.kind != "not_asked":
                return reading.explain(one, speech).text
        return ""

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


def _measure(findings: Sequence[Finding], disputes: Disputes) -> Measure | None:
    """Return what is counted, where all readings need the same."""
    measures = [one.measure for one in findings]
    told = [one for one in measures if one is not None]
    if len(told) < len(measures) or len({(one.need, one.unit) for one in told}) > 1:
        return None
    pick = max if disputes == "lenient" else min
    return pick(told, key=lambda one: one.have)


def _together(findings: Sequence[Finding]) -> tuple[tuple[str, ...], tuple[Aside, ...], tuple[Aside, ...]]:
    evidence = tuple(dict.fromkeys(address for one in findings for address in one.evidence))
    opened = tuple(dict.fromkeys(aside for one in findings for aside in one.open))
    aside = tuple(
        aside for aside in dict.fromkeys(aside for one in findings for aside in one.aside)
        if aside.address not in evidence
    )  # fmt: skip
    return evidence, opened, aside
