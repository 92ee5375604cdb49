"""What changed between two states of the rules: in words with people who show it, and as data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from peercert.catalog import Catalog
from peercert.explain import Explainer
from peercert.logic import Outcome
from peercert.render.json_text import page
from peercert.render.style import Style
from peercert.render.witnesses import NOBODY_LEFT_OUT, direction_json, support
from peercert.requirements import Requirement
from peercert.requirements.combining import Combinator
from peercert.requirements.wording import Speech, in_words, joined
from peercert.witness.changes import Change
from peercert.witness.diffing import OLD, Diff, EditionDiff, Shown
from peercert.witness.directions import Direction

FORMAT = "peercert.diff/1"
"""The name and version of the JSON shape."""

_MET = {Outcome.MET: "met", Outcome.UNKNOWN: "left open", Outcome.UNMET: "not met"}
_ELIGIBLE = {Outcome.MET: "Eligible", Outcome.UNKNOWN: "Undetermined", Outcome.UNMET: "Not eligible"}
_SAID = {"added": "New", "dropped": "Gone", "changed": "Changed", "moved": "Moved"}


class Compared(NamedTuple):
    """Two states of the rules, with what changed."""

    found: Diff
    old: Catalog
    new: Catalog


def as_json(one: Compared, style: Style) -> str:
    """Write one JSON object."""
    del style
    drawn = {
        "format": FORMAT,
        "old": one.old.sha256,
        "new": one.new.sha256,
        "same": one.found.same,
        "added": list(one.found.added),
        "dropped": list(one.found.dropped),
        "editions": [_edition_json(edition, one) for edition in one.found.editions],
    }
    return page(drawn)


def _edition_json(edition: EditionDiff, one: Compared) -> dict[str, Any]:  # Any: plain data
    speeches = _speeches(edition, one)
    return {
        "credential": edition.credential, "old": edition.old, "new": edition.new, "as_of": edition.day.isoformat(),
        "words_only": edition.words_only,
        "changes": [_change_json(shown, speeches) for shown in edition.changes],
        "witness": [direction_json(found) for found in edition.whole],
    }  # fmt: skip


def _change_json(shown: Shown, speeches: tuple[Speech, Speech]) -> dict[str, Any]:  # Any: plain data
    change = shown.change
    texts = [
        node and node.requirement.describe(speech)
        for node, speech in zip((change.old, change.new), speeches, strict=True)
    ]
    return {
        "what": change.what, "id": change.requirement.id, "was": change.was, "title": change.requirement.title,
        "old": texts[0], "new": texts[1],
        "numbers": [{"key": key, "old": old, "new": new} for key, old, new in _numbers(change)],
        "witness": [direction_json(found) for found in shown.directions],
    }  # fmt: skip


def as_text(one: Compared, style: Style) -> str:
    """Draw it for a terminal."""
    lines = [style.wrap(line) for line in _catalogues(one.found)]
    for edition in one.found.editions:
        if edition.changes or edition.words_only or any(found.lines for found in edition.whole):
            lines += ["", *_edition(edition, _speeches(edition, one), style)]
    if one.found.same:
        lines += ["", style.wrap(_unchanged(one.found))]
    elif any(found.found.exact and not found.lines for edition in one.found.editions for found in edition.whole):
        lines += ["", style.wrap(NOBODY_LEFT_OUT)]
    return "\n".join(lines).lstrip("\n") + "\n"


def _catalogues(found: Diff) -> Iterator[str]:
    if found.added:
        yield f"New: {joined(found.added)}."
    if found.dropped:
        yield f"Gone: {joined(found.dropped)}."


def _unchanged(found: Diff) -> str:
    """Say that nothing differs, and what supports that nobody is answered otherwise."""
    whole = [one for edition in found.editions for one in edition.whole]
    if any(one.lines for one in whole):
        return "No requirement is written otherwise, but somebody is answered otherwise, as shown above."
    tried = sum(one.found.tried for one in whole)
    if all(one.nobody for one in whole):
        return f"No requirement changed, and no one's answer changes. {tried} made-up profiles were tried on both."
    return f"No requirement changed. Nobody was found whose answer changes. {tried} made-up profiles were tried."


def _edition(edition: EditionDiff, speeches: tuple[Speech, Speech], style: Style) -> Iterator[str]:
    names = edition.new if edition.old == edition.new else f"{edition.old} to {edition.new}"
    yield style.heading(f"{edition.credential} ({names}), as of {edition.day}")
    if edition.words_only:
        yield style.wrap("- Only names, notes or sources changed.", 0, hang=2)
    for shown in edition.changes:
        yield style.wrap(f"- {_change(shown.change, speeches)}", 0, hang=2)
        for found in shown.directions:
            yield from _person(found, style)
    for found in edition.whole if edition.changes or any(one.lines for one in edition.whole) else ():
        yield from _turned(found, style)


def _change(change: Change, speeches: tuple[Speech, Speech]) -> str:
    requirement = change.requirement
    was = f", before: {change.was}" if change.was else ""
    head = f"{_SAID[change.what]}: {requirement.title} ({requirement.id}{was})."
    if change.what == "moved":
        return f"{head} It stands in another place."
    numbers = "; ".join(f"{key} {old} → {new}" for key, old, new in _numbers(change))
    texts = [
        _asks(node.requirement, speech) if node else None
        for node, speech in zip((change.old, change.new), speeches, strict=True)
    ]
    said = [f"{when}: {text}" for when, text in zip(("Before", "Now"), texts, strict=True) if text]
    return f"{head} {' '.join(said)}{f' ({numbers})' if numbers else ''}"


def _asks(requirement: Requirement, speech: Speech) -> str:
    said = requirement.describe(speech)
    if isinstance(requirement, Combinator):
        return f"{said} {'; '.join(one.title for one in requirement.of)}."
    return said


def _person(found: Direction, style: Style) -> Iterator[str]:
    """Draw somebody whom one change by itself answers otherwise."""
    first, second = ("before", "now") if found.passes == OLD else ("now", "before")
    witness = found.found.witness
    if witness is not None:
        yield style.wrap(f"{_MET[witness.one].capitalize()} {first}, {_MET[witness.two]} {second}:", 2, hang=4)
        yield from _lines(found, style)


def _turned(found: Direction, style: Style) -> Iterator[str]:
    """Draw somebody whom all changes together answer otherwise; or say that there is nobody."""
    lost = found.passes == OLD
    first, second = ("before", "now") if lost else ("now", "before")
    witness = found.found.witness
    if witness is not None:
        yield style.wrap(f"- {_ELIGIBLE[witness.one]} {first}, {_ELIGIBLE[witness.two].lower()} {second}:", 0, hang=2)
        yield from _lines(found, style)
        return
    who = "is answered worse now than before" if lost else "is answered better now than before"
    yield style.wrap(f"- Nobody {'' if found.nobody else 'was found who '}{who}. {support(found)}", 0, hang=2)


def _lines(found: Direction, style: Style) -> Iterator[str]:
    return (f"      {style.line(line)}" for line in found.lines)


def _numbers(change: Change) -> list[tuple[str, str, str]]:
    """Return the numbers and days that changed, by their keys, readings' included."""
    if change.old is None or change.new is None:
        return []
    old, new = dict(_told(change.old.requirement)), dict(_told(change.new.requirement))
    return [(key, old[key], new[key]) for key in old if key in new and old[key] != new[key]]


def _told(requirement: Requirement) -> Iterator[tuple[str, str]]:
    for key in type(requirement).model_fields:
        value = getattr(requirement, key)
        if isinstance(value, Decimal | int) and not isinstance(value, bool):
            yield key, in_words(Decimal(value))
        elif isinstance(value, date):
            yield key, value.isoformat()
    for reading in requirement.alternatives:
        yield from ((f"{reading.id}/{key}", told) for key, told in _told(reading))


def _speeches(edition: EditionDiff, one: Compared) -> tuple[Speech, Speech]:
    old, new = (Explainer(catalog).speech(catalog.credential(edition.credential)) for catalog in (one.old, one.new))
    return old, new
