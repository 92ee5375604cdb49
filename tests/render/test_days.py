"""Days in words: each kind of change, what was left out, and rules to come."""

from __future__ import annotations

from datetime import date

from peercert.determination import Change, Coming, Determination, Timeline, Turned, Verdict
from peercert.explain import Explainer
from peercert.logic import Outcome
from peercert.render.days import changes, to_come
from upper import built_in, decide

DAY = date(2027, 3, 1)
E, U, Y, N = Verdict.ELIGIBLE, Verdict.UNDETERMINED, Verdict.NOT_YET, Verdict.NOT_ELIGIBLE


def said(one: Determination, *, redacted: bool = False) -> list[str]:
    """Return the sentences about the days of a determination, and those about rules to come."""
    explanation = Explainer(built_in(), redacted=redacted).explain(one)
    return [*changes(explanation), *to_come(explanation)]


def changed(*found: Change, before: Verdict = Y, left_out: int = 0) -> Determination:
    """Return a determination with some days of change."""
    return decide("CPSS", {})._replace(timeline=Timeline(before, found, 200, left_out))


def test_nothing_is_said_where_nobody_asked() -> None:
    """Neither of days nor of rules to come."""
    assert said(decide("CPSS", {})) == []


def test_a_verdict_that_never_changes_is_told_in_one_sentence() -> None:
    """The same on every day."""
    assert said(changed(before=U)) == ["On every day: cannot be determined yet."]


def test_a_change_names_the_requirements_that_came_out_another_way() -> None:
    """By their titles, with what they were before; several are joined."""
    turned = (
        Turned("ms.cpss.exam", Outcome.UNKNOWN, Outcome.MET),
        Turned("ms.cpss.references", Outcome.UNMET, Outcome.MET),
    )

    assert said(changed(Change(DAY, Y, E, "as-read-2026-11", False, turned)))[1:] == [
        (
            "2027-03-01 (to come): eligible. CPSS exam with 75 percent or more: met, open before and Two references: "
            "met, not met before."
        )
    ]


def test_a_change_without_a_requirement_is_time_that_has_run_out() -> None:
    """What was still to come can no longer settle it."""
    assert said(changed(Change(date(2026, 3, 1), Y, N, "as-read-2026-11", False, ())))[1:] == [
        "2026-03-01 (past): not eligible. From then on, time alone no longer settles it."
    ]


def test_days_that_were_not_tried_are_told() -> None:
    """Nobody takes a part for the whole."""
    assert said(changed(left_out=31))[-1] == (
        "200 days were tried, those nearest to the day decided on; 31 were not. "
        "Changes far from that day may be missing."
    )


def test_rules_that_end_without_others_are_told_as_such() -> None:
    """With the answer that is left."""
    ends = Coming(DAY, None, U, E, ("ms.cpss.exam",))

    assert said(decide("CPSS", {})._replace(coming=(ends,))) == [
        (
            "From 2027-03-01 on no rules are known. The answer is then: cannot be determined yet "
            "(CPSS exam with 75 percent or more). By the rules of now: eligible."
        )
    ]


def test_a_redacted_day_is_left_out_and_that_of_rules_is_not() -> None:
    """The first day of an edition is anybody's to know."""
    own = Change(DAY, Y, E, "as-read-2026-11", False, (Turned("ms.cpss.exam", Outcome.UNMET, Outcome.MET),))
    rules = Change(date(2027, 6, 1), E, N, "later", True, ())

    assert said(changed(own, rules), redacted=True)[1:] == [
        "A day that is to come: eligible. CPSS exam with 75 percent or more: met, not met before.",
        "2027-06-01 (to come): not eligible. From 2027-06-01 on other rules hold: edition later.",
    ]
