"""A run of checks for test harnesses: TAP version 14, a test point for each determination and each bad profile."""

from __future__ import annotations

from collections.abc import Iterator
from json.encoder import encode_basestring as quote

from peercert.catalog import Catalog
from peercert.engine import Verdict
from peercert.errors import Problem
from peercert.explain import Explainer, Explanation
from peercert.render.marks import NOTHING, SURVEY, Mark, made_under, marks
from peercert.render.places import path_from_here
from peercert.render.records import with_names
from peercert.render.style import Style, one_line
from peercert.report import Header, Summary
from peercert.session import Checked


class Tap:
    """Only an eligible verdict is `ok`; a verdict that nobody asked for is marked as still to do, and fails nothing."""

    def __init__(self, catalog: Catalog, header: Header, style: Style) -> None:
        self._explainer, self._header, self._style = Explainer(catalog, redacted=header.redacted), header, style
        self._points = 0

    def candidate(self, checked: Checked) -> tuple[str, ...]:
        """Draw each determination in two parts: what stands before its number, and what stands after."""
        drawn: list[str] = []
        for one in checked.determinations:
            explanation = with_names(self._explainer.explain(one))
            drawn += ["ok" if one.verdict is Verdict.ELIGIBLE else "not ok", self._after(explanation, checked)]
        return tuple(drawn)

    def begin(self) -> str:
        """Name the version of the protocol, and under what the report is made."""
        return f"TAP version 14\n# {self._description(made_under(self._header))}\n"

    def add(self, drawn: tuple[str, ...]) -> str:
        """Number each determination."""
        return "".join(map(self._point, drawn[::2], drawn[1::2]))

    def refused(self, problems: tuple[Problem, ...]) -> str:
        """Write one test point that fails, with all that is wrong."""
        source = path_from_here(problems[0].source) or problems[0].source
        told = "".join(map(self._wrong, problems))
        before = f" - {self._description(source)}\n  ---\n{self._yaml([('file', source)], 2)}"
        return self._point("not ok", f"{before}  problems:\n{told}  ...\n")

    def end(self, summary: Summary) -> Iterator[str]:
        """Write how many test points there were; where there were none, call it off, so that nothing passes."""
        yield f"1..{self._points}\n" if summary.given else f"Bail out! {NOTHING}\n"

    def _point(self, before: str, after: str) -> str:
        self._points += 1
        return f"{before} {self._points}{after}"

    def _after(self, explanation: Explanation, checked: Checked) -> str:
        one = explanation.determination
        said = f" - {self._description(f'{one.credential.id} for {checked.label}')}"
        if one.verdict is Verdict.ELIGIBLE:
            return f"{said}\n"
        day = None if explanation.redacted else one.eligible_from
        facts = [("verdict", one.verdict.value), ("eligible_from", day and day.isoformat())]
        told = self._yaml([*facts, ("file", path_from_here(checked.candidate.source))], 2)
        blocking = "".join(self._blocking(mark) for mark in marks(explanation, checked))
        todo = f" # TODO {SURVEY}" if checked.survey else ""
        return f"{said}{todo}\n  ---\n{told}  blocking:\n{blocking}  ...\n"

    def _blocking(self, mark: Mark) -> str:
        line, column = mark.place or (None, None)
        requirement, because = mark.line.requirement, mark.line.because
        told = self._yaml(
            [
                ("requirement", requirement.id),
                ("title", requirement.title),
                ("outcome", mark.line.finding.outcome.word),
                ("line", line),
                ("column", column),
                ("because", because.text),
                ("remedy", because.remedy),
            ],
            6,
        )
        return f"    - {told.lstrip()}"

    def _wrong(self, problem: Problem) -> str:
        facts = [("code", problem.code), ("line", problem.line), ("column", problem.column)]
        told = self._yaml([*facts, ("message", problem.message), ("hint", problem.hint)], 6)
        return f"    - {told.lstrip()}"

    def _yaml(self, facts: list[tuple[str, str | int | None]], indent: int) -> str:
        """Write facts as lines of YAML; those that are not known are left out."""
        return "".join(
            f"{' ' * indent}{key}: {fact if isinstance(fact, int) else quote(self._plain(fact))}\n"
            for key, fact in facts
            if fact is not None
        )

    def _plain(self, text: str) -> str:
        return self._style.fit(one_line(text))

    def _description(self, text: str) -> str:
        """Write a text in which nothing starts a directive."""
        return self._plain(text).replace("\\", "\\\\").replace("#", "\\#")
