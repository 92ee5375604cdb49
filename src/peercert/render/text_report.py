"""A run of checks as text, for a person to read."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.catalog import Catalog
from peercert.engine import Determination
from peercert.errors import Problem
from peercert.explain import Explainer
from peercert.fragility import Fragility
from peercert.render import text
from peercert.render.later import Later
from peercert.render.safety import safety_lines
from peercert.render.style import Style
from peercert.render.verdicts import decided
from peercert.report import Header, Summary
from peercert.session import Checked


class Text:
    """Each determination in words, with a rule between them; the counts at the end."""

    def __init__(self, catalog: Catalog, header: Header, style: Style) -> None:
        self._explainer, self._header, self._style = Explainer(catalog, redacted=header.redacted), header, style
        self._between = "\n\n" if style.plain else f"\n{'-' * min(style.width, 80)}\n\n"
        self._first = True
        self._problems = Later()

    def candidate(self, checked: Checked) -> tuple[str, ...]:
        """Draw each determination."""
        name = None if self._header.redacted else checked.candidate.profile.name
        label = f"{name} ({checked.label})" if name else checked.label
        safe = checked.fragility or [None] * len(checked.determinations)
        return tuple(self._draw(*pair, label) for pair in zip(checked.determinations, safe, strict=True))

    def _draw(self, one: Determination, safe: Fragility | None, label: str) -> str:
        explanation = self._explainer.explain(one)
        more = safety_lines(safe, explanation, self._explainer.catalog, self._style)
        return text.report(explanation, label, self._header, self._style, more)

    def begin(self) -> str:
        """Write nothing."""
        return ""

    def add(self, drawn: tuple[str, ...]) -> str:
        """Write each determination, with a rule between them."""
        return self._next() + self._between.join(drawn)

    def refused(self, problems: tuple[Problem, ...]) -> str:
        """Keep each for the end."""
        for problem in problems:
            self._problems.add(self._style.item(str(problem)) + "\n")
        return ""

    def end(self, summary: Summary) -> Iterator[str]:
        """Write the counts and the problems where more than one profile was given, and what decided."""
        if self._problems and summary.given > 1:
            yield f"{self._next()}{self._style.wrap('What could not be used')}\n\n"
            yield from self._problems.read()
        if summary.determinations > 1:
            yield f"{self._next()}{text.ending(summary, self._style)}"
        if summary.determinations:
            yield f"\n{self._style.wrap(decided(self._header))}\n"

    def _next(self) -> str:
        """Return what stands before the next part."""
        before, self._first = "" if self._first else self._between, False
        return before
