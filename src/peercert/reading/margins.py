"""Margins: what the YAML library reads although YAML forbids it, for a person could read it in another way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from yaml import events as yaml_events

from peercert.reading.lines import Lines
from peercert.reading.refusals import Refusals

_CLOSING: Final = re.compile(r"[\]},\s]*(?:#.*)?")
_MARKED: Final = re.compile(r"[|>][-+]?[1-9]")
_SIGN: Final = re.compile("#")
_COMMENT: Final = re.compile(r"#[^\r\n]*")
_BLOCKS: Final = ("|", ">")


class Margins:
    """Where the brackets, quotes and blocks of one text go over several lines, and how far in these must start."""

    __slots__ = ("_blocks", "_columns", "_flow", "_spans")

    def __init__(self) -> None:
        self._columns = [-1]  # of the keys and dashes around what comes next
        self._flow: tuple[int, int] | None = None  # how deep the outermost bracket that is open lies, and its line
        self._spans: list[tuple[int, int, int]] = []
        self._blocks: list[tuple[int, int]] = []

    def opened(self, event: yaml_events.CollectionStartEvent) -> None:
        """Take note of the start of a mapping or list."""
        start: Any = event.start_mark  # every event that a parser makes has marks
        if event.flow_style and self._flow is None:
            self._flow = (len(self._columns), start.line)
        self._columns.append(start.column)

    def closed(self, event: yaml_events.CollectionEndEvent) -> None:
        """Take note of its end."""
        end: Any = event.end_mark
        self._columns.pop()
        if self._flow is not None and self._flow[0] == len(self._columns):
            self._goes_over(self._flow[1], end.line)
            self._flow = None

    def scalar(self, event: yaml_events.ScalarEvent) -> None:
        """Take note of a text in quotes, or of a block of lines."""
        start: Any = event.start_mark
        end: Any = event.end_mark
        if event.style in _BLOCKS:
            self._blocks.append((start.line, self._columns[-1]))
        elif self._flow is None:
            self._goes_over(start.line, end.line)

    def _goes_over(self, first: int, last: int) -> None:
        if first != last:
            self._spans.append((first, last, self._columns[-1]))

    def check(self, text: str, refusals: Refusals) -> None:
        """Refuse every line that starts too far out, or after blank lines that start further in."""
        lines = text.splitlines()
        for first, last, margin in self._spans:
            for number in range(first + 1, last + 1):
                if _spaces(lines[number]) <= margin and not _CLOSING.fullmatch(lines[number]):
                    message = "This line starts too far out for what it belongs to."
                    refusals.add("yaml-syntax", (number + 1, 1), message, "Put more spaces before it.")
        for first, margin in self._blocks:
            _check_block(lines, first, margin, refusals)


def _check_block(lines: list[str], first: int, margin: int, refusals: Refusals) -> None:
    if _MARKED.search(lines[first]):
        return
    most = 0
    for number in range(first + 1, len(lines)):
        if lines[number].strip():
            if most > _spaces(lines[number]) > margin:  # further out, it is no line of the block
                message = "The blank lines above this one start further in than it does."
                refusals.add("yaml-syntax", (number + 1, 1), message, "Take the spaces out of the blank lines.")
            return
        most = max(most, _spaces(lines[number]))


def _spaces(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def check_comments(text: str, stream: Iterable[yaml_events.Event], refusals: Refusals) -> None:
    """Refuse comments without a blank before their sign; a text in which none can be is not looked through.

    Args:
        text: The text.
        stream: Its events.
        refusals: Takes what is wrong.
    """
    if not any(_is_glued(text, found.start()) for found in _SIGN.finditer(text)):
        return
    lines = Lines(text)
    for start, end in _between(text, stream):
        for found in _COMMENT.finditer(text, start, end):
            if _is_glued(text, found.start()):
                hint = "Put a blank before it, or put the text in quotes."
                refusals.add("yaml-syntax", lines.place(found.start()), "A comment needs a blank before its #.", hint)


def _is_glued(text: str, sign: int) -> bool:
    return sign > 0 and not text[sign - 1].isspace()


def _between(text: str, stream: Iterable[yaml_events.Event]) -> Iterator[tuple[int, int]]:
    """Give the parts of a text that no value takes up; the line of a sign that begins a block is such a part."""
    end = 0
    for event in stream:
        if isinstance(event, yaml_events.NodeEvent | yaml_events.CollectionEndEvent):
            marks: Any = event
            start = marks.start_mark.index
            if isinstance(event, yaml_events.ScalarEvent) and event.style in _BLOCKS:
                start += len(text[start : start + 1024].splitlines()[0])
            yield end, start
            end = max(end, marks.end_mark.index)
    yield end, len(text)
