"""The catalogue, checked and built beforehand: what start-up would make of the rules files each time, made once.

``python -m peercert.catalog.compiling`` writes it. It holds the digest of the files that it was made from, and is
used only while they are the same; otherwise the files themselves are read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from pydantic import BaseModel

NAME = "compiled.json"
"""The file, in the folder of rules."""

_PACKAGE = __name__.split(".", maxsplit=1)[0]


_RARE = ("allow", "silent_on", "names")
"""Keys for `rules check` alone; left out where they are empty, for a check never looks at them."""


def pack(value: object) -> object:
    """Turn models, tuples, numbers and days into what JSON can hold."""
    match value:
        case BaseModel():
            fields = {name: pack(held) for name, held in _fields(value) if held or name not in _RARE}
            kind = type(value)
            return {"=": f"{kind.__module__.removeprefix(f'{_PACKAGE}.')}:{kind.__qualname__}", **fields}
        case dict():
            return {"": {key: pack(inner) for key, inner in value.items()}}
        case tuple():
            return [pack(inner) for inner in value]
        case Decimal():
            return {"#": str(value)}
        case date():
            return {"@": value.isoformat()}
        case _:
            return value


def _fields(model: BaseModel) -> Iterator[tuple[str, object]]:
    return ((name, getattr(model, name)) for name in type(model).model_fields)


def unpack(value: Any) -> Any:  # noqa: ANN401 - the reverse of pack
    """Turn what `pack` made back into what it was."""
    if isinstance(value, list):
        return tuple([unpack(inner) for inner in value])
    if not isinstance(value, dict):
        return value
    if "=" in value:
        return _class(value["="]).model_construct(
            None, **{name: unpack(inner) for name, inner in value.items() if name != "="}
        )
    if "#" in value:
        return Decimal(value["#"])
    if "@" in value:
        return date.fromisoformat(value["@"])
    return {key: unpack(inner) for key, inner in value[""].items()}


@cache
def _class(name: str) -> type[BaseModel]:
    module, _, kind = name.partition(":")
    found: type[BaseModel] = getattr(import_module(f"{_PACKAGE}.{module}"), kind)
    return found


def read(folder: Path, sha256: str) -> dict[str, Any] | None:
    """Return what was made from a folder of rules; None where there is nothing, or it was made from other files."""
    try:
        held: dict[str, Any] = json.loads((folder / NAME).read_bytes())
    except OSError:
        return None
    return held if held["sha256"] == sha256 else None
