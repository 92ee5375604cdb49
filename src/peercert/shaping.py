"""From plain values to a typed model: every fault at once, each with its path, in the author's words."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any, NamedTuple, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from peercert.errors import Problem
from peercert.reading import Document, did_you_mean
from peercert.reading.refusals import PROBLEM_LIMIT, too_many

Path = tuple[str | int, ...]
M = TypeVar("M", bound=BaseModel)

_ROUNDS = 3
"""How often what is wrong is set aside so that the rest can be looked at too."""

_SHOWN_KEY = 40
"""Characters up to which an unknown key is shown."""


class Fault(NamedTuple):
    """Something wrong at a place in a document, before its line is known."""

    path: Path
    code: str
    message: str
    hint: str | None = None
    at_key: bool = False


def placed(document: Document, faults: Iterable[Fault]) -> tuple[Problem, ...]:
    """Turn faults into problems with line and column, in the order of the file; no more than are listed of one file."""
    problems = [
        document.problem(fault.path, fault.code, fault.message, fault.hint, key=fault.at_key)
        for fault in islice(faults, PROBLEM_LIMIT + 1)
    ]
    problems.sort(key=lambda problem: (problem.line or 0, problem.column or 0, problem.code))
    if len(problems) > PROBLEM_LIMIT:
        problems[PROBLEM_LIMIT] = too_many(problems[PROBLEM_LIMIT])
    return tuple(problems)


def shape(model: type[M], raw: dict[str, Any]) -> tuple[M | None, list[Fault]]:
    """Make a model from plain values, setting aside what is wrong to look at the rest too.

    Args:
        model: What should stand there.
        raw: What stands there.

    Returns:
        The model, of what is right, or None where even that cannot be made; and every fault.
    """
    faults: dict[Fault, None] = {}
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(raw), list(faults)
        except ValidationError as error:
            found = error.errors(include_url=False, include_context=False, include_input=False)[: PROBLEM_LIMIT + 1]
        raw, before = copy.deepcopy(raw), [fault.path for fault in faults]
        for one in found:
            path = tuple(part for part in one["loc"] if part != "[key]")
            if _follows(one["type"], path, found, before):
                continue
            faults[_fault(model, path, one["type"], one["msg"], raw, in_key="[key]" in one["loc"])] = None
        for fault in sorted(faults, key=lambda fault: len(fault.path), reverse=True):
            _set_aside(raw, fault.path, record=fault[1:3] == _MAPPING[:2])
        if len(found) > PROBLEM_LIMIT:
            break
    return None, list(faults)


def _follows(kind: str, path: Path, found: list[Any], before: list[Path]) -> bool:
    """Say whether something is only missed because of another fault: one inside it, or one that was set aside."""
    if kind == "missing":
        return bool(before) or _misspelt(path, found)
    inside = [*before, *(one["loc"][:-1] for one in found if kind == "too_short")]
    return any(path == one[: len(path)] for one in inside)


def _misspelt(missing: tuple[str | int, ...], found: list[Any]) -> bool:
    """Say whether a key that is missing stands there after all, under a name that is nearly right."""
    return any(
        one["type"] == "extra_forbidden"
        and one["loc"][:-1] == missing[:-1]
        and did_you_mean(str(one["loc"][-1]), [str(missing[-1])]) is not None
        for one in found
    )


def _set_aside(raw: dict[str, Any], path: Path, *, record: bool) -> None:
    """Remove what is wrong; a record keeps its place in its list, as one that tells nothing."""
    holder: Any = raw
    for part in path[:-1]:
        try:
            holder = holder[part]
        except (KeyError, IndexError, TypeError):
            return
    last = path[-1] if path else None
    if isinstance(holder, dict):
        holder.pop(last, None)
    elif isinstance(holder, list) and isinstance(last, int) and last < len(holder):
        if record:
            holder[last] = {}
        else:
            _set_aside(raw, path[:-1], record=False)


_MAPPING = ("wrong-type", "A mapping is needed here.", "Write `key: value` lines.")
_EXPECTED = {
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "dict_type": _MAPPING,
    "tuple_type": (
        "wrong-type",
        "A list is needed here.",
        "Write it in brackets, or one item a line, each after a dash.",
    ),
    "string_type": ("wrong-type", "A text is needed here.", "Write it on one line, in quotes if it has a colon in it."),
    "string_too_long": ("too-long", "This text is too long.", "Say it in fewer words."),
    "string_too_short": ("empty-value", "This text is empty.", "Leave the key out if it is not known."),
    "too_short": ("empty-value", "This list is too short.", "Write what belongs in it."),
    "greater_than_equal": ("bad-number", "This number is too small.", "Write a larger one."),
}


def _fault(
    model: type[BaseModel], path: Path, kind: str, message: str, raw: Mapping[str, Any], *, in_key: bool
) -> Fault:
    if kind == "missing":
        return Fault(path[:-1], "missing-key", f"The key {shown(str(path[-1]))} is missing here.", at_key=False)
    if kind == "extra_forbidden" or in_key:
        return unknown_key(path, known_keys(model, path[:-1]))
    if kind == "literal_error":
        return _unknown_word(model, path, raw)
    if kind in _EXPECTED:
        code, message, hint = _EXPECTED[kind]
        return Fault(path, code, message, hint)
    return Fault(path, kind, message)


def unknown_key(path: Path, known: list[str]) -> Fault:
    """Return the fault of a key that nobody knows, with the nearest known one."""
    key, place = str(path[-1]), ".".join(str(part) for part in path[:-1] if isinstance(part, str))
    nearest = did_you_mean(key, known)
    hint = f'Did you mean "{nearest}"?' if nearest else f"It may be one of: {', '.join(known)}."
    return Fault(path, "unknown-key", f"Unknown key {shown(key)}{f' in {place}' if place else ''}.", hint, at_key=True)


def unknown_word(path: Path, word: object, known: list[str], name: str | None = None) -> Fault:
    """Return the fault of a word that a field does not know, with the nearest known one.

    Args:
        path: Where it stands.
        word: What stands there.
        known: What may stand there.
        name: The field; the last key of the path where None.
    """
    if not isinstance(word, str):
        return Fault(path, "wrong-type", "A word is needed here.", f"Write one of: {', '.join(known)}.")
    nearest = did_you_mean(word, known)
    hint = f'Did you mean "{nearest}"? ' if nearest else ""
    name = name or next((part for part in reversed(path) if isinstance(part, str)), "this")
    return Fault(path, "unknown-word", f"This is not a word that {name} knows.", f"{hint}It knows: {', '.join(known)}.")


def _unknown_word(model: type[BaseModel], path: Path, raw: Any) -> Fault:  # noqa: ANN401 - any value may stand in a file
    value = raw
    for part in path:
        value = value[part]
    name, words = _field_at(model, _pattern(model, path))
    return unknown_word(path, value, [word for word in words if word != "declined"], name)


def shown(key: str) -> str:
    """Show a key only where it looks like one: what a person typed by mistake may be personal."""
    return f'"{key}"' if key.replace("-", "_").isidentifier() and len(key) <= _SHOWN_KEY else "(not shown)"


def _pattern(root: type[BaseModel], path: Path) -> tuple[str, ...]:
    """Return the fields on the way to a place, without the keys that an author made up for things of one kind."""
    fields: tuple[str, ...] = ()
    made_up = False
    for part in path:
        if isinstance(part, str) and not made_up:
            fields = (*fields, part)
            made_up = fields in _models(root) and _models(root)[fields].keyed
        else:
            made_up = made_up and not isinstance(part, str)
    return fields


class _Place(NamedTuple):
    """What stands at a place in a document."""

    model: type[BaseModel]
    keyed: bool
    """Whether it stands there more than once, each under a key of its own."""


@cache
def _models(root: type[BaseModel]) -> dict[tuple[str, ...], _Place]:
    """Map each place in a document to what stands there."""
    found: dict[tuple[str, ...], _Place] = {(): _Place(root, keyed=False)}
    queue: list[tuple[str, ...]] = [()]
    while queue:
        place = queue.pop()
        for name, info in found[place].model.model_fields.items():
            inner = next(_inner_models(info.annotation), None)
            if inner is not None:
                found[(*place, info.alias or name)] = _Place(inner, keyed=get_origin(info.annotation) is dict)
                queue.append((*place, info.alias or name))
    return found


def _inner_models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _inner_models(part)


def known_keys(root: type[BaseModel], path: Path) -> list[str]:
    """Return the keys that may stand at a place."""
    pattern = _pattern(root, path)
    place = _models(root).get(pattern)
    if place is None:
        return _words_at(root, pattern)
    return [info.alias or name for name, info in place.model.model_fields.items()]


def _words_at(root: type[BaseModel], pattern: tuple[str, ...]) -> list[str]:
    """Return the words that a field takes, wherever they are nested in its type."""
    return _field_at(root, pattern)[1]


def _field_at(root: type[BaseModel], pattern: tuple[str, ...]) -> tuple[str | None, list[str]]:
    """Return the field that a place belongs to, which is no key that a person made up, and the words that it takes."""
    for cut in range(len(pattern), 0, -1):
        place = _models(root).get(pattern[: cut - 1])
        if place is None:
            continue
        annotations = {info.alias or name: info.annotation for name, info in place.model.model_fields.items()}
        if pattern[cut - 1] in annotations:
            return pattern[cut - 1], list(dict.fromkeys(_literals(annotations[pattern[cut - 1]])))
    return None, []


def _literals(annotation: object) -> Iterator[str]:
    for part in get_args(annotation):
        if isinstance(part, str):
            yield part
        else:
            yield from _literals(part)
