"""JSON Lines: one profile on each line that is not blank."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import count
from typing import BinaryIO

from peercert.errors import Problem
from peercert.inputs.given import Given, refused
from peercert.reading import SIZE_LIMIT, read_bytes
from peercert.reading.lines import line_ends
from peercert.reading.refusals import EMPTY

_LONG = "This line is longer than 1 MiB, and longer lines are not read."
_ENDLESS = "This line does not seem to end, and the rest of this file is not read."
_HINT = "Check that this is the right file."


def json_lines(file: BinaryIO, source: str, stem: str) -> Iterator[Given]:
    """Give one profile for each line; only one line is held at a time.

    Args:
        file: The lines.
        source: What the user called the file.
        stem: What candidates without an id are called, before the number of their line.
    """
    empty = True
    for number in count(1):
        line = file.readline(SIZE_LIMIT + 2)
        if not line:
            break
        empty = empty and not line.strip()
        if len(line.rstrip(b"\r\n")) > SIZE_LIMIT:
            ended = line_ends(line, partial(file.readline, SIZE_LIMIT), b"\n")
            yield refused(source, Problem(source, number, 1, "too-large", _LONG if ended else _ENDLESS, _HINT))
            if not ended:
                return
        elif line.strip():
            read = partial(read_bytes, line, source, syntax="json", first_line=number, limit=SIZE_LIMIT + 2)
            yield Given(source, f"{stem}-{number}", read)
    if empty:
        yield refused(source, Problem(source, None, None, *EMPTY))
