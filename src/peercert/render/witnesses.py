"""People who show a difference, in words and as data; and what is said where there are none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peercert.logic import Outcome
from peercert.render.style import Style
from peercert.requirements.choices import ELSEWHERE
from peercert.requirements.wording import counted
from peercert.witness.between import Witnesses
from peercert.witness.directions import Direction
from peercert.witness.profiles import plain

NOBODY_LEFT_OUT = (
    "Nobody was left out: each way to pass the one was paired with each way to fail the other. The profiles hold each "
    "fact on both sides of every number, day and word that either asks for. This is about people who tell all that is "
    "asked, on the days of application that the rules tell apart."
)
"""What the claim that there is nobody rests on."""


def direction_json(one: Direction) -> dict[str, Any]:  # Any: plain data
    """Write one direction as data."""
    witness = one.found.witness
    return {
        "passes": one.passes,
        "fails": one.fails,
        "way": one.way,
        "profile": plain(witness.profile) if witness else None,
        "yaml": "\n".join(one.lines) + "\n" if witness else None,
        "outcomes": [witness.one.word, witness.two.word] if witness else None,
        "verdicts": [verdict.value for verdict in one.verdicts] if one.verdicts else None,
        "nobody": one.nobody,
        "search": {
            "people": one.found.tried, "pairs": one.found.pairs, "exact": one.found.exact, "proved": one.proved,
            "left_out": list(one.found.doubts),
        },
    }  # fmt: skip


def support(one: Direction) -> str:
    """Say what supports that nobody was found, and how far it goes."""
    tried = f"{counted(one.found.tried, 'made-up profile')}, {counted(one.found.pairs, 'pair')}"
    if one.found.exact:
        return f"Nobody was left out ({tried})."
    if one.proved:
        return f"What the two ask shows it: each demand of the one is at least as strict ({tried})."
    return f"Not everybody was looked at ({tried}). {' '.join(one.found.doubts)}"


def whole_heading(one: Direction) -> str:
    """Say of whole credentials what the person shows; or what is claimed where there is none."""
    if one.found.witness is None:
        if one.nobody:
            return f"Everyone eligible for {one.passes} is eligible for {one.fails}."
        return f"Nobody was found who is eligible for {one.passes} and not for {one.fails}; there may be somebody."
    said = {"not_yet": "not yet for", "undetermined": "undetermined for"}.get(
        one.verdicts[1].value if one.verdicts else "", "not eligible for"
    )
    return f"Eligible for {one.passes}, {said} {one.fails}:"


def row_heading(label: str, one: Direction) -> str:
    """Say of one topic what the person shows; or what is claimed where there is none."""
    witness = one.found.witness
    label = f"{label}, {one.way}" if one.way else label
    if witness is not None:
        first = f"{one.passes} asks nothing" if one.free else f"meets what {one.passes} asks"
        return f"{label}: {first}; {_second(witness.two)} what {one.fails} asks:"
    if one.nobody:
        return f"{label}: whoever meets what {one.passes} asks meets what {one.fails} asks."
    return f"{label}: nobody was found who meets what {one.passes} asks and not what {one.fails} asks."


def _second(outcome: Outcome) -> str:
    return "does not meet" if outcome is Outcome.UNMET else "leaves open"


def entries(found: Witnesses) -> Iterator[tuple[str, list[tuple[str, tuple[str, ...]]]]]:
    """Give the sections: a title, and under it headings with the lines of a profile."""
    rows = [
        (row_heading(row.label, one) + ("" if one.lines else f" {support(one)}"), one.lines)
        for row in found.rows
        for one in row.directions
    ]
    if rows:
        yield "Somebody for each difference, by topic", rows
    whole = [(whole_heading(one) + ("" if one.lines else f" {support(one)}"), one.lines) for one in found.whole]
    if whole:
        yield "Eligible for one and not for the other", whole


def checked(found: Witnesses) -> Iterator[str]:
    """Say what was done with everybody shown, and what the claims rest on."""
    shown = [*found.whole, *(one for row in found.rows for one in row.directions)]
    if any(one.lines for one in shown):
        yield (
            "Nobody here is real. Each one is the smallest that was found, and was run through both sets of rules, "
            f"as of {found.as_of}."
        )
    if any(ELSEWHERE in line for one in shown for line in one.lines):
        yield f"{ELSEWHERE} stands for any other state."
    if any(one.nobody and one.found.exact for one in shown):
        yield NOBODY_LEFT_OUT


def as_text(found: Witnesses, style: Style) -> str:
    """Draw the people for a terminal; their lines can be saved as a profile as they stand."""
    parts: list[str] = []
    for title, people in entries(found):
        parts += ["", style.heading(title)]
        for heading, lines in people:
            parts.append(style.item(heading))
            parts += [f"    {style.line(line)}" for line in lines]
    return "\n".join([*parts, "", *(style.wrap(one) for one in checked(found))]) + "\n"


def as_markdown(found: Witnesses, style: Style) -> str:
    """Draw the people as a part of a Markdown page."""
    from peercert.render.markdown import code
    from peercert.render.markdown import plain as escaped

    parts: list[str] = []
    for title, people in entries(found):
        parts += ["", f"## {escaped(title)}"]
        for heading, lines in people:
            parts += ["", escaped(heading)]
            parts += ["", code(lines, "yaml")] if lines else []
    return style.fit("\n".join([*parts, "", *map(escaped, checked(found))])) + "\n"
