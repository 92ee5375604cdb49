"""What is said about a cohort, in sentences that every format for people draws alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from peercert.cohort import Ask, Cell, Counted, Group, Standing
from peercert.cohort.cohort import Flip, by_count, flips_by_way
from peercert.cohort.standing import HOURS
from peercert.compare.saying import way_name
from peercert.engine import Verdict
from peercert.logic import Outcome
from peercert.render.cohort_report import CohortReport
from peercert.render.verdicts import catalogues, disputes_said
from peercert.report import Header
from peercert.requirements import Requirement
from peercert.requirements.wording import counted, in_words, joined, keys

VERDICTS = {
    Verdict.ELIGIBLE: "eligible",
    Verdict.UNDETERMINED: "cannot be determined yet",
    Verdict.NOT_YET: "not yet eligible",
    Verdict.NOT_ELIGIBLE: "not eligible",
}
MEANS = {
    Outcome.MET: "met",
    Outcome.UNMET: "not met",
    Outcome.UNKNOWN: "not known",
    Outcome.NOT_APPLICABLE: "does not apply",
}
"""What the signs of a matrix mean."""

_NEAR, _POINTS = 10, 3
"""How many people who are nearly there are named, and how many points of each."""


class Section(NamedTuple):
    """A heading with lines below it."""

    title: str
    lines: list[str]


def people(count: int) -> str:
    """Say how many people."""
    return "1 person" if count == 1 else f"{count} people"


def summed_up(group: Group) -> str:
    """Say how many people there are, and how many have each verdict."""
    counts = [f"{count} {VERDICTS[verdict]}" for verdict, count in group.counts.items() if count]
    return f"{people(len(group.people))}: {joined(counts)}."


def opening(report: CohortReport) -> Iterator[str]:
    """Say under what the report was made: day, rules and options."""
    header = report.header
    yield f"Rules: {joined(catalogues(header))}. Everyone is looked at as of {header.as_of}."
    if report.other:
        yield (
            f"Set against: catalogue {report.other.about.version}. "
            f"Digests: {header.catalog_sha256} and {report.other.sha256}."
        )
    options = list(_options(header))
    if options:
        yield f"In this report {joined(options)}."
    if report.least:
        yield (
            f"This report is for sharing: it names nobody, and a number from 1 to {report.least - 1} "
            f"is shown as <{report.least}."
        )


def _options(header: Header) -> Iterator[str]:
    yield from disputes_said(header.disputes)
    if header.verified_only:
        yield "only records that someone checked are counted"


class Words:
    """Says what is to be said about the people who were checked for one credential.

    Args:
        report: The report.
        group: The people.
    """

    def __init__(self, report: CohortReport, group: Group) -> None:
        self._compared = report.other is not None
        self._catalogs = [one for one in (report.catalog, report.other) if one]
        for catalog in self._catalogs:
            for id_ in catalog.ids:
                catalog.roots(id_, report.header.as_of)  # so that each requirement is known by its id
        self.credential = report.catalog.credential(group.credential)
        ways = [way for edition in self.credential.editions for way in edition.pathways]
        self.ways: dict[str | None, str] = {way.id: way_name(way.title) for way in ways}
        self._way = {leaf.id: way_name(way.title) for way in ways for leaf in _leaves(way.root)}
        self._titles = Counter(self.title(id_) for _, leaves in group.ways for id_ in leaves)

    @property
    def heading(self) -> str:
        """The credential, by its id, title and region."""
        return f"{self.credential.id} · {self.credential.title} · {self.credential.region}"

    def matrix_title(self, way: str | None, count: int) -> str:
        """Return the heading of a matrix: of which way it is, where there are several, and of how many people."""
        nearest = f" ({self.ways[way]}: {people(count)})" if len(self.ways) > 1 and way else ""
        return f"Requirement by requirement{nearest}"

    def title(self, id_: str) -> str:
        """Return what a requirement is called."""
        for catalog in self._catalogs:
            try:
                return catalog.requirement(id_).title
            except KeyError:  # only the other rules know it
                continue
        return id_

    def told_apart(self, id_: str) -> str:
        """Return what a requirement is called; with its way, where several ways ask for something of that name."""
        title = self.title(id_)
        return f"{title} (way: {self._way[id_]})" if self._titles[title] > 1 and id_ in self._way else title

    def sections(self, group: Group) -> Iterator[Section]:
        """Give what is to be said about a group, the best news first; what is empty is left out."""
        found = (
            Section("Eligible", [", ".join(one.person for one in group.of(Verdict.ELIGIBLE))]),
            Section("Eligible by waiting", [self._waits(one) for one in group.of(Verdict.NOT_YET)]),
            Section("Not eligible, nearest first", list(self._nearly([one for one in group.nearest if not one.open]))),
            Section(
                "Not eligible, and more is not known", list(self._nearly([one for one in group.nearest if one.open]))
            ),
            Section("What stands in the way", [self._blocks(*one) for one in group.blockers.items()]),
            Section("Cannot be determined yet", [", ".join(one.person for one in group.of(Verdict.UNDETERMINED))]),
            Section("What would settle that", [self._settles(*one) for one in group.asks.items()]),
            Section("Under the other rules", list(self._changes(group))),
        )
        return (one for one in found if any(one.lines))

    @staticmethod
    def _waits(one: Standing) -> str:
        return f"{one.person}: from {one.eligible_from} on, if nothing else changes"

    def _nearly(self, nearest: list[Standing]) -> Iterator[str]:
        yield from map(self._near, nearest[:_NEAR])
        if len(nearest) > _NEAR:
            yield f"and {people(len(nearest) - _NEAR)} more, who are less near"
        if any(sum(_in_hours(cell) for _, cell in one.blockers) > 1 for one in nearest[:_NEAR]):
            yield "Hours are added up over all points. One hour may fill two of them, so it may take fewer."

    def _near(self, one: Standing) -> str:
        hours, points = one.hours_to_go, list(one.blockers)
        to_go = f"{counted(hours, 'hour')} to go, " if hours else ""
        said = [f"{self.title(id_)}{_short(cell)}" for id_, cell in points[:_POINTS]]
        if len(points) > _POINTS:
            said.append(f"and {len(points) - _POINTS} more")
        unclear = f". Not known: {counted(one.open, 'point')}" if one.open else ""
        missing = f"{counted(len(points), 'point')} missing: {'; '.join(said)}"
        return f"{one.person}: {to_go}{missing}{_unchanging(one)}{unclear}"

    def _blocks(self, id_: str, one: Counted) -> str:
        return f"{self.told_apart(id_)}: {_people(one, 'it is the only unmet point')}"

    def _settles(self, ask: Ask, one: Counted) -> str:
        return f"{self.asked(ask)}: {_people(one, 'nothing else is open')}"

    def asked(self, ask: Ask) -> str:
        """Say what would settle an open point."""
        match ask.how:
            case "tell":
                return f"Tell {keys(ask.about)}"
            case "declined":
                return f"Tell {keys(ask.about)}, which is declined; that is each person's right"
            case "exact":
                return f"Give exact dates or exact words for {keys(ask.about)}"
            case "checked":
                return f"Have {keys(ask.about)} checked, and write by whom (`verified_by`)"
            case "decide":
                return f"Ask {self.credential.issuer.short} to decide on “{self.told_apart(ask.about[0])}”"
            case "reading":
                return f"Ask {self.credential.issuer.short} which reading of “{self.told_apart(ask.about[0])}” holds"
            case "rules":
                return f"Ask {self.credential.issuer.short} about “{self.told_apart(ask.about[0])}”"

    def _changes(self, group: Group) -> Iterator[str]:
        """Say who has another verdict under the other rules, and which requirements make it so."""
        if not self._compared:
            return
        if not group.comparable:
            yield "They do not have this credential"
            return
        if not group.flips:
            yield "Nobody’s verdict changes"
        for (before, after), flips in flips_by_way(group.flips):
            who = ", ".join(one.standing.person for one in flips)
            yield f"From “{VERDICTS[before]}” to “{VERDICTS[after]}”: {people(len(flips))} ({who})"
            yield from self._because(flips)

    def _because(self, flips: list[Flip]) -> Iterator[str]:
        came = Counter(id_ for one in flips for id_ in one.came)
        gone = Counter(id_ for one in flips for id_ in one.gone)
        for counts, said in ((came, "blocks now"), (gone, "blocks no more")):
            for id_, count in by_count(counts):
                yield f"“{self.title(id_)}” ({id_}) {said}: {people(count)}"


def _people(one: Counted, alone: str) -> str:
    """Say how many people something is about, and for how many of them it is all."""
    if not one.alone:
        return people(one.people)
    of_them = "" if one.alone == one.people else f"for {one.alone} of them "
    return f"{people(one.people)}; {of_them}{alone}"


def _in_hours(cell: Cell) -> bool:
    return cell.measure is not None and cell.measure.unit == HOURS and cell.measure.short > 0


def _unchanging(one: Standing) -> str:
    """Say that something of what is missing no step can change."""
    if not one.no_step:
        return ""
    which = "that" if len(one.blocking) == 1 else "one of them" if len(one.no_step) == 1 else "some of them"
    return f". No step can change {which}"


def _short(cell: Cell) -> str:
    measure = cell.measure
    if measure is None or not measure.short:
        return ""
    unit = {"percent": " %", HOURS: " hours" if measure.short != 1 else " hour"}.get(measure.unit, "")
    return f" ({in_words(measure.short)}{unit} short)"


def _leaves(requirement: Requirement) -> Iterator[Requirement]:
    if not requirement.children:
        yield requirement
    for child in requirement.children:
        yield from _leaves(child)
