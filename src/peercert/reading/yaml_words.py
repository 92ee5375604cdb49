"""YAML words: what the YAML library says of a broken text, in the words of the person who wrote it."""

from __future__ import annotations

from typing import Final, NamedTuple

import yaml

from peercert.reading.lines import Lines


class SyntaxWords(NamedTuple):
    """A fault in the spelling of a text: its code, place, and what to say of it."""

    code: str
    place: tuple[int, int] | None
    message: str
    hint: str


class _Words(NamedTuple):
    signs: tuple[str, ...]
    """Parts of the library's own sentence, in either of its two parsers."""

    message: str
    hint: str
    code: str = "yaml-syntax"


_INDENTATION: Final = "Check that this line starts as far in as its neighbours."
_TAB: Final = _Words(("tab character",), "A tab stands where spaces belong.", "Start the line with spaces.")
_UNKNOWN: Final = _Words((), "This is not spelled as YAML.", "Check the indentation, colons, quotes and brackets.")
_KNOWN: Final = (
    _TAB,
    _Words(("directive", "%YAML", "%TAG", "incompatible YAML"),
           "This line with % is not known.", "Delete this line.", "directive"),
    _Words(("a tag", "tag handle"), "Tags, which start with !, are not used here.",
           "Leave the tag out, or put text that starts with ! in quotes.", "tag"),
    _Words(("an anchor", "an alias"), "A name is missing after & or *.",
           "Put text that starts with & or * in quotes.", "anchor"),
    _Words(("start any token",), "A value cannot start with this sign.", "Put the value in quotes."),
    _Words(("mapping values are not allowed",), "A colon stands where none can be read.",
           f"Put text with a colon in quotes, and look for a colon that is missing above. {_INDENTATION}"),
    _Words(("sequence entries are not allowed",), "A list item cannot start here.",
           f"Put its dash on a line of its own. {_INDENTATION}"),
    _Words(("mapping keys are not allowed",), "A key cannot start here.", _INDENTATION),
    _Words(("find expected ':'",), "A colon is missing here or on the line above.",
           "Write a colon and a space after the key, as in `hours: 24`."),
    _Words(("unexpected end of stream", "document indicator", "document separator"),
           "The quotes that open here are never closed.", "Add the closing quote."),
    _Words(("escape character", "hexdecimal", "hexadecimal", "Unicode character"),
           "The backslash in these quotes does not spell a character.",
           "Write the character itself, or use single quotes if the backslash is part of the text."),
    _Words(("',' or '}'",), "A comma or the closing brace } is missing.", "Check the text before this place too."),
    _Words(("',' or ']'",), "A comma or the closing bracket ] is missing.", "Check the text before this place too."),
    _Words(("'-' indicator", "'<block end>'", "<block end>", "expected key"),
           "This line does not fit the lines above it.", _INDENTATION),
    _Words(("node content",), "A value is missing here.", "Write the value, or delete the comma or colon before it."),
    _Words(("document start",), "This text comes after the end of the document.", _INDENTATION),
    _Words(("a block scalar",),
           "Nothing but the sign | or > may stand here.", "Start the text on the next line."),
)  # fmt: skip
_SIGNS_OF: Final[dict[type[Exception], str]] = {
    UnicodeDecodeError: "a tag",  # only a tag may spell its characters in bytes
    ValueError: "escape character",
    OverflowError: "escape character",
}
"""What the errors that are not the library's own are about."""


def syntax_words(error: Exception, text: str) -> SyntaxWords:
    """Return what to say of an error of the YAML library.

    Args:
        error: The library's error. Only its kind and its place are used: its text may quote the file.
        text: The text that was read.
    """
    if not isinstance(error, yaml.MarkedYAMLError):
        words = _worded(_SIGNS_OF.get(type(error), ""))
        return SyntaxWords(words.code, None, words.message, words.hint)
    place = _place(error, text)
    words = _worded(f"{error.context} {error.problem}")
    if place and words.code == _TAB.code and _starts_with_tab(text, place[0]):
        words = _TAB
    return SyntaxWords(words.code, place, words.message, words.hint)


def _worded(said: str) -> _Words:
    return next((words for words in _KNOWN if any(sign in said for sign in words.signs)), _UNKNOWN)


def _place(error: yaml.MarkedYAMLError, text: str) -> tuple[int, int] | None:
    """The place of the fault; where the text has ended, that of what was never closed, or of the last word."""
    mark, end = error.problem_mark or error.context_mark, len(text.rstrip())
    if mark is not None and mark.index >= end:
        if error.context_mark is None or error.context_mark.index >= end:
            return Lines(text).place(end)
        mark = error.context_mark
    return (mark.line + 1, mark.column + 1) if mark else None


def _starts_with_tab(text: str, line: int) -> bool:
    start = Lines(text).start(line)
    rest = text[start:]
    return "\t" in rest[: len(rest) - len(rest.lstrip(" \t"))]
