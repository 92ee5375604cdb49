"""One requirement on paper: its sign and amounts, why, what to do, and where it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from peercert.explain import Cited, Line
from peercert.logic import Outcome
from peercert.render.style import Style
from peercert.requirements.wording import in_words

IN = 4
"""Columns by which what belongs to a line is indented."""

_UNITS = {"percent": "%"}


def leaves_drawn(lines: Sequence[Line], style: Style) -> Iterator[str]:
    """Draw leaves; those that are open for the same reason are drawn together."""
    for _, same in groupby(lines, key=lambda line: line.because):
        yield _leaves(list(same), style)


def _leaves(lines: Sequence[Line], style: Style) -> str:
    drawn = [_title(line, style) for line in lines]
    because = lines[0].because
    drawn.append(style.wrap(because.text, IN))
    if because.remedy:
        drawn.append(style.wrap(f"Do: {because.remedy}", IN, hang=IN + 4))
    drawn += [style.wrap(note, IN, hang=IN + 6) for note in notes_said(lines)]
    cited = list(dict.fromkeys(one for line in lines for one in line.cited))
    drawn += [style.wrap(f"Source: {said}", IN, hang=IN + 8) for said in citations(cited)]
    return "\n".join(drawn)


def notes_said(lines: Sequence[Line]) -> Iterator[str]:
    """Give what is to be known of each line, by its title where several are drawn together."""
    for line in lines:
        if line.requirement.note:
            of_which = f" on “{line.requirement.title}”" if len(lines) > 1 else ""
            yield f"Note{of_which}: {line.requirement.note}"


def _title(line: Line, style: Style) -> str:
    title, outcome = line.requirement.title, line.finding.outcome
    amounts = "   ".join(map(style.line, amounts_short(line)))
    if not style.plain and len(title) + len(amounts) + 8 <= style.width:
        return f"{style.mark(outcome)} {style.paint(style.line(title), 'bold')}{f'   {amounts}' if amounts else ''}"
    said = f"\n{style.wrap(', '.join(amounts_short(line)), 2)}" if amounts else ""
    return beside_mark(outcome, title, style, bold=True) + said


def beside_mark(outcome: Outcome, text: str, style: Style, *, bold: bool = False) -> str:
    """Wrap a text beside the sign of an outcome."""
    wrapped = style.wrap(text, len(style.plain_mark(outcome)) + 1, hang=2).lstrip()
    return f"{style.mark(outcome)} {style.paint(wrapped, 'bold') if bold else wrapped}"


def amounts_short(line: Line) -> tuple[str, ...]:
    """Say of what is not met how much is there, and how much is missing; nothing where nothing is counted."""
    measure = line.finding.measure
    if measure is None or line.finding.outcome is not Outcome.UNMET:
        return ()
    unit = _UNITS.get(measure.unit, measure.unit)
    there = f"{in_words(measure.have)} of {in_words(measure.need)} {unit}"
    if not measure.short:
        return (there,)
    least = measure.need - measure.up_to if measure.up_to else measure.short
    most = in_words(measure.short)
    return (there, f"{in_words(least)} to {most} short" if 0 < least < measure.short else f"{most} short")


def citations(cited: Sequence[Cited]) -> Iterator[str]:
    """Write each source once, with every place in it."""
    for one in {same.id: same for same in cited}.values():
        places = "; ".join(dict.fromkeys(same.locator for same in cited if same.id == one.id))
        said = f"{one.source.title}, {one.source.publisher}, {places}"
        yield f"{said} (a secondary source)" if one.source.tier == "secondary" else said
