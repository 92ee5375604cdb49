"""Runs many commands one after the other in a process of its own, whose surrounding a test may choose.

As a program it reads a list of command lines as JSON, runs each with streams like those that it was given itself, and
writes as JSON how each ended.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from peercert.__main__ import main
from program import surrounding


class Ended(NamedTuple):
    """How a command ended, to the byte."""

    code: int
    out: bytes
    err: bytes


def run(lines: Sequence[Sequence[str]], folder: Path, *python: str, **more: str) -> list[Ended]:
    """Run commands in a folder.

    Args:
        lines: What stands on each command line; after `<`, what stands on standard input.
        folder: Where they run.
        python: Options for Python.
        more: What their surrounding has besides.
    """
    tests = str(Path(__file__).parents[1])
    around = surrounding(more)
    around["PYTHONPATH"] = ":".join(filter(None, (around.get("PYTHONPATH"), tests)))
    done = subprocess.run(
        [sys.executable, *python, "-m", "sinks.many"],
        cwd=folder, env=around, input=json.dumps(lines).encode(), capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    return [Ended(code, bytes.fromhex(out), bytes.fromhex(err)) for code, out, err in json.loads(done.stdout)]


def _onto(kept: io.BytesIO, like: object) -> io.TextIOWrapper:
    return io.TextIOWrapper(
        kept, encoding=getattr(like, "encoding", None), errors=getattr(like, "errors", None), newline="\n"
    )


def _one(line: Sequence[str]) -> tuple[int, str, str]:
    arguments, _, told = "\0".join(line).partition("\0<\0")
    kept = io.BytesIO(), io.BytesIO()
    out, err = _onto(kept[0], sys.__stdout__), _onto(kept[1], sys.__stderr__)
    sys.argv, sys.stdin = ["peercert", *arguments.split("\0")], io.TextIOWrapper(io.BytesIO(told.encode()), "utf-8")
    code: object = 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main()
        except SystemExit as ending:
            code = ending.code
    gc.enable()
    for stream in (out, err):
        stream.flush()
    assert isinstance(code, int)
    return code, kept[0].getvalue().hex(), kept[1].getvalue().hex()


if __name__ == "__main__":
    sys.stdout.write(json.dumps([_one(line) for line in json.loads(sys.stdin.read())]))
