"""What is said about a cohort to people outside: counts alone, the small ones hidden."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.cohort import Shared
from peercert.cohort.sharing import Range, Shown, shown
from peercert.render.cohort_report import CohortReport
from peercert.render.cohort_words import VERDICTS, Section, Words

_WITHHELD = "This list is left out, for it would tell how many a small group is."


def few(count: Shown, least: int) -> str:
    """Write a count, or that it is too small to be shown."""
    return f"<{least}" if count is None else str(count)


def invalid_shown(report: CohortReport) -> str:
    """Write how many profiles could not be used, in a report for sharing."""
    least = report.least or 0
    return few(shown(report.summary.invalid, least), least)


def in_range(total: Range) -> str:
    """Write a total as what it may be."""
    same = total.at_least == total.at_most
    return str(total.at_least) if same else f"{total.at_least} to {total.at_most}"


def shared_sections(found: Shared, words: Words) -> Iterator[Section]:
    """Give what may be said about a group.

    Args:
        found: What may be told.
        words: Says it.
    """
    least = found.least
    if found.verdicts is None:
        yield Section("People", [f"<{least}, so nothing more is told"])
        return
    yield Section(
        "People",
        [
            f"{in_range(found.people)} in all",
            *(f"{VERDICTS[one]}: {few(n, least)}" for one, n in found.verdicts.items()),
        ],
    )
    stands = (
        None
        if found.blockers is None
        else [f"{words.told_apart(id_)}: {few(n, least)}" for id_, n in found.blockers.items()]
    )
    settles = None if found.asks is None else [f"{words.asked(ask)}: {few(n, least)}" for ask, n in found.asks.items()]
    for title, lines in (("What stands in the way", stands), ("What would settle open cases", settles)):
        if lines != []:
            yield Section(title, [_WITHHELD] if lines is None else lines)
