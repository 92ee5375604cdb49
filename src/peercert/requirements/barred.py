"""A disqualifier: not met when a fact holds, and unknown when it is not told."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import SerializeAsAny

from peercert.alike import Facts
from peercert.case import Case
from peercert.finding import Finding
from peercert.logic import Outcome
from peercert.requirements.base import Requirement, Topic
from peercert.requirements.boundary import Boundary
from peercert.requirements.wording import Because, Speech


class Barred(Requirement):
    """Turns the outcome of a leaf round. Stands only at the root of a way to a credential."""

    kind: Literal["barred"] = "barred"
    when: SerializeAsAny[Requirement]
    """The fact that bars."""

    @property
    def about(self) -> Topic:
        """The topic of the fact."""
        return self.when.about

    def looks_at(self) -> tuple[str, ...]:
        """Return the keys of a profile that the fact looks at."""
        return self.when.looks_at()

    @cached_property
    def facts(self) -> Facts | None:
        """The keys on which the fact rests."""
        return self.when.facts

    def evaluate(self, case: Case) -> Finding:
        """Evaluate the fact and turn its outcome round."""
        found = self.when.evaluate(case)
        turned = {Outcome.MET: Outcome.UNMET, Outcome.UNMET: Outcome.MET}
        return found._replace(id=self.id, outcome=turned.get(found.outcome, found.outcome), measure=None)

    def describe(self, speech: Speech) -> str:
        """Say what bars."""
        return f"Must not be so: {self.when.describe(speech)}"

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say that nothing bars."""
        return "This does not stand in the way."

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say what bars."""
        return Because(f"This stands in the way: {self.when.describe(speech)}", f"Ask {speech.issuer}.")

    def unknown(self, finding: Finding, speech: Speech) -> Because:
        """Say what would settle it."""
        return self.when.unknown(finding, speech)

    def turning_days(self, case: Case) -> Iterator[date]:
        """Give the days on which the fact may cease to hold."""
        return self.when.ending_days(case)

    def ending_days(self, case: Case) -> Iterator[date]:
        """Give the days on which the fact may begin to hold."""
        return self.when.turning_days(case)

    def boundaries(self, case: Case) -> Iterator[Boundary]:
        """Give those of the fact."""
        return self.when.boundaries(case)
