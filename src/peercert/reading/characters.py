"""Characters: bytes become text, and text that could mislead a reader is refused."""

from __future__ import annotations

import re
from typing import Final

from peercert.reading.lines import Lines
from peercert.reading.refusals import Refusals

_REFUSED_RANGES: Final = (
    "\x00-\x08\x0b\x0c\x0e-\x1f"  # controls but tab and line ends
    "\x7f-\x9f"  # delete and the second set of controls, among them the line end U+0085
    "\u200b\ufeff"  # spaces without width
    "\u2028\u2029"  # line ends that an editor does not show
    "\u202a-\u202e\u2066-\u2069"  # marks that change the order in which text is shown
    "\ud800-\udfff"  # halves of a character
    "\ufffe\uffff"  # no characters at all
)
REFUSED: Final = re.compile(f"[{_REFUSED_RANGES}]")
"""Characters that may not stand in a file. Joiners, accents and letters written from right to left may."""

_ASCII_CONTROLS: Final = bytes(code for code in range(0x80) if REFUSED.match(chr(code)))
_STAND_IN: Final = "\ufffd"
_SAVE_AS: Final = "Save the file as UTF-8."
_PACKED: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How the files of office programs begin: packed ones, and those from before 2007."""


def decoded(data: bytes, refusals: Refusals) -> str:
    """Return the text of a file's bytes.

    Raises:
        FileError: If the bytes are not UTF-8.
    """
    if data.startswith(_PACKED):
        message = "This is a workbook or another packed file, and not a text."
        raise refusals.stop("not-utf8", None, message, "Save the sheet as CSV (UTF-8), and name that file.")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        readable = data[: error.start].decode()
        place = None if _looks_wide(data) else Lines(readable).place(len(readable))
        raise refusals.stop("not-utf8", place, _not_utf8(data), _SAVE_AS) from None
    if _looks_wide(data):
        raise refusals.stop("not-utf8", None, _not_utf8(data), _SAVE_AS)
    return text


def cleaned(text: str, refusals: Refusals) -> str:
    """Note each refused character, and return the text with stand-ins, so that reading can go on."""
    if _is_harmless(text):
        return text
    lines = Lines(text)
    for match in REFUSED.finditer(text):
        refuse(match.group(), lines.place(match.start()), refusals)
    return REFUSED.sub(_STAND_IN, text)


def refuse(character: str, place: tuple[int, int], refusals: Refusals) -> None:
    """Note one refused character."""
    message = f"The character U+{ord(character):04X} may not stand in a file."
    refusals.add("bad-character", place, message, "Delete it, or type this part of the line again.")


def _is_harmless(text: str) -> bool:
    if text.isascii():  # several times as fast as the search, and most texts are
        return len(text.encode("ascii").translate(None, _ASCII_CONTROLS)) == len(text)
    return REFUSED.search(text) is None


def _looks_wide(data: bytes) -> bool:
    """Whether each character seems to take two bytes or four, as other programs may save them."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    return len(data) >= 4 and (data[0] == data[2] == 0) != (data[1] == data[3] == 0)


def _not_utf8(data: bytes) -> str:
    if _looks_wide(data):
        return "This file is not saved as UTF-8; it looks like UTF-16 or UTF-32."
    return "From here on the file is not saved as UTF-8."
