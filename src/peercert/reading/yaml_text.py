"""YAML text: from its characters to plain values, without any of YAML's own ideas of what a word means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import yaml

from peercert.reading.margins import Margins, check_comments
from peercert.reading.refusals import Refusals
from peercert.reading.tree import grown
from peercert.reading.values import Value
from peercert.reading.yaml_words import syntax_words

Parser: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The parser in C, or the one in Python where PyYAML was built without it. Only its events are used."""

_KNOWN_DIRECTIVE: Final = re.compile(r"%YAML[ \t]+1\.[12][ \t]*(?:#.*)?[\r\n]*")


def read_yaml(text: str, refusals: Refusals, *, nulls: bool = False) -> Value:
    """Return the value that a YAML text spells.

    Args:
        text: The text.
        refusals: Takes what is wrong.
        nulls: Whether a null may stand for a value.

    Raises:
        FileError: If the text is not YAML, or is refused for something after which reading cannot go on.
    """
    text = _without_directives(text, refusals)
    parser, margins = Parser(text), Margins()
    try:
        value = grown(parser.get_event, refusals, escapes="\\" in text, nulls=nulls, margins=margins)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # Not chained: the library's own error may hold a line of the file.
        words = syntax_words(error, text)
        raise refusals.stop(words.code, words.place, words.message, words.hint) from None
    if value is None:
        raise refusals.stop_empty()
    margins.check(text, refusals)
    check_comments(text, yaml_events(text), refusals)
    return value


def yaml_events(text: str) -> Iterator[yaml.Event]:
    """Yield the events of a YAML text that has been read before without a problem."""
    return iter(yaml.parse(text, Loader=Parser))


def _without_directives(text: str, refusals: Refusals) -> str:
    """Refuse the directives at the top of a text, and return the text with comments in their stead."""
    if not text.startswith("%") and "\n%" not in text and "\r%" not in text:
        return text
    lines = text.splitlines(keepends=True)
    for index, line in enumerate(lines):
        if line.startswith("%"):
            if not _KNOWN_DIRECTIVE.fullmatch(line):
                message = "The only lines with % that may stand here are %YAML 1.1 and %YAML 1.2."
                refusals.add("directive", (index + 1, 1), message, "Delete this line.")
                lines[index] = "#" + line[1:]
        elif line.strip() and not line.lstrip().startswith("#"):
            break
    return "".join(lines)
