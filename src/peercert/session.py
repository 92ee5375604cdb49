"""One run of checks: each profile read, decided and handed on; one bad profile never stops the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from peercert.candidate import Candidate, load_candidate
from peercert.case import Case
from peercert.catalog import Catalog
from peercert.engine import Determination, determine
from peercert.errors import FileError, Problem
from peercert.inputs import Given
from peercert.logic import Disputes
from peercert.report import Summary


@dataclass(frozen=True, slots=True)
class Options:
    """What a run of checks was asked to do."""

    as_of: date
    credentials: tuple[str, ...] = ()
    """Ids as the catalogue spells them; what each candidate seeks, or all, where empty."""

    disputes: Disputes = "undetermined"
    verified_only: bool = False
    redact: bool = False


class Checked(NamedTuple):
    """One candidate's determinations."""

    candidate: Candidate
    label: str
    """What to call the candidate in a report."""

    determinations: tuple[Determination, ...]
    survey: bool
    """Whether every credential was looked at, because none was asked for."""


def run(
    catalog: Catalog, profiles: Iterable[Given], options: Options, summary: Summary, tell: Callable[[Problem], None]
) -> Iterator[Checked]:
    """Check profiles one after the other, holding one at a time.

    Args:
        catalog: The rules.
        profiles: What was given.
        options: What was asked.
        summary: Counts everything as it goes.
        tell: Is told every problem.

    Yields:
        Each candidate that could be read, with the determinations.
    """
    for number, one in enumerate(profiles, 1):
        try:
            candidate = load_candidate(one.read(), catalog.words, options.as_of)
        except FileError as error:
            summary.invalid += 1
            for problem in error.problems:
                tell(problem)
            continue
        if one.label is not None and candidate.profile.id is None:
            candidate = replace(candidate, id=one.label)
        summary.candidates += 1
        checked = check(catalog, candidate, options)
        for determination in checked.determinations:
            summary.add(determination, counts=not checked.survey)
        summary.surveys += checked.survey
        yield (
            checked._replace(label=f"candidate-{number}")
            if options.redact and candidate.profile.id is None
            else checked
        )


def check(catalog: Catalog, candidate: Candidate, options: Options) -> Checked:
    """Check one candidate for each credential asked for, sought, or known."""
    case = Case(candidate, catalog, options.as_of, disputes=options.disputes, verified_only=options.verified_only)
    wanted, survey = _wanted(catalog, candidate, options.credentials)
    determinations = tuple(determine(catalog, catalog.credential(id_), case) for id_ in wanted)
    return Checked(candidate, candidate.id, determinations, survey)


def _wanted(catalog: Catalog, candidate: Candidate, asked: Sequence[str]) -> tuple[tuple[str, ...], bool]:
    if asked:
        return tuple(asked), False
    sought = [catalog.words.credential(word) for word in candidate.profile.seeking or ()]
    if sought:
        return tuple(dict.fromkeys(id_ for id_ in sought if id_ is not None)), False
    return catalog.ids, True
