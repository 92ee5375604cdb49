"""A disqualifier."""

from datetime import date

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


def test_time_lifts_it_when_the_fact_ceases_to_hold() -> None:
    """From the day after the last one of a licence on, it no longer stands in the way."""
    one = bar({"kind": "license", "licenses": ["LPN"]})
    nurse = case({"licenses": [{"id": "LPN", "expires": "2027-03-31"}]})

    assert set(one.turning_days(nurse)) == {date(2027, 4, 1)}


def test_time_ends_it_when_the_fact_comes_to_hold() -> None:
    """Who comes of age is barred from that birthday on."""
    one = bar({"kind": "age", "at_least": 18})

    assert list(one.ending_days(case({"birth_date": "2009-03-01"}))) == [date(2027, 3, 1)]


def test_its_words_name_what_the_fact_is_called() -> None:
    """A word of the catalogue has its title there too, and whoever decides is named."""
    one = bar({"kind": "employment", "settings": ["ms-dmh-certified"]})
    known, other = {"setting": "ms-dmh-certified", "since": "2026-01-01"}, {"setting": "x", "since": "2026-01-01"}

    assert one.explain(one.evaluate(case({"employment": known})), speech()).text == (
        "This stands in the way: Employed in a program certified by the Mississippi Department of Mental Health."
    )
    assert one.explain(one.evaluate(case({"employment": other})), speech()).remedy == "Ask the Board."
    assert one.describe(speech()) == (
        "Must not be so: Employed in a program certified by the Mississippi Department of Mental Health."
    )


def test_it_is_about_what_the_fact_is_about() -> None:
    """Topic and keys are those of the fact."""
    one = bar(TWO)

    assert (one.about, one.looks_at()) == ("references", ("references",))
    assert one.describe(speech()) == "Must not be so: At least 2 references."
