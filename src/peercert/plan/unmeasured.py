"""Steps of which nobody knows how long they take: a degree, another home, a job, hours that nobody counts."""

from __future__ import annotations

from peercert.plan.todo import Finish
from peercert.requirements.steps import Changed, Course, Gained, Hours

_CHANGED = 1
_GAINED = {"licenses": 2, "education": 2, "credentials": 3}


def weight(step: object) -> int:
    """Weigh such a step: schooling is long, and a new credential hides all that it asks itself; zero for any other.

    To renew what one holds is no great change.
    """
    if isinstance(step, Gained):
        return 0 if step.again else _GAINED[step.ledger]
    if isinstance(step, Changed) and step.large:
        return _GAINED["education"] if step.key == "enrollment" else _CHANGED
    return 0


def unmeasured(step: object) -> bool:
    """Say whether nobody knows how long a step takes: such a step, or a course whose hours are not known."""
    if isinstance(step, Course | Finish):
        return not step.hours
    if isinstance(step, Gained):
        return not step.years
    return step.any_amount if isinstance(step, Hours) else weight(step) > 0
