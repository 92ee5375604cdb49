"""Which leaves to turn: where one of several is enough, each choice is a way of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, islice, product
from typing import NamedTuple

from peercert.case import Case
from peercert.catalog import Catalog
from peercert.finding import Finding
from peercert.logic import Outcome, Why
from peercert.requirements import Requirement
from peercert.requirements.combining import Combinator
from peercert.requirements.disputed import Disputed
from peercert.requirements.training import Training

_MOST = 200
"""Choices that are looked at for one way to a credential on one day."""


class Turn(NamedTuple):
    """A leaf that is to be met."""

    leaf: Requirement
    what: Requirement
    """What says how: the leaf itself, one of its readings, or the training that holds it."""

    finding: Finding
    """What was found for it."""

    of_leaf: Finding
    """What was found for the leaf."""

    ask: bool = False
    """Whether it is left to whoever knows which reading holds."""


Choice = tuple[Turn, ...]
"""Leaves which, once all are met, make the whole met."""


def choices(catalog: Catalog, root: Requirement, case: Case) -> list[Choice]:
    """Return every choice of leaves that would make a requirement met.

    Args:
        catalog: Where requirements are found by their ids.
        root: The requirement; one that the catalogue knows.
        case: The candidate on the day on which the leaves must be met.
    """
    return _choices(catalog, root.find(case), case)


def _choices(catalog: Catalog, finding: Finding, case: Case, parent: Requirement | None = None) -> list[Choice]:
    if finding.outcome in (Outcome.MET, Outcome.NOT_APPLICABLE):
        return [()]
    requirement = catalog.requirement(finding.id)
    if isinstance(requirement, Disputed):
        return list(_by_reading(requirement, finding, case))
    if not finding.children:
        known = parent if isinstance(parent, Training) and requirement not in parent.of else requirement
        return [(Turn(requirement, known or requirement, finding, finding),)]
    ways = [
        _joined(_choices(catalog, child, case, requirement) for child in chosen)
        for chosen in _enough(requirement, finding)
    ]
    if isinstance(requirement, Training):
        ways += _all_parts_at_once(catalog, requirement, finding, case)
    return _first_of(choice for way in ways for choice in way)


def _all_parts_at_once(catalog: Catalog, training: Training, finding: Finding, case: Case) -> list[list[Choice]]:
    """Give the choice to fill all parts together, where hours whose topic is not told may fill some of them.

    What they fill is for the person to tell, of the parts too that are short whatever they fill.
    """
    *parts, joint = finding.children
    if joint.outcome is Outcome.UNMET or not list(training.steps_to_meet(case)):
        return []
    short = [one for one in parts if one.outcome is Outcome.UNMET and training.is_part(one.id)]
    rest = [_choices(catalog, one, case, training) for one in parts if one not in short]
    open_ = [one._replace(outcome=Outcome.UNKNOWN, why=Why.NOT_PROVIDED) for one in short]
    left = [Turn(catalog.requirement(one.id), catalog.requirement(one.id), one, one) for one in open_]
    return [_joined([*rest, [(Turn(training.together, training, joint, joint), *left)]])]


def _enough(requirement: Requirement, finding: Finding) -> Iterator[tuple[Finding, ...]]:
    """Give the sets of findings inside, not met yet, that would be enough."""
    inside = [child for child in finding.children if child.outcome is not Outcome.NOT_APPLICABLE]
    count = len(finding.children)
    needed = requirement.needed(count) if isinstance(requirement, Combinator) else 1
    rank = needed if needed < count else needed - (count - len(inside))
    missing = [child for child in inside if child.outcome is not Outcome.MET]
    still = min(max(rank, 1), len(inside)) - (len(inside) - len(missing))
    return combinations(missing, max(still, 0))


def _by_reading(requirement: Disputed, finding: Finding, case: Case) -> Iterator[Choice]:
    """Give what meets every reading; failing that, what meets one, and the question which reading holds."""
    pairs = list(zip(requirement.readings, finding.readings, strict=True))
    turns = [Turn(requirement, reading, one, finding) for reading, one in pairs if one.outcome is not Outcome.MET]
    if case.disputes == "lenient":
        yield from ((turn,) for turn in turns)
        return
    yield tuple(turns)
    if case.disputes == "undetermined":
        ask = Turn(requirement, requirement, finding, finding, ask=True)
        if len(turns) < len(pairs):
            yield (ask,)
        yield from ((turn, ask) for turn in turns)


def _joined(several: Iterable[list[Choice]]) -> list[Choice]:
    """Take one choice of each."""
    return _first_of(tuple(turn for choice in chosen for turn in choice) for chosen in product(*several))


def _first_of(found: Iterator[Choice]) -> list[Choice]:
    known: dict[tuple[tuple[str, str, bool], ...], Choice] = {}
    for choice in islice(found, _MOST):
        known.setdefault(tuple((turn.leaf.id, turn.what.id, turn.ask) for turn in choice), choice)
    return list(known.values())


def leaves(finding: Finding) -> Iterator[Finding]:
    """Give the findings that hold no others."""
    if not finding.children:
        yield finding
    for child in finding.children:
        yield from leaves(child)
