"""A checklist as JSON: the whole tree of a credential, with its words and sources."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from peercert.render.checklist import SECTIONS, Checklist, Item, Note
from peercert.render.json_text import page
from peercert.render.json_v1 import source
from peercert.render.style import Style

FORMAT = "peercert.show/1"
"""The name and version of the shape."""

Drawn = dict[str, Any]  # Any: plain data of any depth


def as_json(one: Checklist, style: Style) -> str:
    """Write one JSON object.

    Args:
        one: What is known of the credential.
        style: Which characters can be shown.
    """
    del style
    credential, edition = one.credential, one.edition
    drawn: Drawn = {
        "format": FORMAT,
        "as_of": one.as_of.isoformat(),
        "catalog": {"version": one.catalog_version, "checked": one.checked.isoformat()},
        "credential": credential.id,
        "title": credential.title,
        "aliases": list(credential.aliases),
        "jurisdiction": credential.jurisdiction,
        "region": credential.region,
        "issuer": credential.issuer.model_dump(),
        "about": credential.about,
        "edition": edition.id if edition else None,
        "pathways": [{"id": way.id, "title": way.title, "requirements": _items(way.items)} for way in one.ways],
        "facts": {name: _notes(notes) for name, notes in _by_section(one)},
        "open_questions": _notes(one.questions),
        "secondary": list(one.secondary),
    }
    return page(drawn)


def _by_section(one: Checklist) -> Iterable[tuple[str, tuple[Note, ...]]]:
    names = {heading: name for name, heading in SECTIONS.items()}
    return ((names[heading], notes) for heading, notes in one.facts)


def _items(items: Iterable[Item]) -> list[Drawn]:
    return [
        {
            "id": item.requirement.id,
            "kind": item.requirement.kind,
            "topic": item.requirement.about,
            "title": item.requirement.title,
            "asks": item.says,
            "note": item.requirement.note,
            "sources": [source(cited) for cited in item.cited],
            "readings": _items(item.readings),
            "children": _items(item.children),
        }
        for item in items
    ]


def _notes(notes: Iterable[Note]) -> list[Drawn]:
    return [
        {
            "id": note.id,
            **({"label": note.label} if note.label else {}),
            "text": note.text,
            "sources": [source(cited) for cited in note.cited],
        }
        for note in notes
    ]
