"""A run of checks as notes on the lines of the profiles: GitHub's workflow commands, as many as GitHub shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from peercert.catalog import Catalog
from peercert.errors import Problem
from peercert.explain import Explainer
from peercert.render.marks import NOTHING, Level, made_under, marks
from peercert.render.places import path_from_here
from peercert.render.records import with_names
from peercert.render.style import Style, one_line
from peercert.render.text import summed_up
from peercert.report import Header, Summary
from peercert.session import Checked

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}

_MOST = {"error": 10, "warning": 10, "notice": 9}
"""How many of each kind are written. GitHub shows ten of each from one step; the last notice holds the counts."""

_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}
_DATA_TABLE, _PROPERTY_TABLE = str.maketrans(_DATA), str.maketrans(_PROPERTY)


class GitHub:
    """An error for what is not met, a warning for what is open, a notice where no credential was asked for."""

    def __init__(self, catalog: Catalog, header: Header, style: Style) -> None:
        self._explainer, self._header, self._style = Explainer(catalog, redacted=header.redacted), header, style
        self._seen: Counter[str] = Counter()
        self._last: dict[str, str] = {}
        """For each kind, the last one that GitHub shows, until it is known whether more follow."""

    def candidate(self, checked: Checked) -> tuple[str, ...]:
        """Draw what stands in the way of each verdict."""
        drawn = []
        for one in checked.determinations:
            for mark in marks(with_names(self._explainer.explain(one)), checked):
                requirement = mark.line.requirement
                title = f"{one.credential.id}: {requirement.title}"
                said = f"{checked.label}: {mark.text} ({requirement.id})"
                drawn.append(
                    self._command(_COMMANDS[mark.level], title, said, checked.candidate.source, *mark.place or ())
                )
        return tuple(drawn)

    def begin(self) -> str:
        """Write nothing."""
        return ""

    def add(self, drawn: tuple[str, ...]) -> str:
        """Write as many as GitHub shows."""
        return "".join(map(self._shown, drawn))

    def refused(self, problems: tuple[Problem, ...]) -> str:
        """Write each as an error; where there is no file to show it in, the words tell its place."""
        return "".join(map(self._problem, problems))

    def end(self, summary: Summary) -> Iterator[str]:
        """Say how many more there are, then the counts."""
        for kind, most in _MOST.items():
            more = self._seen[kind] - most + 1
            if more == 1:
                yield self._last[kind]
            elif more > 1:
                yield self._command(kind, "peercert", f"and {more} more")
        if not summary.given:
            yield self._command("error", "peercert", NOTHING)
        yield self._command("notice", "peercert", " ".join([*summed_up(summary), f"({made_under(self._header)})"]))

    def _problem(self, problem: Problem) -> str:
        said = f"{problem.message} {problem.hint}" if problem.hint else problem.message
        said = said if path_from_here(problem.source) else str(problem)
        title = f"peercert: {problem.code}"
        return self._shown(self._command("error", title, said, problem.source, problem.line, problem.column))

    def _shown(self, command: str) -> str:
        """Return a command if there is room for it; the last one that has room waits for the end."""
        kind = command[2:].partition(" ")[0]
        self._seen[kind] += 1
        if self._seen[kind] == _MOST[kind]:
            self._last[kind] = command
        return command if self._seen[kind] < _MOST[kind] else ""

    def _command(
        self, kind: str, title: str, said: str, source: str = "", line: int | None = None, column: int | None = None
    ) -> str:
        """Write one command: the one place where a text becomes part of one."""
        file = path_from_here(source) if source else None
        place = {"file": file, "line": line, "col": column} if file else {}
        properties = ",".join(
            f"{key}={self._plain(str(value)).translate(_PROPERTY_TABLE)}"
            for key, value in {**place, "title": title}.items()
            if value is not None
        )
        return f"::{kind} {properties}::{self._plain(said).translate(_DATA_TABLE)}\n"

    def _plain(self, text: str) -> str:
        return self._style.fit(one_line(text))
