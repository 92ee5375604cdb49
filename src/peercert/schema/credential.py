"""The schema of a credential's rules: a tree of requirements, each with the keys of its own kind and no others."""

from __future__ import annotations

from peercert.catalog.credential import Credential
from peercert.requirements import KINDS, Requirement, kind_of
from peercert.schema.drawing import Schema, draw

_ONE_OF_TWO: dict[str, list[Schema]] = {
    "experience": [
        {"required": ["at_least"], "not": {"required": ["any_amount"], "properties": {"any_amount": {"const": True}}}},
        {"required": ["any_amount"], "properties": {"any_amount": {"const": True}}, "not": {"required": ["at_least"]}},
    ],
    "training_hours": [
        {"required": ["at_least"], "not": {"required": ["at_most"]}},
        {"required": ["at_most"], "not": {"required": ["at_least"]}},
    ],
}
"""Keys of which a kind takes just one."""


def credential_schema() -> Schema:
    """Return the schema of one credential's file."""
    drawn = draw(Credential)
    inside = drawn["$defs"]
    for kind in KINDS:
        one, models = _kind(kind)
        inside.update({name: model for name, model in models.items() if name not in inside})
        inside[kind] = one
    inside["Requirement"] = _by_kind()
    _name_topics(inside)
    return {"title": "What one credential asks", **drawn}


def _name_topics(inside: Schema) -> None:
    """Write the list of topics once, and refer to it."""
    inside["Topic"] = {key: inside["Fact"]["properties"]["topic"][key] for key in ("type", "enum")}
    for definition in inside.values():
        if "topic" in definition.get("properties", {}):
            said = definition["properties"]["topic"].get("description")
            refers = {"$ref": "#/$defs/Topic"}
            definition["properties"]["topic"] = {"description": said, **refers} if said else refers


def _by_kind() -> Schema:
    """Return the schema that leads from `kind` to the keys of that kind."""
    cases = [
        {"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": {"$ref": f"#/$defs/{kind}"}}
        for kind in KINDS
    ]
    return {
        "description": "One condition, or conditions joined.",
        "type": "object",
        "properties": {"kind": {"enum": [*KINDS]}},
        "required": ["kind", "id", "title"],
        "allOf": cases,
    }


def _kind(name: str) -> tuple[Schema, Schema]:
    """Return the schema of a kind, and the schemas that it needs."""
    model = kind_of(name)
    drawn = draw(model)
    models = drawn.pop("$defs", {})
    models.pop("Requirement", None)
    if _must_cite(model):
        drawn["required"] = [*drawn["required"], "sources"]
        drawn["properties"]["sources"] = {**drawn["properties"]["sources"], "minItems": 1}
    if name in _ONE_OF_TWO:
        drawn["oneOf"] = _ONE_OF_TWO[name]
    return drawn, models


def _must_cite(model: type[Requirement]) -> bool:
    """Say whether a kind must name its sources: those that only hold others need not."""
    return not model.groups and "readings" not in model.model_fields
