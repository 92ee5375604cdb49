"""A cohort: who is ready, who is near, and what stops how many."""

from __future__ import annotations

from decimal import Decimal

from peercert.cohort import Ask, Counted
from peercert.cohort.cohort import by_count, gathered
from peercert.cohort.standing import standings
from peercert.engine import Verdict
from peercert.session import Options, check
from upper import TODAY, built_in, person

from .six import CPSRP, CPSS, SIX, checked, cohort, groups


def test_there_is_a_group_for_each_credential_that_somebody_was_checked_for() -> None:
    """In catalogue order, everybody in the order given."""
    assert [(group.credential, [one.person for one in group.people]) for group in cohort().groups] == [
        ("CPSRP", ["ana", "bo", "cy", "di"]),
        ("CPSS", ["ed", "fay"]),
    ]


def test_all_four_verdicts_are_counted() -> None:
    """Those that nobody has are zero."""
    assert groups()["CPSRP"].counts == {
        Verdict.ELIGIBLE: 1, Verdict.UNDETERMINED: 1, Verdict.NOT_YET: 0, Verdict.NOT_ELIGIBLE: 2,
    }  # fmt: skip
    assert [one.person for one in groups()["CPSRP"].of(Verdict.ELIGIBLE)] == ["ana"]


def test_the_nearest_has_the_fewest_hours_to_go() -> None:
    """Half an hour is nearer than twenty hours."""
    assert [(one.person, one.hours_to_go) for one in groups()["CPSRP"].nearest] == [
        ("bo", Decimal("0.5")), ("cy", Decimal(20)),
    ]  # fmt: skip


def test_with_the_same_hours_to_go_fewer_points_are_nearer() -> None:
    """An exam alone comes before an exam and references."""
    failed = {**CPSS, "exams": [{"exam": "ms-cpss", "date": "2026-03-27", "score": 60}]}
    taken = standings(built_in())
    people = [checked("both", {**failed, "references": 1}), checked("exam", failed)]
    (group,) = gathered(built_in(), map(taken, people)).groups

    assert [(one.person, one.hours_to_go, len(one.blocking)) for one in group.nearest] == [
        ("exam", Decimal(), 1), ("both", Decimal(), 2),
    ]  # fmt: skip


def test_what_no_step_can_change_comes_last() -> None:
    """Nobody can go and gain a diagnosis; twenty hours are nearer than that."""
    other = {**SIX["cy"], "seeking": ["CPS-I"], "training": [], "exams": []}
    relative = {**other, "attestations": {"disclosure": True, "leadership": True}, "birth_date": "1990-02-11"}
    diagnosed = {"who": "self", "condition": "mental_illness", "primary_diagnosis": True, "received_services": True}
    taken = standings(built_in())
    people = [checked("relative", relative), checked("diagnosed", {**relative, "lived_experience": [diagnosed]})]
    (group,) = gathered(built_in(), map(taken, people)).groups

    assert [(one.person, one.no_step) for one in group.nearest] == [
        ("diagnosed", ()), ("relative", ("mn.cps-i.lived-experience",)),
    ]  # fmt: skip


def test_what_time_changes_is_not_out_of_reach() -> None:
    """Who is fourteen will be old enough; no step is needed for that."""
    (one,) = standings(built_in())(checked("young", {"seeking": ["CPS-I"], "birth_date": "2012-02-11", "exams": []}))

    assert one.blocking == ("mn.cps-i.age", "mn.cps-i.exam")
    assert one.no_step == ()


def test_what_hours_or_another_credential_change_is_not_out_of_reach() -> None:
    """Hours whose topic is not told fill some of the parts; and whoever meets CPS-I may go on to CPS-II."""
    hours = {
        "advocacy": 10,
        "professional_responsibility": 10,
        "mentoring": 5,
        "recovery_support": 5,
        "core_functions": 54,
    }
    courses = [{"completed": "2026-03-13", "topics": {**hours, "ethics": 16}}, {"completed": "2026-03-20", "hours": 5}]
    second = {"seeking": ["CPS-II"], "credentials": [], "education": [], "experience": [], "exams": [], "training": []}
    taken = standings(built_in())
    (joint,) = taken(checked("joint", {"seeking": ["CRSS"], "training": courses}))
    (level_two,) = taken(checked("two", second))

    assert "il.crss.ind.training.together" in joint.blocking
    assert joint.no_step == ()
    assert level_two.verdict is Verdict.NOT_ELIGIBLE
    assert level_two.no_step == ()


def test_each_requirement_tells_how_many_it_stops_and_how_many_it_stops_alone() -> None:
    """Cy has two points, Bo has one."""
    assert groups()["CPSRP"].blockers == {
        "ct.cpsrp.std.training": Counted(1, 1),
        "ct.cpsrp.std.exam": Counted(1, 0),
        "ct.cpsrp.std.experience": Counted(1, 0),
    }
    assert groups()["CPSS"].blockers == {"ms.cpss.exam": Counted(1, 1)}


def test_what_keeps_a_verdict_open_does_not_stop_anybody() -> None:
    """Di's disputed hours are no blocker, and the order is by number of people."""
    assert next(iter(groups()["CPSRP"].blockers)) == "ct.cpsrp.std.training"
    assert groups()["CPSRP"].blockers["ct.cpsrp.std.experience"].people == 1


def test_what_would_settle_a_verdict_is_counted() -> None:
    """Di needs a ruling and nothing else; Fay has two facts to tell, neither of which is enough."""
    assert groups()["CPSRP"].asks == {Ask("reading", ("ct.cpsrp.std.experience",)): Counted(1, 1)}
    assert groups()["CPSS"].asks == {
        Ask("tell", ("birth_date",)): Counted(1, 0), Ask("tell", ("references",)): Counted(1, 0),
    }  # fmt: skip


def test_people_are_parted_by_their_nearest_way() -> None:
    """Somebody with the older course goes by grandparenting, whatever the order of the people."""
    older = {
        **CPSRP, "training": [{"program": "ct-rss", "completed": "2025-05-01"}], "application_date": "2026-07-01",
    }  # fmt: skip
    taken = standings(built_in())
    people = map(taken, [checked("old", older), checked("ana", SIX["ana"])])
    (group,) = gathered(built_in(), people).groups

    assert [(way, [one.person for one in found]) for (way, _), found in group.ways.items()] == [
        ("standard", ["ana"]), ("grandparented", ["old"]),
    ]  # fmt: skip


def test_what_many_have_in_common_is_kept_once() -> None:
    """So that a hundred thousand people have room."""
    taken = standings(built_in())
    (group,) = gathered(built_in(), map(taken, [checked("a", CPSRP), checked("b", CPSRP)])).groups
    first, second = group.people

    assert first.cells is second.cells
    assert first.leaves is second.leaves


def test_counts_are_ordered_by_number_then_by_id() -> None:
    """The same whatever the order they were met in."""
    assert by_count({"b": 1, "c": 2, "a": 1}) == [("c", 2), ("a", 1), ("b", 1)]


def test_without_a_wish_everybody_is_looked_at_for_everything() -> None:
    """As `check` does it."""
    nobody = check(built_in(), person({"id": "x"}), Options(TODAY))

    assert [one.survey for one in standings(built_in())(nobody)] == [True] * 7
