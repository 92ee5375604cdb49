"""What a report about a cohort is made of, and the table of formats that it can be drawn in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import NamedTuple, cast

from peercert.catalog import Catalog
from peercert.cohort import Cohort
from peercert.errors import Problem
from peercert.render.style import Style
from peercert.report import Header, Summary


class CohortReport(NamedTuple):
    """Everything that is drawn."""

    catalog: Catalog
    header: Header
    cohort: Cohort
    summary: Summary
    problems: Sequence[Problem] = ()
    other: Catalog | None = None
    """Other rules that the cohort was compared under."""

    least: int | None = None
    """The smallest count that is shown, in a report for people outside; None where all may be told."""


Drawing = Callable[[CohortReport, Style], Iterator[str]]
"""Draws a report piece by piece."""

_MODULES = {"text": "cohort_text", "csv": "cohort_csv", "json": "cohort_json", "markdown": "cohort_markdown"}
"""Where each format is drawn; loaded when it is asked for."""

FORMATS = tuple(_MODULES)
"""The names of all formats."""


def drawing_in(format_: str) -> Drawing:
    """Return what draws a report in a format.

    Args:
        format_: One of `FORMATS`.
    """
    return cast("Drawing", import_module(f"peercert.render.{_MODULES[format_]}").draw)
