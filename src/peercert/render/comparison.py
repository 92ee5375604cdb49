"""Credentials side by side: a table where there is room, else lines one below the other; Markdown; JSON."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from typing import Any

from peercert.compare import Comparison, Differences, differences
from peercert.render import witnesses
from peercert.render.json_text import page
from peercert.render.markdown import plain, table
from peercert.render.style import Style
from peercert.requirements.wording import joined
from peercert.witness.between import Witnesses

FORMAT = "peercert.compare/1"
"""The name and version of the JSON shape."""

_LABEL = 14
"""Columns of the table's first column."""

_PAIR = 2

_ROOM = 26
"""Columns that a credential needs in a table; with less, lines are easier to read."""


def as_json(comparison: Comparison, style: Style, found: Witnesses | None = None) -> str:
    """Write one JSON object, in the contract's shape; with people between the credentials where there are any."""
    del style
    rows: list[dict[str, Any]] = [
        {
            "topic": row.topic,
            "label": row.label,
            "same": row.same,
            "cells": {
                cell.credential: {"text": cell.text, "requirements": list(cell.requirements)} for cell in row.cells
            },
        }
        for row in comparison.rows
    ]
    drawn: dict[str, Any] = {  # Any: plain data
        "format": FORMAT, "as_of": comparison.as_of.isoformat(), "credentials": list(comparison.ids), "rows": rows,
    }  # fmt: skip
    if found is not None:
        by_topic = {row.topic: [witnesses.direction_json(one) for one in row.directions] for row in found.rows}
        for row in rows:
            row["witness"] = by_topic.pop(row["topic"], [])
        drawn["witness"] = [witnesses.direction_json(one) for one in found.whole]
    return page(drawn)


def as_text(comparison: Comparison, style: Style, found: Witnesses | None = None) -> str:
    """Draw it for a terminal: the table or lines, then the differences in sentences."""
    heading = f"{joined(comparison.ids)}, side by side   as of {comparison.as_of}"
    roomy = not style.plain and (style.width - _LABEL - 4) // len(comparison.ids) >= _ROOM
    parts = [style.heading(heading), ""]
    parts.append(_table(comparison, style) if roomy else "\n".join(_lines(comparison, style)))
    for title, sentences in _sections(comparison, differences(comparison)):
        parts += ["", style.heading(title)]
        parts += [style.item(sentence) for sentence in sentences]
    return "\n".join(parts) + "\n" + (witnesses.as_text(found, style) if found else "")


def _table(comparison: Comparison, style: Style) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shape = box.SIMPLE_HEAD if style.signs else box.ASCII
    table = Table(box=shape, show_lines=False, padding=(0, 1, 1, 0), pad_edge=False, width=style.width)
    table.add_column("", width=_LABEL, overflow="fold")
    for id_ in comparison.ids:
        table.add_column(Text(style.line(id_)), ratio=1, overflow="fold")
    for row in comparison.rows:
        label = row.label if not row.same else f"{row.label} (same)"
        table.add_row(Text(style.line(label)), *(Text(style.line(cell.text)) for cell in row.cells))
    stream = StringIO()
    Console(file=stream, width=style.width, color_system=None, legacy_windows=False).print(table)
    return "\n".join(line.rstrip() for line in stream.getvalue().strip("\n").splitlines())


def _lines(comparison: Comparison, style: Style) -> Iterator[str]:
    for number, row in enumerate(comparison.rows):
        label = row.label if not row.same else f"{row.label} (same)"
        yield ("\n" if number else "") + style.heading(label)
        for cell in row.cells:
            yield style.wrap(f"{cell.credential}: {cell.text}", 2, hang=4)


def as_markdown(comparison: Comparison, style: Style, found: Witnesses | None = None) -> str:
    """Draw it as a Markdown page."""
    rows = ([row.label, *(cell.text for cell in row.cells), "yes" if row.same else "no"] for row in comparison.rows)
    lines = [
        f"# {plain(joined(comparison.ids))}, side by side", "", plain(f"As of {comparison.as_of}."), "",
        table(["Topic", *comparison.ids, "Same"], rows),
    ]  # fmt: skip
    for title, sentences in _sections(comparison, differences(comparison)):
        lines += ["", f"## {plain(title)}", "", *(f"- {plain(sentence)}" for sentence in sentences)]
    return style.fit("\n".join(lines)) + "\n" + (witnesses.as_markdown(found, style) if found else "")


def _sections(comparison: Comparison, found: Differences) -> Iterator[tuple[str, list[str]]]:
    """Give the sentences below the table, under their headings."""
    pair = len(comparison.sides) == _PAIR
    if found.closed:
        yield "What cannot be set side by side", list(found.closed)
        return
    both = "both" if pair else "all"
    yield f"The same in {both}", list(found.same) or ["Nothing that we know of."]
    for id_, sentences in zip(comparison.ids, found.only, strict=True):
        others = joined([other for other in comparison.ids if other != id_], "or")
        yield f"Only {id_} asks", list(sentences) or [f"Nothing that {others} does not ask in some form."]
    if found.apart:
        yield f"Asked in {'both' if pair else 'more than one'}, but not the same", list(found.apart)
    if found.unsettled:
        yield "What no trusted source settles", [f"{joined(found.unsettled)}. The lines above say what is open."]
    notes = list(_notes(comparison))
    if notes:
        yield "Good to know", notes


def _notes(comparison: Comparison) -> Iterator[str]:
    if any(not row.decides for row in comparison.rows):
        yield (
            "Fees, renewal, use in other states, Medicaid, how it goes and history are shown. "
            "They do not decide who is eligible."
        )
    for one, titles in zip(comparison.sides, comparison.secondary, strict=True):
        if titles:
            issuer = one.credential.issuer
            yield (
                f"For {one.credential.id}, only a secondary source tells of: {'; '.join(titles)}. "
                f"Verify with the {issuer.name} ({issuer.short}) before you pay for anything."
            )
