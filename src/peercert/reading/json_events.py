"""JSON events: the YAML events that a JSON text would be, for everything that needs to know a place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

import yaml
from yaml.error import Mark

from peercert.reading.lines import Lines
from peercert.reading.refusals import Refusals

_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|["\[\]{}]|[^\s\[\]{}:,"]+', re.DOTALL)
_NOT_NUMBERS: Final = frozenset({"NaN", "Infinity", "-Infinity"})


class _Spot(Mark):
    """A place, without the rest of what the library would say of it."""

    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line - 1, column - 1


def json_events(text: str, end: int | None = None, refusals: Refusals | None = None) -> Iterator[yaml.Event]:
    """Yield an event for each value and key, and for each start and end of a mapping or list.

    Args:
        text: A JSON text.
        end: Where the text stops being JSON; None if it is JSON to its end.
        refusals: Takes the words that JavaScript knows and JSON does not, such as ``NaN``.
    """
    lines = Lines(text)
    for match in _TOKEN.finditer(text, 0, len(text) if end is None else end):
        token = match.group()
        if token == '"':  # noqa: S105 - a quote; the text is cut off by the end
            break
        line, column = lines.place(match.start())
        if refusals is not None and token in _NOT_NUMBERS:
            message = "NaN and Infinity are not numbers that can be counted with."
            hint = "Write the number, or leave the key out if it is not known."
            refusals.add("not-a-number", (line, column), message, hint)
        yield _event(token, _Spot(line, column))
    yield yaml.StreamEndEvent()


def _event(token: str, mark: Mark) -> yaml.Event:
    match token[0]:
        case "{":
            return yaml.MappingStartEvent(None, None, True, mark)
        case "[":
            return yaml.SequenceStartEvent(None, None, True, mark)
        case "}":
            return yaml.MappingEndEvent(mark)
        case "]":
            return yaml.SequenceEndEvent(mark)
        case '"':
            return yaml.ScalarEvent(None, None, (False, True), json.loads(token), mark, style='"')
        case _:
            return yaml.ScalarEvent(None, None, (True, False), token, mark)
