"""Changes a credential a little, again and again, and demands that one of its cases notices each time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from peercert.casework.coverage import Share
from peercert.casework.mutants import Mutant, mutants
from peercert.casework.places import Places
from peercert.casework.reading import CaseFile, WorkedCase
from peercert.casework.running import Result, run
from peercert.casework.showing import shown
from peercert.catalog import Catalog
from peercert.errors import Problem


class Survivor(NamedTuple):
    """A change that no case notices."""

    subject: str
    said: str
    source: str
    line: int
    column: int


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
    order = _Order(catalog, results)
    made = list(mutants(catalog, catalog.credential(file.credential)))
    alive = [one for one in made if not _noticed(one, catalog, order.cases(one.head))]
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


def _noticed(mutant: Mutant, catalog: Catalog, cases: Sequence[WorkedCase]) -> bool:
    changed = catalog.with_credential(mutant.credential)
    return any(not run(case, changed).passed for case in cases)


class _Order:
    """The cases, those first that stand at a number of a requirement, or are decided by it."""

    def __init__(self, catalog: Catalog, results: Sequence[Result]) -> None:
        self._touching = [(result.case, _touched(result, catalog)) for result in results if result.passed]

    def cases(self, head: str) -> list[WorkedCase]:
        """Return all cases in the order in which they are tried."""
        return [case for case, _ in sorted(self._touching, key=lambda pair: head not in pair[1])]


def _touched(result: Result, catalog: Catalog) -> set[str]:
    found = (target for target in shown(result, catalog) if target.showing in _NEAR)
    return {target.subject.partition("/")[0] for target in found} | set(result.determination.chosen.blocking)


_NEAR = ("only_no", "at", "past", "apart", "taken")
