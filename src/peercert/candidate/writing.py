"""A candidate as a profile file has it: plain data that reads back to the same candidate."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from peercert.candidate.load import Candidate, load_candidate
from peercert.dates import Span
from peercert.reading import read_text
from peercert.words import Words

Written = dict[str, Any]  # Any: mappings, lists, texts, amounts and yes or no, as a profile file may hold them
"""A profile as plain data; amounts are exact decimals."""

_LIMIT = 4 * 1024 * 1024
"""Bytes of such data that are read at most: a profile, and what is added to it."""


def written(candidate: Candidate) -> Written:
    """Return a candidate as plain data."""
    found: Written = _plain(candidate.profile)
    for key in candidate.incomplete:
        found[key] = {"records": found.get(key, []), "complete": False}
    return {**found, **dict.fromkeys(sorted(candidate.declined), "declined")}


def read_back(told: Mapping[str, Any], candidate: Candidate, words: Words, as_of: date) -> Candidate:
    """Read plain data as the profile of the same candidate.

    Args:
        told: What `written` returned, with whatever was changed in it.
        candidate: Whose it is.
        words: The words of the loaded catalogue.
        as_of: The day decided on.

    Raises:
        FileError: If it cannot be used; it names every problem.
    """
    document = read_text(json_text(told), candidate.source, syntax="json", limit=_LIMIT)
    return replace(load_candidate(document, words, as_of), id=candidate.id)


def json_text(value: object) -> str:
    """Write plain data as JSON on one line, in ASCII; amounts exactly, without an exponent."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{json.dumps(key)}: {json_text(one)}' for key, one in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(json_text, value))}]"
    if isinstance(value, Decimal):
        plain = f"{value:f}"
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    return json.dumps(value)


def _plain(value: object) -> Any:  # noqa: ANN401 - any fact of a profile
    if isinstance(value, BaseModel):
        told = [(info.alias or name, getattr(value, name)) for name, info in type(value).model_fields.items()]
        return {key: _plain(fact) for key, fact in told if fact is not None}
    if isinstance(value, Span):
        first, last = value.first.isoformat(), value.last.isoformat()
        return first if first == last else f"{first}..{last}"
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    return str(value) if isinstance(value, str) else value
