"""The parts that the schemas of what peercert writes are made of."""

from __future__ import annotations

from peercert.schema.drawing import Schema

TEXT: Schema = {"type": "string"}
FLAG: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 0}
NUMBER: Schema = {"type": "number", "minimum": 0}
DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


def record_of(**fields: Schema) -> Schema:
    """Return an object that has these fields; others may be added to it later."""
    return {"type": "object", "properties": fields, "required": list(fields)}


def with_more(drawn: Schema, **optional: Schema) -> Schema:
    """Add fields that a report has only where there is something to say."""
    return {**drawn, "properties": {**drawn["properties"], **optional}}


def list_of(of: Schema) -> Schema:
    """Return a list of such things."""
    return {"type": "array", "items": of}


def some_of(of: Schema) -> Schema:
    """Return a list of such things that has at least one."""
    return {**list_of(of), "minItems": 1}


def to(name: str) -> Schema:
    """Return a reference to one of `$defs`."""
    return {"$ref": f"#/$defs/{name}"}


def or_null(drawn: Schema) -> Schema:
    """Return what may also be null."""
    return {"anyOf": [drawn, {"type": "null"}]}


_NAMED = record_of(version=TEXT, sha256={"type": "string", "pattern": "^[0-9a-f]{64}$"})
CATALOG: Schema = with_more(_NAMED, layers=list_of(_NAMED))
"""The rules that decided: by version and digest, and by each layer where some lie on top."""
