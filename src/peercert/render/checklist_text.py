"""A checklist on paper or on a terminal: boxes to tick, with what each one means and where it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peercert.explain import Cited
from peercert.render.checklist import Checklist, Item, Note
from peercert.render.style import Style
from peercert.requirements.wording import counted

_BOX = "[ ] "
_IN = len(_BOX)


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
    yield style.heading(f"{credential.id} · {credential.title} · {credential.region}")
    yield style.wrap(f"Granted by the {credential.issuer.name} ({credential.issuer.short}).")
    if one.edition is not None:
        title = one.edition.title or one.edition.id
        yield style.wrap(f"Rules as of {one.as_of}: {title}. Sources last read on {one.checked}.")
    yield "\n" + style.wrap(credential.about)


def _ways(one: Checklist, style: Style) -> Iterator[str]:
    if one.edition is None:
        yield "\n" + style.wrap(f"No rules are known to be in force on {one.as_of}. {one.no_edition}")
    if len(one.ways) > 1:
        yield "\n" + style.wrap(f"There are {len(one.ways)} ways to it. One of them is enough.")
    for number, way in enumerate(one.ways, 1):
        title = f"Way {number}: {way.title}" if len(one.ways) > 1 else "What is asked"
        yield "\n" + style.heading(title, hang=2)
        yield style.wrap(f"{counted(len(way.items), 'box')} to tick; all of them are needed.".replace("boxs", "boxes"))
        for place, item in enumerate(way.items, 1):
            yield ""
            yield from _item(one, item, (place,), style)


def _item(one: Checklist, item: Item, place: tuple[int, ...], style: Style) -> Iterator[str]:
    """Draw a box with what belongs to it; in plain text its number tells where it belongs."""
    indent = (len(place) - 1) * _IN
    inner = indent + _IN
    box = f"Box {'.'.join(map(str, place))}: " if style.plain else _BOX
    yield style.wrap(box + item.requirement.title, indent, hang=inner)
    yield style.wrap(item.says, inner)
    for number, reading in enumerate(item.readings, 1):
        which = f"Reading {number}:" if style.plain else f"({number})"
        yield style.wrap(f"{which} {reading.requirement.title}: {reading.says}", inner, hang=inner + 4)
        yield from _cited(one, reading.own, inner + 4, style)
    if item.ask:
        yield style.wrap(f"Ask {item.ask} which one holds.", inner)
    if item.requirement.note:
        yield style.wrap(f"Note: {item.requirement.note}", inner, hang=inner + 2)
    yield from _cited(one, item.own, inner, style)
    for number, child in enumerate(item.children, 1):
        yield from _item(one, child, (*place, number), style)


def _cited(one: Checklist, cited: Sequence[Cited], indent: int, style: Style) -> Iterator[str]:
    for place in cited:
        trust = " (a secondary source)" if place.source.tier == "secondary" else ""
        said = f"Source: {place.source.title}, {place.locator}{trust} [{one.number(place)}]"
        yield style.wrap(said, indent, hang=indent + 2)


def _facts(one: Checklist, style: Style) -> Iterator[str]:
    if one.facts:
        yield "\n" + style.wrap("What follows is good to know. It does not decide who is eligible.")
    for heading, notes in one.facts:
        yield "\n" + style.heading(heading)
        for note in notes:
            yield from _note(one, heading, note, style)


def _questions(one: Checklist, style: Style) -> Iterator[str]:
    if one.questions:
        yield "\n" + style.heading("What no trusted source settles")
        for note in one.questions:
            yield from _note(one, "", note, style)


def _note(one: Checklist, heading: str, note: Note, style: Style) -> Iterator[str]:
    label = f"{note.label}: " if note.label and note.label != heading else ""
    numbers = "".join(f" [{number}]" for number in dict.fromkeys(one.number(place) for place in note.cited))
    yield style.item(f"{label}{note.says}{numbers}")


def _whom(one: Checklist, style: Style) -> Iterator[str]:
    issuer = one.credential.issuer
    yield "\n" + style.heading("Whom to ask")
    yield style.wrap(f"{issuer.name} ({issuer.short})" + (f", {issuer.url}" if issuer.url else ""))
    if one.secondary:
        yield style.wrap(
            f"Only a secondary source tells of: {'; '.join(one.secondary)}. "
            f"Verify with {issuer.short} before you pay for anything."
        )


def _sources(one: Checklist, style: Style) -> Iterator[str]:
    if one.sources:
        yield "\n" + style.heading("Sources")
    for number, cited in enumerate(one.sources, 1):
        source = cited.source
        where = ", ".join(part for part in (source.url, source.file) if part)
        trust = " A secondary source." if source.tier == "secondary" else ""
        yield style.wrap(
            f"[{number}] {source.title}. {source.publisher}, {source.date}. {where}. Read on {source.read}.{trust}",
            0, hang=4,
        )  # fmt: skip
