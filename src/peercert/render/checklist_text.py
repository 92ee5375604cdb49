"""A checklist on paper or on a terminal: boxes to tick, with what each one means and where it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peercert.explain import Cited
from peercert.render.checklist import Checklist, Item, Note
from peercert.render.style import Style, safe
from peercert.requirements.wording import counted

_BOX = "[ ] "


def as_text(one: Checklist, style: Style) -> str:
    """Draw the whole checklist.

    Args:
        one: What is known of the credential.
        style: Width, colour and signs.
    """
    parts = [*_heading(one, style), *_ways(one, style), *_facts(one, style), *_questions(one, style)]
    return "\n".join([*parts, *_whom(one, style), *_sources(one, style)]) + "\n"


def _heading(one: Checklist, style: Style) -> Iterator[str]:
    credential = one.credential
    yield style.paint(style.wrap(safe(f"{credential.id} · {credential.title} · {credential.region}")), "bold")
    yield style.wrap(safe(f"Granted by the {credential.issuer.name} ({credential.issuer.short})."))
    if one.edition is not None:
        title = safe(one.edition.title or one.edition.id)
        yield style.wrap(f"Rules as of {one.as_of}: {title}. Sources last read on {one.checked}.")
    yield "\n" + style.wrap(safe(credential.about))


def _ways(one: Checklist, style: Style) -> Iterator[str]:
    if one.edition is None:
        yield "\n" + style.wrap(f"No rules are known to be in force on {one.as_of}. {safe(one.no_edition)}")
    if len(one.ways) > 1:
        yield "\n" + style.wrap(f"There are {len(one.ways)} ways to it. One of them is enough.")
    for number, way in enumerate(one.ways, 1):
        title = f"Way {number}: {safe(way.title)}" if len(one.ways) > 1 else "What is asked"
        yield "\n" + style.paint(style.wrap(title, 0, hang=2), "bold")
        yield style.wrap(f"{counted(len(way.items), 'box')} to tick; all of them are needed.".replace("boxs", "boxes"))
        for item in way.items:
            yield ""
            yield from _item(one, item, 0, style)


def _item(one: Checklist, item: Item, indent: int, style: Style) -> Iterator[str]:
    inner = indent + len(_BOX)
    yield style.wrap(_BOX + safe(item.requirement.title), indent, hang=inner)
    yield style.wrap(safe(item.says), inner)
    for number, reading in enumerate(item.readings, 1):
        yield style.wrap(f"({number}) {safe(reading.requirement.title)}: {safe(reading.says)}", inner, hang=inner + 4)
        yield from _cited(one, reading.cited, inner + 4, style)
    if item.ask:
        yield style.wrap(f"Ask {safe(item.ask)} which one holds.", inner)
    if item.requirement.note:
        yield style.wrap(f"Note: {safe(item.requirement.note)}", inner, hang=inner + 2)
    yield from _cited(one, item.cited, inner, style)
    for child in item.children:
        yield from _item(one, child, inner, style)


def _cited(one: Checklist, cited: Sequence[Cited], indent: int, style: Style) -> Iterator[str]:
    for place in cited:
        trust = " (a secondary source)" if place.source.tier == "secondary" else ""
        said = f"Source: {safe(place.source.title)}, {safe(place.locator)}{trust} [{one.number(place)}]"
        yield style.wrap(said, indent, hang=indent + 2)


def _facts(one: Checklist, style: Style) -> Iterator[str]:
    if one.facts:
        yield "\n" + style.wrap("What follows is good to know. It does not decide who is eligible.")
    for heading, notes in one.facts:
        yield "\n" + style.paint(heading, "bold")
        for note in notes:
            yield from _note(one, heading, note, style)


def _questions(one: Checklist, style: Style) -> Iterator[str]:
    if one.questions:
        yield "\n" + style.paint("What no trusted source settles", "bold")
        for note in one.questions:
            yield from _note(one, "", note, style)


def _note(one: Checklist, heading: str, note: Note, style: Style) -> Iterator[str]:
    label = f"{safe(note.label)}: " if note.label and note.label != heading else ""
    numbers = "".join(f" [{number}]" for number in dict.fromkeys(one.number(place) for place in note.cited))
    yield style.wrap(f"- {label}{safe(note.text)}{numbers}", 0, hang=2)


def _whom(one: Checklist, style: Style) -> Iterator[str]:
    issuer = one.credential.issuer
    yield "\n" + style.paint("Whom to ask", "bold")
    yield style.wrap(safe(f"{issuer.name} ({issuer.short})" + (f", {issuer.url}" if issuer.url else "")))
    if one.secondary:
        yield style.wrap(
            f"Only a secondary source tells of: {safe('; '.join(one.secondary))}. "
            f"Verify with {safe(issuer.short)} before you pay for anything."
        )


def _sources(one: Checklist, style: Style) -> Iterator[str]:
    if one.sources:
        yield "\n" + style.paint("Sources", "bold")
    for number, cited in enumerate(one.sources, 1):
        source = cited.source
        where = ", ".join(part for part in (source.url, source.file) if part)
        yield style.wrap(
            safe(f"[{number}] {source.title}. {source.publisher}, {source.date}. {where}. Read on {source.read}."),
            0,
            hang=4,
        )
