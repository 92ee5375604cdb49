"""Signs, colour and width: how text looks on the stream that it goes to. Meaning never rests on colour."""

from __future__ import annotations

import re
import textwrap
from typing import NamedTuple

from peercert.logic import Outcome

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
_CODES = {"bold": "1", "red": "31", "green": "32", "yellow": "33", "dim": "2"}

_MARKS = {Outcome.MET: "✓", Outcome.UNMET: "✗", Outcome.UNKNOWN: "?", Outcome.NOT_APPLICABLE: "-"}
_PLAIN_MARKS = {Outcome.MET: "[x]", Outcome.UNMET: "[ ]", Outcome.UNKNOWN: "[?]", Outcome.NOT_APPLICABLE: "[-]"}
_COLOURS = {Outcome.MET: "green", Outcome.UNMET: "red", Outcome.UNKNOWN: "yellow", Outcome.NOT_APPLICABLE: "dim"}

_NARROWEST, _WIDEST = 30, 100
_ASCII = str.maketrans({"·": "-", "…": "...", "“": '"', "”": '"', "’": "'", "–": "-", "—": "-"})


class Style(NamedTuple):
    """How to write text."""

    width: int = 80
    colour: bool = False
    signs: bool = True
    """Whether the stream can show signs beyond plain ASCII."""

    def mark(self, outcome: Outcome) -> str:
        """Return the sign of an outcome, in its colour."""
        return self.paint(self.plain_mark(outcome), _COLOURS[outcome])

    def plain_mark(self, outcome: Outcome) -> str:
        """Return the sign of an outcome, without colour."""
        return (_MARKS if self.signs else _PLAIN_MARKS)[outcome]

    def paint(self, text: str, *names: str) -> str:
        """Colour a text where colour is wanted."""
        if not self.colour:
            return text
        return f"\x1b[{';'.join(_CODES[name] for name in names)}m{text}\x1b[0m"

    def fit(self, text: str) -> str:
        """Write a text in the characters that the stream can show."""
        return text if self.signs else text.translate(_ASCII).encode("ascii", "backslashreplace").decode("ascii")

    def wrap(self, text: str, indent: int = 0, *, hang: int | None = None) -> str:
        """Wrap a text to the width, indented; every line after the first by `hang`."""
        first, rest = " " * indent, " " * (indent if hang is None else hang)
        width = max(min(self.width, _WIDEST), _NARROWEST)
        return textwrap.fill(
            self.fit(text), width, initial_indent=first, subsequent_indent=rest,
            break_on_hyphens=False, break_long_words=True,
        )  # fmt: skip


def safe(text: str) -> str:
    """Make a text from a file harmless on a terminal and in XML: whatever could act is shown as its code point."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def one_line(text: str) -> str:
    """Make a text from a file harmless, and keep it on one line."""
    return safe(text.replace("\n", " ").replace("\t", " "))
