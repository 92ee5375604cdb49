"""The three outcomes, how they combine, and how two readings of one rule are settled."""

from decimal import Decimal
from enum import IntEnum
from typing import NamedTuple


class Outcome(IntEnum):
    """What is known of a requirement; `min` is "all of", `max` is "any of"."""

    UNMET = 0
    UNKNOWN = 1
    MET = 2


UNMET, UNKNOWN, MET = Outcome


class Leaf(NamedTuple):
    """One requirement of a pathway."""

    name: str
    """Equal in two pathways where both ask the very same thing."""
    topic: str | None
    """None where the facts leave open under which topic it blocks."""
    outcome: Outcome
    part: str | None = None
    """What of the pathway it belongs to; None where the topic says so."""


class Pathway(NamedTuple):
    """One way to a credential."""

    name: str | None
    """None where a credential has only one."""
    leaves: list[Leaf]

    @property
    def outcome(self) -> Outcome:
        """Return what the leaves come to: all of them are needed."""
        return min(leaf.outcome for leaf in self.leaves)

    @property
    def parts(self) -> dict[str, Outcome]:
        """Return what each part comes to: all leaves of it are needed."""
        found: dict[str, Outcome] = {}
        for leaf in self.leaves:
            part = leaf.part or leaf.topic or leaf.name
            found[part] = min(leaf.outcome, found.get(part, MET))
        return found

    @property
    def blocking(self) -> list[Leaf]:
        """Return every unmet leaf, or every unknown one where none is unmet."""
        return [leaf for leaf in self.leaves if leaf.outcome is self.outcome is not MET]


class Hours(NamedTuple):
    """Hours between what is proved and what may be, both in clock hours."""

    low: Decimal
    high: Decimal

    def reach(self, need: int) -> Outcome:
        """Say whether there are so many hours, never rounding."""
        return MET if self.low >= need else UNKNOWN if self.high >= need else UNMET

    def __add__(self, other: object) -> "Hours":
        """Add two such amounts end by end."""
        if not isinstance(other, Hours):
            return NotImplemented
        return Hours(self.low + other.low, self.high + other.high)


def truth(holds: bool) -> Outcome:
    """Return the outcome of something plainly so or plainly not so."""
    return MET if holds else UNMET


def any_of(*outcomes: Outcome) -> Outcome:
    """Return the best of some outcomes; of none at all, UNMET."""
    return max(outcomes, default=UNMET)


def readings(disputes: str, *outcomes: Outcome) -> Outcome:
    """Settle the readings of one requirement by the setting for disputes."""
    if disputes == "strict":
        return min(outcomes)
    if disputes == "lenient":
        return max(outcomes)
    return outcomes[0] if len(set(outcomes)) == 1 else UNKNOWN
