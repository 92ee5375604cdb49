"""A verdict in words, with what everybody who reads it must know: its reason, the options, and how far to trust it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peercert.engine import Verdict
from peercert.explain import Explanation, Line
from peercert.logic import Disputes, Outcome
from peercert.report import Header
from peercert.requirements.wording import counted, joined

_DIGITS = 12
"""Digits of a digest that a person is shown; programs get all of them."""

VERDICTS = {
    Verdict.ELIGIBLE: "eligible",
    Verdict.NOT_YET: "not yet eligible",
    Verdict.NOT_ELIGIBLE: "not eligible",
    Verdict.UNDETERMINED: "cannot be determined yet",
}


def reason(explanation: Explanation) -> str:
    """Say in a few words why the verdict came out as it did."""
    one = explanation.determination
    total = len(explanation.lines)
    if one.verdict is Verdict.ELIGIBLE:
        return f"all {total} requirements are met" if total > 1 else "the requirement is met"
    if one.verdict is Verdict.NOT_YET:
        return f"eligible from {one.eligible_from} on, if nothing else changes"
    outcome = Outcome.UNKNOWN if one.verdict is Verdict.UNDETERMINED else Outcome.UNMET
    lines = [line for line in explanation.lines if line.finding.outcome is outcome]
    points = sum(len(responsible(line, outcome, explanation)) for line in lines)
    how = "cannot be settled yet" if outcome is Outcome.UNKNOWN else f"{'is' if len(lines) == 1 else 'are'} not met"
    where = f", in {points} points" if points > len(lines) else ""
    return f"{len(lines)} of {counted(total, 'requirement')} {how}{where}"


def patience(explanation: Explanation) -> Iterator[str]:
    """Say that waiting is enough where it is, for what is not met today comes with advice to do more."""
    if explanation.determination.verdict is Verdict.NOT_YET:
        yield "To wait for that day is enough, whatever else is advised here."


def disputes_said(disputes: Disputes) -> list[str]:
    """Say how disputed points are read; nothing where they are left open, as usual."""
    said = {
        "strict": "every reading of a disputed point must be met (strict)",
        "lenient": "one reading of a disputed point is enough (lenient)",
    }
    return [said[disputes]] if disputes in said else []


def options_said(header: Header) -> Iterator[str]:
    """Say under which options a report was made; nothing where they are the usual ones."""
    if header.edition:
        yield f"{edition_said(header.edition)} on {header.as_of}."
    options = disputes_said(header.disputes)
    options += ["only records that someone checked are counted"] if header.verified_only else []
    if options:
        yield f"In this report {joined(options)}."


def catalogues(header: Header) -> list[str]:
    """Name the rules that decided: each catalogue by its version, and by the beginning of its digest."""
    return [_catalogue(*one) for one in header.layers or ((header.catalog_version, header.catalog_sha256),)]


def decided(header: Header) -> str:
    """Name the rules and the program that decided, so that a reader can find them again."""
    return f"Decided by {joined(catalogues(header))}, peercert {header.version}."


def _catalogue(version: str, sha256: str) -> str:
    return f"catalogue {version} (sha256 {sha256[:_DIGITS]})"


def edition_said(edition: str) -> str:
    """Say that other rules decide than those in force."""
    return f"Edition {edition} decides here. It is not the edition in force"


def responsible(line: Line, outcome: Outcome, explanation: Explanation) -> list[Line]:
    """Return the leaves of a line that stand in the way or hold it open, of a choice the nearest; else itself."""
    leaves = [leaf for leaf in line.leaves() if leaf.finding.outcome is outcome]
    return [leaf for leaf in leaves if leaf.requirement.id in explanation.nearest] or [line]


def instead(line: Line, leaves: Sequence[Line]) -> str:
    """Name what would do as well as the leaves shown, where one of several is enough; nothing where it is not."""
    others = "; or ".join(_others(line, {leaf.requirement.id for leaf in leaves}))
    if not others:
        return ""
    return f"Or instead: {others}." if len(leaves) == 1 else f"Or instead of these {len(leaves)}: {others}."


def _others(line: Line, shown: set[str]) -> Iterator[str]:
    """Give the ways that would do in place of what is shown, but for those of which nothing is asked."""
    if line.requirement.kind != "any_of":
        return
    for way in line.children:
        if not shown.isdisjoint(leaf.requirement.id for leaf in way.leaves()):
            yield from _others(way, shown)
        elif way.finding.outcome is not Outcome.NOT_APPLICABLE:
            yield way.requirement.title


def trust(explanation: Explanation) -> Iterator[str]:
    """Say whom to ask where the verdict rests on a secondary source."""
    if explanation.secondary:
        issuer = explanation.determination.credential.issuer
        titles = list(dict.fromkeys(line.requirement.title for line in explanation.secondary))
        yield (
            f"Only a secondary source tells of: {joined(titles)}. Verify with the {issuer.name} "
            f"({issuer.short}) before you pay for anything."
        )
