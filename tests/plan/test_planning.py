"""Plans whose steps, hours and days are known beforehand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from peercert.catalog import load_catalog
from peercert.engine import Verdict
from peercert.explain import Explainer
from peercert.logic import Disputes
from peercert.plan.beginnings import beginnings
from peercert.plan.planning import By, Plan, Planner
from peercert.plan.saying import Sayer
from peercert.plan.todo import ApplyBy, Pace
from upper import TODAY, Written, built_in, case, credential, edition, group, leaf, own_rules, rules_folder

from .planned import afterwards, planned, steps

OLD_WORK = {"experience": [{"start": "2024-01-08", "end": "2024-03-29", "hours": 500}]}
WINDOW = group("all", "all_of", leaf("work", "experience", at_least=1000, window={"years": 3}))
SLOW_AND_QUICK = group(
    "all",
    "all_of",
    group(
        "either", "any_of",
        leaf("train", "training_hours", at_least=8, topics=["ethics"]),
        leaf("work", "experience", at_least=20),
        group("both", "all_of", leaf("supervision", "supervision", at_least=5), leaf("refs", "references", at_least=1)),
    ),
)  # fmt: skip
NOTHING: Written = {"training": [], "experience": [], "supervision": [], "references": 0, "exams": []}


def toy(
    folder: Path, tree: Written, profile: Written, as_of: date = TODAY, *, pace: int = 20, by: By = "hours"
) -> Plan:
    """Plan for a credential with one way."""
    catalog = own_rules(folder, tree)
    plan = planned("TOY", profile, as_of, catalog=catalog, pace=Pace(Decimal(pace), Decimal(4)), by=by)
    assert not plan.reachable or afterwards(plan, catalog=catalog) is plan.verdict
    return plan


@pytest.mark.parametrize(
    ("pace", "hours", "day"),
    [(100, 500, "2026-12-27"), (50, 1000, "2027-04-11")],
    ids=["before the old hours leave", "after they have left"],
)
def test_the_race_with_hours_that_leave_a_window_is_run(tmp_path: Path, pace: int, hours: int, day: str) -> None:
    """Half of the 1,000 hours leave the three years on 8 January 2027; who is slower has to do them all."""
    plan = toy(tmp_path, WINDOW, OLD_WORK, pace=pace)

    assert (plan.hours["experience"], steps(plan)) == (Decimal(hours), [("work", "Hours", day)])


@pytest.mark.parametrize(
    ("services", "peer", "hours"),
    [(3990, 1995, 15), (3980, 1995, 25), (3700, 1900, 400), (3000, 1000, 2000), (2500, 500, 3000), (3800, 1700, 500)],
)
def test_both_parts_of_a_split_are_filled_with_the_fewest_hours(services: int, peer: int, hours: int) -> None:
    """By hand: what is missing of 4,000 hours of services, and of 2,000 as a peer, whichever way the split is read."""
    work = {"population": ["mental_illness"], "supervised": True, "start": "2016-01-04", "end": "2022-12-31"}
    told: Written = {
        "credentials": [{"id": "CPS-I", "issued": "2024-12-01", "expires": "2040-01-01"}],
        "education": [{"level": "ged"}],
        "experience": [
            {"role": "mental_health_services", "hours": services, **work}, {"role": "peer", "hours": peer, **work}
        ],
    }  # fmt: skip

    plan = planned("CPS-II", told)

    assert (plan.hours["experience"], afterwards(plan)) == (Decimal(hours), plan.verdict)


def test_who_is_slower_than_the_window_gets_no_plan(tmp_path: Path) -> None:
    """At six hours a week no three years hold 1,000 hours; and nothing is said to be out of anybody's hands."""
    plan = toy(tmp_path, WINDOW, OLD_WORK, pace=6)

    assert (plan.reachable, plan.blocked_by, plan.after) == (False, (), None)


@pytest.mark.parametrize(
    ("by", "named"),
    [
        ("hours", ["refs", "supervision"]),
        ("steps", ["train"]),
        ("date", ["refs", "supervision"]),
        ("cost", ["refs", "supervision"]),
    ],
)
def test_what_counts_most_decides_between_ways(tmp_path: Path, by: By, named: list[str]) -> None:
    """Five hours and a reference in two days, against eight hours in one step, which take two weeks."""
    plan = toy(tmp_path, SLOW_AND_QUICK, NOTHING, by=by)

    assert [id_ for id_, _, _ in steps(plan)] == named


