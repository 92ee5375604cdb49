"""The table of formats: what a run of checks can be drawn as. The command line offers just what stands here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Protocol, cast

from peercert.catalog import Catalog
from peercert.errors import Problem
from peercert.render.style import Style
from peercert.report import Header, Summary
from peercert.session import Checked


class Report(Protocol):
    """Draws a run of checks piece by piece, so that nothing needs to be kept.

    Candidates are drawn side by side, in processes of their own perhaps; what was drawn is then put together in order.
    """

    def candidate(self, checked: Checked) -> tuple[str, ...]:
        """Draw one candidate. Knows nothing of the others, and gives the same wherever it is done."""

    def begin(self) -> str:
        """Write what comes before everything."""

    def add(self, drawn: tuple[str, ...]) -> str:
        """Write the next candidate, as drawn."""

    def refused(self, problems: tuple[Problem, ...]) -> str:
        """Write, or keep for the end, all that is wrong with the next profile."""

    def end(self, summary: Summary) -> Iterator[str]:
        """Write what comes after everything."""


_MODULES = {
    "text": "text_report:Text",
    "json": "json_reports:Json",
    "jsonl": "json_reports:JsonLines",
    "csv": "csv_report:Csv",
    "markdown": "markdown_report:Markdown",
    "html": "html_report:Html",
    "junit": "junit_report:JUnit",
    "tap": "tap_report:Tap",
    "sarif": "sarif_report:Sarif",
    "github": "github_report:GitHub",
}
"""Where each format is drawn; loaded when it is asked for."""

FORMATS = tuple(_MODULES)
"""The names of all formats."""

WITH_ROOM = ("text", "json", "jsonl", "markdown", "html")
"""Formats that have room for the days on which a verdict changes, and for how safe a yes is."""


def report_in(format_: str) -> Callable[[Catalog, Header, Style], Report]:
    """Return what makes a report in a format.

    Args:
        format_: One of `FORMATS`.
    """
    module, name = _MODULES[format_].split(":")
    return cast("Callable[[Catalog, Header, Style], Report]", getattr(import_module(f"peercert.render.{module}"), name))
