"""Digests that a receipt names: of the program, and of a profile whatever the way it is spelled."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib.resources import files
from pathlib import Path

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
    text = json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()
