"""JSON, written in one way: in ASCII, so that the bytes are the same on every stream, and nothing acts on one."""

from __future__ import annotations

import json
from json.encoder import encode_basestring_ascii as quote

_ENCODER = json.JSONEncoder(allow_nan=False)


def text(value: object) -> str:
    """Write a value on one line."""
    return _ENCODER.encode(value)


def page(value: object) -> str:
    """Write a value on lines that a person can read."""
    return json.dumps(value, indent=2, allow_nan=False) + "\n"


__all__ = ["page", "quote", "text"]
