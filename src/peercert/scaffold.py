"""A profile to fill in: the fields that the chosen credentials look at, each explained, as comments to put to use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from peercert.candidate import load_candidate
from peercert.case import Case
from peercert.catalog import Catalog
from peercert.reading import read_text
from peercert.requirements import Requirement
from peercert.requirements.choices import EDGES, HOURS, TOPIC, WHEN, Choice
from peercert.requirements.combining import Combinator
from peercert.requirements.meets_credential import MeetsCredential
from peercert.scaffold_blocks import ALWAYS, BLOCKS, STATEMENTS, Block

MODELINE = "# yaml-language-server: $schema=candidate.schema.json"
"""Tells an editor which schema the file follows."""

_HEAD = """\
## A profile for peercert. Fill in what you know and leave out the rest.
##
## Lines with two signs (##) explain. Lines with one sign (#) are examples: to use
## one, take away the sign and the space after it, then put in your own words.
##
## What is left out means "not told". It is never taken as a no.
## [] means "none". The word declined means "I will not say".
## If a list may be longer than what you know, write it so:
##   training: {records: [ ... ], complete: false}
## Days are written year-month-day. If you know only the month or the year, write that;
## only application_date must be a day.
##
## For help while you type, run this once beside this file:
##   peercert schema candidate -o candidate.schema.json
## To check the file:
##   peercert check FILE"""


_OF = {HOURS: ("hours", "credits"), EDGES: ("start", "end"), WHEN: ("start", "end")}
"""The fields of a record that tell what a rule asks of it as a whole."""


class _Picked(NamedTuple):
    """Words of the catalogue that stand in the examples."""

    words: dict[str, str]
    """What each blank in a block is filled with."""

    keys: tuple[str, ...]
    """What the chosen credentials look at."""

    unused: frozenset[str]
    """Fields that none of them asks for, such as `work.share`."""

    wished: bool
    """Whether credentials were chosen, so that the profile can seek them."""


def scaffold(catalog: Catalog, names: Sequence[str]) -> str:
    """Write a profile to fill in.

    Args:
        catalog: The rules.
        names: What the credentials are called; all of them where empty.

    Returns:
        YAML that is valid as it stands, and with every example line put to use. It seeks what was named.

    Raises:
        UsageError: If a name is unknown.
    """
    picked = _pick(catalog, chosen(catalog, names), wished=bool(names))
    blocks = [_drawn(block, picked) for block in BLOCKS if block.key in ALWAYS or is_used(block.key, picked.keys)]
    return "\n\n".join([f"{MODELINE}\n{_HEAD}", *blocks]) + "\n"


