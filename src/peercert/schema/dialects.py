"""The dialects of JSON Schema that a schema can be written in: the newest, and the older one that editors know best."""

from __future__ import annotations

from typing import Any

from peercert.schema.drawing import Schema

NEWEST, OLDER = "2020-12", "draft-07"
DIALECTS = {NEWEST: "https://json-schema.org/draft/2020-12/schema", OLDER: "http://json-schema.org/draft-07/schema#"}
"""Each dialect, with the address by which a schema names it."""


def in_dialect(drawn: Schema, name: str, dialect: str) -> Schema:
    """Return a schema that names its dialect and itself.

    Args:
        drawn: The schema as it was drawn, for the newest dialect.
        name: What it describes.
        dialect: One of `DIALECTS`.

    Source:
        JSON Schema draft-07: definitions stand under `definitions`, and whatever stands beside a `$ref` is passed over.
    """
    if dialect == NEWEST:
        return {"$schema": DIALECTS[dialect], "$id": f"urn:peercert:schema:{name}:1", **drawn}
    older = _older(drawn)
    return {"$schema": DIALECTS[dialect], "$id": f"urn:peercert:schema:{name}:1:{dialect}", **older}


def _older(drawn: Any) -> Any:  # noqa: ANN401 - any part of a schema
    if isinstance(drawn, list):
        return [_older(one) for one in drawn]
    if not isinstance(drawn, dict):
        return drawn
    kept = {("definitions" if key == "$defs" else key): _older(value) for key, value in drawn.items()}
    if isinstance(refers := kept.get("$ref"), str):
        del kept["$ref"]
        to = {"$ref": refers.replace("#/$defs/", "#/definitions/")}
        return {**kept, "allOf": [to]} if kept else to
    return kept
