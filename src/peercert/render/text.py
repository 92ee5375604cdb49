"""The report for a person: the verdict in words first, then what is missing, what is open, and what is met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peercert.engine import Verdict, Way
from peercert.explain import Explanation, Line
from peercert.finding import LEFT_OUT
from peercert.logic import Outcome
from peercert.render.leaves import IN, beside_mark, leaves_drawn
from peercert.render.records import named, with_names
from peercert.render.style import Style, safe
from peercert.report import Header, Summary
from peercert.requirements.wording import counted, joined

_MOST = 5
"""Requirements that the counts name."""

_HEADLINES = {
    Verdict.ELIGIBLE: ("ELIGIBLE", "green"),
    Verdict.NOT_YET: ("NOT YET ELIGIBLE", "yellow"),
    Verdict.NOT_ELIGIBLE: ("NOT ELIGIBLE", "red"),
    Verdict.UNDETERMINED: ("CANNOT BE DETERMINED YET", "yellow"),
}


def report(explanation: Explanation, candidate: str, header: Header, style: Style, more: Iterable[str] = ()) -> str:
    """Draw one determination.

    Args:
        explanation: The determination in words.
        candidate: What to call the candidate.
        header: Under what it was made.
        style: Width, colour and signs.
        more: Sections that were asked for besides, as drawn.

    Returns:
        The report, ending in a line break.
    """
    explanation = with_names(explanation)
    parts = [
        _heading(explanation, candidate, header, style),
        *_section(explanation, Outcome.UNMET, "What is missing", style),
        *_section(explanation, Outcome.UNKNOWN, "What could not be settled", style),
        *_met(explanation, style),
        *more,
        *_to_know(explanation, style),
    ]
    return "\n".join(parts) + "\n"


def _heading(explanation: Explanation, candidate: str, header: Header, style: Style) -> str:
    one = explanation.determination
    title = f"{one.credential.id} · {one.credential.title} · {one.credential.region}"
    day = f"as of {header.as_of}"
    gap = style.width - len(title) - len(day)
    lines = [style.fit(f"{title}{' ' * gap}{day}")] if gap > 1 else [style.wrap(title), style.wrap(day)]
    headline, colour = _HEADLINES[one.verdict]
    lines.append(style.wrap(f"For: {safe(candidate)}"))
    reason = style.fit(f"   {_reason(explanation)}")
    beside = len(headline) + len(reason) <= style.width
    lines += ["", style.paint(headline, "bold", colour) + (reason if beside else "")]
    lines += [] if beside else [style.wrap(reason.strip(), 2)]
    options = [] if header.disputes == "undetermined" else [f"disputed points are read as {header.disputes}"]
    options += ["only records that someone checked are counted"] if header.verified_only else []
    if options:
        lines.append(style.wrap(f"In this report {joined(options)}."))
    return "\n".join(lines)


def _reason(explanation: Explanation) -> str:
    one = explanation.determination
    total = len(explanation.lines)
    if one.verdict is Verdict.ELIGIBLE:
        return f"all {total} requirements are met" if total > 1 else "the requirement is met"
    if one.verdict is Verdict.NOT_YET:
        return f"eligible from {one.eligible_from} on, if nothing else changes"
    outcome = Outcome.UNKNOWN if one.verdict is Verdict.UNDETERMINED else Outcome.UNMET
    count = sum(line.finding.outcome is outcome for line in explanation.lines)
    if outcome is Outcome.UNKNOWN:
        return f"{count} of {counted(total, 'requirement')} cannot be settled yet"
    return f"{count} of {counted(total, 'requirement')} {'is' if count == 1 else 'are'} not met"


def _blocking(explanation: Explanation) -> set[str]:
    return set(explanation.determination.chosen.blocking)


def _section(explanation: Explanation, outcome: Outcome, heading: str, style: Style) -> Iterator[str]:
    """Draw the requirements of an outcome, each with the leaves that are responsible."""
    lines = [line for line in explanation.lines if line.finding.outcome is outcome]
    if lines:
        yield "\n" + style.paint(heading, "bold")
    for line in lines:
        yield from _responsible(line, outcome, explanation, style)


def _responsible(line: Line, outcome: Outcome, explanation: Explanation, style: Style) -> Iterator[str]:
    """Draw the leaves of a line that are responsible; for a line that is not, those of that outcome."""
    leaves = [leaf for leaf in line.leaves() if leaf.finding.outcome is outcome]
    blocking = _blocking(explanation)
    shown = [leaf for leaf in leaves if leaf.requirement.id in blocking] or leaves
    yield from leaves_drawn(shown, style)
    others = [way for way in _alternatives(line) if not _holds(way, shown)]
    if others:
        yield style.wrap(f"Or instead: {'; or '.join(way.requirement.title for way in others)}.", IN)


def _alternatives(line: Line) -> tuple[Line, ...]:
    """Return the ways that a line leaves open, where one of several is enough."""
    if line.requirement.kind == "any_of":
        return line.children
    return ()


def _holds(line: Line, leaves: Iterable[Line]) -> bool:
    inside = {leaf.requirement.id for leaf in line.leaves()}
    return any(leaf.requirement.id in inside for leaf in leaves)


def _met(explanation: Explanation, style: Style) -> Iterator[str]:
    lines = [line for line in explanation.lines if line.finding.outcome is Outcome.MET]
    if not lines:
        return
    yield "\n" + style.paint("What is met", "bold")
    for line in lines:
        said = line.because.text if not line.children else _met_inside(line)
        yield beside_mark(Outcome.MET, f"{line.requirement.title}. {said}", style)


def _met_inside(line: Line) -> str:
    met = [leaf for leaf in line.leaves() if leaf.finding.outcome is Outcome.MET]
    return (
        f"{joined([leaf.requirement.title for leaf in met[:1]])}." if line.requirement.kind == "any_of" and met else ""
    )


def _to_know(explanation: Explanation, style: Style) -> Iterator[str]:
    notes = [*_trust(explanation), *_left_out(explanation), *_other_ways(explanation), *_finished(explanation)]
    if notes:
        yield "\n" + style.paint("Good to know", "bold")
        for note in notes:
            yield style.wrap(f"- {note}", 0, hang=2)
    yield from _questions(explanation, style)


def _trust(explanation: Explanation) -> Iterator[str]:
    if explanation.secondary:
        issuer = explanation.determination.credential.issuer
        titles = list(dict.fromkeys(line.requirement.title for line in explanation.secondary))
        yield (
            f"Only a secondary source tells of: {joined(titles)}. Verify with the {issuer.name} "
            f"({issuer.short}) before you pay for anything."
        )


def _left_out(explanation: Explanation) -> Iterator[str]:
    said: dict[str, list[str]] = {}
    for line in explanation.lines:
        for leaf in line.leaves():
            for aside in (*leaf.finding.aside, *leaf.finding.open):
                if aside.point in LEFT_OUT and aside.address not in said.setdefault(aside.point, []):
                    said[aside.point].append(aside.address)
    as_of = explanation.determination.case.as_of
    words = {
        "after_as_of": f"dated after {as_of}, so left out or in doubt on that day",
        "not_completed": "not finished yet, so left out",
        "unverified": "not counted, for nobody is named as having checked it",
    }
    for point, addresses in said.items():
        if addresses:
            yield named(f"{joined(addresses)}: {words[point]}.", explanation)


def _other_ways(explanation: Explanation) -> Iterator[str]:
    one = explanation.determination
    edition = one.credential.edition_on(one.case.as_of)
    titles = {way.id: way.title for way in edition.pathways} if edition else {}
    if len(one.ways) > 1:
        yield f"This report follows the way “{titles.get(one.chosen.id or '', '')}”, the nearest one."
        for way in one.ways:
            if way is not one.chosen:
                yield f"The way “{titles.get(way.id or '', '')}”: {_way_words(way)}."


def _way_words(way: Way) -> str:
    headline = _HEADLINES[way.verdict][0].lower()
    missing = "open" if way.verdict is Verdict.UNDETERMINED else "missing"
    return headline if not way.blocking else f"{headline}, {counted(len(way.blocking), 'point')} {missing}"


def _finished(explanation: Explanation) -> Iterator[str]:
    one = explanation.determination
    if one.verdict_if_finished is not one.verdict:
        yield (
            "If all that is in progress, planned or dated later is finished as told: "
            f"{_HEADLINES[one.verdict_if_finished][0].lower()}."
        )


def _questions(explanation: Explanation, style: Style) -> Iterator[str]:
    credential = explanation.determination.credential
    if credential.open_questions:
        heading = f"What no trusted source settles (ask {credential.issuer.short})"
        yield "\n" + style.paint(style.wrap(heading), "bold")
        yield from (style.wrap(f"- {question.text}", 0, hang=2) for question in credential.open_questions)


def ending(counts: Summary, style: Style) -> str:
    """Draw the counts.

    Args:
        counts: Of the whole run.
        style: Width, colour and signs.
    """
    return "\n".join(style.wrap(line) for line in summed_up(counts)) + "\n"


def summed_up(counts: Summary) -> Iterator[str]:
    """Say what came out: people and verdicts, what could not be used, and what most often stands in the way."""
    verdicts = [
        f"{counts.verdicts[verdict]} {_HEADLINES[verdict][0].lower()}"
        for verdict in Verdict
        if counts.verdicts[verdict]
    ]
    people = "1 person" if counts.candidates == 1 else f"{counts.candidates} people"
    yield f"{people}, {counted(counts.determinations, 'determination')}: {joined(verdicts) or 'none'}."
    if counts.invalid:
        yield f"{counted(counts.invalid, 'profile')} could not be used."
    if counts.unmet and counts.candidates > 1:
        most = sorted(counts.unmet.items(), key=lambda one: (-one[1], one[0]))
        said = ", ".join(f"{id_} {count}" for id_, count in most[:_MOST])
        more = f", and {len(most) - _MOST} more" if len(most) > _MOST else ""
        yield f"Unmet by requirement: {said}{more}."
