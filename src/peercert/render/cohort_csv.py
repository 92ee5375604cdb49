"""A cohort as CSV: the matrix in long form, one person and requirement a row; for sharing, one count a row.

A profile that could not be used has a row for each of its problems, with the file as the candidate. With other
rules, `verdict_after` and `blocking_after` say what becomes of each person; a requirement that only they have is a
row without an outcome.
"""

from __future__ import annotations

from collections.abc import Iterator

from peercert.cohort import Shared, Standing, shared
from peercert.finding import Measure
from peercert.render.cells import row
from peercert.render.cohort_report import CohortReport
from peercert.render.cohort_shared_words import few, in_range, invalid_shown
from peercert.render.cohort_words import Words
from peercert.render.style import Style
from peercert.requirements.wording import in_words

COLUMNS = (
    "candidate", "credential", "pathway", "verdict", "requirement", "outcome", "have", "need", "short", "unit",
    "blocking", "verdict_after", "blocking_after", "problem",
)  # fmt: skip
SHARED_COLUMNS = ("credential", "about", "item", "people")
_OPTIONS = ("as_of", "catalog", "disputes", "verified_only", "catalog_sha256")
"""Columns at the end that say under what the table was made; with other rules, `catalog_after` follows."""

Row = tuple[str, ...]


def draw(report: CohortReport, style: Style) -> Iterator[str]:
    """Draw the table row by row."""
    header = report.header
    made: Row = (
        header.as_of.isoformat(), header.catalog_version, header.disputes, _yes(header.verified_only),
        header.catalog_sha256,
    )  # fmt: skip
    columns: Row = (SHARED_COLUMNS if report.least else COLUMNS) + _OPTIONS
    if report.other:
        columns, made = (*columns, "catalog_after"), (*made, report.other.about.version)
    yield style.fit(row(columns))
    for cells in _counts(report) if report.least else _rows(report):
        yield style.fit(row((*cells, *made)))


def _rows(report: CohortReport) -> Iterator[Row]:
    for group in report.cohort.groups:
        for one in group.people:
            yield from _person(one)
    for problem in report.problems:
        yield (problem.source, *[""] * (len(COLUMNS) - 2), str(problem))


def _person(one: Standing) -> Iterator[Row]:
    head = (one.person, one.credential, one.way or "", one.verdict.value)
    turn = one.turn
    after = turn.verdict.value if turn else ""
    for id_, cell in zip(one.leaves, one.cells, strict=True):
        blocks = _yes(id_ in one.blocking)
        blocks_after = _yes(id_ in turn.blocking) if turn else ""
        yield (*head, id_, cell.outcome.word, *_amounts(cell.measure), blocks, after, blocks_after, "")
    for id_ in turn.blocking if turn else ():
        if id_ not in one.leaves:
            yield (*head, id_, *[""] * 5, _yes(False), after, _yes(True), "")


def _amounts(measure: Measure | None) -> Row:
    if measure is None:
        return ("", "", "", "")
    return (in_words(measure.have), in_words(measure.need), in_words(measure.short), measure.unit)


def _counts(report: CohortReport) -> Iterator[Row]:
    least = report.least or 0
    for group in report.cohort.groups:
        yield from _shared(shared(group, least), Words(report, group))
    if report.summary.invalid:
        yield ("", "problems", "profiles that could not be used", invalid_shown(report))


def _shared(found: Shared, words: Words) -> Iterator[Row]:
    id_, least = found.credential, found.least
    if found.verdicts is None:
        yield (id_, "people", "all", few(None, least))
        return
    yield (id_, "people", "all", in_range(found.people))
    yield from ((id_, "verdict", verdict.value, few(count, least)) for verdict, count in found.verdicts.items())
    yield from ((id_, "stopped by", item, few(count, least)) for item, count in (found.blockers or {}).items())
    yield from ((id_, "settled by", words.asked(ask), few(count, least)) for ask, count in (found.asks or {}).items())


def _yes(so: bool) -> str:  # noqa: FBT001 - it is the value itself
    return "yes" if so else "no"
