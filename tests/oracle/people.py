"""Random people near the edges of a credential: someone who qualifies, changed in none to four ways."""

from datetime import date, timedelta
from typing import Any, NamedTuple

from hypothesis import strategies as st

from .bases import BASES, Written
from .chance import Chance, Drawn, Seeded
from .changes import Change, application, attestation, birthday, employment, home, lived, references, schooling, youth
from .exams import certificate, courses_and_sittings, sitting_of
from .ledgers import (
    amount,
    course_length,
    course_state,
    old_course,
    position,
    practicum,
    second_position,
    shift,
    span,
    split_course,
    supervision,
    topic,
)

WORK: tuple[Change, ...] = (amount, position, span, second_position)
SELF: tuple[Change, ...] = (birthday, schooling, lived, attestation)
ILLINOIS: tuple[Change, ...] = (
    *SELF,
    home,
    topic,
    topic,
    shift,
    split_course,
    course_state,
    *WORK,
    supervision,
    practicum,
    practicum,
)
MINNESOTA: tuple[Change, ...] = (*SELF, course_length, course_state, sitting_of("mn-cps"))
CONNECTICUT: tuple[Change, ...] = (lived, course_length, course_state, sitting_of("ct-cpsrp"))

CHANGES: dict[str, tuple[Change, ...]] = {
    "CRSS": (*ILLINOIS, application, sitting_of("il-crss")),
    "CPRS": (*ILLINOIS, sitting_of("icrc-pr")),
    "CPSS": (
        *SELF,
        home,
        youth,
        *WORK,
        application,
        references,
        employment,
        course_state,
        sitting_of("ms-cpss"),
        courses_and_sittings,
        courses_and_sittings,
    ),
    "CPS-I": MINNESOTA,
    "CPS-II": (*MINNESOTA, schooling, *WORK, *WORK, certificate),
    "CPSRP": (*CONNECTICUT, *WORK, application, old_course),
    "CPSRP-P": CONNECTICUT,
}
HOW_MANY = (0, 1, 1, 1, 2, 2, 3, 4)

DAYS = (
    date(2026, 11, 22),
    date(2026, 9, 1),
    *(date(2026, 6, 1), date(2026, 10, 1), date(2026, 10, 2)),  # Connecticut opens, and may close
    *(date(2027, 5, 31), date(2027, 6, 1)),
    *(date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1), date(2028, 8, 31)),  # a leap year
    *(date(2029, 2, 28), date(2029, 3, 1)),  # 21 years after a 29 February
)


class Case(NamedTuple):
    """A credential, a person about whom everything is told, and the day to decide on."""

    credential: str
    profile: Written
    as_of: date


def someone(chance: Chance, credential: str) -> Case:
    """Make a person near the edges of a credential; about a third are eligible.

    The profile holds only what a profile file may hold, as text, numbers, lists and mappings of its own, so it can
    be dumped as JSON or YAML; every fact that any of the seven credentials asks is told.
    """
    as_of = decided_on(chance)
    person = chance.pick(*BASES[credential])(as_of)
    for _ in range(chance.pick(*HOW_MANY)):
        chance.pick(*CHANGES[credential])(chance, person, as_of)
    return Case(credential, own(person), as_of)


def decided_on(chance: Chance) -> date:
    """Choose the day to decide on: one where a rule turns, a plain one, or the eve of Connecticut's rules."""
    if chance.pick(True, False):
        return chance.pick(*DAYS, date(2026, 5, 31))
    return date(2026, 6, 2) + timedelta(days=chance.whole(0, 900))


def own(value: Any) -> Any:  # Any: plain data as it stands in a file
    """Return a copy that shares nothing, its numbers written as a person would: without the noise of binary ones."""
    if isinstance(value, dict):
        return {key: own(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [own(inner) for inner in value]
    return round(value, 6) if isinstance(value, float) else value


def seeded(credential: str, seed: int) -> Case:
    """Return the person that a seed stands for, who asks for a credential."""
    return aimed(Seeded(seed), credential)


def aimed(chance: Chance, credential: str) -> Case:
    """Make a person who asks for a credential; one in ten is near the edges of another one."""
    near = credential if chance.whole(1, 10) > 1 else chance.pick(*sorted(BASES))
    return someone(chance, near)._replace(credential=credential)


@st.composite
def people(draw: st.DrawFn, credential: str | None = None) -> Case:
    """Draw a person near the edges of a credential (of any, if none is named), for Hypothesis to make smaller."""
    chance = Drawn(draw)
    return someone(chance, credential or chance.pick(*sorted(BASES)))
