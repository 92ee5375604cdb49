"""The JSON report, version 1: its shape is the contract's and does not follow the program's own types."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from peercert.catalog import Credential
from peercert.engine import Determination, Verdict
from peercert.errors import Problem
from peercert.explain import Cited, Explainer, top
from peercert.finding import Aside, Finding, Measure
from peercert.logic import Outcome, Why
from peercert.render.json_days import drawn_days
from peercert.render.json_text import quote, text
from peercert.report import Header, Summary
from peercert.requirements import Requirement
from peercert.requirements.wording import Because, Speech, in_words

FORMAT = "peercert.check/1"
"""The name and version of the report's shape."""

_KEPT = 200
"""Findings of one requirement of which the text is kept; when there are more it starts anew."""

_LONG = 4096
"""Characters of a text above which it is not kept."""

_OUTCOMES = {outcome: outcome.word for outcome in Outcome}
_WHYS: dict[Why | None, str] = {None: "null"} | {why: f'"{why.value}"' for why in Why}
_VERDICTS = {verdict: verdict.value for verdict in Verdict}


def _quoted(words: Iterable[str]) -> str:
    return f"[{', '.join(map(quote, words))}]"


def number(value: Decimal | None) -> str:
    """Write a number exactly, without an exponent."""
    return "null" if value is None else in_words(value)


class _Drawn(NamedTuple):
    """One requirement as one issuer's reports draw it: what stays the same, and what was found before."""

    requirement: Requirement
    head: str
    """What comes before the finding."""

    opened: str
    """What comes after it, up to the requirements inside."""

    closed: str
    """The same where there are none inside."""

    kept: dict[Hashable, str]
    """The text of what was found: of a leaf by its finding, of a group by the outcomes on which its words rest."""

    def keep(self, key: Hashable, found: str) -> None:
        """Keep a text, unless it is so long that nobody else will have the same."""
        if len(self.kept) == _KEPT:
            self.kept.clear()
        if len(found) <= _LONG:
            self.kept[key] = found


