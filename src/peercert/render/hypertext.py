"""Text for a web page: shown as it is, whatever signs it holds, in characters that every stream can write."""

from __future__ import annotations

from html import escape

from peercert.render.style import safe


def plain(text: str) -> str:
    """Write a text so that a web page shows it as it is."""
    return escape(safe(text), quote=True).encode("ascii", "xmlcharrefreplace").decode()
