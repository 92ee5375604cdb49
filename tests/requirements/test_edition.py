"""That any edition is in force."""

from datetime import date

import pytest

from build import case, speech
from peercert.logic import Outcome, Why
from peercert.requirements.edition import Edition

Stretches = tuple[tuple[date | None, date | None], ...]


@pytest.mark.parametrize(
    ("stretches", "known"),
    [
        (((date(2026, 6, 1), None),), "Rules are known from 2026-06-01 on."),
        (((None, None),), "Rules are known from the beginning on."),
        (
            ((None, date(2020, 1, 1)), (date(2026, 6, 1), date(2027, 5, 31))),
            "Rules are known from the beginning to 2020-01-01 and from 2026-06-01 to 2027-05-31.",
        ),
    ],
)
def test_it_is_always_open_and_says_when_rules_are_known(stretches: Stretches, known: str) -> None:
    """It stands for a day without rules: never met or unmet, and it names the day and whom to ask."""
    one = Edition(id="x.edition", title="Rules in force", stretches=stretches)

    found = one.evaluate(case({}, date(2026, 5, 31)))

    assert (found.outcome, found.why, found.detail) == (Outcome.UNKNOWN, Why.NO_EDITION, (date(2026, 5, 31),))
    assert one.about == "timing"
    assert one.describe(speech()) == known
    assert one.explain(found, speech()) == (
        f"No rules are known to be in force on 2026-05-31. {known}",
        "Ask the Board.",
    )
