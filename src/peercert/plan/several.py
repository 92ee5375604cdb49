"""Plans for several credentials at once: the nearest first, and the steps that serve more than one."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace
from typing import NamedTuple

from peercert.case import Case
from peercert.catalog import Catalog
from peercert.plan.planning import By, Plan, Planner
from peercert.plan.todo import Pace, Settle, Todo, Wait
from peercert.requirements.steps import Course, Hours, Sitting
from peercert.session import Checked
from peercert.unshown import unshown


@unshown
class Plans(NamedTuple):
    """Everything that is planned for one candidate."""

    case: Case
    """The candidate on the day on which the plans are made."""

    label: str
    """What to call the candidate."""

    plans: tuple[Plan, ...]
    """What can be reached first, and of that what asks least."""

    survey: bool = False
    """Whether every credential was looked at, because none was asked for."""

    def also_for(self, todo: Todo, plan: Plan) -> tuple[str, ...]:
        """Return the other credentials whose plans hold the same step."""
        return tuple(
            other.credential.id
            for other in self.plans
            if other is not plan and any(_same(one) == _same(todo) for one in other.todos)
        )


def plans(catalog: Catalog, checked: Checked, pace: Pace, by: By) -> Plans:
    """Make plans for one candidate, for every credential that was checked.

    Args:
        catalog: The rules.
        checked: The candidate, and what came out for each credential on the day on which the plans are made.
        pace: Hours a week.
        by: What counts most.
    """
    case = checked.determinations[0].case
    wanted = [one.credential.id for one in checked.determinations]
    planner = Planner(catalog, case, pace, by)
    found = {id_: planner.plan(catalog.credential(id_), ways=True) for id_ in wanted}
    if any(plan.blocked_by for plan in found.values()):
        known = {id_: found.get(id_) or planner.plan(catalog.credential(id_)) for id_ in catalog.ids}
        found = {id_: replace(plan, nearest=_nearest(plan, known.values())) for id_, plan in found.items()}
    order = list(found)
    ranked = sorted(found.values(), key=lambda plan: (not plan.reachable, plan.key, order.index(plan.credential.id)))
    return Plans(case, checked.label, tuple(ranked), checked.survey)


def _nearest(plan: Plan, others: Iterable[Plan]) -> str | None:
    """Return the nearest credential that can be reached instead, in the same place before any other."""
    if not plan.blocked_by:
        return None
    place = plan.credential.jurisdiction
    reachable = [one for one in others if one.reachable]
    best = min(reachable, key=lambda one: (one.credential.jurisdiction != place, one.key), default=None)
    return best.credential.id if best else None


def _same(todo: Todo) -> Hashable:
    """Return what makes steps of different plans the same, however much each plan needs of it."""
    step = todo.step
    if isinstance(step, Hours):
        return step.ledger, step.points
    if isinstance(step, Course):
        return step.programs
    if isinstance(step, Sitting):
        return step.exam
    if isinstance(step, Settle):
        return step.finding.why, todo.ids if step.ask else step.keys
    return (step, todo.done) if isinstance(step, Wait) else step
