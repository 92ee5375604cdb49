"""Every command that writes a file, with something to write; a test holds the list to what the commands take."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from casework.toys import rules
from cli.profiles import DAY, write
from program import Ended, surrounding

OLD = "What stood here before.\n"


class Writing(NamedTuple):
    """A command that writes one file."""

    command: str
    option: str
    """The option that names the file."""

    arguments: tuple[str, ...]
    """All but that option."""

    stdin: bytes = b""
    code: int = 0
    """The exit code where all is well."""


WRITING = {
    "check": Writing("check", "--output", ("eligible.yaml", *DAY)),
    "receipt": Writing("check", "--receipt", ("eligible.yaml", *DAY, "-q")),
    "cohort": Writing("cohort", "--output", ("eligible.yaml", *DAY)),
    "plan": Writing("plan", "--output", ("eligible.yaml", *DAY)),
    "redact": Writing("redact", "--output", ("eligible.yaml", "-c", "CPSRP-P", *DAY)),
    "interview": Writing("interview", "--output", ("-c", "CPSRP-P", *DAY), b"skip\nyes\nstop\n", 3),
    "init": Writing("init", "--output", ("--force",)),
    "schema": Writing("schema", "--output", ("candidate",)),
    "rules test": Writing("rules test", "--output", ("rules",)),
    "rules mutate": Writing("rules mutate", "--output", ("rules",)),
}
"""One line for each option that names a file to write."""


def prepared(folder: Path) -> Path:
    """Write into a folder what the commands read."""
    write(folder, "eligible")
    rules(folder)
    return folder


def line(writing: Writing, target: str | Path) -> list[str]:
    """Return the command line that writes to a target."""
    return [*writing.command.split(), *writing.arguments, writing.option, str(target)]


def ran(
    arguments: list[str],
    folder: Path,
    *,
    stdin: bytes | None = b"",
    before: Callable[[], Any] | None = None,
    **pipes: Any,
) -> Ended:
    """Run the program as a process of its own; streams are pipes where nothing else is said.

    Args:
        arguments: The command line.
        folder: Where it is run.
        stdin: What stands on standard input; None for ours.
        before: Called in the new process before the program begins.
        pipes: Other streams, as `subprocess.run` takes them.
    """
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "input": stdin}
    done = subprocess.run(
        [sys.executable, "-m", "peercert", *arguments], cwd=folder, env=surrounding({}), check=False, timeout=60,
        preexec_fn=before, **{**streams, **pipes},
    )  # fmt: skip
    return Ended(done.returncode, (done.stdout or b"").decode(), (done.stderr or b"").decode())


def left_in(folder: Path) -> set[str]:
    """Return what a run left in a folder besides what it read."""
    return {path.name for path in folder.iterdir()} - {"eligible.yaml", "rules"}
