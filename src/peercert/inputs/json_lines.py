"""JSON Lines: one profile on each line that is not blank."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import count
from typing import BinaryIO

from peercert.inputs.given import Given
from peercert.reading import SIZE_LIMIT, read_bytes


def json_lines(file: BinaryIO, source: str, stem: str) -> Iterator[Given]:
    """Give one profile for each line; only one line is held at a time.

    Args:
        file: The lines.
        source: What the user called the file.
        stem: What candidates without an id are called, before the number of their line.
    """
    for number in count(1):
        line = file.readline(SIZE_LIMIT + 2)
        if not line:
            return
        if line.strip():
            read = partial(read_bytes, line, source, syntax="json", first_line=number)
            yield Given(source, f"{stem}-{number}", read)
        while len(line) > SIZE_LIMIT and not line.endswith(b"\n"):
            line = file.readline(SIZE_LIMIT + 2)
