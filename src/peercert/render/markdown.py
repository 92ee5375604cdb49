"""Text for Markdown: shown as it is, whatever signs it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from peercert.render.style import one_line, safe

_SIGNS = re.compile(r"[`*_~|<\[#]|\\(?![0-9A-Za-z])|\$(?!\d)|&(?=#?\w+;)|^(?:[-+>]|=+$)")
"""Signs that Markdown takes for its own: some anywhere, some only where they begin a text."""

_NUMBER = re.compile(r"^\d+(?=[.)](?:\s|$))")
"""What begins a numbered list."""

_LINKS = re.compile(r"(?<=@)(?=\w)|(?<=#)(?=\d)|(?<=:)(?=//|[a-z_\\]+:)|(?<=www)(?=\.)", re.IGNORECASE)
"""Places within what web pages make links or pictures of: addresses, people, numbers of issues, names of faces."""

_FENCES = re.compile("`+")

_BREAK = "&#8203;"
"""A blank without width. Those are made from the finished page, where a sign put before them is gone already."""

_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"
"""Signs that may stand in an address as they are."""


def plain(text: str) -> str:
    """Write a text so that Markdown shows it as it is, on one line."""
    shown = _SIGNS.sub(r"\\\g<0>", " ".join(safe(text).split()))
    return _LINKS.sub(_BREAK, _NUMBER.sub(r"\g<0>\\", shown))


def code(lines: Iterable[str], language: str) -> str:
    """Write lines that stand as they are, between fences that none of them can close."""
    text = "\n".join(map(one_line, lines))
    longest = max(map(len, _FENCES.findall(text)), default=0)
    fence = "`" * max(longest + 1, 3)
    return f"{fence}{language}\n{text}\n{fence}"


def link(url: str) -> str:
    """Write an address as a link."""
    return f"<{quote(url, safe=_IN_ADDRESSES)}>"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Draw a table; the cells are plain texts."""
    titles = [plain(title) for title in head]
    lines = [titles, ["---"] * len(titles), *(map(plain, cells) for cells in rows)]
    return "\n".join(map(row, lines))


def row(cells: Iterable[str]) -> str:
    """Draw one row of a table; the cells are Markdown."""
    return f"| {' | '.join(cells)} |"
