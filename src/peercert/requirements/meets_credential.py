"""Meeting all that another credential asks, whether or not it is held."""

from functools import cached_property
from typing import ClassVar, Literal

from peercert.case import Case
from peercert.finding import Finding
from peercert.requirements.base import Requirement, Topic
from peercert.requirements.combining import combine
from peercert.requirements.wording import Because, Speech


class MeetsCredential(Requirement):
    """All that another credential asks, under its own edition in force on the day decided on, by any of its ways."""

    kind: Literal["meets_credential"]
    credential: str
    default_topic: ClassVar[Topic] = "credential"
    groups: ClassVar[bool] = True

    @cached_property
    def facts(self) -> None:
        """Any fact: only the catalogue knows what the other credential asks."""
        return None

    def evaluate(self, case: Case) -> Finding:
        """Evaluate the other credential's ways and take the best."""
        roots: tuple[Requirement, ...] = case.rules.roots(self.credential, case.as_of)
        return combine(self.id, tuple([root.find(case) for root in roots]), 1)

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        return f"Meets all that {self.credential} asks, as told in its own list."

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say why it is met."""
        return f"All that {self.credential} asks is met."

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say that something of it is not met; the lines inside say what."""
        return Because(f"Not all that {self.credential} asks is met.", None)

    def unknown(self, finding: Finding, speech: Speech) -> Because:
        """Say that something of it is open; the lines inside say what."""
        return Because(f"Not all that {self.credential} asks can be settled yet.", None)
