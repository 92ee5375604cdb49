"""One of the requirements inside must be met."""

from typing import Literal

from peercert.requirements.combining import Combinator
from peercert.requirements.wording import Speech


class AnyOf(Combinator):
    """Met when one inside is met; unmet when all are unmet."""

    kind: Literal["any_of"]

    def needed(self, count: int) -> int:
        """One is enough."""
        return 1

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        return "One of these is enough:"
