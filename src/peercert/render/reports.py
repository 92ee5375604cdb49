"""The table of formats: what a run of checks can be drawn as. The command line offers just what stands here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from peercert.catalog import Catalog
from peercert.explain import Explainer
from peercert.render import text
from peercert.render.style import Style
from peercert.report import Ending, Header
from peercert.session import Checked


class Report(Protocol):
    """Draws a run of checks piece by piece, so that nothing needs to be kept."""

    def begin(self) -> str:
        """Draw what comes before all candidates."""

    def candidate(self, checked: Checked) -> str:
        """Draw one candidate's determinations."""

    def end(self, ending: Ending) -> str:
        """Draw what comes after all candidates."""


class Text:
    """For a person to read."""

    def __init__(self, catalog: Catalog, header: Header, style: Style) -> None:
        self._explainer, self._header, self._style = Explainer(catalog), header, style
        self._first = True

    def begin(self) -> str:
        """Draw nothing."""
        return ""

    def candidate(self, checked: Checked) -> str:
        """Draw each determination, with a rule between them."""
        drawn = []
        name = None if self._header.redacted else checked.candidate.profile.name
        label = f"{name} ({checked.label})" if name else checked.label
        for one in checked.determinations:
            drawn.append("" if self._first else "\n" + "-" * min(self._style.width, 80) + "\n\n")
            drawn.append(text.report(self._explainer.explain(one), label, self._header, self._style))
            self._first = False
        return "".join(drawn)

    def end(self, ending: Ending) -> str:
        """Draw the counts, where there is more than one determination."""
        counts = text.ending(ending, self._style)
        return f"\n{'-' * min(self._style.width, 80)}\n\n{counts}" if counts else ""


def _json(catalog: Catalog, header: Header, style: Style) -> Report:
    from peercert.render.json_reports import Json

    return Json(catalog, header, style)


def _json_lines(catalog: Catalog, header: Header, style: Style) -> Report:
    from peercert.render.json_reports import JsonLines

    return JsonLines(catalog, header, style)


REPORTS: dict[str, Callable[[Catalog, Header, Style], Report]] = {"text": Text, "json": _json, "jsonl": _json_lines}
