"""Steps of which nobody knows how long they take: a degree, a licence, another home, a job."""

from __future__ import annotations

from peercert.requirements.steps import Changed, Gained


def weight(step: object) -> int:
    """Weigh such a step: schooling is the longest; zero for every other step."""
    if isinstance(step, Gained):
        return 2 if step.ledger == "education" else 1
    return int(isinstance(step, Changed) and step.large)


def unmeasured(step: object) -> bool:
    """Say whether nobody knows how long a step takes."""
    return weight(step) > 0 and not (isinstance(step, Gained) and step.years)
