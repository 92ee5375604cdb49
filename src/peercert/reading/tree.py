"""The tree: a stream of YAML events grows into plain values, or is refused on the way."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, TypeAlias

from yaml import events as yaml_events

from peercert.reading.characters import REFUSED, refuse
from peercert.reading.margins import Margins
from peercert.reading.refusals import Refusals
from peercert.reading.values import Plain, Value

DEPTH_LIMIT: Final = 32
"""Levels of mappings and lists inside each other."""

EVENT_LIMIT: Final = 50_000
"""Keys and values, with the start and the end of each mapping and list counted by themselves."""

_Node: TypeAlias = dict[str, Value] | list[Value]

_DASH: Final = "-"
_EMPTY: Final = frozenset({"", "~", "null", "Null", "NULL", _DASH})
_SPOILT_KEY: Final = "\0"  # no text can hold it, and a tree that has it is never handed out
_SHOWN_KEY: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,40}")


def grown(
    next_event: Callable[[], yaml_events.Event], refusals: Refusals, *, escapes: bool, nulls: bool = False,
    margins: Margins | None = None,
) -> Value | None:  # fmt: skip
    """Return the value that a stream of events spells.

    Args:
        next_event: Gives the next event each time.
        refusals: Takes what is wrong.
        escapes: Whether the text has a backslash, so that quotes may hide a refused character.
        nulls: Whether a null may stand for a value; it is then the plain word that was written.
        margins: Takes note of what goes over several lines, where that matters.

    Returns:
        The value, only of use if nothing was refused; None if there was no whole one.

    Raises:
        FileError: If something is wrong after which reading cannot go on.
    """
    tree = _Tree(refusals, margins, escapes=escapes, nulls=nulls)
    handlers = tree.handlers()
    for _ in range(EVENT_LIMIT):
        event = next_event()
        handle = handlers.get(event.__class__)
        if handle is not None:
            handle(event)
        elif isinstance(event, yaml_events.StreamEndEvent):
            return tree.value()
    message = f"This file holds more than {EVENT_LIMIT:,} keys and values."
    raise refusals.stop("too-large", place_of(event), message, "Check that this is the right file.")


def place_of(event: yaml_events.Event) -> tuple[int, int]:
    """Return the line and the column where an event starts, counted from 1."""
    mark: Any = event.start_mark  # every event that a parser makes has marks
    return mark.line + 1, mark.column + 1


class _Tree:
    """The values so far: the mapping or list that is open, and those around it."""

    __slots__ = ("_escapes", "_key", "_keys", "_margins", "_node", "_nulls", "_refusals", "_root", "_stack")

    def __init__(self, refusals: Refusals, margins: Margins | None, *, escapes: bool, nulls: bool) -> None:
        self._refusals = refusals
        self._margins = margins
        self._escapes = escapes
        self._nulls = nulls
        self._root: list[Value] = []
        self._node: _Node = self._root
        self._key: str | None = None
        self._keys: dict[str, yaml_events.Event] = {}
        self._stack: list[tuple[_Node, str | None, dict[str, yaml_events.Event]]] = []

    def handlers(self) -> dict[type[yaml_events.Event], Callable[..., None]]:
        return {
            yaml_events.ScalarEvent: self._scalar,
            yaml_events.MappingStartEvent: self._open,
            yaml_events.SequenceStartEvent: self._open,
            yaml_events.MappingEndEvent: self._close,
            yaml_events.SequenceEndEvent: self._close,
            yaml_events.AliasEvent: self._alias,
            yaml_events.DocumentStartEvent: self._document,
        }

    def value(self) -> Value | None:
        return self._root[0] if self._root else None

    def _scalar(self, event: yaml_events.ScalarEvent) -> None:
        value = event.value
        if event.tag is not None or event.anchor is not None:
            self._refuse_properties(event)
        if self._escapes and event.style == '"':
            self._refuse_hidden(event)
        if event.style and self._margins is not None:
            self._margins.scalar(event)
        if self._key is None and self._node.__class__ is dict:
            self._name(event)
        elif event.style:
            self._attach(value)
        else:
            if value in _EMPTY and not (value and value != _DASH and self._nulls):
                self._refuse_empty(event)
            self._attach(Plain(value))

    def _name(self, event: yaml_events.ScalarEvent) -> None:
        key, keys = event.value, self._keys
        if key in keys:
            self._refuse_duplicate(event, keys[key])
            key = _SPOILT_KEY
        elif not event.style and key in ("", "<<"):
            self._refuse_odd_key(event)
            key = _SPOILT_KEY
        else:
            keys[key] = event
        self._key = key

    def _open(self, event: yaml_events.CollectionStartEvent) -> None:
        if event.tag is not None or event.anchor is not None:
            self._refuse_properties(event)
        if self._key is None and isinstance(self._node, dict):
            message = "A key must be a word, not a list or a mapping."
            self._refusals.add("bad-key", place_of(event), message, "Write it as in `hours: 24`.")
        if len(self._stack) == DEPTH_LIMIT:
            message = f"Mappings and lists are more than {DEPTH_LIMIT} levels deep here."
            hint = "Check the indentation and the brackets."
            raise self._refusals.stop("too-deep", place_of(event), message, hint)
        if self._margins is not None:
            self._margins.opened(event)
        self._stack.append((self._node, self._key, self._keys))
        self._node = {} if isinstance(event, yaml_events.MappingStartEvent) else []
        self._key, self._keys = None, {}

    def _close(self, event: yaml_events.CollectionEndEvent) -> None:
        if self._margins is not None:
            self._margins.closed(event)
        node = self._node
        self._node, self._key, self._keys = self._stack.pop()
        self._attach(node)

    def _attach(self, value: Value) -> None:
        node = self._node
        if isinstance(node, list):
            node.append(value)
        elif self._key is None:  # something that was no text stood for a key, and has been refused
            self._key = _SPOILT_KEY
        else:
            node[self._key] = value
            self._key = None

    def _alias(self, event: yaml_events.AliasEvent) -> None:
        self._refuse_anchor(event)
        self._attach(Plain())

    def _document(self, event: yaml_events.DocumentStartEvent) -> None:
        if self._root:
            message = "A second document starts here, but a file holds one."
            hint = "Give each document a file of its own, or delete the line of dashes."
            raise self._refusals.stop("many-documents", place_of(event), message, hint)

    def _refuse_properties(self, event: yaml_events.ScalarEvent | yaml_events.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._refuse_anchor(event)
        if event.tag is not None:
            message = "Tags, which start with !, are not used here."
            hint = "Leave the tag out, or put text that starts with ! in quotes."
            self._refusals.add("tag", place_of(event), message, hint)

    def _refuse_anchor(self, event: yaml_events.NodeEvent) -> None:
        message = "Anchors and aliases, which start with & and *, are not used here."
        hint = "Write the value out at each place, or put text that starts with & or * in quotes."
        self._refusals.add("anchor", place_of(event), message, hint)

    def _refuse_hidden(self, event: yaml_events.ScalarEvent) -> None:
        for character in dict.fromkeys(REFUSED.findall(event.value)):
            refuse(character, place_of(event), self._refusals)

    def _refuse_empty(self, event: yaml_events.ScalarEvent) -> None:
        if not self._stack and not event.value:
            raise self._refusals.stop_empty()
        hint = "Leave the key out if it is not known, or write `declined`."
        if isinstance(self._node, list):
            hint = "Write the item, or delete it." if self._stack else "Check that this is the right file."
        self._refusals.add("empty-value", place_of(event), "A value is missing here.", hint)

    def _refuse_odd_key(self, event: yaml_events.ScalarEvent) -> None:
        if event.value:
            message = "The merge key << is not used here."
            return self._refusals.add("merge-key", place_of(event), message, "Write the keys out one by one.")
        message = "A key is missing before the colon."
        return self._refusals.add("bad-key", place_of(event), message, "Write it as in `hours: 24`.")

    def _refuse_duplicate(self, event: yaml_events.ScalarEvent, first: yaml_events.Event) -> None:
        name = f'The key "{event.value}"' if _SHOWN_KEY.fullmatch(event.value) else "A key"
        here, there = self._refusals.file_line(place_of(event)), self._refusals.file_line(place_of(first))
        where = f"on line {here}" if here == there else f"on lines {there} and {here}"
        message = f"{name} is written twice in one mapping, {where}."
        self._refusals.add("duplicate-key", place_of(event), message, "Keep the right one and delete the other.")
