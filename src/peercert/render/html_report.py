"""A run of checks as one web page with a table, complete in itself: no script, and nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peercert.catalog import Catalog, Credential
from peercert.engine import Verdict
from peercert.errors import Problem
from peercert.explain import Explainer, Explanation
from peercert.logic import Outcome
from peercert.render.besides import besides, followed, unsettled_heading
from peercert.render.days import HEADING, changes, to_come
from peercert.render.hypertext import plain
from peercert.render.later import Later
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

_OPENING = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Who can be certified</title>
<style>
:root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding-bottom: 0.5rem; }
th, td { border: 1px solid; padding: 0.4rem 0.6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
p, ul { margin: 0 0 0.5rem; }
ul { padding-left: 1.2rem; }
@media print {
  :root { color-scheme: light; font-size: 75%; }
  body { margin: 0; max-width: none; padding: 0; }
  thead { display: table-header-group; }
  li, p { break-inside: avoid; }
}
</style>
</head>
<body>
<main>
<h1>Who can be certified</h1>
"""
_TABLE = """\
<thead>
<tr><th scope="col">Who</th><th scope="col">Credential</th><th scope="col">Verdict</th>\
<th scope="col">What is missing or open</th></tr>
</thead>
<tbody>
"""


class Html:
    """One row for each determination, written as it comes."""

    def __init__(self, catalog: Catalog, header: Header, style: Style) -> None:
        del style
        self._explainer, self._header = Explainer(catalog, redacted=header.redacted), header
        self._problems = Later()
        self._unsettled: dict[str, None] = {}

    def candidate(self, checked: Checked) -> tuple[str, ...]:
        """Draw a row for each determination; after the rows, what is not settled of each credential."""
        name = None if self._header.redacted else checked.candidate.profile.name
        who = f"{name} ({checked.label})" if name else checked.label
        plainly = [self._explainer.explain(one) for one in checked.determinations]
        found = checked.fragility or [None] * len(plainly)
        safe = [[*safety_said(*pair, self._explainer.catalog)] for pair in zip(found, plainly, strict=True)]
        rows = "".join(_row(with_names(one), said, who) for one, said in zip(plainly, safe, strict=True))
        return rows, *(_questions(one.credential) for one in checked.determinations)

    def begin(self) -> str:
        """Write the page up to its first row."""
        header = self._header
        said = f"As of {header.as_of}, by {joined(catalogues(header))}, peercert {header.version}."
        caption = plain(" ".join([said, *options_said(header)]))
        return f"{_OPENING}<table>\n<caption>{caption}</caption>\n{_TABLE}"

    def add(self, drawn: tuple[str, ...]) -> str:
        """Write the rows of a candidate."""
        rows, *unsettled = drawn
        self._unsettled |= dict.fromkeys(unsettled)
        return rows

    def refused(self, problems: tuple[Problem, ...]) -> str:
        """Keep each for after the table."""
        for problem in problems:
            self._problems.add(f"<li>{plain(str(problem))}</li>\n")
        return ""

    def end(self, summary: Summary) -> Iterator[str]:
        """Write what is not settled, what could not be used, and the counts."""
        yield "</tbody>\n</table>\n"
        yield from self._unsettled
        if self._problems:
            yield "<h2>What could not be used</h2>\n<ul>\n"
            yield from self._problems.read()
            yield "</ul>\n"
        yield "<h2>Counts</h2>\n"
        yield from (f"<p>{plain(line)}</p>\n" for line in summed_up(summary))
        yield "</main>\n</body>\n</html>\n"


def _row(explanation: Explanation, safe: list[str], who: str) -> str:
    one = explanation.determination
    credential = f"<strong>{plain(one.credential.id)}</strong><br>{plain(one.credential.title)}"
    way = f"<br>{plain(followed(explanation))}" if followed(explanation) else ""
    why = ". ".join([reason(explanation), *patience(explanation)])
    verdict = f"<strong>{plain(VERDICTS[one.verdict].capitalize())}</strong><br>{plain(why)}"
    return (
        f'<tr>\n<th scope="row">{plain(who)}</th>\n<td>{credential}<br>{plain(one.credential.region)}{way}</td>\n'
        f"<td>{verdict}</td>\n<td>{''.join(_in_the_way(explanation))}{_listed(SAFETY, safe)}</td>\n</tr>\n"
    )


def _in_the_way(explanation: Explanation) -> Iterator[str]:
    if explanation.determination.verdict is Verdict.ELIGIBLE:
        yield "<p>Nothing.</p>"
    for heading, outcome in (("Missing:", Outcome.UNMET), ("Open:", Outcome.UNKNOWN)):
        drawn = "".join(map(_point, points(explanation, outcome)))
        if drawn:
            yield f"<p>{heading}</p><ul>{drawn}</ul>"
    yield from (f"<p>{plain(said)}</p>" for said in (*trust(explanation), *to_come(explanation), *besides(explanation)))
    yield _listed(HEADING, changes(explanation))


def _questions(credential: Credential) -> str:
    if not credential.open_questions:
        return ""
    items = "".join(f"<li>{plain(question.text)}</li>\n" for question in credential.open_questions)
    return f"<h2>{plain(f'{credential.id}: {unsettled_heading(credential)}')}</h2>\n<ul>\n{items}</ul>\n"


def _listed(heading: str, said: Iterable[str]) -> str:
    items = "".join(f"<li>{plain(one)}</li>" for one in said)
    return f"<p>{plain(heading)}:</p><ul>{items}</ul>" if items else ""


def _point(point: Point) -> str:
    titles, more = plain("; ".join(point.titles)), "".join(f"<p>{plain(said)}</p>" for said in below(point))
    return f"<li><p><strong>{titles}.</strong> {plain(point.because.text)}</p>{more}</li>"
