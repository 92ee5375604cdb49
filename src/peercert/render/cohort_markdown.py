"""A cohort as a Markdown page: the same sentences as in the text, and the matrix as a table."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.cohort import Group, shared
from peercert.render.cohort_report import CohortReport
from peercert.render.cohort_shared_words import invalid_shown, shared_sections
from peercert.render.cohort_words import MEANS, Section, Words, opening, summed_up
from peercert.render.markdown import plain, table
from peercert.render.style import Style
from peercert.requirements.wording import counted


def draw(report: CohortReport, style: Style) -> Iterator[str]:
    """Draw the page piece by piece."""
    yield from (style.fit(piece) for piece in _page(report, style))


def _page(report: CohortReport, style: Style) -> Iterator[str]:
    yield "# Cohort\n"
    yield from (f"\n{plain(line)}\n" for line in opening(report))
    for group in report.cohort.groups:
        words = Words(report, group)
        yield f"\n## {plain(words.heading)}\n"
        if report.least:
            yield from _sections(shared_sections(shared(group, report.least), words))
        else:
            yield f"\n{plain(summed_up(group))}\n"
            yield from _sections(words.sections(group))
            yield from _matrices(group, words, style)
    yield from _problems(report)


def _sections(sections: Iterator[Section]) -> Iterator[str]:
    for title, lines in sections:
        yield f"\n### {plain(title)}\n\n"
        yield from (f"- {plain(line)}\n" for line in lines)


def _matrices(group: Group, words: Words, style: Style) -> Iterator[str]:
    for (way, leaves), standing in group.ways.items():
        yield f"\n### {plain(words.matrix_title(way, len(standing)))}\n\n"
        marks = {outcome: f"{style.plain_mark(outcome)} {said}" for outcome, said in MEANS.items()}
        if style.plain or not style.signs:
            marks = dict(MEANS)
        head = ["", *(str(number) for number in range(1, len(leaves) + 1))]
        rows = ([one.person, *(marks[cell.outcome] for cell in one.cells)] for one in standing)
        yield table(head, rows) + "\n\n"
        yield from (f"{number}. {plain(words.title(id_))}\n" for number, id_ in enumerate(leaves, 1))


def _problems(report: CohortReport) -> Iterator[str]:
    if not report.summary.invalid:
        return
    if report.least:
        yield f"\nProfiles that could not be used: {plain(invalid_shown(report))}\n"
        return
    yield f"\n## What could not be used\n\n{plain(counted(report.summary.invalid, 'profile'))}, in no count above.\n\n"
    yield from (f"- {plain(str(problem))}\n" for problem in report.problems)
