"""Plans for a terminal: first what comes of it, then a list to tick off."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.catalog import Catalog
from peercert.plan.several import Plans
from peercert.render.plan_words import Setting, Words, words_of
from peercert.render.style import Style
from peercert.render.verdicts import decided, options_said

_BOX = "[ ] "
_IN = len(_BOX)


def draw(catalog: Catalog, plans: Plans, setting: Setting, style: Style) -> str:
    """Draw all plans for one candidate."""
    drawn = ["\n".join(_plan(words, style)) + "\n" for words in words_of(catalog, plans, setting)]
    return "\n".join([*drawn, style.wrap(decided(setting.header)) + "\n"])


def _plan(words: Words, style: Style) -> Iterator[str]:
    yield style.heading(words.title)
    yield style.wrap(f"For: {words.plans.label}   as of {words.plan.as_of}")
    yield from map(style.wrap, options_said(words.setting.header))
    headline, colour, takes = words.headline
    yield "\n" + style.heading(headline, colour)
    if takes:
        yield style.wrap(takes, 2)
    if words.way:
        yield style.wrap(f"By this way: {words.way}", 2)
    yield from _blocked(words, style)
    yield from _steps(words, style)
    if words.plan.reachable:
        yield "\n" + style.heading("Fees still to pay")
        yield from (style.item(line) for line in words.fees())
    others = list(words.elsewhere())
    if others:
        yield "\n" + style.heading("Other ways")
        yield from (style.item(line) for line in others)
    notes = list(words.good_to_know())
    if notes:
        yield "\n" + style.heading("Good to know")
        yield from (style.item(note) for note in notes)


def _blocked(words: Words, style: Style) -> Iterator[str]:
    if words.plan.blocked_by:
        yield "\n" + style.heading("What no step can change")
        yield from (style.item(line) for line in words.blocked())
    if words.plan.nearest:
        yield style.item(f"The nearest credential that this does not rule out is {words.plan.nearest}.")


def _steps(words: Words, style: Style) -> Iterator[str]:
    if words.plan.todos:
        yield "\n" + style.heading("What to do")
    for number, todo in enumerate(words.plan.todos, 1):
        box = f"Step {number}: " if style.plain else _BOX
        yield style.wrap(box + words.named(words.sayer.action(todo)), 0, hang=_IN)
        yield from (style.wrap(line, _IN, hang=_IN + 2) for line in words.below(todo))
