"""Text for Markdown: shown as it is, whatever signs it holds."""

from __future__ import annotations

from collections.abc import Iterable

from peercert.render.style import safe

_SIGNS = "\\|<*_`["


def plain(text: str) -> str:
    """Write a text so that Markdown shows it as it is."""
    for sign in _SIGNS:
        text = text.replace(sign, f"\\{sign}")
    return " ".join(safe(text).split())


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Draw a table; the cells are plain texts."""
    titles = list(head)
    lines = [titles, ["---"] * len(titles), *rows]
    return "\n".join(f"| {' | '.join(cell if cell == '---' else plain(cell) for cell in line)} |" for line in lines)
