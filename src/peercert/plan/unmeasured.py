"""Steps of which nobody knows how long they take: a degree, a licence, another home, a job."""

from __future__ import annotations

from peercert.requirements.steps import Changed, Gained

_RENEWED = 1
_GAINED = {"licenses": 2, "education": 2, "credentials": 3}


def weight(step: object) -> int:
    """Weigh such a step: schooling is long, and a new credential hides all that it asks itself; zero for any other."""
    if isinstance(step, Gained):
        return _RENEWED if step.again else _GAINED[step.ledger]
    if isinstance(step, Changed) and step.large:
        return _GAINED["education"] if step.key == "enrollment" else _RENEWED
    return 0


def unmeasured(step: object) -> bool:
    """Say whether nobody knows how long a step takes."""
    return weight(step) > 0 and not (isinstance(step, Gained) and step.years)
