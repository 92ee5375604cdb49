"""A profile as the text of a file: its facts as YAML, each with a plain word about it as a comment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import yaml
from yaml import events

from peercert.facts import Facts
from peercert.reading import Plain, Value
from peercert.scaffold_blocks import BLOCKS

_WIDTH = 100
_SAYS = {block.key: block.says[0].split(". ")[0].rstrip(".:") + "." for block in BLOCKS}
"""The first sentence about each fact."""


def profile_text(facts: Facts, head: Sequence[str], own: Sequence[str] = ()) -> str:
    """Write a profile.

    Args:
        facts: What is told.
        head: Lines that stand on top, as comments.
        own: Comments that somebody wrote into the file before; they stay as they are, above everything.

    Returns:
        YAML that reads back as the same facts.
    """
    ordered = sorted(facts, key=lambda key: [*_SAYS].index(key) if key in _SAYS else len(_SAYS))
    parts = ["\n".join([*own, *(f"## {line}".rstrip() for line in head)])]
    parts += [f"## {_SAYS[key]}\n{_written({key: facts[key]})}" for key in ordered]
    parts += [] if facts else ["{}"]  # nothing is told yet; an empty file would not be a profile
    return "\n\n".join(parts) + "\n"


def _written(value: Value) -> str:
    stream = [
        events.StreamStartEvent(), events.DocumentStartEvent(explicit=False), *_events(value),
        events.DocumentEndEvent(explicit=False), events.StreamEndEvent(),
    ]  # fmt: skip
    text: str = yaml.emit(stream, width=_WIDTH, allow_unicode=True)
    return text.removesuffix("\n")


def _events(value: Value, depth: int = 0) -> Iterator[events.Event]:
    match value:
        case dict():
            yield events.MappingStartEvent(None, None, implicit=True, flow_style=depth > 0 and not _is_wrapper(value))
            for key, inner in value.items():
                yield from _events(Plain(key), depth + 1)
                yield from _events(inner, depth + 1)
            yield events.MappingEndEvent()
        case list():
            deep = any(isinstance(inner, dict | list) for inner in value)
            yield events.SequenceStartEvent(None, None, implicit=True, flow_style=not deep)
            for inner in value:
                yield from _events(inner, depth + 1)
            yield events.SequenceEndEvent()
        case bool():
            yield from _events(Plain(str(value).lower()))
        case Plain() if value.isascii():  # else quoted, so that a stream that lacks a letter can show its code
            yield events.ScalarEvent(None, None, (True, False), str(value), style=None)
        case _:
            yield events.ScalarEvent(None, None, (False, True), value, style='"')


def _is_wrapper(value: dict[str, Value]) -> bool:
    """Say whether this is a list of records that may be longer: it is written over several lines, like any list."""
    return isinstance(value.get("records"), list)
