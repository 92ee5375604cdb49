"""What is missing or open, as short points."""

from __future__ import annotations

import re

from peercert.explain import Explainer, Explanation
from peercert.logic import Outcome
from peercert.render.points import below, points
from rules.running import decided
from upper import decide

from .drawing import JORDAN, jordan, rules

BULLET_8 = (
    "Source: A Guide to Mississippi's Certified Peer Support Specialist Program, "
    "Mississippi Department of Mental Health, training section, bullet 8"
)


def explained(credential: str | None = None) -> Explanation:
    """Explain what is decided for Jordan."""
    return Explainer(rules()).explain(decide(credential, JORDAN) if credential else jordan())


def test_a_point_has_its_amounts_and_all_that_is_needed_to_mend_it() -> None:
    """What is asked, what is there and what is short; why, what to do, and where it is written."""
    exam, _, references = points(explained(), Outcome.UNMET)

    assert exam.titles == ("CPSS exam with 75 percent or more (74.9 of 75 %, 0.1 short)",)
    assert exam.because.text == "Scored 74.9 % on 2026-10-09; 75 % is needed. One of 2 sittings is left."
    assert references.titles == ("Two references (1 of 2 references, 1 short)",)
    assert list(below(references)) == [
        "Do: Ask for 1 more reference.",
        "Note: They say that the person can do the work.",
        BULLET_8,
    ]


def test_what_would_do_as_well_is_said() -> None:
    """Of a choice, the nearest branch is a point; the others are named below it."""
    _, hours, _ = points(explained(), Outcome.UNMET)

    assert "Or instead: One year of college within the last three years." in list(below(hours))


def test_requirements_open_for_the_same_reason_are_one_point() -> None:
    """The reason is said once, with every title before it."""
    open_ = list(points(explained("CRSS"), Outcome.UNKNOWN))
    (training,) = (point for point in open_ if "100 hours of training in all" in point.titles)

    assert len(training.titles) == 7
    assert training.notes == ("Note on “Core functions”: Hours about families and youth are core function hours too.",)
    assert len(set(training.sources)) == len(training.sources)


def test_nothing_is_counted_of_what_is_open() -> None:
    """What is not known may be there."""
    assert not any(" short)" in title for point in points(explained("CRSS"), Outcome.UNKNOWN) for title in point.titles)


def test_every_case_has_points_for_what_decides() -> None:
    """Each case beside the rules: what is not eligible misses something, what is undetermined has something open."""
    explainer, deciding = Explainer(rules()), {"not_eligible": Outcome.UNMET, "undetermined": Outcome.UNKNOWN}
    for told, one in decided():
        for outcome in (Outcome.UNMET, Outcome.UNKNOWN):
            found = list(points(explainer.explain(one), outcome))
            said = [text for point in found for text in (*point.titles, point.because.text, *below(point))]

            assert bool(found) >= (deciding.get(one.verdict.value) is outcome), told.case.text.name
            assert not any(re.search(r"\bNone\b(?! of)|Decimal|\(\)", text) for text in said), told.case.text.name
