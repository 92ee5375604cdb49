"""A checklist as a Markdown page, with boxes that a web page can show as boxes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peercert.explain import Cited
from peercert.render.checklist import Checklist, Item, Note
from peercert.render.markdown import link, plain
from peercert.render.style import Style


def as_markdown(one: Checklist, style: Style) -> str:
    """Draw the whole checklist.

    Args:
        one: What is known of the credential.
        style: Which characters can be shown.
    """
    parts = [*_heading(one), *_ways(one), *_notes(one), *_whom(one), *_sources(one)]
    return style.fit("\n".join(parts)) + "\n"


def _heading(one: Checklist) -> Iterator[str]:
    credential = one.credential
    yield f"# {plain(credential.id)}: {plain(credential.title)}"
    issuer = credential.issuer
    yield f"\n{plain(credential.region)}. Granted by the {plain(issuer.name)} ({plain(issuer.short)})."
    if one.edition is not None:
        title = plain(one.edition.title or one.edition.id)
        yield f"Rules as of {one.as_of}: {title}. Sources last read on {one.checked}."
    yield f"\n{plain(credential.about)}"


def _ways(one: Checklist) -> Iterator[str]:
    if one.edition is None:
        yield f"\nNo rules are known to be in force on {one.as_of}. {plain(one.no_edition)}"
    if len(one.ways) > 1:
        yield f"\nThere are {len(one.ways)} ways to it. One of them is enough."
    for number, way in enumerate(one.ways, 1):
        yield f"\n## Way {number}: {plain(way.title)}" if len(one.ways) > 1 else "\n## What is asked"
        yield ""
        for item in way.items:
            yield from _item(one, item, 0)


def _item(one: Checklist, item: Item, depth: int) -> Iterator[str]:
    start, inner = "  " * depth, "  " * (depth + 1)
    yield f"{start}- [ ] **{plain(item.requirement.title)}** {plain(item.says)}"
    for reading in item.readings:
        yield f"{inner}- {plain(reading.requirement.title)}: {plain(reading.says)}"
        yield from _cited(one, reading.own, f"{inner}  ")
    if item.ask:
        yield f"{inner}- Ask {plain(item.ask)} which one holds."
    if item.requirement.note:
        yield f"{inner}- Note: {plain(item.requirement.note)}"
    yield from _cited(one, item.own, inner)
    for child in item.children:
        yield from _item(one, child, depth + 1)


def _cited(one: Checklist, cited: Sequence[Cited], start: str) -> Iterator[str]:
    for place in cited:
        trust = " (a secondary source)" if place.source.tier == "secondary" else ""
        yield f"{start}- Source: {plain(place.source.title)}, {plain(place.locator)}{trust} ({one.number(place)})"


def _notes(one: Checklist) -> Iterator[str]:
    if one.facts:
        yield "\nWhat follows is good to know. It does not decide who is eligible."
    groups = [*one.facts, *((("What no trusted source settles", one.questions),) if one.questions else ())]
    for heading, notes in groups:
        yield f"\n## {plain(heading)}\n"
        yield from (_note(one, heading, note) for note in notes)


def _note(one: Checklist, heading: str, note: Note) -> str:
    numbers = "".join(f" ({number})" for number in dict.fromkeys(one.number(place) for place in note.cited))
    label = f"{plain(note.label)}: " if note.label and note.label != heading else ""
    return f"- {label}{plain(note.says)}{numbers}"


def _whom(one: Checklist) -> Iterator[str]:
    issuer = one.credential.issuer
    yield f"\n## Whom to ask\n\n{plain(issuer.name)} ({plain(issuer.short)})" + (
        f", {link(issuer.url)}" if issuer.url else ""
    )
    if one.secondary:
        yield (
            f"\nOnly a secondary source tells of: {plain('; '.join(one.secondary))}. "
            f"Verify with {plain(issuer.short)} before you pay for anything."
        )


def _sources(one: Checklist) -> Iterator[str]:
    if one.sources:
        yield "\n## Sources\n"
    for number, cited in enumerate(one.sources, 1):
        source = cited.source
        where = ", ".join(part for part in (link(source.url) if source.url else "", plain(source.file or "")) if part)
        trust = " A secondary source." if source.tier == "secondary" else ""
        about = f"{plain(source.title)}. {plain(source.publisher)}, {plain(source.date)}."
        yield f"{number}. {about} {where}. Read on {source.read}.{trust}"
