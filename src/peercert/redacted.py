"""Words that tell nothing of the person: of a finding the outcome, the amounts, and what is asked."""

from __future__ import annotations

import re
from dataclasses import replace

from peercert.errors import Problem
from peercert.finding import Finding, Measure
from peercert.logic import Outcome
from peercert.requirements import Requirement
from peercert.requirements.wording import Because, Speech, counted, in_words, open_because, set_aside

_QUOTED = re.compile(r' ".*"', re.DOTALL)
"""What a message quotes from a file, such as a key that nobody knows."""


def bare_problem(problem: Problem) -> Problem:
    """Return a problem that quotes nothing from the file; its place tells where to look."""
    return replace(problem, message=_QUOTED.sub("", problem.message))


def bare_words(requirement: Requirement, finding: Finding, speech: Speech) -> Because:
    """Put a finding into words without a date, a score's day, or anything else that the person told.

    Args:
        requirement: What was asked.
        finding: What was found for it.
        speech: The titles of words, and whom to ask.
    """
    if finding.outcome is Outcome.UNKNOWN:
        return open_because(finding, _keys(requirement), speech)
    said = f"{_amounts(finding.measure)}{set_aside(finding.aside)}"
    if finding.outcome is Outcome.MET:
        return Because(f"This is met.{said}", None)
    return Because(
        f"This is not met.{said}", requirement.remedy or f"Look at what is asked. {requirement.describe(speech)}"
    )


def _keys(requirement: Requirement) -> tuple[str, ...]:
    """Return the keys of a profile that would settle it; of a choice of readings, those of all of them."""
    looks_at = requirement.looks_at()
    return tuple(key for key in looks_at if key.partition(".")[0] in requirement.uses) or looks_at


def _amounts(measure: Measure | None) -> str:
    if measure is None:
        return ""
    short = f"; {in_words(measure.short)} short" if measure.short else ""
    if measure.unit == "percent":
        return f" {in_words(measure.have)} of {in_words(measure.need)} %{short}."
    return f" {in_words(measure.have)} of {counted(measure.need, measure.unit.removesuffix('s'))}{short}."
