"""Days in words: when a verdict changes, past and to come, and which rules to come would change it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from peercert.determination import Change, Coming, Turned
from peercert.explain import Explanation
from peercert.logic import Outcome
from peercert.render.verdicts import VERDICTS
from peercert.requirements.wording import joined

HEADING = "When the verdict changes"
"""What stands above the days."""

_OUTCOMES = {
    Outcome.MET: "met", Outcome.UNMET: "not met", Outcome.UNKNOWN: "open", Outcome.NOT_APPLICABLE: "not asked",
}  # fmt: skip


def to_come(explanation: Explanation) -> Iterator[str]:
    """Say which rules to come would change the verdict, and from which day."""
    for one in explanation.determination.coming:
        yield f"{_rules_from(one.day, one.edition)} {_under_them(one, explanation)}"


def _under_them(one: Coming, explanation: Explanation) -> str:
    titles = [explanation.titles[id_] for id_ in one.blocking]
    why = f" ({'; '.join(titles)})" if titles else ""
    before = "" if explanation.determination.edition is None else f" By the rules of now: {VERDICTS[one.otherwise]}."
    return f"The answer is then: {VERDICTS[one.verdict]}{why}.{before}"


def _rules_from(day: date, edition: str | None) -> str:
    if edition is None:
        return f"From {day} on no rules are known."
    return f"From {day} on other rules hold: edition {edition}."


def changes(explanation: Explanation) -> Iterator[str]:
    """Say on which days the verdict changes, one sentence or two for each; nothing where nobody asked."""
    found = explanation.determination.timeline
    if found is None:
        return
    if not found.changes:
        yield f"On every day: {VERDICTS[found.before]}."
    else:
        yield f"Before the first of these days: {VERDICTS[found.before]}."
        yield from (_change(one, explanation) for one in found.changes)
    if found.left_out:
        yield (
            f"{found.tried} days were tried, those nearest to the day decided on; {found.left_out} were not. "
            "Changes far from that day may be missing."
        )


def _change(one: Change, explanation: Explanation) -> str:
    when = "past" if one.day <= explanation.determination.case.as_of else "to come"
    day = shown_day(one, redacted=explanation.redacted)
    said = f"{day} ({when}): {VERDICTS[one.now]}." if day else f"A day that is {when}: {VERDICTS[one.now]}."
    if one.rules:
        return f"{said} {_rules_from(one.day, one.edition)}"
    if not one.turned:
        return f"{said} From then on, time alone no longer settles it."
    return f"{said} {joined([_turned(turned, explanation) for turned in one.turned])}."


def _turned(one: Turned, explanation: Explanation) -> str:
    return f"{explanation.titles[one.id]}: {_OUTCOMES[one.now]}, {_OUTCOMES[one.was]} before"


def shown_day(one: Change, *, redacted: bool) -> date | None:
    """Return the day of a change; None where it would tell of the person, as a birthday does, and may not."""
    return None if redacted and not one.rules else one.day
