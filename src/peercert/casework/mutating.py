"""Changes a credential a little, again and again, and demands that one of its cases notices each time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from peercert.casework.coverage import Share
from peercert.casework.mutants import Mutant, mutants
from peercert.casework.mutations import WHO
from peercert.casework.places import Places
from peercert.casework.reading import CaseFile
from peercert.casework.running import Result, run
from peercert.catalog import Catalog
from peercert.errors import Problem
from peercert.finding import Finding
from peercert.logic import Outcome


class Survivor(NamedTuple):
    """A change that no case notices."""

    subject: str
    said: str
    source: str
    line: int
    column: int

    @property
    def wanted(self) -> str:
        """Who would show the difference."""
        return next(who for word, who in WHO if word in self.said)


class Score(NamedTuple):
    """How many small changes to a credential its cases notice."""

    credential: str
    noticed: int
    excused: int
    """Changes that change nothing, each with a written reason."""

    survivors: tuple[Survivor, ...]
    idle: tuple[Problem, ...]
    """Reasons for changes that are noticed after all, or are not made."""

    @property
    def share(self) -> Share:
        """How many of the changes that could be noticed are."""
        return Share(self.noticed, self.noticed + len(self.survivors))

    @property
    def complete(self) -> bool:
        """Whether every change is noticed or excused, and every reason holds."""
        return not self.survivors and not self.idle


def score(catalog: Catalog, file: CaseFile, results: Sequence[Result]) -> Score:
    """Change a credential in every small way, and count the changes that its cases notice.

    Args:
        catalog: The rules as they are.
        file: The cases of the credential.
        results: What comes out of each of them. Cases that fail as it is prove nothing, and are left out.
    """
    passing = [result for result in results if result.passed]
    made = list(mutants(catalog, catalog.credential(file.credential)))
    alive = [one for one in made if not _noticed(one, catalog, passing)]
    reasons = {(one.text.id, change): one for one in file.equivalents for change in one.text.changes}
    names = {(one.subject, one.said) for one in alive}
    idle = tuple(
        Problem(one.source, one.line, one.column, "idle-reason", f"{name[0]}, {name[1]}: {_IDLE}", _TAKE_OUT)
        for name, one in reasons.items()
        if name not in names
    )
    places = Places(catalog, file.credential)
    survivors = tuple(
        Survivor(one.subject, one.said, *places.of(one.subject))
        for one in alive
        if (one.subject, one.said) not in reasons
    )
    return Score(file.credential, len(made) - len(alive), len(alive) - len(survivors), survivors, idle)


_IDLE = "a case notices this change, or it is not made."
_TAKE_OUT = "Take it out of `equivalents`."


def _noticed(mutant: Mutant, catalog: Catalog, results: Sequence[Result]) -> bool:
    """Say whether any case comes out otherwise; those are tried first for which the changed rule itself does."""
    changed = catalog.with_credential(mutant.credential)
    ordered = sorted(results, key=lambda result: not _turned(mutant.head, result, catalog, changed))
    return any(not run(result.case, changed).passed for result in ordered)


def _turned(head: str, result: Result, catalog: Catalog, changed: Catalog) -> bool:
    """Say whether a changed rule finds something else in a case; never for a change to an edition."""
    if not changed.knows(head):
        return False
    case = result.determination.case
    return _outcomes(changed.requirement(head).evaluate(case)) != _outcomes(catalog.requirement(head).evaluate(case))


def _outcomes(finding: Finding) -> list[Outcome]:
    """Return what came out, here and for everything inside; what was measured changes with every number."""
    return [finding.outcome, *(one for part in (*finding.children, *finding.readings) for one in _outcomes(part))]