class JsonReport:
    """Draws determinations; what does not change from one candidate to the next is written once.

    Args:
        explainer: Puts findings into words.
        edition: The edition that decides, where it is not the one in force.
    """

    def __init__(self, explainer: Explainer, edition: str | None = None) -> None:
        self._explainer = explainer
        self._edition = ', "edition_in_force": false' if edition else ""
        self._drawn: dict[str, dict[str, _Drawn]] = {}
        self._cited: dict[int, str] = {}
        self._credentials: dict[str, str] = {}

    def determination(self, one: Determination, candidate: str, source: str, more: str = "") -> str:
        """Write one determination on one line.

        Args:
            one: The determination.
            candidate: What to call the candidate.
            source: The file, as the user named it.
            more: Fields that were asked for besides, as written.
        """
        chosen, credential = one.chosen, one.credential
        secondary = one.confidence == "secondary"
        start = (
            f'{{"candidate": {quote(candidate)}, "source": {quote(source)}, {self._credential(credential)}'
            f'"edition": {_or_null(one.edition)}{self._edition}, "pathway": {_or_null(chosen.id)}, '
            f'"verdict": "{_VERDICTS[one.verdict]}", "eligible_from": {_day(one.eligible_from)}, '
            f'"verdict_if_finished": "{_VERDICTS[one.verdict_if_finished]}", "confidence": {quote(one.confidence)}, '
            f'"verify_with": {_or_null(credential.issuer.name if secondary else None)}, '
            f'"blocking": {_quoted(chosen.blocking)}, "requirements": ['
        )
        pieces = [start]
        self._add_all(top(self._explainer.catalog, chosen.finding), self._explainer.speech(credential), pieces)
        pieces.append(f'], "pathways": {self._ways(one)}{drawn_days(one, redacted=self._explainer.redacted)}{more}}}')
        return "".join(pieces)

    def _credential(self, credential: Credential) -> str:
        found = self._credentials.get(credential.id)
        if found is None:
            found = self._credentials[credential.id] = (
                f'"credential": {quote(credential.id)}, "title": {quote(credential.title)}, '
                f'"jurisdiction": {quote(credential.jurisdiction)}, '
            )
        return found

    @staticmethod
    def _ways(one: Determination) -> str:
        drawn = [
            f'{{"id": {_or_null(way.id)}, "verdict": "{_VERDICTS[way.verdict]}", "blocking": {_quoted(way.blocking)}}}'
            for way in one.ways
            if way is not one.chosen
        ]
        return f"[{', '.join(drawn)}]"

    def _add_all(self, findings: Iterable[Finding], speech: Speech, pieces: list[str]) -> None:
        """Write findings, with a comma between them."""
        known = self._drawn.setdefault(speech.issuer, {})
        for number_, finding in enumerate(findings):
            if number_:
                pieces.append(", ")
            drawn = known.get(finding.id)
            if drawn is None:
                drawn = known[finding.id] = self._draw(self._explainer.catalog.requirement(finding.id))
            children = finding.children
            if not children:
                pieces += (drawn.head, drawn.kept.get(finding) or self._leaf(drawn, finding, speech), drawn.closed)
                continue
            pieces += (drawn.head, self._group(drawn, finding, speech), drawn.opened)
            self._add_all(children, speech, pieces)
            pieces.append("]}")

    def _leaf(self, drawn: _Drawn, finding: Finding, speech: Speech) -> str:
        found = self._found(drawn.requirement, finding, self._explainer.words(finding, speech))
        drawn.keep(finding, found)
        return found

    def _group(self, drawn: _Drawn, finding: Finding, speech: Speech) -> str:
        key = (finding.outcome, finding.why, *[child.outcome for child in finding.children])
        found = drawn.kept.get(key)
        if found is None:
            found = self._found(drawn.requirement, finding, self._explainer.words(finding, speech))
            drawn.keep(key, found)
        return found

    def _draw(self, requirement: Requirement) -> _Drawn:
        kind = next((one.kind for one in requirement.alternatives if one.kind != "not_asked"), requirement.kind)
        head = (
            f'{{"id": {text(requirement.id)}, "kind": {text(kind)}, "topic": "{requirement.about}", '
            f'"title": {text(requirement.title)}, '
        )
        note, cited = _or_null(requirement.note), self._sources(requirement)
        opened = f'"note": {note}, "sources": {cited}, "children": ['
        return _Drawn(requirement, head, opened, f"{opened}]}}", {})

    def _found(self, requirement: Requirement, finding: Finding, said: Because) -> str:
        return (
            f'"outcome": "{_OUTCOMES[finding.outcome]}", "measure": {_measure(finding.measure)}, '
            f'"because": {quote(said.text)}, "unknown_because": {_WHYS[finding.why]}, '
            f'"remedy": {_or_null(said.remedy)}, "evidence": {_quoted(finding.evidence)}, '
            f'"in_doubt": {_asides(finding.open)}, "not_counted": {_asides(finding.aside)}, '
            f'"readings": {self._readings(requirement, finding)}, '
        )

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


def _asides(asides: tuple[Aside, ...]) -> str:
    if not asides:
        return "[]"
    drawn = [f'{{"evidence": {quote(one.address)}, "reason": {quote(one.point)}}}' for one in asides]
    return f"[{', '.join(drawn)}]"


def catalog_named(header: Header) -> dict[str, Any]:
    """Return the versions and digests of the rules in the report's shape."""
    layers = [{"version": version, "sha256": sha256} for version, sha256 in header.layers]
    named: dict[str, Any] = {"version": header.catalog_version, "sha256": header.catalog_sha256}
    return {**named, "layers": layers} if layers else named


def made_under(header: Header) -> str:
    """Write under what a determination was made, as the members of an object."""
    edition = f'"edition": {text(header.edition)}, "edition_in_force": false, ' if header.edition else ""
    return (
        f'"version": {text(header.version)}, "as_of": {quote(header.as_of.isoformat())}, {edition}'
        f'"disputes": {quote(header.disputes)}, "verified_only": {text(header.verified_only)}, '
        f'"catalog": {text(catalog_named(header))}'
    )


def opening(header: Header) -> str:
    """Write what comes before the determinations."""
    return f'{{"format": "{FORMAT}", {made_under(header)},\n"determinations": ['


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
