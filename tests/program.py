"""The program as a user starts it, in a clean surrounding: as a process of its own, or inside this one."""

from __future__ import annotations

import contextlib
import gc
import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from peercert.__main__ import main

KEPT = ("PATH", "PYTHONPATH", "HOME", "TMPDIR", "SYSTEMROOT")
"""What is taken over from the surrounding; colour, width, CI and encodings are not, and nobody measures these runs."""


class Ended(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str


def surrounding(more: Mapping[str, str]) -> dict[str, str]:
    """Return the surrounding of a run: what is needed, and what the test adds."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return {**kept, "PYTHONUTF8": "1", "PYTHONWARNINGS": "default", **more}


def peercert(*arguments: str | Path, folder: Path, stdin: str | bytes = b"", **more: str) -> Ended:
    """Run the program in a folder.

    Args:
        arguments: What stands on the command line.
        folder: Where the program is started.
        stdin: What it finds on standard input.
        more: What its surrounding has besides.
    """
    data = stdin.encode() if isinstance(stdin, str) else stdin
    return run(sys.executable, "-m", "peercert", *map(str, arguments), folder=folder, stdin=data, **more)


def run(*command: str, folder: Path, stdin: bytes = b"", **more: str) -> Ended:
    """Run a command of any kind in a folder, in the same surrounding."""
    done = subprocess.run(
        command, cwd=folder, env=surrounding(more), input=stdin, capture_output=True, check=False, timeout=120
    )
    return Ended(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """Take back what a run inside this process changes for the whole of it, because it is about to end."""
    heeded = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
    before = {number: signal.getsignal(number) for number in heeded}
    try:
        yield
    finally:
        gc.unfreeze()
        gc.enable()
        for number, handler in before.items():
            signal.signal(number, handler)


def inside(*arguments: str | Path, folder: Path, **more: str) -> Ended:
    """Run the program inside this process: quicker, where only its words and its code matter."""
    out, err = io.StringIO(), io.StringIO()
    with (
        undisturbed(),
        contextlib.chdir(folder),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        mock.patch.object(sys, "argv", ["peercert", *map(str, arguments)]),
        mock.patch.object(sys.modules["__main__"], "__package__", None),  # else it would go by the name of pytest
        mock.patch.dict(os.environ, surrounding(more), clear=True),
    ):
        try:
            main()
        except SystemExit as ending:
            code = ending.code
    assert isinstance(code, int)
    return Ended(code, out.getvalue(), err.getvalue())
