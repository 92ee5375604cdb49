"""What a report says besides its determinations: the options it was made under, and its counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from peercert.engine import Verdict
from peercert.logic import Disputes


class Header(NamedTuple):
    """Under what a report was made."""

    version: str
    """Of the program."""

    catalog_version: str
    catalog_sha256: str
    as_of: date
    disputes: Disputes
    verified_only: bool
    redacted: bool
    edition: str | None = None
    """The edition that was asked for by name, where it is not the one in force; None for the one in force."""

    layers: tuple[tuple[str, str], ...] = ()
    """Where catalogues lie on top of each other: the version and the digest of each, the lowest first."""


@dataclass(slots=True)
class Summary:
    """Counts that grow while a report is made; they add up."""

    candidates: int = 0
    """Candidates who were checked."""

    invalid: int = 0
    """Files, or rows, that could not be used."""

    faults: int = 0
    """How many of these could not be used through a fault in peercert itself."""

    verdicts: Counter[Verdict] = field(default_factory=Counter)
    counting: Counter[Verdict] = field(default_factory=Counter)
    """Verdicts of what was asked for; a survey asks for nothing."""

    unmet: Counter[str] = field(default_factory=Counter)
    """For each requirement, how many determinations it stands in the way of."""

    surveys: int = 0
    """Candidates who were looked at for every credential, because none was asked for."""

    def add(self, verdicts: Iterable[Verdict], unmet: Iterable[str], *, survey: bool) -> None:
        """Count one candidate.

        Args:
            verdicts: One for each determination.
            unmet: The requirements that stand in the way, once for each determination.
            survey: Whether nothing was asked for, so that every credential was looked at.
        """
        verdicts = tuple(verdicts)
        self.candidates += 1
        self.surveys += survey
        self.verdicts.update(verdicts)
        self.unmet.update(unmet)
        if not survey:
            self.counting.update(verdicts)

    @property
    def given(self) -> int:
        """All profiles that were given, used or not."""
        return self.candidates + self.invalid

    @property
    def determinations(self) -> int:
        """All determinations."""
        return self.verdicts.total()
