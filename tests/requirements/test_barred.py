"""A disqualifier."""

import pytest

from build import Raw, case, requirement, speech
from peercert.logic import Outcome, Why
from peercert.requirements.barred import Barred


def bar(raw: Raw) -> Barred:
    """Return a bar that holds when a fact does."""
    return Barred(id="bar", title="Bar", when=requirement(raw))


TWO: Raw = {"kind": "references", "at_least": 2}


@pytest.mark.parametrize(
    ("profile", "outcome", "why", "said"),
    [
        ({"references": 2}, Outcome.UNMET, None, ("This stands in the way: At least 2 references.", "Ask the Board.")),
        ({"references": 1}, Outcome.MET, None, ("This does not stand in the way.", None)),
        (
            {}, Outcome.UNKNOWN, Why.NOT_PROVIDED,
            ("The profile does not tell this.", "Add `references` to the profile."),
        ),
        (
            {"references": "declined"}, Outcome.UNKNOWN, Why.DECLINED,
            (
                "You chose not to tell this, which is your right. The answer stays open without it.",
                "If you decide to tell it, add `references` to the profile.",
            ),
        ),
    ],
)  # fmt: skip
def test_it_is_unmet_when_the_fact_holds_and_open_when_it_is_not_told(
    profile: Raw, outcome: Outcome, why: Why | None, said: tuple[str, str | None]
) -> None:
    """The outcome is turned round; what is not known stays so, and nothing is measured."""
    one = bar(TWO)

    found = one.evaluate(case(profile))

    assert (found.id, found.outcome, found.why, found.measure) == ("bar", outcome, why, None)
    assert one.explain(found, speech()) == said


def test_it_is_about_what_the_fact_is_about() -> None:
    """Topic and keys are those of the fact."""
    one = bar(TWO)

    assert (one.about, one.looks_at()) == ("references", ("references",))
    assert one.describe(speech()) == "Must not be so: At least 2 references."
