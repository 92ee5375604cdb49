"""Whether a requirement is met by everybody, told from its numbers alone."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.lint.groups import asks_all, asks_one
from peercert.requirements import Requirement
from peercert.requirements.combining import Combinator

_NUMBERS = ("at_least", "share_at_least", "hours_at_least", "years_at_least", "months_at_least")
"""Keys under which a rule says how much is needed."""

_ONLY_A_NUMBER = ("age", "training_hours", "experience", "supervision", "practicum", "practicum_length", "references")
"""Kinds that ask for nothing when their number is 0."""


def zeros(requirement: Requirement) -> Iterator[str]:
    """Give the keys whose number asks nothing of anybody."""
    for key in _NUMBERS:
        number = getattr(requirement, key, None)
        if number is not None and number == 0:
            yield key


def is_vacuous(requirement: Requirement) -> bool:
    """Say whether everybody meets a requirement."""
    if isinstance(requirement, Combinator):
        if asks_all(requirement):
            return all(map(is_vacuous, requirement.of))
        return asks_one(requirement) and any(map(is_vacuous, requirement.of))
    if requirement.alternatives:
        return all(map(is_vacuous, requirement.alternatives))
    return _leaf_is_vacuous(requirement)


def _leaf_is_vacuous(leaf: Requirement) -> bool:
    if leaf.kind in _ONLY_A_NUMBER:
        return "at_least" in zeros(leaf) or "months_at_least" in zeros(leaf) or is_cap(leaf)
    if leaf.kind == "application":
        return getattr(leaf, "on_or_after", None) is None and getattr(leaf, "on_or_before", None) is None
    return leaf.kind == "not_asked"


def is_cap(leaf: Requirement) -> bool:
    """Say whether a leaf only names the most that is credited, which is never held against anybody."""
    return leaf.kind == "training_hours" and getattr(leaf, "at_most", None) is not None
