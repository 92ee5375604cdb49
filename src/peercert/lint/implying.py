"""Whether meeting one requirement is meeting another too, told from what they ask and from their numbers alone."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from peercert.lint.groups import asks_all, asks_one
from peercert.lint.vacuity import is_vacuous
from peercert.requirements import Requirement
from peercert.requirements.base import RulesModel
from peercert.requirements.combining import Combinator
from peercert.requirements.counting import Window
from peercert.requirements.lived_experience import Shape
from peercert.requirements.sittings import Sittings

_NAMES = {
    "kind", "id", "title", "topic", "sources", "note", "remedy", "was", "allow", "marks", "ask",
    "needs_human", "imprecise", "relation_not",
}  # fmt: skip
"""Keys that do not change who meets a requirement."""


def asks(requirement: Requirement) -> Hashable:
    """Return what a requirement asks, equal for two that ask the same whatever they are called."""
    inside = requirement.of if isinstance(requirement, Combinator) else requirement.alternatives
    if not inside:
        return requirement.meaning
    needed = requirement.needed(len(inside)) if isinstance(requirement, Combinator) else 0
    return (type(requirement).__name__, needed, frozenset(map(asks, inside)))


def implies(one: Requirement, two: Requirement) -> bool:
    """Say whether whoever meets one requirement surely meets another; no where that cannot be shown."""
    if is_vacuous(two) or asks(one) == asks(two):
        return True
    if is_vacuous(one):
        return False
    if asks_all(two):
        return all(implies(one, inner) for inner in _inside(two))
    if two.alternatives:
        return all(implies(one, reading) for reading in two.alternatives)
    if asks_one(one):
        return all(implies(inner, two) for inner in _inside(one))
    if one.alternatives:
        return all(implies(reading, two) for reading in one.alternatives)
    if asks_one(two) and any(implies(one, inner) for inner in _inside(two)):
        return True
    if asks_all(one):
        return any(implies(inner, two) for inner in _inside(one))
    return not one.groups and not two.groups and _stricter(one, two)


def _inside(requirement: Requirement) -> tuple[Requirement, ...]:
    return requirement.of if isinstance(requirement, Combinator) else ()


def _stricter(one: RulesModel, two: RulesModel) -> bool:
    """Say whether everything that one asks is at least as hard as what the other asks."""
    if type(one) is not type(two) or _doubted(one, two):
        return False
    keys = [key for key in type(one).model_fields if key not in _NAMES]
    return all(_HARDER.get(key, _same)(getattr(one, key), getattr(two, key)) for key in keys)


def _doubted(one: RulesModel, two: RulesModel) -> bool:
    """Say whether a word that counts for one is left to a person by the other."""
    counting = {word for key in ("levels", "in_", "condition") for word in getattr(one, key, ())}
    left = {word for key in ("needs_human", "imprecise") for word in getattr(two, key, ())}
    return not counting.isdisjoint(left - set(getattr(one, "needs_human", ())) - set(getattr(one, "imprecise", ())))


def _same(one: object, two: object) -> bool:
    return one == two


def _more(one: Decimal | int | None, two: Decimal | int | None) -> bool:
    return two is None or (one is not None and one >= two)


def _higher_mark(one: Decimal | None, two: Decimal | None) -> bool:
    """Compare pass marks; without a mark the result decides, which may tell otherwise than a score."""
    return one == two or (one is not None and two is not None and one >= two)


def _fewer_words(one: tuple[Any, ...], two: tuple[Any, ...]) -> bool:
    """Compare lists of what counts, where an empty one takes anything."""
    return not two or (bool(one) and set(one) <= set(two))


def _more_words(one: tuple[Any, ...], two: tuple[Any, ...]) -> bool:
    """Compare lists of what is left out."""
    return set(two) <= set(one)


def _later(one: date | None, two: date | None) -> bool:
    return two is None or (one is not None and one >= two)


def _earlier(one: date | None, two: date | None) -> bool:
    return two is None or (one is not None and one <= two)


def _narrower(one: Window | None, two: Window | None) -> bool:
    if two is None or one == two:
        return True
    if one is None or (two.until_application and not one.until_application):
        return False
    return two.years is None or (one.years is not None and one.years <= two.years)


def _if_asked(one: object, two: object) -> bool:
    return two is None or one == two


def _no_more(one: int | None, two: int | None) -> bool:
    """Compare what is credited at most; it is asked of nobody."""
    del one, two
    return True


def _more_parts(one: Mapping[str, str], two: Mapping[str, str]) -> bool:
    return two.items() <= one.items()


def _fewer_sittings(one: Sittings | None, two: Sittings | None) -> bool:
    if one is None or two is None:
        return two is None
    return (one.course, one.where_told) == (two.course, two.where_told) and one.at_most <= two.at_most


def _narrower_shapes(one: tuple[Shape, ...], two: tuple[Shape, ...]) -> bool:
    return all(any(_stricter(shape, other) for other in two) for shape in one)


def _any_amount(one: bool, two: bool) -> bool:  # noqa: FBT001 - two answers of a rule
    """Compare whether any amount will do: who needs so many hours has some."""
    return two or not one


_HARDER: dict[str, Callable[[Any, Any], bool]] = {
    **dict.fromkeys(("at_least", "share_at_least", "hours_at_least", "years_at_least", "months_at_least"), _more),
    **dict.fromkeys(
        (
            "kinds",
            "roles",
            "settings",
            "ages",
            "conditions",
            "programs",
            "fields",
            "supervisors",
            "levels",
            "in_",
            "licenses",
            "topics",
            "who",
            "condition",
            "relation",
        ),
        _fewer_words,
    ),
    "score_at_least": _higher_mark,
    "leave_out": _more_words,
    "at_most": _no_more,
    "on_or_after": _later,
    **dict.fromkeys(("on_or_before", "completed_by"), _earlier),
    "window": _narrower,
    **dict.fromkeys(("supervised", "primary_diagnosis", "received_services", "valid_for"), _if_asked),
    **dict.fromkeys(("components", "where_told"), _more_parts),
    "sittings": _fewer_sittings,
    "any_": _narrower_shapes,
    "any_amount": _any_amount,
}
"""How what one says under a key is held against what another says; where no way stands here, both must be equal."""
