"""The interview stops when, and only when, nothing that is not told can change a verdict."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import Phase, given, settings

from oracle.people import Case as Someone
from oracle.people import people
from upper import decide

from .answering import begin, decided, tell

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""Without making what fails smaller: each case is a whole interview."""

KEPT_APART = ("application_date",)


def is_past(value: Any, day: date) -> bool:
    """Say whether a profile tells of nothing that is still to come."""
    if isinstance(value, dict):
        return all(is_past(inner, day) for key, inner in value.items() if key not in ("expires", "until"))
    if isinstance(value, list):
        return all(is_past(inner, day) for inner in value)
    return not (isinstance(value, str) and value[:4].isdigit() and value[:10] > day.isoformat())


@settings(max_examples=40, deadline=None, phases=PHASES)
@given(people())
def test_who_answers_truthfully_gets_the_verdict_of_a_whole_profile(someone: Someone) -> None:
    """What was never asked would not have changed the verdict."""
    credential, profile, as_of = someone
    if not is_past(profile, as_of):
        return
    apart = {key: profile[key] for key in KEPT_APART if key in profile}

    told = tell(begin(credential, facts=apart, as_of=as_of), profile)

    whole = decide(credential, profile, as_of)
    assert decided(told).verdict is whole.verdict
