"""Digests that a receipt names: of the program, of a profile however it is spelled, and of the receipt itself."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from peercert.reading import Value


@cache
def program_sha256() -> str:
    """Return the digest of every module of the program, names included; the same wherever it is installed."""
    folder = Path(str(files("peercert")))
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.py"), key=lambda one: one.relative_to(folder).as_posix()):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def profile_sha256(value: Value) -> str:
    """Return the digest of what a profile says: the same for YAML and JSON, and for any order of its keys."""
    return digest(value)


def seal(head: dict[str, Any], people: list[str]) -> str:
    """Return the seal: a digest of all else, by which a slip is seen. It is no signature: anybody can make one.

    Args:
        head: All that stands before the people.
        people: The digest of each person's part.
    """
    return digest([head, people])


def digest(value: object) -> str:
    """Return the digest of a JSON value, whatever its spelling."""
    written = json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()
