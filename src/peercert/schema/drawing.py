"""From a model to its schema: nothing may be null, every object is closed, every field says what it is."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any, get_args

from pydantic import BaseModel

Schema = dict[str, Any]  # Any: a schema is plain data of any depth

_MAPS = ("properties", "$defs")
_LISTS = ("anyOf", "allOf", "oneOf")
_SINGLE = ("items", "additionalProperties", "propertyNames")


def draw(model: type[BaseModel]) -> Schema:
    """Return the schema of a model, with the models inside it under `$defs`."""
    drawn: Schema = tidy(model.model_json_schema(by_alias=True))
    describe(drawn, model)
    inside = {one.__name__: one for one in models_inside(model)}
    for name, definition in drawn.get("$defs", {}).items():
        if name in inside:
            describe(definition, inside[name])
    return drawn


def describe(drawn: Schema, model: type[BaseModel]) -> None:
    """Give each field the sentence that stands beneath it in the code."""
    said = field_words(model)
    for name, field in model.model_fields.items():
        key = field.alias or name
        if name in said and key in drawn.get("properties", {}):
            drawn["properties"][key] = {"description": said[name], **drawn["properties"][key]}


def tidy(drawn: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """Take out what says nothing to an author: titles made from names, and null, which no file may hold."""
    if not isinstance(drawn, dict):
        return drawn
    kept = {key: value for key, value in drawn.items() if key != "title" and not (key == "default" and not value)}
    for key in _MAPS:
        if key in kept:
            kept[key] = {name: tidy(inner) for name, inner in kept[key].items()}
    for key in _LISTS:
        if key in kept:
            kept[key] = [tidy(inner) for inner in kept[key] if inner != {"type": "null"}]
    for key in _SINGLE:
        if key in kept:
            kept[key] = tidy(kept[key])
    if "ge" in kept:
        kept["minimum"] = kept.pop("ge")
    if "description" in kept:
        kept["description"] = " ".join(kept["description"].split())
    return _scalar(_single(kept))


def _single(drawn: Schema) -> Schema:
    """Write a choice of one as that one."""
    if len(drawn.get("anyOf", ())) != 1:
        return drawn
    return {**{key: value for key, value in drawn.items() if key != "anyOf"}, **drawn["anyOf"][0]}


def _scalar(drawn: Schema) -> Schema:
    """Let free text be written without quotes, a year or a number too, as the reader does."""
    if drawn.get("type") == "string" and not drawn.keys() & {"enum", "const", "pattern"}:
        return {**drawn, "type": ["string", "number"]}
    return drawn


def either(*choices: Schema) -> Schema:
    """Return a schema that takes any of some; a choice of choices is one choice."""
    flat: list[Schema] = []
    said: Schema = {}
    for choice in choices:
        if "anyOf" in choice and choice.keys() <= {"anyOf", "description"}:
            flat += choice["anyOf"]
        else:
            flat.append({key: value for key, value in choice.items() if key != "description"})
        if "description" in choice and not said:
            said = {"description": choice["description"]}
    return {**said, "anyOf": flat}


def models_inside(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Give a model, the models in its fields, and the models in theirs."""
    seen: list[type[BaseModel]] = [model]
    for one in seen:
        for field in one.model_fields.values():
            seen += [inner for inner in _models(field.annotation) if inner not in seen]
    yield from seen


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


@cache
def field_words(model: type[BaseModel]) -> dict[str, str]:
    """Return the sentence beneath each field of a model, the fields that it inherits included."""
    found: dict[str, str] = {}
    for one in reversed(model.__mro__):
        if issubclass(one, BaseModel) and one is not BaseModel:
            found |= _beneath(one)
    return found


def _beneath(model: type[BaseModel]) -> dict[str, str]:
    body = ast.parse(textwrap.dedent(inspect.getsource(model))).body[0]
    found: dict[str, str] = {}
    for field, said in pairwise(getattr(body, "body", [])):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(said, ast.Expr):
            words = said.value.value if isinstance(said.value, ast.Constant) else None
            if isinstance(words, str):
                found[field.target.id] = " ".join(words.split())
    return found
