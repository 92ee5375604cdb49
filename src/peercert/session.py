"""One check: a profile read, the credentials that it is asked about, a determination for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from peercert.alike import Alike, Told
from peercert.candidate import Candidate, load_candidate
from peercert.case import Case
from peercert.catalog import Catalog
from peercert.engine import Determination, determine, find_for_all
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


@unshown
class Opened(NamedTuple):
    """One candidate, read, and what is to be decided."""

    candidate: Candidate
    label: str
    """What to call the candidate in a report."""

    case: Case
    wanted: tuple[str, ...]
    """The credentials to decide on, by id."""

    survey: bool
    """Whether these are all there are, because none was asked for."""

    document: Document | None = None
    """What the profile was read from."""


def open_profile(catalog: Catalog, given: Given, number: int, options: Options, alike: Alike | None = None) -> Opened:
    """Read one profile.

    Args:
        catalog: The rules.
        given: The profile.
        number: Its number among all that were given, counted from 1.
        options: What was asked.
        alike: What was found for others before, to be found no second time.

    Raises:
        FileError: If the profile cannot be used; it names every problem.
    """
    document = given.read()
    candidate = load_candidate(document, catalog.words, options.as_of)
    if given.label is not None and candidate.profile.id is None:
        candidate = replace(candidate, id=given.label)
    told = Told(document.value, alike) if alike is not None and isinstance(document.value, dict) else None
    label = f"candidate-{number}" if options.redact and candidate.profile.id is None else candidate.id
    return _opened(catalog, candidate, options, told)._replace(label=label, document=document)


def _opened(catalog: Catalog, candidate: Candidate, options: Options, told: Told | None = None) -> Opened:
    disputes, verified_only = options.disputes, options.verified_only
    case = Case(candidate, catalog, options.as_of, disputes=disputes, verified_only=verified_only, told=told)
    return Opened(candidate, candidate.id, case, *_wanted(catalog, candidate, options.credentials))


def decide(catalog: Catalog, opened: Sequence[Opened], options: Options) -> list[Checked]:
    """Decide about several candidates, one credential after the other: what its rules need then stays at hand.

    Args:
        catalog: The rules.
        opened: The candidates.
        options: What was asked.

    Returns:
        What came out for each, in the same order.
    """
    found: list[dict[str, Determination]] = [{} for _ in opened]
    for id_ in dict.fromkeys([id_ for one in opened for id_ in one.wanted]):
        credential = catalog.credential(id_)
        asked = [(one.case, decided) for one, decided in zip(opened, found, strict=True) if id_ in one.wanted]
        find_for_all(catalog, credential, [case for case, _ in asked])
        for case, decided in asked:
            decided[id_] = _with_days(catalog, determine(catalog, credential, case), options)
    return [_checked(catalog, one, decided, options) for one, decided in zip(opened, found, strict=True)]


def _checked(catalog: Catalog, one: Opened, decided: Mapping[str, Determination], options: Options) -> Checked:
    determinations = tuple([decided[id_] for id_ in one.wanted])
    safe = tuple(fragility(catalog, each) for each in determinations) if options.fragility else None
    return Checked(one.candidate, one.label, determinations, one.survey, one.document, safe)


def check(catalog: Catalog, candidate: Candidate, options: Options) -> Checked:
    """Check one candidate for each credential asked for, sought, or known."""
    (checked,) = decide(catalog, [_opened(catalog, candidate, options)], options)
    return checked


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
