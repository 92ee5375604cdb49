"""The JSON report, version 1: its shape is the contract's and does not follow the program's own types."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from json.encoder import encode_basestring_ascii as quote
from typing import Any

from peercert.engine import Determination, Verdict
from peercert.errors import Problem
from peercert.explain import Cited, Explainer, top
from peercert.finding import Aside, Finding, Measure
from peercert.logic import Outcome, Why
from peercert.report import Header, Summary
from peercert.requirements import Requirement
from peercert.requirements.wording import Speech

FORMAT = "peercert.check/1"
"""The name and version of the report's shape."""

_KEPT = 4_000

_OUTCOMES = {outcome: outcome.word for outcome in Outcome}
_WHYS: dict[Why | None, str] = {None: "null"} | {why: f'"{why.value}"' for why in Why}
_VERDICTS = {verdict: verdict.value for verdict in Verdict}


_ENCODER = json.JSONEncoder(allow_nan=False)


def text(value: object) -> str:
    """Write a JSON value on one line, in ASCII: the same bytes on every stream, and nothing that could act on one."""
    return _ENCODER.encode(value)


def _quoted(words: Iterable[str]) -> str:
    return f"[{', '.join(map(quote, words))}]"


def number(value: Decimal | None) -> str:
    """Write a number exactly, without an exponent."""
    if value is None:
        return "null"
    plain = f"{value:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


class JsonReport:
    """Draws determinations; what does not change from one candidate to the next is written once.

    Args:
        explainer: Puts findings into words.
    """

    def __init__(self, explainer: Explainer) -> None:
        self._explainer = explainer
        self._heads: dict[str, str] = {}
        self._tails: dict[str, str] = {}
        self._cited: dict[int, str] = {}
        self._leaves: dict[tuple[str, Finding], str] = {}

    def determination(self, one: Determination, candidate: str, source: str, more: str = "") -> str:
        """Write one determination on one line.

        Args:
            one: The determination.
            candidate: What to call the candidate.
            source: The file, as the user named it.
            more: Fields that were asked for besides, as written.
        """
        chosen, credential = one.chosen, one.credential
        speech = self._explainer.speech(credential)
        requirements = ", ".join(
            self._requirement(finding, speech) for finding in top(self._explainer.catalog, chosen.finding)
        )
        secondary = one.confidence == "secondary"
        return (
            f'{{"candidate": {quote(candidate)}, "source": {quote(source)}, "credential": {quote(credential.id)}, '
            f'"title": {quote(credential.title)}, "jurisdiction": {quote(credential.jurisdiction)}, '
            f'"edition": {_or_null(one.edition)}, "pathway": {_or_null(chosen.id)}, '
            f'"verdict": "{_VERDICTS[one.verdict]}", "eligible_from": {_day(one.eligible_from)}, '
            f'"verdict_if_finished": "{_VERDICTS[one.verdict_if_finished]}", "confidence": "{one.confidence}", '
            f'"verify_with": {_or_null(credential.issuer.name if secondary else None)}, '
            f'"blocking": {_quoted(chosen.blocking)}, "requirements": [{requirements}], '
            f'"pathways": {self._ways(one)}{more}}}'
        )

    @staticmethod
    def _ways(one: Determination) -> str:
        drawn = [
            f'{{"id": {_or_null(way.id)}, "verdict": "{_VERDICTS[way.verdict]}", "blocking": {_quoted(way.blocking)}}}'
            for way in one.ways
            if way is not one.chosen
        ]
        return f"[{', '.join(drawn)}]"

    def _requirement(self, finding: Finding, speech: Speech) -> str:
        if finding.children:
            children = ", ".join(self._requirement(child, speech) for child in finding.children)
            return f"{self._body(finding, speech)}[{children}]}}"
        key = (speech.issuer, finding)
        found = self._leaves.get(key)
        if found is None:
            found = f"{self._body(finding, speech)}[]}}"
            if len(self._leaves) < _KEPT:
                self._leaves[key] = found
        return found

    def _body(self, finding: Finding, speech: Speech) -> str:
        requirement = self._explainer.catalog.requirement(finding.id)
        said = self._explainer.because(finding, speech)
        why = _WHYS[finding.why]
        return (
            f'{self._head(requirement)}"outcome": "{_OUTCOMES[finding.outcome]}", '
            f'"measure": {_measure(finding.measure)}, '
            f'"because": {quote(said.text)}, "unknown_because": {why}, "remedy": {_or_null(said.remedy)}, '
            f'"evidence": {_quoted(finding.evidence)}, "in_doubt": {_asides(finding.open)}, '
            f'"not_counted": {_asides(finding.aside)}, "readings": {self._readings(requirement, finding)}, '
            f'{self._tail(requirement)}"children": '
        )

    def _head(self, requirement: Requirement) -> str:
        found = self._heads.get(requirement.id)
        if found is None:
            kind = next((one.kind for one in requirement.alternatives if one.kind != "not_asked"), requirement.kind)
            found = (
                f'{{"id": {text(requirement.id)}, "kind": {text(kind)}, "topic": "{requirement.about}", '
                f'"title": {text(requirement.title)}, '
            )
            self._heads[requirement.id] = found
        return found

    def _tail(self, requirement: Requirement) -> str:
        found = self._tails.get(requirement.id)
        if found is None:
            note, cited = _or_null(requirement.note), self._sources(requirement)
            found = self._tails[requirement.id] = f'"note": {note}, "sources": {cited}, '
        return found

    def _sources(self, requirement: Requirement) -> str:
        found = self._cited.get(id(requirement))
        if found is None:
            cited = text([source(one) for one in self._explainer.cited(requirement)])
            found = self._cited[id(requirement)] = cited
        return found

    def _readings(self, requirement: Requirement, finding: Finding) -> str:
        if not finding.readings:
            return "[]"
        drawn = [
            f'{{"id": {quote(reading.id)}, "title": {quote(reading.title)}, "outcome": "{_OUTCOMES[one.outcome]}", '
            f'"unknown_because": {_WHYS[one.why]}, "measure": {_measure(one.measure)}, '
            f'"sources": {self._sources(reading)}}}'
            for reading, one in zip(requirement.alternatives, finding.readings, strict=True)
        ]
        return f"[{', '.join(drawn)}]"


