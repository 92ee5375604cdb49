"""What evaluating one requirement found: numbers, days and addresses, and no words."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from peercert.logic import Outcome, Why
from peercert.unshown import unshown

_NOTHING = Decimal()


@unshown
class Measure(NamedTuple):
    """Something counted against what is needed."""

    have: Decimal
    """What is proved: the lower bound."""

    need: Decimal
    """What is needed."""

    unit: str
    """``hours``, ``percent``, ``points``, ``years``, ``months``, ``references`` or ``share`` (of 1)."""

    up_to: Decimal | None
    """What may be there at most; None where there is no limit to it."""

    @property
    def short(self) -> Decimal:
        """What is missing, counted from what is proved; zero when nothing is."""
        return max(self.need - self.have, _NOTHING)


class Aside(NamedTuple):
    """A record that does not count, or not for certain, and the point that decides it."""

    address: str
    """Where it stands in the profile, such as ``experience[0]``."""

    point: str
    """What it fails on or leaves open: a field (``share``), ``window``, or a left-out reason."""


LEFT_OUT = ("after_as_of", "not_completed", "unverified", "expires")
"""Points that are about the record as a whole, not about what the requirement asks."""


@unshown
class Finding(NamedTuple):
    """What was found for one requirement. Stands alone: it can be counted, compared and stored."""

    id: str
    outcome: Outcome
    why: Why | None = None
    """Only, and always, with an unknown outcome."""

    measure: Measure | None = None
    evidence: tuple[str, ...] = ()
    """Addresses of the records that count, for certain or perhaps."""

    open: tuple[Aside, ...] = ()
    """Records that count only perhaps."""

    aside: tuple[Aside, ...] = ()
    """Records that do not count."""

    detail: tuple[object, ...] = ()
    """Numbers and days that the kind needs for its own words; its meaning belongs to the kind."""

    readings: tuple[Finding, ...] = ()
    """One for each reading, where sources disagree."""

    children: tuple[Finding, ...] = ()
    """One for each requirement inside."""
