"""A run of checks as a table for a spreadsheet: one row for each requirement asked, and for each problem."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.catalog import Catalog
from peercert.engine import Determination, Way
from peercert.errors import Problem
from peercert.explain import Explainer, Line
from peercert.render.cells import Cell, row
from peercert.render.leaves import citations
from peercert.render.records import with_names
from peercert.render.style import Style
from peercert.report import Header, Summary
from peercert.session import Checked

COLUMNS = (
    "candidate", "source", "credential", "edition", "pathway", "verdict", "eligible_from", "confidence", "verify_with",
    "requirement", "title", "topic", "outcome", "unknown_because", "have", "up_to", "need", "short", "unit", "blocking",
    "because", "remedy", "sources", "problem", "line", "column", "as_of", "catalog", "disputes", "verified_only",
)  # fmt: skip
"""The titles of the columns; a new one goes to the end."""

INVALID = "invalid"
"""Stands where a verdict would, for a profile that could not be used."""


class Csv:
    """One row for each leaf of the chosen way, met or not, with the determination told again in each."""

    def __init__(self, catalog: Catalog, header: Header, style: Style) -> None:
        self._explainer, self._style = Explainer(catalog, redacted=header.redacted), style
        self._run: dict[str, Cell] = {
            "as_of": header.as_of.isoformat(),
            "catalog": header.catalog_version,
            "disputes": header.disputes,
            "verified_only": header.verified_only,
        }

    def candidate(self, checked: Checked) -> tuple[str, ...]:
        """Draw the rows of each determination."""
        who: dict[str, Cell] = {"candidate": checked.label, "source": checked.candidate.source}
        return tuple(
            self._row(who | _decided(one) | _found(leaf, one.chosen))
            for one in checked.determinations
            for line in with_names(self._explainer.explain(one)).lines
            for leaf in line.leaves()
        )

    def begin(self) -> str:
        """Write the titles of the columns."""
        return row(COLUMNS)

    def add(self, drawn: tuple[str, ...]) -> str:
        """Write the rows of one candidate."""
        return "".join(drawn)

    def problem(self, problem: Problem) -> str:
        """Write a row for it."""
        return self._row({
            "source": problem.source, "verdict": INVALID, "because": problem.message, "remedy": problem.hint,
            "problem": problem.code, "line": problem.line, "column": problem.column,
        })  # fmt: skip

    def end(self, summary: Summary) -> Iterator[str]:
        """Write nothing: who opens a table counts in it."""
        del summary
        yield from ()

    def _row(self, cells: dict[str, Cell]) -> str:
        cells = cells | self._run
        return self._style.fit(row(map(cells.get, COLUMNS)))


def _decided(one: Determination) -> dict[str, Cell]:
    return {
        "credential": one.credential.id, "edition": one.edition, "pathway": one.chosen.id,
        "verdict": one.verdict.value, "eligible_from": one.eligible_from.isoformat() if one.eligible_from else None,
        "confidence": one.confidence,
        "verify_with": one.credential.issuer.name if one.confidence == "secondary" else None,
    }  # fmt: skip


def _found(leaf: Line, way: Way) -> dict[str, Cell]:
    asked, finding = leaf.requirement, leaf.finding
    measure: dict[str, Cell] = finding.measure._asdict() | {"short": finding.measure.short} if finding.measure else {}
    return {
        "requirement": asked.id, "title": asked.title, "topic": asked.about, "outcome": finding.outcome.word,
        "unknown_because": finding.why and finding.why.value, "blocking": asked.id in way.blocking,
        "because": leaf.because.text, "remedy": leaf.because.remedy, "sources": " | ".join(citations(leaf.cited)),
        **measure,
    }  # fmt: skip
