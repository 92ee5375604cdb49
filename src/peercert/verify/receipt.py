"""A receipt as a file: read strictly, with its seal."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from peercert.errors import FileError, Problem
from peercert.reading import open_lines

FORMAT = "peercert.receipt/1"
_LIMIT = 64 * 1024 * 1024
"""Bytes of a receipt that are read at most."""

_HEAD = {"format", "program", "catalog", "as_of", "disputes", "verified_only", "redacted", "people", "count", "seal"}

Node = dict[str, Any]


class Receipt(NamedTuple):
    """What a receipt says."""

    source: str
    value: Node


def read_receipt(path: Path) -> Receipt:
    """Read a receipt.

    Raises:
        FileError: If it is not one.
    """
    try:
        with open_lines(path) as file:
            data = file.read(_LIMIT + 1)
    except OSError as error:
        raise _refused(path, "unreadable", f"This file cannot be read: {(error.strerror or '').lower()}.") from error
    if len(data) > _LIMIT:
        raise _refused(path, "too-large", "This file is larger than 64 MiB, and larger receipts are not read.")
    try:
        value = json.loads(data, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise _refused(
            path, "not-json", "This is not a receipt: it is not JSON, or a key stands in it twice."
        ) from error
    if not isinstance(value, dict) or value.get("format") != FORMAT or set(value) != _HEAD:
        raise _refused(path, "not-a-receipt", "This is not a receipt of this version of peercert.")
    return Receipt(str(path), value)


def day_of(receipt: Receipt) -> date:
    """Return the day decided on.

    Raises:
        FileError: If the receipt names none.
    """
    try:
        return date.fromisoformat(receipt.value["as_of"])
    except (TypeError, ValueError) as error:
        raise _refused(Path(receipt.source), "not-a-receipt", "This receipt does not name its day.") from error


def _once(pairs: list[tuple[str, Any]]) -> Node:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _refused(path: Path, code: str, message: str) -> FileError:
    return FileError((Problem(str(path), None, None, code, message, "Write one with `peercert check --receipt`."),))
