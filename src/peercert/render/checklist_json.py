"""A checklist as JSON: the whole tree of a credential, with its words and sources."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from peercert.explain import Cited
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
        "facts": {name: [_fact(note, one) for note in notes] for name, notes in _by_section(one)},
        "open_questions": [_question(note, one) for note in one.questions],
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
            "sources": [_source(cited) for cited in item.cited],
            "readings": _items(item.readings),
            "children": _items(item.children),
        }
        for item in items
    ]


def _fact(note: Note, one: Checklist) -> Drawn:
    fact = next(fact for fact in one.credential.facts if fact.id == note.id)
    return {**_note(note), "amount": _amount(fact.amount), "currency": fact.currency, "pays_for": fact.pays_for}


def _amount(amount: Decimal | None) -> float | None:
    """Return money as JSON has it: a whole number where it is one."""
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _question(note: Note, one: Checklist) -> Drawn:
    question = next(question for question in one.credential.open_questions if question.id == note.id)
    return {**_note(note), "topic": question.topic}


def _note(note: Note) -> Drawn:
    label = {"label": note.label} if note.label else {}
    return {"id": note.id, **label, "text": note.text, "sources": [_source(cited) for cited in note.cited]}


def _source(cited: Cited) -> Drawn:
    """Return a citation with what helps to find the source and to weigh its age."""
    found = cited.source
    return {**source(cited), "file": found.file, "date": found.date, "read": found.read.isoformat()}
