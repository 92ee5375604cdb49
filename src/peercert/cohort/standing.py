"""Where one person stands for one credential: small, and nothing of the profile in it but amounts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from peercert.case import Case
from peercert.catalog import Catalog
from peercert.cohort.asks import Ask, ask
from peercert.cohort.turns import Turn, Turner
from peercert.engine import Determination, Verdict
from peercert.explain import top
from peercert.finding import Finding, Measure
from peercert.logic import Outcome
from peercert.requirements import Requirement
from peercert.session import Checked
from peercert.unshown import unshown

HOURS = "hours"


@unshown
class Cell(NamedTuple):
    """What came out for one person and one requirement."""

    outcome: Outcome
    measure: Measure | None = None


@unshown
class Standing(NamedTuple):
    """One person and one credential."""

    person: str
    credential: str
    way: str | None
    """The nearest way, which the verdict is about."""

    verdict: Verdict
    eligible_from: date | None
    leaves: tuple[str, ...]
    """The requirements of that way, in catalogue order."""

    cells: tuple[Cell, ...]
    """One for each of the leaves."""

    blocking: tuple[str, ...]
    open: int
    """How many lines of the checklist are not known."""

    asks: tuple[Ask, ...]
    """What would settle an undetermined verdict; each once."""

    survey: bool
    """Whether it was looked at only because nothing was asked for."""

    turn: Turn | None = None
    """What other rules say, where some were given that know the credential."""

    no_step: tuple[str, ...] = ()
    """What is not met and neither a step nor a day can change, such as what somebody lived through."""

    @property
    def blockers(self) -> Iterator[tuple[str, Cell]]:
        """The leaves that block, with what came out for them."""
        return ((id_, cell) for id_, cell in zip(self.leaves, self.cells, strict=True) if id_ in self.blocking)

    @property
    def hours_to_go(self) -> Decimal:
        """The missing hours of what blocks, added up; an hour that fits two requirements is counted for both."""
        missing = (cell.measure.short for _, cell in self.blockers if cell.measure and cell.measure.unit == HOURS)
        return sum(missing, Decimal())


def standings(catalog: Catalog, other: Catalog | None = None) -> Callable[[Checked], tuple[Standing, ...]]:
    """Return what takes the standings from a check.

    Args:
        catalog: The rules.
        other: Rules to compare with.
    """
    turner = Turner(catalog, other) if other else None

    def taken(checked: Checked) -> tuple[Standing, ...]:
        return tuple([_standing(catalog, checked, one, turner) for one in checked.determinations])

    return taken


def _standing(catalog: Catalog, checked: Checked, one: Determination, turner: Turner | None) -> Standing:
    found = {leaf.id: leaf for leaf in _leaves(one.chosen.finding)}
    blocking = one.chosen.blocking
    asks = [ask(catalog.requirement(id_), found[id_]) for id_ in blocking if found[id_].outcome is Outcome.UNKNOWN]
    return Standing(
        person=checked.label,
        credential=one.credential.id,
        way=one.chosen.id,
        verdict=one.verdict,
        eligible_from=one.eligible_from,
        leaves=tuple(found),
        cells=tuple([Cell(leaf.outcome, _measure(leaf)) for leaf in found.values()]),
        blocking=blocking,
        open=sum(line.outcome is Outcome.UNKNOWN for line in top(catalog, one.chosen.finding)),
        asks=tuple(dict.fromkeys(asks)) if one.verdict is Verdict.UNDETERMINED else (),
        survey=checked.survey,
        turn=turner(one) if turner else None,
        no_step=tuple([id_ for id_ in blocking if _is_shut(catalog.requirement(id_), found[id_], one.case)]),
    )


def _is_shut(requirement: Requirement, finding: Finding, case: Case) -> bool:
    """Say whether something is not met, and neither a step nor a day can change it, however it is read.

    Of what may rest on any fact, such as another credential's rules, nobody can say that.
    """
    if finding.outcome is not Outcome.UNMET or requirement.facts is None:
        return False
    read = zip(requirement.alternatives, finding.readings, strict=False)
    unmet = [requirement, *(reading for reading, one in read if one.outcome is Outcome.UNMET)]
    return not any([*one.steps_to_meet(case)] or _waits(one, case) for one in unmet)


def _waits(requirement: Requirement, case: Case) -> bool:
    return any(day > case.as_of for day in requirement.turning_days(case))


def _leaves(finding: Finding) -> Iterator[Finding]:
    if not finding.children:
        yield finding
    for child in finding.children:
        yield from _leaves(child)


def _measure(leaf: Finding) -> Measure | None:
    """Return what is counted for a leaf; where its readings need different amounts, what is nearest to done."""
    if leaf.measure or not leaf.readings:
        return leaf.measure
    told = [one.measure for one in leaf.readings if one.measure and one.outcome is leaf.outcome]
    return min(told, key=lambda one: one.short, default=None) if leaf.outcome is Outcome.UNMET else None
