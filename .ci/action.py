"""The GitHub action's work: one check, its summary and its counts, with every input taken from the environment."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

_DECIDED = (0, 1, 3, 4)
"""Exit codes of runs that have a report."""

_LARGEST = 1_000_000
"""Bytes of a summary; GitHub drops one above 1 MiB whole."""


def main() -> int:
    """Check, write summary and outputs, and return the exit code of the check."""
    asked = [*_options(), f"--as-of={_input('AS_OF') or date.today()}"]  # noqa: DTZ011 - one day for all runs
    format_ = _input("FORMAT") or "github"
    into = [f"--output={_input('OUTPUT')}"] if _input("OUTPUT") else []
    done = _check(f"--format={format_}", *into, *asked)
    _show(done, commands=format_ == "github")
    outputs: dict[str, int] = {"exit-code": done.returncode}
    if done.returncode in _DECIDED:
        _append("GITHUB_STEP_SUMMARY", _fitting(_check("--format=markdown", *asked).stdout))
        outputs |= json.loads(_check("--format=json", *asked).stdout)["summary"]
    _append("GITHUB_OUTPUT", "".join(f"{name}={value}\n" for name, value in outputs.items()).encode())
    return done.returncode


def _input(name: str) -> str:
    return os.environ.get(f"INPUT_{name}", "").strip()


def _options() -> Iterator[str]:
    """Give the options asked for; joined to their values, so that no value can pass for an option."""
    for id_ in _input("CREDENTIAL").replace(",", " ").split():
        yield f"--credential={id_}"
    for option in ("fail-on", "rules"):
        value = _input(option.replace("-", "_").upper())
        if value:
            yield f"--{option}={value}"


def _check(*options: str) -> subprocess.CompletedProcess[bytes]:
    """Run one check. With -P, no module of the checked folder can take the place of one of ours."""
    paths = [line.strip() for line in _input("PATHS").splitlines() if line.strip()]
    return subprocess.run(  # noqa: S603 - a list: no shell reads it
        [sys.executable, "-P", "-m", "peercert", "check", *options, "--", *paths],
        check=False, capture_output=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip


def _show(done: subprocess.CompletedProcess[bytes], *, commands: bool) -> None:
    """Show what a check wrote; only a report made of workflow commands may act as such."""
    end = secrets.token_hex(16)
    quiet = done.stderr if commands else done.stderr + done.stdout
    log = sys.stdout.buffer
    if quiet:
        log.write(f"::stop-commands::{end}\n".encode() + quiet.rstrip(b"\n") + f"\n::{end}::\n".encode())
    if commands:
        log.write(done.stdout)
    log.flush()


def _fitting(page: bytes) -> bytes:
    if len(page) <= _LARGEST:
        return page
    return b"The table is too long for this page. Use the `output` of the action to keep it as a file.\n"


def _append(variable: str, content: bytes) -> None:
    with Path(os.environ[variable]).open("ab") as file:
        file.write(content)


if __name__ == "__main__":
    try:
        ending = main()
    except Exception as error:  # noqa: BLE001 - Python's own code 1 would say that somebody is not eligible
        print(f"The action cannot go on ({type(error).__name__}).", file=sys.stderr)
        ending = 5
    sys.exit(ending)
