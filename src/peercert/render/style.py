"""Signs, colour and width: how text looks on the stream that it goes to. Meaning never rests on colour.

Here is the one way by which a text gets to a terminal: whatever could act on one is shown as its code point.
"""

from __future__ import annotations

import re
import textwrap
from typing import NamedTuple

from peercert.logic import Outcome

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
    r"|:(?=:)|#(?=#\[)"  # a job's log takes lines with these for commands, whatever the format
)
_CODES = {"bold": "1", "red": "31", "green": "32", "yellow": "33", "dim": "2"}

_MARKS = {Outcome.MET: "✓", Outcome.UNMET: "✗", Outcome.UNKNOWN: "?", Outcome.NOT_APPLICABLE: "-"}
_PLAIN_MARKS = {Outcome.MET: "[x]", Outcome.UNMET: "[ ]", Outcome.UNKNOWN: "[?]", Outcome.NOT_APPLICABLE: "[-]"}
_WORDS = {
    Outcome.MET: "Met:", Outcome.UNMET: "Not met:", Outcome.UNKNOWN: "Not known:",
    Outcome.NOT_APPLICABLE: "Does not apply:",
}  # fmt: skip
_COLOURS = {Outcome.MET: "green", Outcome.UNMET: "red", Outcome.UNKNOWN: "yellow", Outcome.NOT_APPLICABLE: "dim"}

_NARROWEST, _WIDEST = 20, 100
_ASCII = str.maketrans({"·": "-", "…": "...", "“": '"', "”": '"', "’": "'", "–": "-", "—": "-"})


class Style(NamedTuple):
    """How to write text."""

    width: int = 80
    colour: bool = False
    signs: bool = True
    """Whether the stream can show signs beyond plain ASCII."""

    plain: bool = False
    """Whether to write for a screen reader: one fact a line, no columns, and words in place of signs."""

    def mark(self, outcome: Outcome) -> str:
        """Return the sign of an outcome, in its colour; in plain text the word."""
        return self.paint(self.plain_mark(outcome), _COLOURS[outcome])

    def plain_mark(self, outcome: Outcome) -> str:
        """Return the sign of an outcome, without colour; in plain text the word."""
        return (_WORDS if self.plain else _MARKS if self.signs else _PLAIN_MARKS)[outcome]

    def paint(self, drawn: str, *names: str) -> str:
        """Colour what was drawn, where colour is wanted."""
        if not self.colour:
            return drawn
        return f"\x1b[{';'.join(_CODES[name] for name in names)}m{drawn}\x1b[0m"

    def fit(self, page: str) -> str:
        """Write a page, in which nothing acts any more, in the characters that the stream can show."""
        return page if self.signs else page.translate(_ASCII).encode("ascii", "backslashreplace").decode("ascii")

    def line(self, text: str) -> str:
        """Write a text on one line, however wide: harmless, and in the characters that the stream can show."""
        return self.fit(one_line(text))

    def wrap(self, text: str, indent: int = 0, *, hang: int | None = None) -> str:
        """Wrap a text to the width, indented; every line after the first by `hang`. Plain text stays on one line."""
        if self.plain:
            return self.line(text).strip()
        width = max(min(self.width, _WIDEST), _NARROWEST)
        first, rest = (" " * min(by, width // 4) for by in (indent, indent if hang is None else hang))
        return textwrap.fill(
            self.line(text), width, initial_indent=first, subsequent_indent=rest,
            break_on_hyphens=False, break_long_words=True,
        )  # fmt: skip

    def heading(self, text: str, *names: str, hang: int = 0) -> str:
        """Write a text that stands above others."""
        return self.paint(self.wrap(text, hang=hang), "bold", *names)

    def item(self, text: str) -> str:
        """Write one item of a list."""
        return self.wrap(text if self.plain else f"- {text}", hang=2)


def safe(text: str) -> str:
    """Make a text harmless on a terminal, in XML and in a job's log: whatever could act is shown as its code point."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def one_line(text: str) -> str:
    """Make a text from a file harmless, and keep it on one line."""
    return safe(text.replace("\n", " ").replace("\t", " "))
