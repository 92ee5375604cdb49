"""Cells of a table for a spreadsheet: text that stays text, and numbers as they are."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from peercert.render.style import safe
from peercert.requirements.wording import in_words

_KEPT = 4_000
"""Texts that are kept as they are written; most come again and again."""

_FORMULA = re.compile(r"(?:^|(?<=;))(?=[\s'\"]*[-=+@＝＋－＠])")
"""Where a spreadsheet would begin to calculate. Some part a line at semicolons, too."""

_ON_ONE_LINE = str.maketrans("\t\n", "  ")

Cell = str | int | Decimal | bool | None


def row(cells: Iterable[Cell]) -> str:
    """Write one row on one line: numbers exactly, yes or no, and nothing for what is not known."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(map(_written, cells))
    return line.getvalue()


@lru_cache(_KEPT)
def guarded(text: str) -> str:
    """Return a text that a spreadsheet shows as it is: an apostrophe goes before what could begin a formula.

    Args:
        text: Any text, perhaps from a profile; whatever could act on a terminal is shown as its code point.

    Source:
        OWASP, "CSV Injection".
    """
    return _FORMULA.sub("'", safe(text.translate(_ON_ONE_LINE)))


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case int() | Decimal():
            return in_words(cell)
        case _:
            return guarded(cell)
