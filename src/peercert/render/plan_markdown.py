"""Plans as a Markdown page: a list with boxes to tick."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.catalog import Catalog
from peercert.plan.several import Plans
from peercert.render.markdown import plain
from peercert.render.plan_words import Setting, Words, words_of
from peercert.render.style import Style
from peercert.render.verdicts import decided, options_said


def draw(catalog: Catalog, plans: Plans, setting: Setting, style: Style) -> str:
    """Draw all plans for one candidate."""
    lines = [f"# Plan for {plain(plans.label)}", "", f"As of {plans.case.as_of}.", ""]
    for said in options_said(setting.header):
        lines += [plain(said), ""]
    for words in words_of(catalog, plans, setting):
        lines += _plan(words)
    lines += [plain(decided(setting.header)), ""]
    return style.fit("\n".join(lines))


def _plan(words: Words) -> Iterator[str]:
    headline, _, takes = words.headline
    yield from (f"## {plain(words.title)}", "", f"**{plain(headline)}**{f': {plain(takes)}' if takes else ''}.", "")
    if words.way:
        yield from (f"By this way: {plain(words.way)}", "")
    if words.plan.blocked_by:
        yield from ("### What no step can change", "", *(f"- {plain(line)}" for line in words.blocked()))
        if words.plan.nearest:
            yield f"- The nearest credential that this does not rule out is {plain(words.plan.nearest)}."
        yield ""
    if words.plan.todos:
        yield from ("### What to do", "")
        for todo in words.plan.todos:
            yield f"- [ ] {plain(words.named(words.sayer.action(todo)))}"
            yield from (f"  - {plain(line)}" for line in words.below(todo))
        yield ""
    if words.plan.reachable:
        yield from ("### Fees still to pay", "", *(f"- {plain(line)}" for line in words.fees()), "")
    others = list(words.elsewhere())
    if others:
        yield from ("### Other ways", "", *(f"- {plain(line)}" for line in others), "")
    notes = list(words.good_to_know())
    if notes:
        yield from ("### Good to know", "", *(f"- {plain(note)}" for note in notes), "")
