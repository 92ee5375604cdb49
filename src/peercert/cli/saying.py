"""What is said besides the report: on standard error, harmless, in characters that it can show."""

from __future__ import annotations

import sys

from peercert.cli.output import style_for
from peercert.cli.progress import wipe


def say(*things: object) -> None:
    """Say things, each on a line of its own; nothing in them acts, whoever wrote them.

    Args:
        things: Problems of files, or sentences.
    """
    if not things or sys.stderr is None:
        return
    wipe()
    style = style_for(sys.stderr)
    write("".join(f"{style.line(str(one))}\n" for one in things))


def write(drawn: str) -> None:
    """Write what was drawn for standard error, at once."""
    if sys.stderr is not None:  # it may be closed
        sys.stderr.write(drawn)
        sys.stderr.flush()
