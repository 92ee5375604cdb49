"""What a schema leaves out: the keys of a real report that it does not name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from upper import Written


def undescribed(value: Any, whole: Written) -> list[str]:
    """Return the keys of a value that its schema does not name, each once."""
    return sorted(set(_unnamed(value, whole, whole["$defs"])))


def _unnamed(value: Any, drawn: Written, kinds: Written) -> Iterator[str]:
    if "$ref" in drawn:
        drawn = kinds[drawn["$ref"].rpartition("/")[2]]
    drawn = next((one for one in drawn.get("anyOf", ()) if one != {"type": "null"}), drawn)
    if isinstance(value, dict) and "properties" in drawn:  # a profile has a schema of its own
        for key, inner in value.items():
            if key in drawn["properties"]:
                yield from _unnamed(inner, drawn["properties"][key], kinds)
            else:
                yield key
    if isinstance(value, list):
        for inner in value:
            yield from _unnamed(inner, drawn["items"], kinds)
