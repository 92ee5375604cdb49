"""What may stand in a file of cases."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from peercert.logic import Disputes
from peercert.requirements.base import Date, RulesModel

CONFIRM = "CONFIRM"
"""Stands where a person has still to say what must come out."""

Facts = dict[str, Any]  # Any: a profile, or a part of one, as it stands in the file


def _confirmed(value: object) -> object:
    if value == CONFIRM:
        raise PydanticCustomError(
            "not-confirmed",
            "Nobody has said yet what must come out of this case. Work it out by hand from the sources, and write the "
            "verdict in place of CONFIRM.",
        )
    return value


def _reason(value: object) -> object:
    if not isinstance(value, str) or not any(letter.isalpha() for letter in value):
        raise PydanticCustomError("empty-value", "Say why, in words.")
    return str(value)


Showing = Literal["met", "unmet", "unknown", "only_no", "taken", "apart", "at", "past"]
"""What a case can show of a requirement, a branch, a reading, a way, an edition or a number."""


class CaseText(RulesModel):
    """One case: a person, a day, and what must come out."""

    name: str
    """What the case is, in words."""

    as_of: Date
    """The day decided on."""

    base: str | None = None
    """One of `bases`; `given` where it is left out."""

    but: Facts = {}
    """What differs, as a JSON merge patch; null removes a key."""

    disputes: Disputes = "undetermined"
    verdict: Annotated[Literal["eligible", "undetermined", "not_yet", "not_eligible"], BeforeValidator(_confirmed)]
    """What must come out."""

    eligible_from: Date | None = None
    """Only with not_yet: the day from which it is eligible."""

    pathway: str | None = None
    """The way that must be chosen."""

    because: tuple[str, ...] | None = None
    """Exactly the leaf requirements that block."""


class NotReached(RulesModel):
    """Something that no case can show, with the reason."""

    id: str
    """A requirement, or a part of one with a slash before it, as `rules test --coverage` names it."""

    as_: Annotated[tuple[Showing, ...], Field(alias="as", min_length=1)]
    """What cannot be shown of it."""

    because: Annotated[str, PlainValidator(_reason), WithJsonSchema({"type": "string"})]
    """Why not."""


class Equivalent(RulesModel):
    """A small change to the rules that changes nothing for anybody, with the reason."""

    id: str
    """What is changed, as `rules mutate` names it."""

    changes: Annotated[tuple[str, ...], Field(min_length=1)]
    """How, as `rules mutate` names it."""

    because: Annotated[str, PlainValidator(_reason), WithJsonSchema({"type": "string"})]
    """Why nobody is decided otherwise."""


class CasesFile(RulesModel):
    """The cases of one credential."""

    given: Facts
    """A profile that qualifies."""

    bases: dict[str, Facts] = {}
    """Other profiles that do, by name."""

    cases: Annotated[tuple[CaseText, ...], Field(min_length=1)]
    not_reached: tuple[NotReached, ...] = ()
    """What no case can show; `rules test --coverage` then does not ask for it."""

    equivalents: tuple[Equivalent, ...] = ()
    """Changes that no case can notice; `rules mutate` then does not ask for one."""