def test_waiting_is_a_step_of_its_own(tmp_path: Path) -> None:
    """For a birthday; what else is missing is done meanwhile."""
    tree = group("all", "all_of", leaf("age", "age", at_least=18), leaf("refs", "references", at_least=1))

    plan = toy(tmp_path, tree, {"birth_date": "2009-01-15", "references": 0})

    assert steps(plan) == [("refs", "Referred", "2026-11-22"), ("age", "Wait", "2027-01-15")]
    assert plan.day == date(2027, 1, 15)


def test_a_record_to_come_saves_hours(tmp_path: Path) -> None:
    """60 of the 100 hours end in March; waiting for them, 40 are enough."""
    tree = group("all", "all_of", leaf("supervised", "supervision", at_least=100))
    told = {"supervision": [{"hours": 60, "start": "2026-06-01", "end": "2027-03-31"}]}

    plan = toy(tmp_path, tree, told)

    assert plan.hours["supervision"] == 40
    assert plan.day == date(2027, 3, 31)


def test_what_is_in_progress_is_finished_before_anything_is_added(tmp_path: Path) -> None:
    """Of ten hours six are under way; they take eleven days, and four more seven."""
    tree = group("all", "all_of", leaf("ethics", "training_hours", at_least=10, topics=["ethics"]))
    told = {"training": [{"status": "in_progress", "topics": {"ethics": 6}}]}

    plan = toy(tmp_path, tree, told)

    assert steps(plan) == [("ethics", "Finish", "2026-12-03"), ("ethics", "Hours", "2026-12-10")]
    assert plan.hours["training"] == 4


def test_what_is_planned_but_not_needed_is_left_out(tmp_path: Path) -> None:
    """A plan has no idle steps."""
    tree = group("all", "all_of", leaf("ethics", "training_hours", at_least=10, topics=["ethics"]))
    told = {"training": [{"status": "planned", "topics": {"advocacy": 6}}]}

    assert steps(toy(tmp_path, tree, told)) == [("ethics", "Hours", "2026-12-10")]


def test_who_applied_too_early_applies_again(tmp_path: Path) -> None:
    """Hours after the application do not count to it."""
    plan = toy(tmp_path, WINDOW, {**OLD_WORK, "application_date": "2026-11-01"}, pace=100)

    assert [(kind, day) for _, kind, day in steps(plan)] == [("Hours", "2026-12-27"), ("ApplyAgain", "2026-12-27")]


def test_who_may_apply_now_and_not_later_applies_first(tmp_path: Path) -> None:
    """The last day to apply is in December; the hours take until January."""
    tree = group(
        "all", "all_of", leaf("apply", "application", on_or_before="2026-12-01"),
        leaf("supervised", "supervision", at_least=200),
    )  # fmt: skip

    plan = toy(tmp_path, tree, {"supervision": []})

    assert steps(plan) == [("apply", "ApplyBy", "2026-11-22"), ("supervised", "Hours", "2027-01-31")]


def test_a_deadline_that_is_over_is_out_of_anybodys_hands(tmp_path: Path) -> None:
    """There is no plan, and it says why."""
    tree = group("all", "all_of", leaf("apply", "application", on_or_before="2026-10-01"))

    plan = toy(tmp_path, tree, {})

    assert (plan.reachable, plan.blocked_by) == (False, ("apply",))


def test_rules_that_begin_later_are_waited_for(tmp_path: Path) -> None:
    """The edition of next year asks for two references more than anybody needs today."""
    later = edition(leaf("refs", "references", at_least=2), effective_from="2027-02-01")
    catalog = load_catalog(rules_folder(tmp_path, credential("TOY", later)))

    plan = planned("TOY", {"references": 0}, catalog=catalog)

    assert steps(plan) == [("refs", "Referred", "2026-11-22"), ("refs.edition", "Wait", "2027-02-01")]
    assert afterwards(plan, catalog=catalog) is Verdict.ELIGIBLE


def test_both_readings_are_met_where_that_can_be(tmp_path: Path) -> None:
    """250 hours by one source, 300 by the other: 300 leave nothing open."""
    readings = [leaf("a", "supervision", at_least=250), leaf("b", "supervision", at_least=300)]
    tree = group("all", "all_of", leaf("hours", "disputed", readings=readings))

    plan = toy(tmp_path, tree, {"supervision": []})

    assert (plan.verdict, plan.hours["supervision"]) == (Verdict.ELIGIBLE, Decimal(300))


