"""The report for a person: the verdict in words first, then what is missing, what is open, and what is met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peercert.engine import Verdict
from peercert.explain import Explanation, Line
from peercert.logic import Outcome
from peercert.render.besides import besides, unsettled_heading
from peercert.render.days import HEADING, changes, to_come
from peercert.render.leaves import IN, beside_mark, leaves_drawn
from peercert.render.records import with_names
from peercert.render.style import Style
from peercert.render.verdicts import VERDICTS, instead, options_said, patience, reason, responsible, trust
from peercert.report import Header, Summary
from peercert.requirements.combining import Combinator
from peercert.requirements.wording import counted, joined

_MOST = 5
"""Requirements that are named where only titles are."""

_COLOURS = {
    Verdict.ELIGIBLE: "green", Verdict.NOT_YET: "yellow", Verdict.NOT_ELIGIBLE: "red", Verdict.UNDETERMINED: "yellow",
}  # fmt: skip


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
        *_days(explanation, style),
        *_to_know(explanation, style),
    ]
    return "\n".join(parts) + "\n"


def _heading(explanation: Explanation, candidate: str, header: Header, style: Style) -> str:
    one = explanation.determination
    title = f"{one.credential.id} · {one.credential.title} · {one.credential.region}"
    day = f"as of {header.as_of}"
    gap = style.width - len(title) - len(day)
    beside = gap > 1 and not style.plain
    lines = [style.line(f"{title}{' ' * gap}{day}")] if beside else [style.wrap(title), style.wrap(day)]
    verdict, colour = VERDICTS[one.verdict].upper(), _COLOURS[one.verdict]
    headline = f"Verdict: {verdict}" if style.plain else verdict
    lines.append(style.wrap(f"For: {candidate}"))
    why = style.line(f"   {reason(explanation)}")
    if len(headline) + len(why) <= style.width and not style.plain:
        lines += ["", style.heading(headline, colour) + why]
    else:
        lines += ["", style.heading(headline, colour), style.wrap(reason(explanation), 2)]
    lines += [style.wrap(said) for said in (*patience(explanation), *options_said(header))]
    return "\n".join(lines)


def _section(explanation: Explanation, outcome: Outcome, heading: str, style: Style) -> Iterator[str]:
    """Draw the requirements of an outcome, each with the leaves that are responsible."""
    lines = [line for line in explanation.lines if line.finding.outcome is outcome]
    if lines:
        yield "\n" + style.heading(heading)
    for line in lines:
        yield from _responsible(line, outcome, explanation, style)


def _responsible(line: Line, outcome: Outcome, explanation: Explanation, style: Style) -> Iterator[str]:
    """Draw the leaves of a line that are responsible, and name what would do instead."""
    shown = responsible(line, outcome, explanation)
    yield from leaves_drawn(shown, style)
    others = instead(line, shown)
    if others:
        yield style.wrap(others, IN)


def _met(explanation: Explanation, style: Style) -> Iterator[str]:
    lines = [line for line in explanation.lines if line.finding.outcome is Outcome.MET]
    if not lines:
        return
    yield "\n" + style.heading("What is met")
    for line in lines:
        inside = [f"{line.requirement.title}.", *dict.fromkeys((*_met_by(line), *_by_one_reading(line)))]
        yield beside_mark(Outcome.MET, " ".join(inside) if line.children else _met_said(line), style)


def _met_by(line: Line) -> Iterator[str]:
    """Say by which branch a choice is met, the first of them; where several are needed, by as many."""
    for branch in _carrying(line) if _needed(line) < len(line.children) else ():
        if branch.requirement.kind == "any_of":
            yield from _met_by(branch)
        else:
            yield f"{branch.requirement.title}." if branch.children else _met_said(branch)


def _carrying(line: Line) -> list[Line]:
    """Return what is met inside, as much of it as is needed, the first of it."""
    return [child for child in line.children if child.finding.outcome is Outcome.MET][: _needed(line)]


def _needed(line: Line) -> int:
    return line.requirement.needed(len(line.children)) if isinstance(line.requirement, Combinator) else 1


def _by_one_reading(line: Line) -> Iterator[str]:
    """Say of what a line rests on, and is met by one reading only, what the other readings say."""
    for child in _carrying(line):
        if any(one.outcome is not Outcome.MET for one in child.finding.readings):
            yield _met_said(child)
        yield from _by_one_reading(child)


def _met_said(line: Line) -> str:
    return f"{line.requirement.title}. {line.because.text}"


def _to_know(explanation: Explanation, style: Style) -> Iterator[str]:
    notes = [*to_come(explanation), *trust(explanation), *besides(explanation)]
    if notes:
        yield "\n" + style.heading("Good to know")
        for note in notes:
            yield style.item(note)
    yield from _questions(explanation, style)


def _days(explanation: Explanation, style: Style) -> Iterator[str]:
    said = list(changes(explanation))
    if said:
        yield "\n" + style.heading(HEADING)
        yield from (style.item(one) for one in said)


def _questions(explanation: Explanation, style: Style) -> Iterator[str]:
    credential = explanation.determination.credential
    if credential.open_questions:
        yield "\n" + style.heading(unsettled_heading(credential))
        yield from (style.item(question.text) for question in credential.open_questions)


def ending(counts: Summary, style: Style) -> str:
    """Draw the counts.

    Args:
        counts: Of the whole run.
        style: Width, colour and signs.
    """
    return "\n".join(style.wrap(line) for line in summed_up(counts)) + "\n"


def summed_up(counts: Summary) -> Iterator[str]:
    """Say what came out: people and verdicts, what could not be used, and what most often stands in the way."""
    verdicts = [f"{counts.verdicts[verdict]} {VERDICTS[verdict]}" for verdict in Verdict if counts.verdicts[verdict]]
    people = "1 person" if counts.candidates == 1 else f"{counts.candidates} people"
    yield f"{people}, {counted(counts.determinations, 'determination')}: {joined(verdicts) or 'none'}."
    if counts.invalid:
        yield f"{counted(counts.invalid, 'profile')} could not be used."
    if counts.unmet and counts.candidates > 1:
        most = sorted(counts.unmet.items(), key=lambda one: (-one[1], one[0]))
        said = ", ".join(f"{id_} {count}" for id_, count in most[:_MOST])
        more = f", and {len(most) - _MOST} more" if len(most) > _MOST else ""
        yield f"Unmet by requirement: {said}{more}."
