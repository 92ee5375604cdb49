"""The survey: one more pass over a good text, to note where everything in it stands."""

from __future__ import annotations

from collections.abc import Iterable

from yaml import events as yaml_events

from peercert.reading.places import Places
from peercert.reading.tree import place_of
from peercert.reading.values import ValuePath


def surveyed(stream: Iterable[yaml_events.Event]) -> Places:
    """Return the places of a document that has been read without a problem."""
    found = Places({}, {})
    stack: list[tuple[ValuePath, str | int | None]] = []
    path: ValuePath = ()
    step: str | int | None = None
    for event in stream:
        if isinstance(event, yaml_events.CollectionEndEvent):
            path, step = stack.pop()
        elif isinstance(event, yaml_events.ScalarEvent) and stack and step is None:
            step = event.value
            found.keys[(*path, step)] = place_of(event)
        elif isinstance(event, yaml_events.NodeEvent):
            here = path if step is None else (*path, step)
            found.values[here] = place_of(event)
            step = step + 1 if isinstance(step, int) else None
            if isinstance(event, yaml_events.CollectionStartEvent):
                stack.append((path, step))
                path, step = here, 0 if isinstance(event, yaml_events.SequenceStartEvent) else None
    return found
