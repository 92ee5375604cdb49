"""Every requirement inside must be met."""

from typing import Literal

from peercert.requirements.combining import Combinator
from peercert.requirements.wording import Speech


class AllOf(Combinator):
    """Met when all inside are met; unmet when one is unmet."""

    kind: Literal["all_of"]

    def needed(self, count: int) -> int:
        """All of them."""
        return count

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        return "All of these:"