def test_where_one_reading_is_out_of_reach_somebody_has_to_be_asked(tmp_path: Path) -> None:
    """A family member fits the one reading and can never fit the other."""
    readings = [
        leaf("a", "lived_experience", any=[{"who": ["self"]}]),
        leaf("b", "lived_experience", any=[{"who": ["self", "family_member"]}]),
    ]
    tree = group("all", "all_of", leaf("lived", "disputed", readings=readings), leaf("refs", "references", at_least=1))

    plan = toy(tmp_path, tree, {"lived_experience": [{"who": "family_member"}], "references": 0})

    assert plan.verdict is Verdict.UNDETERMINED
    assert [(todo.ids[0], todo.open) for todo in plan.todos] == [("refs", False), ("lived", True)]


def test_a_credential_is_renewed_before_a_degree_is_begun(tmp_path: Path) -> None:
    """Neither is counted in hours; schooling is the longer one."""
    catalog = load_catalog(
        rules_folder(
            tmp_path,
            credential("BASE", edition(group("base", "all_of", leaf("base.refs", "references", at_least=1)))),
            credential(
                "TOY",
                edition(
                    group(
                        "all", "any_of",
                        leaf("degree", "education", levels=["bachelor"]),
                        leaf("held", "credential_held", credential="BASE"),
                    )
                ),
            ),
        )
    )  # fmt: skip
    told: Written = {"education": [], "credentials": [{"id": "BASE", "issued": "2020-01-05", "expires": "2022-01-05"}]}

    renewed = planned("TOY", told, catalog=catalog)
    gained = planned("TOY", {**told, "credentials": []}, catalog=catalog)

    assert steps(renewed) == [("held", "Gained", "2026-11-23")]
    assert steps(gained) == [("degree", "Gained", "2026-11-23")]


def test_facts_that_are_not_told_are_settled_and_not_made_up(tmp_path: Path) -> None:
    """One step for all that stands in one list of the profile."""
    tree = group(
        "all", "all_of", leaf("total", "training_hours", at_least=10),
        leaf("ethics", "training_hours", at_least=4, topics=["ethics"]), leaf("refs", "references", at_least=1),
    )  # fmt: skip

    plan = toy(tmp_path, tree, {"references": 0})

    assert plan.verdict is Verdict.UNDETERMINED
    assert [todo.ids for todo in plan.todos] == [("refs",), ("total", "ethics")]
    assert sum(plan.hours.values()) == 0


def test_hours_whose_topic_is_not_told_are_counted_as_far_as_they_reach(tmp_path: Path) -> None:
    """Six open hours cannot fill nine: three are added for certain, and where the six belong is to be told."""
    parts = [
        leaf("advocacy", "training_hours", at_least=4, topics=["advocacy"]),
        leaf("ethics", "training_hours", at_least=5, topics=["ethics"]),
    ]
    tree = group("all", "all_of", group("training", "training", *parts))

    plan = toy(tmp_path, tree, {"training": [{"completed": "2026-01-05", "hours": 6}]})

    assert (plan.hours["training"], plan.verdict) == (Decimal(3), Verdict.UNDETERMINED)


def test_who_is_eligible_has_nothing_to_do(tmp_path: Path) -> None:
    """The day is today, and the profile stays as it is."""
    tree = group("all", "all_of", leaf("refs", "references", at_least=1))

    plan = toy(tmp_path, tree, {"references": 2})

    assert (plan.reachable, plan.verdict, plan.day, plan.todos) == (True, Verdict.ELIGIBLE, TODAY, ())
    assert plan.after == {"references": 2}


def test_each_way_that_can_be_gone_has_its_own_shortest_plan(tmp_path: Path) -> None:
    """Eight hours by the one, forty hours and a reference by the other; the third is closed for good."""
    catalog = own_rules(
        tmp_path,
        leaf("train", "training_hours", at_least=8),
        group("both", "all_of", leaf("work", "experience", at_least=40), leaf("refs", "references", at_least=1)),
        leaf("self", "lived_experience", any=[{"who": ["self"], "condition": ["mental_illness"]}]),
    )
    asked = case(
        {**NOTHING, "lived_experience": [{"who": "family_member", "condition": "mental_illness"}]}, catalog=catalog
    )

    plan = Planner(catalog, asked, Pace(), "hours").plan(catalog.credential("TOY"), ways=True)

    assert (plan.way, steps(plan)) == ("way-1", [("train", "Hours", "2026-12-06")])
    [other] = plan.others
    assert (other.way, other.hours["experience"]) == ("way-2", Decimal(40))
    assert {id_ for id_, _, _ in steps(other)} == {"work", "refs"}
    assert afterwards(other, catalog=catalog) is Verdict.ELIGIBLE


