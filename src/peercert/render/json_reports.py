"""A run of checks as JSON, piece by piece: one object, or one line for each determination."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.catalog import Catalog
from peercert.errors import Problem
from peercert.explain import Explainer
from peercert.render import json_v1
from peercert.render.json_text import text
from peercert.render.later import Later
from peercert.render.safety import safety_json
from peercert.render.style import Style
from peercert.report import Header, Summary
from peercert.session import Checked


class Json:
    """One JSON object."""

    def __init__(self, catalog: Catalog, header: Header, style: Style) -> None:
        del style
        self._report, self._header = (
            json_v1.JsonReport(Explainer(catalog, redacted=header.redacted), header.edition),
            header,
        )
        self._before = "\n"
        self._besides = ""
        """What every determination ends with."""

        self._problems = Later()

    def candidate(self, checked: Checked) -> tuple[str, ...]:
        """Write each determination on one line."""
        label, source, besides = checked.label, checked.candidate.source, self._besides
        if checked.fragility is None:
            return tuple([self._report.determination(one, label, source, besides) for one in checked.determinations])
        redacted = self._header.redacted
        safety = [f', "fragility": {safety_json(safe, redacted=redacted)}{besides}' for safe in checked.fragility]
        return tuple(
            self._report.determination(one, label, source, more)
            for one, more in zip(checked.determinations, safety, strict=True)
        )

    def begin(self) -> str:
        """Open the object."""
        return json_v1.opening(self._header)

    def add(self, drawn: tuple[str, ...]) -> str:
        """Write one determination a line."""
        before, self._before = self._before, ",\n"
        return before + ",\n".join(drawn)

    def refused(self, problems: tuple[Problem, ...]) -> str:
        """Keep each for the end."""
        for problem in problems:
            self._problems.add((", " if self._problems else "") + text(json_v1.problem(problem)))
        return ""

    def end(self, summary: Summary) -> Iterator[str]:
        """Close the object with problems and counts."""
        yield '],\n"problems": ['
        yield from self._problems.read()
        yield f'],\n"summary": {text(json_v1.summary(summary))}}}\n'


class JsonLines(Json):
    """One determination a line; a profile that cannot be used has a line for each of its problems."""

    def __init__(self, catalog: Catalog, header: Header, style: Style) -> None:
        super().__init__(catalog, header, style)
        self._besides = f', "made_under": {{{json_v1.made_under(header)}}}'

    def begin(self) -> str:
        """Write nothing."""
        return ""

    def add(self, drawn: tuple[str, ...]) -> str:
        """Write one determination a line, each with what it was made under: a line may be read alone."""
        return "\n".join([*drawn, ""])

    def refused(self, problems: tuple[Problem, ...]) -> str:
        """Write each on a line of its own."""
        return "".join(text({"problem": json_v1.problem(one)}) + "\n" for one in problems)

    def end(self, summary: Summary) -> Iterator[str]:
        """Write nothing."""
        del summary
        yield from ()
