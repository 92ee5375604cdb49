"""Plans for a terminal: first what comes of it, then a list to tick off."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.catalog import Catalog
from peercert.plan.several import Plans
from peercert.render.plan_words import Setting, Words, words_of
from peercert.render.style import Style, safe
from peercert.render.verdicts import decided

_BOX = "[ ] "
_IN = len(_BOX)


def draw(catalog: Catalog, plans: Plans, setting: Setting, style: Style) -> str:
    """Draw all plans for one candidate."""
    drawn = ["\n".join(_plan(words, style)) + "\n" for words in words_of(catalog, plans, setting)]
    return "\n".join([*drawn, style.wrap(decided(setting.header)) + "\n"])


def _plan(words: Words, style: Style) -> Iterator[str]:
    yield style.paint(style.wrap(safe(words.title)), "bold")
    yield style.wrap(f"For: {safe(words.plans.label)}   as of {words.plan.as_of}")
    headline, colour, takes = words.headline
    yield "\n" + style.paint(headline, "bold", colour)
    if takes:
        yield style.wrap(takes, 2)
    if words.way:
        yield style.wrap(f"By this way: {safe(words.way)}", 2)
    yield from _blocked(words, style)
    yield from _steps(words, style)
    if words.plan.reachable:
        yield "\n" + style.paint("Fees still to pay", "bold")
        yield from (style.wrap(f"- {safe(line)}", 0, hang=2) for line in words.fees())
    others = list(words.elsewhere())
    if others:
        yield "\n" + style.paint("Other ways", "bold")
        yield from (style.wrap(f"- {safe(line)}", 0, hang=2) for line in others)
    notes = list(words.good_to_know())
    if notes:
        yield "\n" + style.paint("Good to know", "bold")
        yield from (style.wrap(f"- {safe(note)}", 0, hang=2) for note in notes)


def _blocked(words: Words, style: Style) -> Iterator[str]:
    if words.plan.blocked_by:
        yield "\n" + style.paint("What no step can change", "bold")
        yield from (style.wrap(f"- {safe(line)}", 0, hang=2) for line in words.blocked())
    if words.plan.nearest:
        yield style.wrap(f"- The nearest credential that this does not rule out is {words.plan.nearest}.", 0, hang=2)


def _steps(words: Words, style: Style) -> Iterator[str]:
    if words.plan.todos:
        yield "\n" + style.paint("What to do", "bold")
    for todo in words.plan.todos:
        yield style.wrap(_BOX + safe(words.named(words.sayer.action(todo))), 0, hang=_IN)
        yield from (style.wrap(safe(line), _IN, hang=_IN + 2) for line in words.below(todo))
