"""Small changes to a rule, each of which some case must notice: one function for each kind of change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple, get_args

from peercert.candidate.profile import Topic
from peercert.case import Case
from peercert.requirements import Requirement, kind_of
from peercert.requirements.base import RulesModel
from peercert.requirements.boundary import moved
from peercert.requirements.counting import Window

_UNSEEN = Decimal("0.000001")
"""The least that a profile can tell: with it on top, a number is not enough any more."""


class Change(NamedTuple):
    """One small change to a rule or to something in it."""

    key: str
    """What is changed, such as ``at_least`` or ``window.years``; empty for the rule itself."""

    said: str
    """How, in a few words; with the key, the name of the change."""

    model: Any
    """What stands there afterwards."""


class Spread(NamedTuple):
    """A value in a rule, with what a change needs to know."""

    key: str
    value: Any
    step: Decimal
    """How near the cases come to a number."""

    optional: bool
    """Whether the rule may do without it."""


ValueChange = Callable[[Spread], Iterator[tuple[str, Any]]]
RuleChange = Callable[[Requirement], Iterator[tuple[str, Any]]]


def number_moved(spread: Spread) -> Iterator[tuple[str, Any]]:
    """Move a number up and down by one step; a whole number by one."""
    value = spread.value
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        return
    step = spread.step if isinstance(value, Decimal) else 1
    yield "one step up", value + step
    if value - step >= 0 and (isinstance(value, Decimal) or value > 1):
        yield "one step down", value - step


def more_than(spread: Spread) -> Iterator[tuple[str, Any]]:
    """Ask for more than a number instead of at least that much."""
    if isinstance(spread.value, Decimal):
        yield "more than", spread.value + _UNSEEN


def day_moved(spread: Spread) -> Iterator[tuple[str, Any]]:
    """Move a day."""
    if isinstance(spread.value, date):
        yield "a day earlier", moved(spread.value, -1)
        yield "a day later", moved(spread.value, 1)


def word_removed(spread: Spread) -> Iterator[tuple[str, Any]]:
    """Take one word out of a list, or one part out of a mapping."""
    value = spread.value
    words = isinstance(value, tuple) and all(isinstance(word, str) for word in value)
    if words and (len(value) > 1 or spread.optional):
        for word in value:
            yield f"without {word}", tuple(other for other in value if other != word)
    if isinstance(value, dict):
        for word in value:
            yield f"without {word}", {key: inner for key, inner in value.items() if key != word}


def topic_swapped(spread: Spread) -> Iterator[tuple[str, Any]]:
    """Put another topic in the place of one."""
    if spread.key != "topics" or not isinstance(spread.value, tuple):
        return
    known = get_args(Topic)
    for topic in spread.value:
        other = next(one for one in (*known[known.index(topic) :], *known) if one not in spread.value)
        yield f"{other} instead of {topic}", tuple(other if one == topic else one for one in spread.value)


def limit_dropped(spread: Spread) -> Iterator[tuple[str, Any]]:
    """Drop a limit that a rule may do without."""
    if spread.optional and spread.value is not None and not isinstance(spread.value, (tuple, dict)):
        yield "dropped", None


def joined_otherwise(requirement: Requirement) -> Iterator[tuple[str, Any]]:
    """Ask for all instead of any, or for any instead of all."""
    other = {"any_of": "all_of", "all_of": "any_of"}.get(requirement.kind)
    if other is not None and len(requirement.children) > 1:
        held = {name: getattr(requirement, name) for name in type(requirement).model_fields} | {"kind": other}
        yield f"{other} instead of {requirement.kind}", kind_of(other).model_construct(None, **held)


def reading_removed(requirement: Requirement) -> Iterator[tuple[str, Any]]:
    """Forget that sources disagree, and go by what the rest of them say."""
    for reading in requirement.alternatives:
        rest = tuple(one for one in requirement.alternatives if one is not reading)
        if rest:
            yield f"without {reading.id}", fresh(requirement, readings=rest)


class MovedWindow(Window):
    """A window whose first or last day is moved."""

    first_by: int = 0
    last_by: int = 0

    def bounds(self, case: Case) -> tuple[date, date]:
        """Return its first and last day, moved."""
        first, last = super().bounds(case)
        return _day(moved(first, self.first_by)), _day(moved(last, self.last_by))


def _day(value: Decimal | date) -> date:
    assert isinstance(value, date)  # noqa: S101 - a day moved is a day
    return value


def window_moved(spread: Spread) -> Iterator[tuple[str, Any]]:
    """Let a window begin or end a day earlier or later."""
    window = spread.value
    if not isinstance(window, Window):
        return
    held: dict[str, Any] = {name: getattr(window, name) for name in Window.model_fields}
    for which, there in (("first", window.years is not None), ("last", window.until_application)):
        for said, by in (("earlier", -1), ("later", 1)):
            if there:
                yield f"{which} day a day {said}", MovedWindow.model_construct(None, **{**held, f"{which}_by": by})


VALUE_CHANGES: tuple[ValueChange, ...] = (
    number_moved, more_than, day_moved, word_removed, topic_swapped, limit_dropped, window_moved,
)  # fmt: skip
"""What may be done to a value in a rule."""

RULE_CHANGES: tuple[RuleChange, ...] = (joined_otherwise, reading_removed)
"""What may be done to a rule as a whole."""


def fresh(model: Any, **changes: object) -> Any:  # noqa: ANN401 - a model of the same class
    """Return a model with some fields changed and nothing remembered of what was worked out before."""
    held = {name: getattr(model, name) for name in type(model).model_fields}
    return type(model).model_construct(None, **{**held, **changes})


WHO = (
    ("one step up", "who has just enough"),
    ("more than", "who has just enough"),
    ("one step down", "who is one step short"),
    ("_of instead of", "who meets some of these, but not all"),
    ("a day", "of that very day, and one a day off"),
    ("instead of", "with hours in the one and not in the other"),
    ("without", "for whom only this counts"),
    ("dropped", "who misses this and has all the rest"),
    ("left out", "whom only this bars"),
)
"""Who would show that a change makes a difference, by the first of these words that names the change."""

_SPEAKING = frozenset(
    {
        "kind", "id", "title", "topic", "sources", "note", "remedy", "was", "allow",
        "marks", "ask", "question", "reason", "name", "text",
    }
)  # fmt: skip
"""Fields that name and explain, and decide nothing that a small change could show."""

_INSIDE = ("of", "readings", "when")


def changes(
    model: RulesModel, steps: dict[str, Decimal], prefix: str = "", skipped: Collection[str] = ()
) -> Iterator[Change]:
    """Give every small change to the values of a rule, or of something in it.

    Args:
        model: The rule.
        steps: How near the cases come to each of its numbers, by key.
        prefix: Where the model stands in the rule.
        skipped: Fields that are changed elsewhere.
    """
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        if name in _SPEAKING or name in _INSIDE or name in skipped or value in (None, (), {}):
            continue
        key = f"{prefix}{field.alias or name}"
        optional = not field.is_required() and field.default in (None, (), {})
        spread = Spread(name, value, abs(steps.get(key, Decimal(1))), optional)
        for change in VALUE_CHANGES:
            for said, after in change(spread):
                yield Change(key, said, fresh(model, **{name: after}))
        for place, inner, put in _nested(value):
            for one in changes(inner, steps, f"{key}.{place}"):
                yield Change(one.key, one.said, fresh(model, **{name: put(one.model)}))


def _nested(value: object) -> Iterator[tuple[str, RulesModel, Callable[[Any], Any]]]:
    """Give each model inside a value: its place there, itself, and how to put a changed one in its place."""
    if isinstance(value, RulesModel):
        yield "", value, partial(_replaced, (value,), 0, alone=True)
    if isinstance(value, tuple):
        for number, one in enumerate(value):
            if isinstance(one, RulesModel):
                yield f"{getattr(one, 'id', number + 1)}.", one, partial(_replaced, value, number, alone=False)


def _replaced(held: tuple[Any, ...], number: int, after: object, *, alone: bool) -> object:
    return after if alone else (*held[:number], after, *held[number + 1 :])
