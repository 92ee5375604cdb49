"""The least that proves a verdict: take away, decide again, and keep what cannot be spared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, TypeAlias, get_args

from peercert.candidate import load_candidate
from peercert.case import Case
from peercert.catalog import Catalog, Credential
from peercert.catalog.questions_file import Sensitivity
from peercert.disclosure.steps import Days, left_out, made_coarser, paths
from peercert.engine import Determination, Verdict, determine
from peercert.errors import FileError
from peercert.facts import Facts
from peercert.finding import Finding
from peercert.logic import Disputes, Why
from peercert.reading import Document, Plain, ValuePath
from peercert.unshown import unshown

Proof: TypeAlias = tuple[Verdict, tuple[str, ...], tuple[Why | None, ...], date | None]
"""What must stay the same: the verdict, what is responsible for it and why, and the day from which it is eligible."""

_NOBODY = Plain("candidate")
_CLASSES = get_args(Sensitivity)


class Asked(NamedTuple):
    """What is to be proved, and how records and sources are read."""

    catalog: Catalog
    credential: Credential
    as_of: date
    disputes: Disputes = "undetermined"
    verified_only: bool = False

    def decided(self, document: Document) -> Determination:
        """Decide a profile.

        Raises:
            FileError: If it is not valid.
        """
        candidate = load_candidate(document, self.catalog.words, self.as_of)
        case = Case(candidate, self.catalog, self.as_of, disputes=self.disputes, verified_only=self.verified_only)
        return determine(self.catalog, self.credential, case)


@unshown
class Disclosed(NamedTuple):
    """The least of a profile that gives the same determination."""

    facts: Facts
    determination: Determination
    left_out: tuple[str, ...]
    """Keys of which nothing is left."""

    in_part: tuple[str, ...]
    """Keys of which something is left out."""

    coarser: tuple[str, ...]
    """Keys in which a day is told less exactly."""


def least(asked: Asked, document: Document) -> Disclosed:
    """Take away from a profile all that one determination does not need.

    Args:
        asked: What is to be proved.
        document: The profile.

    Raises:
        FileError: If the profile is not valid.
    """
    decided = asked.decided(document)
    whole: Facts = document.value if isinstance(document.value, dict) else {}
    applied = decided.case.candidate.application_date or asked.as_of
    search = _Search(asked, Days(asked.as_of, applied), proof(decided))
    bare = {key: value for key, value in whole.items() if key not in ("id", "name", "seeking")}
    facts, coarse = search.least({"id": _NOBODY, **bare})
    gone = [key for key in whole if key not in facts]
    part = [key for key in bare if key in facts and facts[key] != whole[key] and key not in coarse]
    return Disclosed(facts, decided, tuple(gone), tuple(part), tuple(coarse))


def proof(decided: Determination) -> Proof:
    """Return what of a determination a smaller profile must give too."""
    blocking = decided.chosen.blocking
    whys = {finding.id: finding.why for finding in _leaves(decided.chosen.finding)}
    return decided.verdict, blocking, tuple(whys.get(id_) for id_ in blocking), decided.eligible_from


def _leaves(finding: Finding) -> Iterator[Finding]:
    if not finding.children:
        yield finding
    for child in finding.children:
        yield from _leaves(child)


class _Search(NamedTuple):
    """Looks for the least profile that keeps a proof."""

    asked: Asked
    days: Days
    proof: Proof

    def least(self, facts: Facts) -> tuple[Facts, list[str]]:
        """Take away until nothing more can be spared; also return the keys in which days were made coarser."""
        coarse: dict[str, None] = {}
        before: Facts | None = None
        while before != facts:
            before = facts
            for key in self._keys(facts):
                for path in [*paths(facts, key)] if key in facts else []:
                    facts = self._smaller(facts, path, coarse)
        return facts, [key for key in coarse if key in facts]

    def _keys(self, facts: Facts) -> list[str]:
        """Return the keys to try, the most sensitive first."""
        class_of = {one.key.split(".")[0]: _CLASSES.index(one.sensitivity) for one in self.asked.catalog.questions}
        return sorted((key for key in facts if key != "id"), key=lambda key: -class_of.get(key, len(_CLASSES)))

    def _smaller(self, facts: Facts, path: ValuePath, coarse: dict[str, None]) -> Facts:
        try:
            spared = left_out(facts, path, self.days)
        except (KeyError, IndexError):  # it went with something around it
            return facts
        if spared is not None and self._proves(spared):
            return spared
        while (vaguer := made_coarser(facts, path, self.days)) is not None and self._proves(vaguer):
            facts = vaguer
            coarse[str(path[0])] = None
        return facts

    def _proves(self, facts: Facts) -> bool:
        try:
            return proof(self.asked.decided(Document("smaller", dict(facts), "{}"))) == self.proof
        except FileError:
            return False
