"""What a report says besides its determinations: the options it was made under, its problems, its counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from peercert.engine import Determination, Verdict
from peercert.errors import Problem
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


@dataclass(slots=True)
class Summary:
    """Counts that grow while a report is made; they add up."""

    candidates: int = 0
    """Candidates who were checked."""

    invalid: int = 0
    """Files, or rows, that could not be used."""

    verdicts: Counter[Verdict] = field(default_factory=Counter)
    counting: Counter[Verdict] = field(default_factory=Counter)
    """Verdicts of what was asked for; a survey asks for nothing."""

    surveys: int = 0
    """Candidates who were looked at for every credential, because none was asked for."""

    def add(self, determination: Determination, *, counts: bool) -> None:
        """Count one determination."""
        self.verdicts[determination.verdict] += 1
        if counts:
            self.counting[determination.verdict] += 1

    @property
    def determinations(self) -> int:
        """All determinations."""
        return self.verdicts.total()


class Ending(NamedTuple):
    """What a report closes with."""

    problems: tuple[Problem, ...]
    summary: Summary
