"""One check: a profile read, the credentials that it is asked about, a determination for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from peercert.candidate import Candidate, load_candidate
from peercert.case import Case
from peercert.catalog import Catalog
from peercert.engine import Determination, determine
from peercert.fragility import Fragility, fragility
from peercert.inputs import Given
from peercert.logic import Disputes
from peercert.reading import Document
from peercert.timeline import coming, timeline
from peercert.unshown import unshown


@dataclass(frozen=True, slots=True)
class Options:
    """What a run of checks was asked to do."""

    as_of: date
    credentials: tuple[str, ...] = ()
    """Ids as the catalogue spells them; what each candidate seeks, or all, where empty."""

    disputes: Disputes = "undetermined"
    verified_only: bool = False
    redact: bool = False
    timeline: bool = False
    """Whether to look for the days on which each verdict changes."""

    fragility: bool = False
    """Whether to say how safe each yes is too."""


@unshown
class Checked(NamedTuple):
    """One candidate's determinations."""

    candidate: Candidate
    label: str
    """What to call the candidate in a report."""

    determinations: tuple[Determination, ...]
    survey: bool
    """Whether every credential was looked at, because none was asked for."""

    document: Document | None = None
    """What the profile was read from; it knows the line and the column of each fact."""

    fragility: tuple[Fragility | None, ...] | None = None
    """For each determination how safe its yes is; None where that was not asked for."""


def judge(catalog: Catalog, given: Given, number: int, options: Options) -> Checked:
    """Read one profile and check it.

    Args:
        catalog: The rules.
        given: The profile.
        number: Its number among all that were given, counted from 1.
        options: What was asked.

    Raises:
        FileError: If the profile cannot be used; it names every problem.
    """
    document = given.read()
    candidate = load_candidate(document, catalog.words, options.as_of)
    if given.label is not None and candidate.profile.id is None:
        candidate = replace(candidate, id=given.label)
    checked = check(catalog, candidate, options)
    label = f"candidate-{number}" if options.redact and candidate.profile.id is None else checked.label
    return checked._replace(label=label, document=document)


def check(catalog: Catalog, candidate: Candidate, options: Options) -> Checked:
    """Check one candidate for each credential asked for, sought, or known."""
    case = Case(candidate, catalog, options.as_of, disputes=options.disputes, verified_only=options.verified_only)
    wanted, survey = _wanted(catalog, candidate, options.credentials)
    decided = (determine(catalog, catalog.credential(id_), case) for id_ in wanted)
    determinations = tuple([_with_days(catalog, one, options) for one in decided])
    safe = tuple(fragility(catalog, one) for one in determinations) if options.fragility else None
    return Checked(candidate, candidate.id, determinations, survey, fragility=safe)


def _with_days(catalog: Catalog, one: Determination, options: Options) -> Determination:
    later = coming(catalog, one)
    one = one._replace(coming=later) if later else one
    return one._replace(timeline=timeline(catalog, one)) if options.timeline else one


def _wanted(catalog: Catalog, candidate: Candidate, asked: Sequence[str]) -> tuple[tuple[str, ...], bool]:
    if asked:
        return tuple(asked), False
    if candidate.profile.seeking:
        return tuple(dict.fromkeys(candidate.profile.seeking)), False
    return catalog.ids, True
