"""Three-valued logic: what may come out of a requirement, and why something is not known."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, IntEnum
from typing import Literal, TypeVar

E = TypeVar("E", bound=type[Enum])


def quick(enum: E) -> E:
    """Make the members of an enum plain attributes of its class.

    Python 3.11 reads each one through a descriptor that is itself written in Python, which costs more than
    all the logic around it.
    """
    for name, member in enum.__members__.items():
        type.__setattr__(enum, name, member)
    return enum


@quick
class Outcome(IntEnum):
    """What came out for one requirement, in the order in which combinations take the least or the most."""

    UNMET = 0
    UNKNOWN = 1
    MET = 2
    NOT_APPLICABLE = 3

    __hash__ = int.__hash__

    @property
    def word(self) -> str:
        """The outcome as reports spell it."""
        return self.name.lower()


@quick
class Why(Enum):
    """Why something is not known, in the order in which one reason is named before another."""

    NOT_PROVIDED = "not_provided"
    DECLINED = "declined"
    IMPRECISE = "imprecise"
    UNVERIFIED = "unverified"
    NEEDS_HUMAN = "needs_human"
    DISPUTED = "disputed"
    NO_EDITION = "no_edition"
    INCOMPLETE_RULES = "incomplete_rules"

    __hash__ = object.__hash__


_RANK = {why: rank for rank, why in enumerate(Why)}

Answer = bool | Why
"""Yes, no, or the reason why it is not known."""

Disputes = Literal["undetermined", "strict", "lenient"]
"""What to do where trustworthy sources disagree: leave it open, ask for all readings, or accept any."""


def first_reason(reasons: Iterable[Why]) -> Why:
    """Return the reason that is named first; the order of the reasons given does not matter."""
    return min(reasons, key=_RANK.__getitem__)


def by_rank(reasons: Iterable[Why]) -> list[Why]:
    """Return distinct reasons in the order in which they are named."""
    return sorted(set(reasons), key=_RANK.__getitem__)


def all_true(answers: Iterable[Answer]) -> Answer:
    """Say whether all answers are yes: one no decides, else one open answer leaves it open."""
    open_because: list[Why] = []
    for answer in answers:
        if answer is False:
            return False
        if answer is not True:
            open_because.append(answer)
    return first_reason(open_because) if open_because else True


def any_true(answers: Iterable[Answer]) -> Answer:
    """Say whether any answer is yes: one yes decides, else one open answer leaves it open."""
    open_because: list[Why] = []
    for answer in answers:
        if answer is True:
            return True
        if answer is not False:
            open_because.append(answer)
    return first_reason(open_because) if open_because else False


def outcome_of(answer: Answer) -> tuple[Outcome, Why | None]:
    """Turn an answer into an outcome and, where it is unknown, the reason."""
    if answer is True:
        return Outcome.MET, None
    if answer is False:
        return Outcome.UNMET, None
    return Outcome.UNKNOWN, answer
