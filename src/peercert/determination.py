"""What comes out of deciding: the verdict, the ways to it, and the days on which it changes."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import NamedTuple

from peercert.case import Case
from peercert.catalog import Credential
from peercert.catalog.sources import Tier
from peercert.finding import Finding
from peercert.logic import Outcome, quick
from peercert.unshown import unshown


@quick
class Verdict(Enum):
    """The answer of a determination, from the best to the worst (contract section 1 and points of meaning)."""

    ELIGIBLE = "eligible"
    UNDETERMINED = "undetermined"
    NOT_YET = "not_yet"
    NOT_ELIGIBLE = "not_eligible"

    __hash__ = object.__hash__


@unshown
class Way(NamedTuple):
    """What came out for one way to a credential."""

    id: str | None
    """The pathway's id; None on a day on which no edition is in force."""

    verdict: Verdict
    eligible_from: date | None
    """Only for `not_yet`: the first later day on which this way is open."""

    blocking: tuple[str, ...]
    """The smallest set of leaf requirements that together are responsible; empty when eligible."""

    finding: Finding
    blocked_by: tuple[Finding, ...]
    """The findings of those leaves."""


class Coming(NamedTuple):
    """Rules that begin on a later day and would change the verdict, were nothing else to change."""

    day: date
    edition: str | None
    """The edition in force from that day; None where none is known."""

    verdict: Verdict
    """On that day, under the rules then in force."""

    otherwise: Verdict
    """On that day, had the rules stayed as they are."""

    blocking: tuple[str, ...]
    """What stands in the way under the rules then in force."""


class Turned(NamedTuple):
    """A requirement that came out another way than the day before."""

    id: str
    was: Outcome
    now: Outcome


class Change(NamedTuple):
    """A day on which the verdict is another one than the day before."""

    day: date
    was: Verdict
    now: Verdict
    edition: str | None
    """The edition in force from that day; None where none is."""

    rules: bool
    """Whether other rules hold from that day."""

    turned: tuple[Turned, ...]
    """The requirements that make the difference; none where only rules, or what is still to come, does."""


class Timeline(NamedTuple):
    """The days on which a verdict changes, as the profile is told today."""

    before: Verdict
    """The verdict before the first change."""

    changes: tuple[Change, ...]
    """From the first to the last."""

    tried: int
    """Days that were tried."""

    left_out: int
    """Days that were not, for there were too many; the ones farthest from the day decided on."""


@unshown
class Determination(NamedTuple):
    """What came out for one credential and one case."""

    case: Case
    credential: Credential
    edition: str | None
    chosen: Way
    """The way with the best verdict, then the fewest blocking leaves, then first in the catalogue."""

    ways: tuple[Way, ...]
    verdict: Verdict
    eligible_from: date | None
    verdict_if_finished: Verdict
    confidence: Tier
    """The weakest tier that the verdict rests on."""

    coming: tuple[Coming, ...] = ()
    """The days on which rules that begin later change the verdict; filled in by a check."""

    timeline: Timeline | None = None
    """The days on which the verdict changes; filled in by a check that was asked for them."""
