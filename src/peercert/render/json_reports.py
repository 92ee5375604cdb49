"""A run of checks as JSON, piece by piece: one object, or one line for each determination."""

from __future__ import annotations

from peercert.catalog import Catalog
from peercert.explain import Explainer
from peercert.render import json_v1
from peercert.render.style import Style
from peercert.report import Ending, Header
from peercert.session import Checked


class Json:
    """One JSON object."""

    def __init__(self, catalog: Catalog, header: Header, style: Style) -> None:
        del style
        self._report, self._header = json_v1.JsonReport(Explainer(catalog)), header
        self._first = True

    def begin(self) -> str:
        """Open the object."""
        return json_v1.opening(self._header)

    def candidate(self, checked: Checked) -> str:
        """Write one determination a line."""
        drawn = []
        for one in checked.determinations:
            drawn.append("\n" if self._first else ",\n")
            drawn.append(self._report.determination(one, checked.label, checked.candidate.source))
            self._first = False
        return "".join(drawn)

    def end(self, ending: Ending) -> str:
        """Close the object with problems and counts."""
        return json_v1.closing(ending)


class JsonLines(Json):
    """One determination a line, and nothing else."""

    def begin(self) -> str:
        """Write nothing."""
        return ""

    def candidate(self, checked: Checked) -> str:
        """Write one determination a line."""
        return "".join(
            self._report.determination(one, checked.label, checked.candidate.source) + "\n"
            for one in checked.determinations
        )

    def end(self, ending: Ending) -> str:
        """Write nothing: problems are told on standard error."""
        del ending
        return ""