def chosen(catalog: Catalog, names: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of credentials by what they are called; of all of them where there are no names.

    Raises:
        UsageError: If a name is unknown.
    """
    return tuple(dict.fromkeys(catalog.find(name) for name in names)) or catalog.ids


def requirements_of(catalog: Catalog, ids: Sequence[str]) -> list[Requirement]:
    """Return every requirement of some credentials, and of those whose requirements they take over."""
    return [one for id_ in ids for one in _all(catalog, id_, [])]


def looked_at(asked: Iterable[Requirement]) -> tuple[str, ...]:
    """Return the keys of a profile that requirements look at."""
    return tuple(dict.fromkeys(key for one in asked for key in one.looks_at()))


def parts_of(asked: Sequence[Requirement], catalog: Catalog) -> list[str]:
    """Return the parts of courses that requirements name; all that the catalogue knows where they name none."""
    named = [*_named(asked, "components"), *_named(asked, "where_told")]
    return list(dict.fromkeys(named)) or [*catalog.words.components]


def _endings(asked: Sequence[Requirement], catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Give the parts of courses, each with how it must have ended."""
    wanted: dict[str, str] = {}
    for one in asked:
        wanted |= {**getattr(one, "where_told", {}), **getattr(one, "components", {})}
    yield from ((part, wanted.get(part, "completed")) for part in parts_of(asked, catalog))


def unused(catalog: Catalog, asked: Iterable[Requirement]) -> frozenset[str]:
    """Return the fields that requirements never tell apart, of those that a profile to fill in may leave out."""
    day = catalog.about.checked  # any will do
    nobody = load_candidate(read_text("id: nobody\n", "nobody", syntax="yaml"), catalog.words, day)
    case = Case(nobody, catalog, day)
    choices = (choice for one in asked for choice in one.choices(case))
    told = {f"{one.key}.{name}" for one in choices for name in _fields(one)}
    return frozenset(f"{block.key}.{name}" for block in BLOCKS for name in block.optional) - told


def _fields(choice: Choice) -> tuple[str, ...]:
    """Return the fields that a choice is about; none where it is about hours of any topic."""
    if choice.field == TOPIC:
        return ("topics",) if choice.short else ()
    return _OF.get(choice.field) or (choice.field.partition(".")[0],)


def is_used(fact: str, keys: Iterable[str]) -> bool:
    """Say whether a fact, or something in it, is among the keys that are looked at."""
    return any(key == fact or key.startswith(f"{fact}.") for key in keys)


def _drawn(block: Block, picked: _Picked) -> str:
    left_out = [name for name in block.optional if f"{block.key}.{name}" in picked.unused]
    says = [f"## {line}".rstrip() for line in without(block.says, left_out)]
    if block.key == "id" or (block.key == "seeking" and picked.wished):
        return "\n".join(_filled(line, picked.words) for line in [*says, *block.example])
    example = [*without(block.example, left_out)]
    if block.key == "attestations":
        used = [name for name in STATEMENTS if f"attestations.{name}" in picked.keys]
        says += [f"##   {name}: {STATEMENTS[name]}" for name in used]
        example += [f"  {name}: true" for name in used]
    return "\n".join(_filled(line, picked.words) for line in [*says, *(f"# {line}" for line in example)])


def without(lines: Iterable[str], fields: Sequence[str]) -> Iterator[str]:
    """Give lines without some fields: what stands on a line with others, and whole lines with what is below them."""
    below = None
    for line in lines:
        indent = len(line) - len(line.lstrip())
        if below is not None and indent > below:
            continue
        below = (
            indent if line.lstrip(" -").startswith(tuple(f"{name}{end}" for name in fields for end in ":, (")) else None
        )
        if below is None:
            yield re.sub(rf", ({'|'.join(fields)}): [^,}}]+", "", line) if fields else line


def _filled(line: str, words: dict[str, str]) -> str:
    for name, word in words.items():
        line = line.replace(f"<{name}>", word)
    return line


def _pick(catalog: Catalog, ids: Sequence[str], *, wished: bool) -> _Picked:
    asked = requirements_of(catalog, ids)
    words = catalog.words
    programs = _named(asked, "programs") or [*words.programs]
    exams = _named(asked, "exam") or [*words.exams]
    jurisdiction = catalog.credential(ids[0]).jurisdiction
    blanks = {
        "seeking": ", ".join(ids),
        "state": next(iter(_named(asked, "state")), jurisdiction.rpartition("-")[2]),
        "program": next(iter(programs), "none"),
        "programs": ", ".join([*programs, "none"]),
        "components": ", ".join(parts_of(asked, catalog)) or "any label",
        "ended": ", ".join(f"{part}: {how}" for part, how in _endings(asked, catalog)) or "final: passed",
        "exam": next(iter(exams), "declined"),
        "exams": ", ".join(exams),
        "settings": ", ".join(words.settings) or "any label",
        "setting": next(iter(words.settings), "clinic"),
        "supervisors": ", ".join(words.supervisors) or "any label",
        "supervisor": next(iter(words.supervisors), "nurse"),
        "credential": next(iter(_named(asked, "credential")), ids[0]),
        "credentials": ", ".join(words.credentials),
        "license": next(iter(_named(asked, "licenses")), "LPN"),
    }
    return _Picked(blanks, looked_at(asked), unused(catalog, asked), wished)


def _named(asked: Iterable[Requirement], key: str) -> list[str]:
    """Return the words that requirements name under a key, each once."""
    found: list[str] = []
    for one in asked:
        value: Any = getattr(one, key, ())  # Any: a word or several, as the kind has it
        found += [value] if isinstance(value, str) else value
    return list(dict.fromkeys(found))


def _all(catalog: Catalog, id_: str, seen: list[str]) -> Iterator[Requirement]:
    """Give every requirement of a credential, and of those whose requirements it takes over."""
    for edition in catalog.credential(id_).editions:
        for way in edition.pathways:
            for one in _inside(way.root):
                yield one
                if isinstance(one, MeetsCredential) and one.credential not in seen:
                    yield from _all(catalog, one.credential, [*seen, id_])


def _inside(requirement: Requirement) -> Iterator[Requirement]:
    yield requirement
    within = requirement.of if isinstance(requirement, Combinator) else requirement.alternatives
    for one in within:
        yield from _inside(one)
