"""How safe a yes is, in words and as JSON: the records that carry it, and the day on which it is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from peercert.catalog import Catalog
from peercert.explain import Explanation
from peercert.fragility import Carriers, Fragility
from peercert.render.json_text import text
from peercert.render.records import named
from peercert.render.style import Style
from peercert.requirements.wording import counted, joined

HEADING = "How safe this is"

_SHOWN = 6
"""Pairs of records that are named."""

_TITLES = 3
"""Requirements that are named for one set of records."""


def safety_lines(found: Fragility | None, explanation: Explanation, catalog: Catalog, style: Style) -> Iterator[str]:
    """Draw how safe a yes is; nothing for any other verdict.

    Args:
        found: What carries it and when it is lost.
        explanation: The determination in words.
        catalog: Where the requirements are found by their ids.
        style: Width, colour and signs.
    """
    lines = list(safety_said(found, explanation, catalog))
    if lines:
        yield "\n" + style.heading(HEADING)
    yield from map(style.item, lines)


def safety_said(found: Fragility | None, explanation: Explanation, catalog: Catalog) -> Iterator[str]:
    """Say how safe a yes is, a sentence or two at a time; nothing for any other verdict."""
    if found is None:
        return
    yield from (named(line, explanation) for line in _lines(found, catalog, redacted=explanation.redacted))


def _lines(found: Fragility, catalog: Catalog, *, redacted: bool) -> Iterator[str]:
    single = [one for one in found.carriers if len(one.records) == 1]
    pairs = [one for one in found.carriers if len(one.records) > 1]
    for one in single:
        yield f"{one.records[0]} alone carries: {_titles(one, catalog)}."
    for one in pairs[:_SHOWN]:
        yield f"{joined(one.records)} carry together: {_titles(one, catalog)}."
    if len(pairs) > _SHOWN:
        yield f"{len(pairs) - _SHOWN} more pairs of records carry it together. The JSON report names them all."
    if not found.carriers:
        least = "no single record" if found.looked_at == 1 else f"no set of {found.looked_at} records or fewer"
        yield f"It hangs on {least}: it stands if {'one is' if found.looked_at == 1 else 'they are'} turned down."
    if single:
        yield "Keep good proof of what carries something alone."
    if found.looked_at == 1:
        yield "There are too many records to look at every two of them. So only single records were looked at."
    if found.lost_on is None:
        yield "Time alone does not end it."
    else:
        day = "a day to come" if redacted else found.lost_on
        yield f"If you add nothing, you are no longer eligible from {day} on."


def _titles(one: Carriers, catalog: Catalog) -> str:
    titles = list(dict.fromkeys(catalog.requirement(id_).title for id_ in one.carries))
    more = len(titles) - _TITLES
    return joined([*titles[:_TITLES], *([counted(more, "more point")] if more > 0 else [])])


def safety_json(found: Fragility | None, *, redacted: bool) -> str:
    """Write how safe a yes is as a JSON value; null for any other verdict.

    Args:
        found: What carries it and when it is lost.
        redacted: Whether the day is left out, for it tells when a record of the person began or ends.
    """
    return text(None if found is None else _value(found, None if redacted else found.lost_on))


def _value(found: Fragility, day: date | None) -> dict[str, Any]:
    return {
        "carriers": [
            {
                "records": list(one.records),
                "verdict": one.verdict.value,
                "carries": list(one.carries),
                "blocking": list(one.blocking),
            }
            for one in found.carriers
        ],
        "looked_at": found.looked_at,
        "lost": found.lost_on is not None,
        "lost_on": None if day is None else day.isoformat(),
    }
