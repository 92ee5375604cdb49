"""Receipts for tests: of an example, changed in one place, and sealed again or not."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from peercert import __version__
from peercert.candidate import load_candidate
from peercert.catalog import Catalog
from peercert.catalog import load_catalog as load
from peercert.digests import digest, profile_sha256, program_sha256, seal
from peercert.reading import read_text
from peercert.receipt import closing, entry, opening
from peercert.report import Header
from peercert.session import Options, check
from peercert.verify import Options as Against
from peercert.verify import Receipt, Rulebook, verify

TODAY = date(2026, 11, 22)
EXAMPLES = Path(__file__).parents[2] / "examples"
Node = dict[str, Any]


@cache
def catalog_() -> Catalog:
    """Return the built-in catalogue, read once."""
    return load()


@cache
def rulebook() -> Rulebook:
    """Return the built-in rules, as the checker reads them."""
    return Rulebook(catalog_().folder)


def text_of(example: str) -> str:
    """Return the text of an example."""
    return (EXAMPLES / f"{example}.yaml").read_text(encoding="utf-8")


def receipt(profile: str, *credentials: str, day: date = TODAY, **options: Any) -> Node:
    """Return the receipt of a profile, read back from what is written."""
    catalog, redact = catalog_(), options.pop("redact", False)
    document = read_text(profile, "person.yaml")
    candidate = load_candidate(document, catalog.words, day)
    asked = Options(day, credentials, redact=redact, **options)
    header = Header(
        __version__, catalog.about.version, catalog.sha256, day, asked.disputes, asked.verified_only, redact
    )
    piece = entry(catalog, header, check(catalog, candidate, asked)._replace(document=document))
    written = f"{opening(header)}\n{piece}{closing(header, [digest(json.loads(piece))])}"
    value: Node = json.loads(written)
    return value


def faults(value: Node, profile: str | None = None, day: date = TODAY) -> tuple[str, ...]:
    """Return what the checker says of a receipt; the day only matters to who was born after it."""
    profiles = None
    if profile is not None:
        document = read_text(profile, "person.yaml")
        candidate = load_candidate(document, catalog_().words, day)
        profiles = [(profile_sha256(document.value), candidate)]
    return verify(Receipt("r.json", value), Against(rulebook(), (__version__, program_sha256()), profiles)).faults


def sealed(value: Node) -> Node:
    """Return a receipt sealed again, as somebody would who forges one."""
    head = {key: one for key, one in value.items() if key not in ("people", "count", "seal")}
    return value | {"seal": seal(head, [digest(one) for one in value["people"]])}


Place = tuple[str | int, ...]


def places(value: Any, before: Place = ()) -> Iterator[Place]:
    """Give the way to everything in a receipt."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in items:
        yield (*before, key)
        yield from places(one, (*before, key))


def changes(value: Any) -> Iterator[Any]:
    """Give other values for one: numbers up and down, outcomes and words turned, days moved."""
    if value is None:
        yield from ("1", "2020-01-01")
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value + 1, value - 1)
    elif isinstance(value, str):
        yield from _texts(value)


def _texts(value: str) -> Iterator[str | None]:
    others = {
        "met": ["unmet", "unknown", "not_applicable"], "unmet": ["met", "unknown", "not_applicable"],
        "unknown": ["met", "unmet"], "not_applicable": ["met", "unmet"], "yes": ["no", "perhaps"],
        "no": ["yes", "perhaps"], "perhaps": ["yes", "no"], "": ["window"],
        "eligible": ["not_eligible", "not_yet", "undetermined"],
    }  # fmt: skip
    if value in others:
        yield from others[value]
    elif value.replace(".", "", 1).isdigit():
        yield from (str(int(float(value)) + 1), str(max(int(float(value)) - 1, 0)) + ".5", None)
    elif len(value) == 10 and value[4] == value[7] == "-":
        yield from (f"{int(value[:4]) - 1}{value[4:]}", f"{int(value[:4]) + 1}{value[4:]}", None)
    else:
        yield from (f"{value}x", "eligible")


def mutants(value: Node) -> Iterator[tuple[Place, Node]]:
    """Give every receipt that differs in one place: a value changed, an entry dropped or doubled."""
    for place in places(value):
        holder: Any = value
        for key in place[:-1]:
            holder = holder[key]
        for other in changes(holder[place[-1]]):
            yield place, _with(value, place, lambda held, key, other=other: held.__setitem__(key, other))
        yield place, _with(value, place, lambda held, key: held.__delitem__(key))
        if isinstance(holder, list):
            yield place, _with(value, place, lambda held, key: held.insert(key, copy.deepcopy(held[key])))


def _with(value: Node, place: Place, change: Any) -> Node:
    other = copy.deepcopy(value)
    holder: Any = other
    for key in place[:-1]:
        holder = holder[key]
    change(holder, place[-1])
    return other
