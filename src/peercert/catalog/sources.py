"""Where requirements are written: the sources, and how much trust each one earns."""

from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from peercert.requirements.base import Date, RulesModel

Tier = Literal["document", "issuer", "secondary"]

TIERS: tuple[Tier, ...] = ("document", "issuer", "secondary")
"""From the most trusted to the least (contract section 3)."""


class Source(RulesModel):
    """A document, a page, or a statute."""

    title: str
    publisher: str
    date: str
    """The day, month or year of the source, or "undated"."""

    tier: Tier
    """`document`: peercert was built from it; `issuer`: the issuer, the state or a statute; `secondary`: the rest."""

    url: str | None = None
    file: str | None = None
    read: Date
    """The day on which it was last read."""

    @model_validator(mode="after")
    def _findable(self) -> "Source":
        if self.url is None and self.file is None:
            raise PydanticCustomError("missing-key", "Give a `url` or a `file`, so that the source can be found.")
        return self


class Sources(RulesModel):
    """The sources of a catalogue, by id."""

    sources: dict[str, Source]


def weakest(tiers: list[Tier]) -> Tier | None:
    """Return the tier that earns the least trust; None where there is none."""
    return max(tiers, key=TIERS.index, default=None)


def best(tiers: list[Tier]) -> Tier | None:
    """Return the tier that earns the most trust; None where there is none."""
    return min(tiers, key=TIERS.index, default=None)
