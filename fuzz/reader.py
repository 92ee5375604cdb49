"""Fuzzes the readers: whatever the bytes are, a profile comes out or problems do; see the README beside this file."""

from __future__ import annotations

import importlib
import io
import sys
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import atheris

with atheris.instrument_imports(include=["peercert", "yaml"]):
    from peercert.candidate import load_candidate
    from peercert.catalog import load_catalog
    from peercert.errors import FileError
    from peercert.inputs.csv_table import csv_table
    from peercert.inputs.given import Given
    from peercert.inputs.json_lines import json_lines
    from peercert.inputs.lists import listed
    from peercert.reading import Document, read_bytes

    for late in ("json_events", "survey", "tree", "yaml_text"):
        importlib.import_module(f"peercert.reading.{late}")

DAY = date(2026, 11, 22)
WORDS = load_catalog().words


def check(refused: FileError) -> None:
    """Stop the fuzzer at a refusal that says nothing, or points to nowhere."""
    for problem in refused.problems:
        if not problem.message or (problem.line is not None and problem.line < 1):
            raise AssertionError(problem)
    if not refused.problems:
        raise AssertionError


def read_one(read: Callable[[], Document]) -> None:
    """Read a document, ask for a place in it, and make a candidate of it."""
    try:
        document = read()
        document.place(())
        load_candidate(document, WORDS, DAY)
    except FileError as refused:
        check(refused)


def read_many(profiles: Iterable[Given]) -> None:
    """Read each profile of a table or of lines."""
    for one in profiles:
        read_one(one.read)


def read_list(data: bytes) -> None:
    """Read the names of files."""
    try:
        list(listed(io.BytesIO(data), "fuzz"))
    except FileError as refused:
        check(refused)


READERS: dict[int, Callable[[bytes], Any]] = {
    ord("Y"): lambda data: read_one(lambda: read_bytes(data, "fuzz", syntax="yaml")),
    ord("J"): lambda data: read_one(lambda: read_bytes(data, "fuzz", syntax="json")),
    ord("C"): lambda data: read_many(csv_table(io.BytesIO(data), "fuzz", "fuzz")),
    ord("L"): lambda data: read_many(json_lines(io.BytesIO(data), "fuzz", "fuzz")),
    ord("F"): read_list,
}
"""Each reader, by the first byte of what the fuzzer makes up; any other first byte is read as YAML."""


def one_input(data: bytes) -> None:
    """Give some bytes to the reader that the first one names."""
    READERS.get(data[0] if data else 0, READERS[ord("Y")])(data[1:])


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