def test_other_ways_are_looked_for_only_if_asked() -> None:
    """They cost time, and who ranks credentials needs none of them."""
    assert planned("CRSS", {**NOTHING, "lived_experience": [{"who": "self"}]}).others == ()


@pytest.mark.parametrize(
    ("courses", "days"),
    [
        ([{"program": "ms-cpss", "completed": "2026-05-01"}], (None, None)),
        ([{"program": "ms-cpss", "completed": "2026-05-01"}], ("2026-06-01", None)),
        ([{"program": "ms-cpss", "completed": "2026-05-01"}, {"program": "ms-cpss"}], ("2026-06-01", "2026-07-01")),
    ],
)
def test_a_course_comes_first_where_no_sitting_may_be_left(
    courses: list[Written], days: tuple[str | None, ...]
) -> None:
    """Where the days told leave it open, a new course opens new sittings whatever they are."""
    missed = [{"exam": "ms-cpss", "score": 60, **({"date": day} if day else {})} for day in days]
    profile: Written = {
        "residence": {"state": "MS"}, "birth_date": "1981-04-09", "education": [{"level": "ged"}],
        "lived_experience": [{"who": "self", "condition": "mental_illness", "received_services": True}],
        "attestations": {"disclosure": True, "code_of_ethics": True, "literacy": True},
        "training": courses, "exams": missed, "references": 3,
        "experience": [{"role": "support", "population": ["adults", "mental_illness"], "hours": 400,
                        "start": "2025-02-04", "end": "2025-10-30"}],
        "employment": {"setting": "ms-dmh-certified", "supervisor": "mental_health_professional"},
    }  # fmt: skip

    plan = planned("CPSS", profile)

    assert (plan.reachable, afterwards(plan)) == (True, Verdict.ELIGIBLE)
    assert [(kind, id_) for id_, kind, _ in steps(plan)] == [("Course", "ms.cpss.exam"), ("Sitting", "ms.cpss.exam")]


OWN: Written = {"lived_experience": [{"who": "self", "condition": "mental_illness"}], "exams": []}
COURSE = {"program": "ct-cpsrp", "hours": 80}
OLD_COURSE: Written = {**OWN, "training": [{"program": "ct-rss", "completed": "2024-10-01"}], "experience": []}


