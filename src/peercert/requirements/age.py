"""A least age, in whole years, on the day decided on."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from peercert.case import Case
from peercert.dates import Span, add_years, age_on, comes_of_age
from peercert.finding import Finding, Measure
from peercert.logic import Outcome, Why
from peercert.requirements.base import Requirement, Topic, Whole
from peercert.requirements.boundary import DAY, Boundary, Spot
from peercert.requirements.choices import ONE_DAY, Choice
from peercert.requirements.wording import Because, Speech


class Age(Requirement):
    """At least so many years old. Someone born on 29 February comes of age on 1 March in a common year."""

    kind: Literal["age"]
    at_least: Whole
    """Whole years."""

    default_topic: ClassVar[Topic] = "age"
    uses: ClassVar[tuple[str, ...]] = ("birth_date",)

    def evaluate(self, case: Case) -> Finding:
        """Judge the age on the day decided on; a birth date known only in part may leave it open."""
        birth = case.fact("birth_date")
        if not isinstance(birth, Span):
            return Finding(self.id, Outcome.UNKNOWN, birth)
        youngest = Decimal(max(age_on(birth.last, case.as_of), 0))
        oldest = max(Decimal(age_on(birth.first, case.as_of)), youngest)
        measure = Measure(youngest, Decimal(self.at_least), "years", oldest)
        if youngest >= self.at_least:
            return Finding(self.id, Outcome.MET, None, measure, ("birth_date",))
        if oldest < self.at_least:
            return Finding(self.id, Outcome.UNMET, None, measure, ("birth_date",))
        return Finding(self.id, Outcome.UNKNOWN, Why.IMPRECISE, measure, ("birth_date",))

    def choices(self, case: Case) -> Iterator[Choice]:
        """Give the facts that show each side of what it asks."""
        last = add_years(case.as_of, -self.at_least)
        yield Choice("birth_date", "", (last,), (last + ONE_DAY,))

    def describe(self, speech: Speech) -> str:
        """Say what is asked."""
        return f"At least {self.at_least} years old."

    def met(self, finding: Finding, speech: Speech) -> str:
        """Say why it is met."""
        return f"{self.at_least} years or older."

    def unmet(self, finding: Finding, speech: Speech) -> Because:
        """Say why it is not met, and when it will be."""
        have, most = (finding.measure.have, finding.measure.up_to) if finding.measure else (0, 0)
        said = f"{have}" if have == most else f"{have} to {most}"
        return Because(f"{said} years old; {self.at_least} years are needed.", "Apply again from that birthday on.")

    def turning_days(self, case: Case) -> Iterator[date]:
        """Give the birthday that settles it."""
        birth = case.fact("birth_date")
        if isinstance(birth, Span):
            yield comes_of_age(birth.last, self.at_least)

    def boundaries(self, case: Case) -> Iterator[Boundary]:
        """Give the last day of birth of whoever is old enough."""
        birth = case.fact("birth_date")
        exact = isinstance(birth, Span) and birth.first == birth.last
        spots = (Spot(birth.first, ("birth_date",)),) if exact else ()
        yield Boundary("at_least", add_years(case.as_of, -self.at_least), DAY, spots)
