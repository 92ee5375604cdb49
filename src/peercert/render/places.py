"""Places: the file, and the line in it, that a finding rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePath

from peercert.explain import Line
from peercert.logic import Outcome
from peercert.reading import Document
from peercert.reading.values import Value, ValuePath
from peercert.session import Checked

_STDIN = "<stdin>"
_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


def deciding_place(checked: Checked, line: Line) -> tuple[int, int] | None:
    """Return where in the profile the facts stand that decide a requirement.

    Args:
        checked: The candidate.
        line: The requirement, a leaf, with what was found.

    Returns:
        The line and the column, counted from 1: of the first record in doubt, where the answer is open; else of
        the first that counts; else of the first that does not; else of the first key that the requirement looks at
        and the profile has; else of the profile's start. Of a record, the key that leaves it in doubt or out, where
        it has that key. None where it is not known what the profile was read from.
    """
    document = checked.document
    if document is None:
        return None
    for steps in _addresses(line):
        path = _as_written(document, steps)
        if path:
            return document.place(path, key=isinstance(path[-1], str))
    return document.first_line, 1


def path_from_here(source: str) -> str | None:
    """Return a file's path from the working folder, with forward slashes; None for standard input.

    A path that leads elsewhere from the root of the machine is cut to the file's name: how a machine is laid out
    belongs in no report.
    """
    if source == _STDIN:
        return None
    path = PurePath(source)
    if not path.is_absolute():
        return path.as_posix()
    with suppress(OSError, ValueError):  # the working folder may be gone, or lie elsewhere
        return path.relative_to(Path.cwd()).as_posix()
    return path.name


def _addresses(line: Line) -> Iterator[ValuePath]:
    """Give what a finding may rest on, as steps into the profile, the nearest first."""
    finding = line.finding
    if finding.outcome is Outcome.UNKNOWN:
        yield from ((*_steps(one.address), one.point) for one in finding.open)
    yield from map(_steps, finding.evidence)
    yield from ((*_steps(one.address), one.point) for one in finding.aside)
    yield from map(_steps, line.requirement.looks_at())


def _steps(address: str) -> ValuePath:
    return tuple(int(index) if index else key for index, key in _STEP.findall(address))


def _as_written(document: Document, steps: ValuePath) -> ValuePath:
    """Return steps as the file has them, as far as they lead to anything."""
    path: ValuePath = ()
    value: Value | None = document.value
    for step in steps:
        if isinstance(step, int) and isinstance(value, dict) and "records" in value:
            path, value = (*path, "records"), value["records"]
        value = _inside(value, step)
        if value is None:
            break
        path = (*path, step)
    return path


def _inside(value: Value | None, step: str | int) -> Value | None:
    if isinstance(value, dict):
        return value.get(str(step))
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None
