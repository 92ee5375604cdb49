"""Texts for the cells of a spreadsheet: none of them is taken for a formula."""

from __future__ import annotations

from peercert.render.style import safe

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def guarded(text: str) -> str:
    """Return a text that a spreadsheet shows as it is: an apostrophe goes before what could begin a formula.

    Args:
        text: Any text, perhaps from a profile; whatever could act on a terminal is shown as its code point.

    Source:
        OWASP, "CSV Injection".
    """
    shown = safe(text)
    return f"'{shown}" if shown.lstrip(" '\"").startswith(_FORMULA) else shown
