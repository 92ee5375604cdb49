"""A run of checks as a table for a spreadsheet: one row for each requirement asked, and for each problem."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from peercert.catalog import Catalog
from peercert.engine import Determination
from peercert.errors import Problem
from peercert.explain import Explainer, Line
from peercert.finding import Finding
from peercert.render.cells import Cell, row
from peercert.render.leaves import citations
from peercert.render.records import with_names
from peercert.render.style import Style
from peercert.report import Header, Summary
from peercert.requirements.wording import Because
from peercert.session import Checked

_DECIDED = (
    "candidate", "source", "credential", "edition", "pathway", "verdict", "eligible_from", "confidence", "verify_with",
)  # fmt: skip
_FOUND = (
    "requirement", "title", "topic", "outcome", "unknown_because", "have", "up_to", "need", "short", "unit", "blocking",
    "because", "remedy", "sources",
)  # fmt: skip
_WRONG = ("problem", "line", "column")
_RUN = ("as_of", "catalog", "disputes", "verified_only")

COLUMNS = (*_DECIDED, *_FOUND, *_WRONG, *_RUN)
"""The titles of the columns; a new one goes to the end."""

INVALID = "invalid"
"""Stands where a verdict would, for a profile that could not be used."""

_KEPT = 4_000
"""Findings that are kept as they are written; many candidates have the same."""


class Csv:
    """One row for each leaf of the chosen way, met or not, with the determination told again in each."""

    def __init__(self, catalog: Catalog, header: Header, style: Style) -> None:
        self._explainer, self._style = Explainer(catalog, redacted=header.redacted), style
        self._found: dict[tuple[str, Finding, Because, bool], str] = {}
        self._wrong = self._part(_WRONG, {})
        self._run = self._part(_RUN, {
            "as_of": header.as_of.isoformat(), "catalog": header.catalog_version,
            "disputes": header.disputes, "verified_only": header.verified_only,
        })  # fmt: skip

    def candidate(self, checked: Checked) -> tuple[str, ...]:
        """Draw the rows of each determination."""
        return tuple(drawn for one in checked.determinations for drawn in self._rows(one, checked))

    def _rows(self, one: Determination, checked: Checked) -> Iterator[str]:
        who: dict[str, Cell] = {"candidate": checked.label, "source": checked.candidate.source}
        decided = self._part(_DECIDED, who | _decided(one))
        for line in with_names(self._explainer.explain(one)).lines:
            for leaf in line.leaves():
                found = self._leaf(leaf, blocking=leaf.requirement.id in one.chosen.blocking)
                yield f"{decided},{found},{self._wrong},{self._run}\n"

    def _leaf(self, leaf: Line, *, blocking: bool) -> str:
        key = (leaf.requirement.id, leaf.finding, leaf.because, blocking)
        written = self._found.get(key)
        if written is None:
            written = self._part(_FOUND, _found(leaf, blocking=blocking))
            if len(self._found) < _KEPT:
                self._found[key] = written
        return written

    def begin(self) -> str:
        """Write the titles of the columns."""
        return row(COLUMNS)

    def add(self, drawn: tuple[str, ...]) -> str:
        """Write the rows of one candidate."""
        return "".join(drawn)

    def refused(self, problems: tuple[Problem, ...]) -> str:
        """Write a row for each."""
        return "".join(map(self._problem, problems))

    def end(self, summary: Summary) -> Iterator[str]:
        """Write nothing: who opens a table counts in it."""
        del summary
        yield from ()

    def _problem(self, problem: Problem) -> str:
        told: dict[str, Cell] = {
            "source": problem.source, "verdict": INVALID, "because": problem.message, "remedy": problem.hint,
            "problem": problem.code, "line": problem.line, "column": problem.column,
        }  # fmt: skip
        return f"{self._part((*_DECIDED, *_FOUND, *_WRONG), told)},{self._run}\n"

    def _part(self, columns: Sequence[str], told: Mapping[str, Cell]) -> str:
        return self._style.fit(row(map(told.get, columns)).removesuffix("\n"))


def _decided(one: Determination) -> dict[str, Cell]:
    return {
        "credential": one.credential.id, "edition": one.edition, "pathway": one.chosen.id,
        "verdict": one.verdict.value, "eligible_from": one.eligible_from.isoformat() if one.eligible_from else None,
        "confidence": one.confidence,
        "verify_with": one.credential.issuer.name if one.confidence == "secondary" else None,
    }  # fmt: skip


def _found(leaf: Line, *, blocking: bool) -> dict[str, Cell]:
    asked, finding = leaf.requirement, leaf.finding
    measure: dict[str, Cell] = finding.measure._asdict() | {"short": finding.measure.short} if finding.measure else {}
    return {
        "requirement": asked.id, "title": asked.title, "topic": asked.about, "outcome": finding.outcome.word,
        "unknown_because": finding.why and finding.why.value, "blocking": blocking,
        "because": leaf.because.text, "remedy": leaf.because.remedy, "sources": " | ".join(citations(leaf.cited)),
        **measure,
    }  # fmt: skip
