"""Findings made readable, after the verdict: in the catalogue's order, in words, with their sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from peercert.catalog import Catalog, Credential, Source
from peercert.engine import Determination, blocking
from peercert.finding import Finding
from peercert.logic import Outcome
from peercert.redacted import bare_words
from peercert.requirements import Requirement
from peercert.requirements.all_of import AllOf
from peercert.requirements.wording import Because, Speech
from peercert.trust import resting, trust
from peercert.unshown import unshown

_LONG = 4096
"""Characters of an explanation above which it is not kept."""

_KEPT = 4_000
"""Explanations that are kept for reuse; many candidates have the same finding."""


class Cited(NamedTuple):
    """A source, and the place in it."""

    id: str
    source: Source
    locator: str


@unshown
class Line(NamedTuple):
    """One requirement with what was found, in words."""

    requirement: Requirement
    finding: Finding
    because: Because
    cited: tuple[Cited, ...]
    children: tuple[Line, ...]

    def leaves(self) -> Iterator[Line]:
        """Give the lines that hold no others."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()


@unshown
class Explanation(NamedTuple):
    """A determination, ready to be read."""

    determination: Determination
    lines: tuple[Line, ...]
    """The requirements of the chosen way, as the catalogue orders them."""

    secondary: tuple[Line, ...]
    """The requirements that the verdict rests on for which there is only a secondary source."""

    redacted: bool = False
    """Whether the words may tell nothing of the person."""

    titles: Mapping[str, str] = {}
    """The titles of requirements that decide on other days or by other ways, by id."""

    nearest: frozenset[str] = frozenset()
    """The leaves that stand in the way or are open; where one of several is enough, only those of the nearest."""


class Explainer:
    """Puts findings into words, each different one once.

    Args:
        catalog: Where the requirements and their sources are found.
        redacted: Whether the words may tell nothing of the person but outcomes and amounts.
    """

    def __init__(self, catalog: Catalog, *, redacted: bool = False) -> None:
        self.catalog = catalog
        self.redacted = redacted
        self._because: dict[tuple[str, Finding], Because] = {}
        self._cited: dict[int, tuple[Cited, ...]] = {}
        self._speech: dict[str, Speech] = {}

    def explain(self, determination: Determination) -> Explanation:
        """Put a determination into words."""
        speech = self.speech(determination.credential)
        lines = tuple(self._line(finding, speech) for finding in top(self.catalog, determination.chosen.finding))
        secondary = self._secondary(determination, lines)
        titles, nearest = self._titles(determination), self._nearest(determination, lines)
        return Explanation(determination, lines, secondary, self.redacted, titles, nearest)

    def _nearest(self, determination: Determination, lines: tuple[Line, ...]) -> frozenset[str]:
        """Return what blocks the verdict, and what holds other lines open besides."""
        besides = [line.finding for line in lines if line.finding.outcome is Outcome.UNKNOWN]
        open_ = [leaf.id for finding in besides for leaf in blocking(self.catalog, finding)]
        return frozenset([*determination.chosen.blocking, *open_])

    def _titles(self, one: Determination) -> dict[str, str]:
        ids = [id_ for coming in one.coming for id_ in coming.blocking]
        ids += [id_ for way in one.ways if way is not one.chosen for id_ in way.blocking]
        ids += [turned.id for change in (one.timeline.changes if one.timeline else ()) for turned in change.turned]
        return {id_: self.catalog.requirement(id_).title for id_ in ids}

    def speech(self, credential: Credential) -> Speech:
        """Return what sentences about a credential need to know."""
        found = self._speech.get(credential.id)
        if found is None:
            issuer = credential.issuer
            name = f"{issuer.name} ({issuer.short})" if issuer.short != issuer.name else issuer.name
            found = self._speech[credential.id] = Speech(self.catalog.words, f"the {name}")
        return found

    def because(self, finding: Finding, speech: Speech) -> Because:
        """Put one finding into words, or give those that were put for an equal one."""
        if finding.children:
            return self.words(finding, speech)
        key = (speech.issuer, finding)
        found = self._because.get(key)
        if found is None:
            found = self.words(finding, speech)
            if len(self._because) < _KEPT and len(found.text) <= _LONG:
                self._because[key] = found
        return found

    def words(self, finding: Finding, speech: Speech) -> Because:
        """Put one finding into words."""
        requirement = self.catalog.requirement(finding.id)
        if finding.children:
            return requirement.explain(finding, speech)
        if finding.outcome is Outcome.NOT_APPLICABLE:
            return Because("This says nothing beyond the other lines.", None)
        return bare_words(requirement, finding, speech) if self.redacted else requirement.explain(finding, speech)

    def cited(self, requirement: Requirement) -> tuple[Cited, ...]:
        """Return where a requirement or any of its readings is written; of a bare group, where what it holds is."""
        found = self._cited.get(id(requirement))
        if found is None:
            citations = [*requirement.sources, *(one for way in requirement.alternatives for one in way.sources)]
            own = [Cited(one.id, self.catalog.sources[one.id], one.at) for one in citations]
            inside = [] if own else [one for child in requirement.children for one in self.cited(child)]
            found = self._cited[id(requirement)] = tuple(dict.fromkeys([*own, *inside]))
        return found

    def _line(self, finding: Finding, speech: Speech) -> Line:
        requirement = self.catalog.requirement(finding.id)
        return Line(
            requirement,
            finding,
            self.because(finding, speech),
            self.cited(requirement),
            tuple(self._line(child, speech) for child in finding.children),
        )

    def _secondary(self, determination: Determination, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        if determination.confidence != "secondary":
            return ()
        rests = resting(determination.chosen)
        weak = {leaf.id for leaf in rests if trust(self.catalog, leaf) == "secondary"}
        return tuple(leaf for line in lines for leaf in line.leaves() if leaf.requirement.id in weak)


def top(catalog: Catalog, finding: Finding) -> tuple[Finding, ...]:
    """Return the findings that a report begins with: those inside the root, where it asks for all of them."""
    if finding.children and isinstance(catalog.requirement(finding.id), AllOf):
        return finding.children
    return (finding,)
