"""The days of a determination as members of its JSON object; left out where there are none."""

from __future__ import annotations

from typing import Any

from peercert.determination import Change, Determination, Timeline
from peercert.render.days import shown_day
from peercert.render.json_text import text


def drawn_days(one: Determination, *, redacted: bool) -> str:
    """Write what follows the other members: the rules to come, and the timeline where it was asked for.

    Args:
        one: The determination.
        redacted: Whether days that tell of the person are left out.
    """
    if not one.coming and one.timeline is None:
        return ""
    days: dict[str, Any] = {}
    if one.coming:
        days["coming"] = [
            {
                "from": coming.day.isoformat(), "edition": coming.edition, "verdict": coming.verdict.value,
                "verdict_otherwise": coming.otherwise.value, "blocking": list(coming.blocking),
            }
            for coming in one.coming
        ]  # fmt: skip
    if one.timeline is not None:
        days["timeline"] = _timeline(one, one.timeline, redacted=redacted)
    return f", {text(days)[1:-1]}"


def _timeline(one: Determination, found: Timeline, *, redacted: bool) -> dict[str, Any]:
    return {
        "before": found.before.value,
        "changes": [_change(one, change, redacted=redacted) for change in found.changes],
        "days_tried": found.tried,
        "days_left_out": found.left_out,
    }


def _change(one: Determination, change: Change, *, redacted: bool) -> dict[str, Any]:
    day = shown_day(change, redacted=redacted)
    return {
        "day": day and day.isoformat(),
        "when": "past" if change.day <= one.case.as_of else "coming",
        "verdict": change.now.value,
        "edition": change.edition,
        "other_rules": change.rules,
        "requirements": [
            {"id": turned.id, "was": turned.was.word, "outcome": turned.now.word} for turned in change.turned
        ],
    }
