"""So many of the requirements inside must be met."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from peercert.case import Case
from peercert.logic import Outcome
from peercert.requirements.base import Whole
from peercert.requirements.boundary import WHOLE, Boundary, total_of
from peercert.requirements.combining import Combinator
from peercert.requirements.wording import Speech


class AtLeast(Combinator):
    """Met when at least n inside are met."""

    kind: Literal["at_least"]
    n: Whole
    """How many."""

    @model_validator(mode="after")
    def _possible(self) -> "AtLeast":
        if not 1 <= self.n <= len(self.of):
            raise PydanticCustomError("bad-number", "`n` must be from 1 to the number of requirements inside.")
        return self

    def needed(self, count: int) -> int:
        """As many as the rule says."""
        return self.n

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        return f"At least {self.n} of these:"

    def boundaries(self, case: Case) -> Iterator[Boundary]:
        """Give how many must be met."""
        met = sum(child.outcome is Outcome.MET for child in self.evaluate(case).children)
        yield total_of("n", Decimal(self.n), Decimal(met), (), WHOLE)
