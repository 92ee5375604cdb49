"""A cohort as text, for a coordinator to read: who is ready, who is near, what stops how many, and the matrix."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.cohort import Group, shared
from peercert.render.cohort_matrix import legend, matrix
from peercert.render.cohort_report import CohortReport
from peercert.render.cohort_shared_words import invalid_shown, shared_sections
from peercert.render.cohort_words import Section, Words, opening, summed_up
from peercert.render.style import Style
from peercert.requirements.wording import counted


def draw(report: CohortReport, style: Style) -> Iterator[str]:
    """Draw the report piece by piece."""
    yield style.heading("Cohort") + "\n"
    yield from (style.wrap(line) + "\n" for line in opening(report))
    if not report.least and legend(style):
        yield style.wrap(f"Signs: {legend(style)}.") + "\n"
    for group in report.cohort.groups:
        words = Words(report, group)
        yield "\n" + style.heading(words.heading) + "\n"
        if report.least:
            yield from _sections(shared_sections(shared(group, report.least), words), style)
        else:
            yield from _group(group, words, style)
    yield from _problems(report, style)


def _group(group: Group, words: Words, style: Style) -> Iterator[str]:
    yield style.wrap(summed_up(group)) + "\n"
    yield from _sections(words.sections(group), style)
    for (way, leaves), standing in group.ways.items():
        yield f"\n{style.heading(words.matrix_title(way, len(standing)))}\n"
        titles = [words.title(id_) for id_ in leaves]
        yield from (f"{line}\n" for line in matrix(standing, titles, style))


def _sections(sections: Iterator[Section], style: Style) -> Iterator[str]:
    for title, lines in sections:
        yield f"\n{style.heading(title)}\n"
        yield from (style.item(line) + "\n" for line in lines)


def _problems(report: CohortReport, style: Style) -> Iterator[str]:
    if not report.summary.invalid:
        return
    if report.least:
        yield "\n" + style.wrap(f"Profiles that could not be used: {invalid_shown(report)}") + "\n"
        return
    yield f"\n{style.heading('What could not be used')}\n"
    yield style.wrap(f"{counted(report.summary.invalid, 'profile')}, in no count above.") + "\n"
    yield from (style.item(str(problem)) + "\n" for problem in report.problems)