@pytest.mark.parametrize(
    ("course", "expected"),
    [
        ({"completed": "2027-02-10"}, [("Sitting", "2027-02-11")]),
        ({"completed": "2027-06-30", "status": "in_progress"}, [("Finish", "2027-06-30"), ("Sitting", "2027-07-01")]),
        ({"status": "planned"}, [("Finish", "2027-04-11"), ("Sitting", "2027-04-12")]),
    ],
)
def test_the_exam_comes_after_the_course_that_is_under_way(
    course: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    """Also where the order decides nothing: nobody sits it while the course goes on."""
    plan = planned("CPSRP-P", {**OWN, "training": [{**COURSE, **course}]})

    assert [(kind, day) for _, kind, day in steps(plan)] == expected


@pytest.mark.parametrize(
    ("as_of", "disputes", "last"),
    [
        (date(2026, 9, 1), "undetermined", date(2026, 10, 1)),
        (date(2026, 9, 1), "strict", date(2026, 10, 1)),
        (date(2026, 9, 1), "lenient", date(2027, 5, 31)),
        (date(2027, 5, 31), "lenient", date(2027, 5, 31)),
        (date(2027, 5, 31), "undetermined", date(2027, 5, 31)),
    ],
)
def test_the_last_day_to_apply_is_one_that_has_not_passed(as_of: date, disputes: Disputes, last: date) -> None:
    """The first that is ahead; where any reading will do, the last."""
    someone = case(OLD_COURSE, as_of, disputes=disputes)
    todos = [todo for one in beginnings(someone, built_in().roots("CPSRP", as_of), Pace()) for todo in one.todos]

    assert [todo.step for todo in todos] == [ApplyBy(last)]


def test_where_no_amount_is_known_none_is_named() -> None:
    """Some work is done, and its hours count nowhere; the profile holds one hour in their place."""
    plan = planned("CPSRP", {**OLD_COURSE, "application_date": "2026-09-14"})
    (todo,) = plan.todos

    assert (todo.ids, todo.hours, plan.hours["experience"]) == (("ct.cpsrp.gp.experience",), Decimal(), Decimal())
    assert afterwards(plan) is plan.verdict is Verdict.ELIGIBLE


def test_what_is_waited_for_is_what_is_met_by_then() -> None:
    """6,000 hours as a peer are met without a dispute on the day on which they are full; the split stays disputed."""
    work = {"role": "peer", "population": ["mental_illness"], "supervised": True, "hours": 6000}
    held = {"id": "CPS-I", "issued": "2025-12-01", "expires": "2027-12-01"}
    told: Written = {"credentials": [held], "experience": [{**work, "start": "2020-01-01", "end": "2026-12-31"}]}

    plan = planned("CPS-II", {**told, "education": [{"level": "ged"}]})

    assert steps(plan) == [("mn.cps-ii.peer-hours", "Wait", "2026-12-31")]


def test_to_renew_what_is_held_is_less_than_to_tell_all_that_it_once_asked() -> None:
    """Whoever holds a credential is not sent back to its age, course and exam."""
    work = {"role": "mental_health_services", "population": ["mental_illness"], "supervised": True, "hours": 4000}
    held = {"id": "CPS-I", "issued": "2025-12-01", "expires": "2027-12-01"}

    plan = planned("CPS-II", {"credentials": [held], "experience": [work], "education": [{"level": "ged"}]})

    assert plan.verdict is Verdict.ELIGIBLE
    assert {type(todo.step).__name__ for todo in plan.todos} == {"Hours", "Gained"}


RECOVERY: Written = {
    "education": [{"level": "ged", "completed": "2010-06-01"}],
    "lived_experience": [{"who": "self", "condition": "mental_illness"}],
    "attestations": {"disclosure": True, "code_of_ethics": True}, "residence": {"state": "IL"},
    "exams": [{"exam": "icrc-pr", "score": 500, "date": "2026-10-01"}],
    "experience": [{"role": "peer", "share": 0.8, "start": "2023-01-01", "end": "2026-10-31", "hours": 2000}],
    "supervision": [{"hours": 100, "start": "2023-01-01", "end": "2026-10-31"}], "practicum": [],
}  # fmt: skip
"""Everything for the CPRS but training."""

MOST = {"advocacy": 10, "professional_responsibility": 10, "core_functions": 44, "family": 5, "youth": 5}


@pytest.mark.parametrize(
    ("topics", "untold", "topped"),
    [
        ({**MOST, "recovery_support": 5, "ethics": 16}, 12, {"mentoring": 3}),
        (MOST, 15, {"mentoring": 10, "recovery_support": 10, "ethics": 1}),
        ({"advocacy": 10, "core_functions": 44, "youth": 5}, 30, {"total": 21}),
        ({}, 10, {"total": 90}),
    ],
)
def test_hours_without_topics_lead_to_the_short_way_and_not_to_the_long_one(
    topics: Written, untold: int, topped: dict[str, int]
) -> None:
    """By hand: what all parts lack together, beyond the hours of no told topic; those are to be told."""
    plan = planned(
        "CPRS", {**RECOVERY, "training": [{"topics": topics}, {"hours": untold}] if topics else [{"hours": 10}]}
    )

    assert (plan.way, plan.verdict) == ("independent", Verdict.UNDETERMINED)
    assert plan.hours["training"] == sum(topped.values())
    assert [todo.open for todo in plan.todos][-1:] == [True]


def test_where_one_part_is_short_whatever_is_told_its_hours_are_simply_added() -> None:
    """To count on two hours of no told topic would spare no more than these two, and leave it open."""
    topics = {**MOST, "mentoring": 5, "recovery_support": 10, "ethics": 16}
    plan = planned("CPRS", {**RECOVERY, "training": [{"topics": topics}, {"hours": 2}]})

    assert (plan.verdict, [(todo.ids[0], todo.hours) for todo in plan.todos]) == (
        Verdict.ELIGIBLE, [("il.cprs.ind.training.mentoring", Decimal(5))],
    )  # fmt: skip


def test_a_plan_for_what_all_parts_lack_together_can_be_said() -> None:
    """Every sentence of it, in text and in JSON."""
    told = {**RECOVERY, "training": [{"topics": {**MOST, "recovery_support": 5, "ethics": 16}}, {"hours": 12}]}
    plan = planned("CPRS", told)
    said = Sayer(Explainer(built_in()), case(told), plan)

    remarks = [remark for todo in plan.todos for remark in said.remarks(todo)]

    assert said.action(plan.todos[0]) == "Take 3 more hours of mentoring training."
    assert remarks[-1].endswith("its hours are not told by topic.")
