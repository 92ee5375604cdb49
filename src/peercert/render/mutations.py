"""How many small changes to the rules their cases notice, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peercert.casework.mutating import Score
from peercert.catalog import Catalog
from peercert.render.json_text import page
from peercert.render.style import Style
from peercert.requirements.wording import counted

FORMAT = "peercert.mutations/1"
"""The name and version of the JSON shape."""


def as_text(catalog: Catalog, scores: Sequence[Score], style: Style) -> str:
    """Draw the score of each credential, with the changes that no case notices."""
    del catalog
    return "".join(f"{line}\n" for one in scores for line in _lines(one, style))


def _lines(one: Score, style: Style) -> Iterator[str]:
    excused = f", {one.excused} cannot be, with a reason" if one.excused else ""
    share = f"{one.share.shown} of {counted(one.share.wanted, 'change')}{excused}"
    yield style.paint(style.line(f"{one.credential}: {one.share.percent} % noticed ({share})"), "bold")
    for survivor in one.survivors:
        place = f"{survivor.source}:{survivor.line}:{survivor.column}"
        said = f"{survivor.subject}: {survivor.said}: no case notices. Write one of a person {survivor.wanted}."
        yield style.line(f"  {place}: {said}")
    yield from (style.line(f"  {problem}") for problem in one.idle)


def as_json(catalog: Catalog, scores: Sequence[Score], style: Style) -> str:
    """Write one JSON object."""
    del style
    drawn = {
        "format": FORMAT,
        "catalog": {"version": catalog.about.version, "sha256": catalog.sha256},
        "scores": [
            {
                "credential": one.credential,
                "noticed": one.share.shown,
                "changes": one.share.wanted,
                "excused": one.excused,
                "complete": one.complete,
                "survivors": [
                    {
                        "subject": survivor.subject,
                        "change": survivor.said,
                        "wanted": survivor.wanted,
                        "source": survivor.source,
                        "line": survivor.line,
                        "column": survivor.column,
                    }
                    for survivor in one.survivors
                ],
                "idle_reasons": [str(problem) for problem in one.idle],
            }
            for one in scores
        ],
    }
    return page(drawn)
