"""A run of checks as a Markdown page that fits the summary of a CI step: a table of people first, then what is missing.

Headings and lists, no folded HTML: the page reads the same in a mail, a wiki and a terminal, and has one way to escape.
"""

from __future__ import annotations

from collections.abc import Iterator

from peercert.catalog import Catalog, Credential
from peercert.engine import Verdict
from peercert.errors import Problem
from peercert.explain import Explainer, Explanation
from peercert.logic import Outcome
from peercert.render.besides import besides, followed, unsettled_heading
from peercert.render.days import HEADING, changes, to_come
from peercert.render.later import Later
from peercert.render.markdown import plain, row
from peercert.render.points import Point, below, points
from peercert.render.records import with_names
from peercert.render.safety import HEADING as SAFETY
from peercert.render.safety import safety_said
from peercert.render.style import Style
from peercert.render.text import summed_up
from peercert.render.verdicts import VERDICTS, catalogues, options_said, patience, reason, trust
from peercert.report import Header, Summary
from peercert.requirements.wording import joined
from peercert.session import Checked

_TITLES = ("Who", "Credential", "Verdict", "What stands in the way")

_ROWS, _DETAILS, _PROBLEMS = 4 * 100 * 1024, 4 * 100 * 1024, 100 * 1024
"""Bytes for each part. GitHub drops a summary above 1,024 KiB as a whole."""

_NAMED = 3
"""Requirements that a row of the table names at most."""


class Part:
    """A part of the page that takes texts until it is full, and counts those that it did not take."""

    def __init__(self, room: int) -> None:
        self._room, self.left_out = room, 0

    def take(self, text: str) -> str:
        """Return the text, or nothing where this or an earlier one had no room."""
        self._room -= len(text.encode())
        self.left_out += self._room < 0
        return text if self._room >= 0 else ""


class Markdown:
    """The table is written as results come in; what explains it is kept for after the table."""

    def __init__(self, catalog: Catalog, header: Header, style: Style) -> None:
        self._explainer, self._header, self._style = Explainer(catalog, redacted=header.redacted), header, style
        self._rows, self._details, self._problems = Part(_ROWS), Part(_DETAILS), Part(_PROBLEMS)
        self._kept_details, self._kept_problems = Later(), Later()
        self._unsettled: dict[str, None] = {}

    def candidate(self, checked: Checked) -> tuple[str, ...]:
        """Draw the rows of a candidate, and the details below the table; then what is not settled."""
        plainly = [self._explainer.explain(one) for one in checked.determinations]
        found = checked.fragility or [None] * len(plainly)
        safe = [[*safety_said(*pair, self._explainer.catalog)] for pair in zip(found, plainly, strict=True)]
        all_ = [with_names(one) for one in plainly]
        rows = "".join(_row(one, checked.label) for one in all_)
        details = "".join("".join(_details(*pair, checked.label)) for pair in zip(all_, safe, strict=True))
        unsettled = (self._style.fit(_questions(one.credential)) for one in checked.determinations)
        return self._style.fit(rows), self._style.fit(details), *unsettled

    def begin(self) -> str:
        """Write under what the page was made, and the head of the table."""
        header = self._header
        lines = [
            "# Who can be certified", "",
            plain(f"As of {header.as_of}, by {joined(catalogues(header))}, peercert {header.version}."),
            *map(plain, options_said(header)), "",
            row(_TITLES), row(["---"] * len(_TITLES)), "",
        ]  # fmt: skip
        return "\n".join(lines)

    def add(self, drawn: tuple[str, ...]) -> str:
        """Write the rows of a candidate."""
        rows, details, *unsettled = drawn
        self._unsettled |= dict.fromkeys(unsettled)
        if details:
            self._kept_details.add(self._details.take(details))
        return self._rows.take(rows)

    def refused(self, problems: tuple[Problem, ...]) -> str:
        """Keep each for the end."""
        for problem in problems:
            self._kept_problems.add(self._problems.take(f"- {self._style.fit(plain(str(problem)))}\n"))
        return ""

    def end(self, summary: Summary) -> Iterator[str]:
        """Write what is missing or open, what could not be used, what is not settled, and the counts."""
        yield _left_out(self._rows)
        if self._kept_details:
            yield "\n## What is missing or open\n"
            yield from self._kept_details.read()
            yield _left_out(self._details)
        yield from self._unsettled
        if self._kept_problems:
            yield "\n## What could not be used\n\n"
            yield from self._kept_problems.read()
            yield _left_out(self._problems)
        yield "\n## Counts\n\n"
        yield from (f"- {self._style.fit(plain(line))}\n" for line in summed_up(summary))


def _left_out(part: Part) -> str:
    if not part.left_out:
        return ""
    return f"\nNot shown here, for the page would be too large: {part.left_out} more. The counts below hold all.\n"


def _questions(credential: Credential) -> str:
    if not credential.open_questions:
        return ""
    items = "".join(f"- {plain(question.text)}\n" for question in credential.open_questions)
    return f"\n## {plain(f'{credential.id}: {unsettled_heading(credential)}')}\n\n{items}"


def _row(explanation: Explanation, label: str) -> str:
    one = explanation.determination
    verdict = VERDICTS[one.verdict].capitalize()
    verdict += f", from {one.eligible_from}" if one.eligible_from else ""
    verdict += f" ({followed(explanation)})" if followed(explanation) else ""
    return row(map(plain, (label, one.credential.id, verdict, _in_the_way(explanation)))) + "\n"


def _in_the_way(explanation: Explanation) -> str:
    """Name the first requirements that stand in the way; of an eligible person, whom to ask all the same."""
    one = explanation.determination
    titles = [title for point in points(explanation, _deciding(one.verdict)) for title in point.titles]
    if titles:
        more = f", and {len(titles) - _NAMED} more" if len(titles) > _NAMED else ""
        return f"{'; '.join(titles[:_NAMED])}{more}"
    return f"Nothing; verify with the {one.credential.issuer.name}" if explanation.secondary else "Nothing"


def _deciding(verdict: Verdict) -> Outcome:
    return Outcome.UNKNOWN if verdict is Verdict.UNDETERMINED else Outcome.UNMET


def _details(explanation: Explanation, safe: list[str], label: str) -> Iterator[str]:
    """Say what is missing, or what is open where that decides; of what is open besides, only the titles."""
    one = explanation.determination
    days = [*to_come(explanation), *(f"{HEADING}: {said}" for said in changes(explanation))]
    days += [f"{SAFETY}: {said}" for said in safe]
    if one.verdict is Verdict.ELIGIBLE and not days:
        return
    deciding = _deciding(one.verdict)
    yield f"\n### {plain(label)}: {plain(one.credential.id)}, {VERDICTS[one.verdict]}\n\n"
    yield f"{plain(one.credential.title)}, {plain(one.credential.region)}: {plain(reason(explanation))}.\n\n"
    yield from (f"{plain(said)}\n\n" for said in patience(explanation))
    for point in points(explanation, deciding):
        yield from _point(point)
    also = [] if deciding is Outcome.UNKNOWN else list(points(explanation, Outcome.UNKNOWN))
    if also:
        yield f"- Open as well: {plain('; '.join(title for point in also for title in point.titles))}\n"
    yield from (f"- {plain(said)}\n" for said in (*trust(explanation), *days, *besides(explanation)))


def _point(point: Point) -> Iterator[str]:
    yield f"- **{plain('; '.join(point.titles))}.** {plain(point.because.text)}\n"
    yield from (f"  - {plain(said)}\n" for said in below(point))
