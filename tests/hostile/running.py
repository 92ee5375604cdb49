"""Hostile files as real processes meet them: within limits, with a good profile beside them."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from _pytest.mark import ParameterSet

from hostile.telling import MEBIBYTE, TOLD, Hostile
from program import Ended, run

DAY = ("--as-of", "2026-11-22")
GOOD = "name: Jo\nseeking: [CPSRP-P]\n"
"""A profile that must be judged whatever lies beside it."""

_WITHIN = """
import resource, sys
seconds, memory = int(sys.argv[1]), int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
sys.argv = ["peercert", *sys.argv[3:]]
from peercert.__main__ import main
main()
"""
START = 2
"""Seconds of a slow machine's processor in which the program starts and ends."""

MEMORY = 200 * MEBIBYTE
PARQUET = 300 * MEBIBYTE
"""What is granted where a table is in Parquet: the package that reads it takes much of it for itself."""


class Said(NamedTuple):
    """What came out of a run over hostile files."""

    ended: Ended
    judged: dict[str, list[str]]
    """The people judged, by file."""

    lines: dict[str, list[str]]
    """What was said of each file, without its name."""


def limited(*arguments: str, folder: Path, seconds: int, memory: int = MEMORY, stdin: bytes = b"") -> Ended:
    """Run the program in a process that may take so much of the processor and of memory, and no more."""
    return run(sys.executable, "-c", _WITHIN, str(seconds), str(memory), *arguments, folder=folder, stdin=stdin)


def over(files: Sequence[Hostile], folder: Path, seconds: int) -> Said:
    """Make files in a folder, with a good one beside them, and check the folder."""
    made = folder / "in"
    made.mkdir()
    for one in files:
        one.make(made)
    (made / "zz-good.yaml").write_text(GOOD, encoding="utf-8")
    memory = PARQUET if any(one.name.endswith(".parquet") for one in files) else MEMORY
    ended = limited("check", "in", *DAY, "-f", "jsonl", "-j", "1", folder=folder, seconds=seconds, memory=memory)
    judged: dict[str, list[str]] = defaultdict(list)
    for line in map(json.loads, ended.out.splitlines()):
        if "verdict" in line and line["candidate"] not in judged[line["source"]]:
            judged[line["source"]].append(line["candidate"])
    lines: dict[str, list[str]] = defaultdict(list)
    for line in ended.err.splitlines():
        name, colon, rest = line.partition(":")
        lines[name].append(colon + rest)
    return Said(ended, judged, lines)


def wrong(one: Hostile, said: Said) -> list[str]:
    """Return what should have been said or judged of a file, and was not, or the other way round."""
    lines, judged = said.lines[f"in/{one.name}"], said.judged[f"in/{one.name}"]
    expected = lines[: len(one.says)] if one.more else lines
    fits = len(expected) == len(one.says) and all(map(str.startswith, expected, one.says))
    found = [] if fits else [f"{one.name}: {expected[:3]} and not {list(one.says[:3])}"]
    found += [] if tuple(judged) == one.judged else [f"{one.name}: judged {judged}"]
    found += [f"{one.name}: no way out is named in {line}" for line in lines if line.count(". ") + line.count("? ") < 1]
    return found + [f"{one.name}: shows what was told" for line in lines if TOLD in line]


def some(things: Iterable[str], *quick: str) -> list[ParameterSet]:
    """Return the names of things to try, those that are not named here only in a thorough run."""
    return [pytest.param(one, marks=[] if one in quick else [pytest.mark.thorough]) for one in things]