def source(cited: Cited) -> dict[str, Any]:
    """Return a citation in the report's shape."""
    return {
        "id": cited.id,
        "title": cited.source.title,
        "publisher": cited.source.publisher,
        "locator": cited.locator,
        "url": cited.source.url,
        "tier": cited.source.tier,
    }


def _measure(measure: Measure | None) -> str:
    if measure is None:
        return "null"
    return (
        f'{{"have": {number(measure.have)}, "need": {number(measure.need)}, "short": {number(measure.short)}, '
        f'"unit": "{measure.unit}", "up_to": {number(measure.up_to)}}}'
    )


def _or_null(words: str | None) -> str:
    return "null" if words is None else quote(words)


def _day(day: date | None) -> str:
    return "null" if day is None else f'"{day.isoformat()}"'


def _asides(asides: Iterable[Aside]) -> str:
    drawn = [f'{{"evidence": {quote(one.address)}, "reason": {quote(one.point)}}}' for one in asides]
    return f"[{', '.join(drawn)}]"


def opening(header: Header) -> str:
    """Write what comes before the determinations."""
    return (
        f'{{"format": "{FORMAT}", "version": {text(header.version)}, "as_of": "{header.as_of}", '
        f'"disputes": "{header.disputes}", "verified_only": {text(header.verified_only)}, '
        f'"catalog": {{"version": {text(header.catalog_version)}, "sha256": "{header.catalog_sha256}"}},\n'
        '"determinations": ['
    )


def problem(one: Problem) -> dict[str, Any]:
    """Return a problem in the report's shape."""
    return {
        "source": one.source, "line": one.line, "column": one.column,
        "code": one.code, "message": one.message, "hint": one.hint,
    }  # fmt: skip


def summary(counts: Summary) -> dict[str, int]:
    """Return the counts in the report's shape."""
    return {
        "candidates": counts.candidates,
        "determinations": counts.determinations,
        **{name: counts.verdicts[Verdict(name)] for name in ("eligible", "not_yet", "not_eligible", "undetermined")},
        "invalid": counts.invalid,
    }
