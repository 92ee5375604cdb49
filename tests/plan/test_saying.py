"""Steps in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from peercert.explain import Explainer
from peercert.lint.reading_grade import grade
from peercert.plan.planning import Plan
from peercert.plan.saying import Sayer
from peercert.plan.todo import ApplyAgain, ApplyBy, Finish, Todo, Wait
from peercert.requirements.steps import DAY, Changed, Course, Gained, Hours, Lasting, Point, Referred, Sitting
from upper import TODAY, Written, built_in, case

from .planned import planned

DONE = date(2027, 1, 5)
TOLD: Written = {"training": [{"id": "T-01", "status": "planned", "hours": 5}], "enrollment": {"in": "none"}}
PEER: tuple[Point, ...] = (
    ("kind", ("paid",)), ("role", ("peer",)), ("setting", ("ms-dmh-certified",)), ("supervised", (True,)),
    ("share", (Decimal("0.51"),)), ("population", ("adults",)), ("population", ("mental_illness", "substance_use")),
)  # fmt: skip
ICB: Point = ("program", ("il-icb-accredited",))
SENTENCES: dict[str, tuple[object, str, str]] = {
    "hours of one subject": (
        Hours("training", Decimal(4), (("topics", ("ethics",)),)),
        "il.crss.ind.training.ethics",
        "Take 4 more hours of ethics training.",
    ),
    "hours of a few subjects": (
        Hours("training", Decimal(4), (("topics", ("core_functions", "family", "youth")), ICB)),
        "il.crss.prog.training.core",
        (
            "Take 4 more hours of training in core functions, family or youth, in this course: ICB-accredited peer "
            "recovery support program (Illinois)."
        ),
    ),
    "hours of any subject": (
        Hours("training", Decimal(4), (("topics", ("a", "b", "c", "d", "e")),)),
        "il.crss.ind.training.total",
        "Take 4 more hours of training, in any subject that counts.",
    ),
    "work": (
        Hours("experience", Decimal(4), PEER),
        "ms.cpss.experience.hours",
        (
            "Work 4 more hours, counted only as paid work; in a role of this kind: peer; in a program certified by the "
            "Mississippi Department of Mental Health; under supervision; where recovery support is at least 51 percent "
            "of the job; with people of these groups: adults with mental illness or substance use."
        ),
    ),
    "work of which no amount is known": (
        Hours("experience", Decimal(1), (("role", ("peer",)),), any_amount=True),
        "ct.cpsrp.gp.experience",
        "Work for some time, counted only in a role of this kind: peer.",
    ),
    "work of any kind": (Hours("experience", Decimal(4)), "il.cprs.ind.experience", "Work 4 more hours."),
    "supervision": (
        Hours("supervision", Decimal(4)),
        "il.crss.ind.supervision",
        "Get 4 more hours of supervision, and have it put in writing.",
    ),
    "practice": (
        Hours("practicum", Decimal(4), (ICB, ("supervised", (True,)))),
        "il.crss.prog.practicum",
        (
            "Do 4 more hours of practice in ICB-accredited peer recovery support program (Illinois), under "
            "supervision, until 2027-01-05 at least."
        ),
    ),
    "practice that goes on": (
        Lasting(3),
        "il.crss.prog.practicum-length",
        "Go on with practice, until 2027-01-05 at least.",
    ),
    "a course": (
        Course(("mn-cps",), Decimal(76), (("midterm", "passed"), ("final", "passed")), date(2027, 5, 1)),
        "mn.cps-i.course",
        (
            "Take and finish this course: DHS-approved Certified Peer Specialist training (Minnesota), with at least "
            "76 hours, with take-home midterm passed and written final passed, by 2027-05-01."
        ),
    ),
    "an exam": (
        Sitting("ms-cpss", Decimal(75)),
        "ms.cpss.exam",
        "Sit this exam and pass it: CPSS exam, with at least 75 %.",
    ),
    "schooling, by the reading that asks for it": (
        Gained("education", (("level", "high_school_diploma"),), "completed"),
        "mn.cps-i.education",
        (
            "Get one of these: high school diploma, GED, equivalent, associate degree, bachelor's degree, master's "
            "degree or doctorate."
        ),
    ),
    "a new credential": (
        Gained("credentials", (("id", "CPS-I"),), "issued"),
        "mn.cps-ii.level-one.held",
        "Gain CPS-I, so that you hold it on 2027-01-05.",
    ),
    "a credential again": (
        Gained("credentials", (("id", "CPS-I"),), "issued", again=True),
        "mn.cps-ii.level-one.held",
        "Renew CPS-I, so that you hold it on 2027-01-05.",
    ),
    "willingness": (
        Changed("attestations.disclosure", DAY),
        "ms.cpss.disclosure",
        "If you are willing to share your lived experience, sign that you are.",
    ),
    "a code": (
        Changed("attestations.code_of_ethics", DAY),
        "ms.cpss.code-of-ethics",
        "Read the code of ethics. If you agree with it, sign it.",
    ),
    "reading and writing": (
        Changed("attestations.literacy", DAY),
        "ms.cpss.literacy",
        "State that you read and write well enough for the work. A reading and writing class may help.",
    ),
    "leadership": (
        Changed("attestations.leadership", DAY),
        "mn.cps-i.leadership",
        "State that you lead, speak up for others, and are dedicated to recovery. Examples help.",
    ),
    "a home": (
        Changed("residence", (("state", "IL"), ("since", DAY))),
        "il.cprs.ind.residency.home",
        "Make your home in IL, if that is open to you.",
    ),
    "work in a state": (
        Changed("work", (("state", "IL"), ("share", Decimal("0.51")))),
        "il.cprs.ind.residency.work",
        "Work in IL for at least 51 percent of your working time.",
    ),
    "a job": (
        Changed("employment", (("since", DAY),)),
        "ms.cpss.employment",
        (
            "Find a job. What counts: Employed in a program certified by the Mississippi Department of Mental Health, "
            "under a trained mental health professional."
        ),
    ),
    "school": (
        Changed("enrollment", (("in", "high_school"),)),
        "ms.cpss.education.youth.enrolled",
        "Enrol in a school of this kind: high school or a GED program.",
    ),
    "whom one serves": (
        Changed("serves", ("transition_age_youth",)),
        "ms.cpss.education.youth.serves",
        "Choose to serve only: transition-age youth.",
    ),
    "one reference": (Referred(1), "ms.cpss.references", "Ask 1 more person for a reference."),
    "two references": (Referred(2), "ms.cpss.references", "Ask 2 more people for a reference."),
    "an age": (Wait(), "mn.cps-i.age", "Wait until 2027-01-05. You are old enough then."),
    "later records": (
        Wait(),
        "il.crss.ind.supervision",
        "Wait until 2027-01-05. From then on, what you told counts for this: 100 hours of supervision.",
    ),
    "what is under way": (
        Finish(0, Decimal(5)),
        "il.crss.ind.training.total",
        "Finish what you have begun or planned: T-01.",
    ),
    "applying again": (ApplyAgain(), "il.crss.ind", "Apply again when all this is done."),
    "applying now": (ApplyBy(date(2026, 12, 1)), "ct.cpsrp.gp.application", "Apply now, by 2026-12-01 at the latest."),
}


def sayer(plan: Plan, told: Written, *, redacted: bool = False) -> Sayer:
    """Return what puts a plan's steps into words."""
    return Sayer(Explainer(built_in(), redacted=redacted), case(told), plan)


@pytest.fixture(scope="module")
def saying() -> Sayer:
    """Return a sayer of sentences; every credential is loaded."""
    assert list(built_in())
    return sayer(planned("CRSS", TOLD), TOLD)


@pytest.mark.parametrize(("step", "id_", "sentence"), SENTENCES.values(), ids=SENTENCES)
def test_every_step_has_a_sentence(saying: Sayer, step: object, id_: str, sentence: str) -> None:
    """With its amounts, in plain words."""
    todo = Todo(step, (id_,), DONE, Decimal(4))  # type: ignore[arg-type]  # any step

    assert saying.action(todo) == sentence


def test_who_means_to_apply_too_late_is_told_to_apply_before() -> None:
    """Nobody has applied yet, so it is not said to be done again; and it is no rule of its own that asks for it."""
    told = {**TOLD, "application_date": "2027-06-01"}
    plan, todo = planned("CRSS", told), Todo(ApplyAgain(), ("il.crss.ind",), DONE)

    assert sayer(plan, told).action(todo) == (
        "Apply when all this is done, and not on the later day that the profile names."
    )
    assert sayer(plan, told).cited(todo) == ()


def test_the_sentences_can_be_read_in_the_eighth_grade() -> None:
    """Titles that rules and states have given aside."""
    titled = (
        "a course",
        "practice",
        "work",
        "hours of a few subjects",
        "a job",
        "schooling, by the reading that asks for it",
    )
    plain = [sentence for name, (_, _, sentence) in SENTENCES.items() if name not in titled]

    assert [sentence for sentence in plain if grade(sentence) > 8] == []


def test_a_redacted_plan_calls_a_record_by_its_number() -> None:
    """Its own id may tell of the person."""
    todo = Todo(Finish(0, Decimal(5)), ("il.crss.ind.training.total",), DONE)

    said = sayer(planned("CRSS", TOLD), TOLD, redacted=True).action(todo)

    assert said == "Finish what you have begun or planned: training record 1."


def test_a_redacted_plan_does_not_say_that_a_day_is_a_birthday() -> None:
    """It says until when to wait, as a plan must, and not why."""
    todo = Todo(Wait(), ("mn.cps-i.age",), DONE)

    assert sayer(planned("CRSS", TOLD), TOLD, redacted=True).action(todo) == "Wait until 2027-01-05."


def test_where_one_reading_is_met_the_step_may_be_needless() -> None:
    """Whom to ask stands before the work begins."""
    told: Written = {
        "residence": {"state": "MS"}, "birth_date": "1981-04-09", "education": [{"level": "ged"}],
        "lived_experience": [{"who": "self", "condition": "mental_illness", "received_services": True}],
        "attestations": {"disclosure": True, "code_of_ethics": True, "literacy": True},
        "training": [{"program": "ms-cpss", "completed": "2026-09-18"}],
        "exams": [{"exam": "ms-cpss", "date": "2026-09-25", "score": 91}],
        "experience": [
            {"role": "support", "population": ["adults", "mental_illness"], "hours": 400,
             "start": "2019-02-04", "end": "2020-10-30"}
        ],
        "references": 3,
        "employment": {"setting": "ms-dmh-certified", "supervisor": "mental_health_professional"},
    }  # fmt: skip
    plan = planned("CPSS", told)

    remarks = list(sayer(plan, told).remarks(plan.todos[0]))

    assert remarks[0] == (
        "Sources that can be trusted disagree here. Ask the Mississippi Department of Mental Health (DMH) first: "
        "you may not need this step."
    )


def test_hours_that_are_needed_anyway_are_not_called_needless() -> None:
    """A disputed subject does not spare the hours that the whole lacks; whoever skipped them would fail."""
    subjects = {"advocacy": 10, "professional_responsibility": 10, "mentoring": 10, "recovery_support": 10}
    told = {
        **TOLD,
        "training": [{"completed": "2026-01-01", "topics": {**subjects, "ethics": 6, "core_functions": 50}}],
    }

    plan = planned("CRSS", told)
    todo = next(one for one in plan.todos if one.hours == 4)

    assert not [said for said in sayer(plan, told).remarks(todo) if "first:" in said]


@pytest.mark.parametrize(("expires", "lost"), [("2026-12-01", ["Hold a valid CPS-I"]), ("2040-01-01", [])])
def test_what_holds_today_and_not_when_all_is_done_is_named(expires: str, lost: list[str]) -> None:
    """Also where the plan goes another way without it; whoever can renew it wants to know."""
    told: Written = {
        "birth_date": "1990-05-05", "education": [{"level": "ged"}],
        "lived_experience": [
            {"who": "self", "condition": "mental_illness", "primary_diagnosis": True, "received_services": True}
        ],
        "attestations": {"disclosure": True, "leadership": True},
        "training": [
            {"program": "mn-cps", "completed": "2024-10-18", "hours": 80,
             "components": {"midterm": "passed", "oral_role_play": "passed", "final": "passed"}}
        ],
        "exams": [{"exam": "mn-cps", "date": "2024-10-25", "result": "passed"}],
        "credentials": [{"id": "CPS-I", "issued": "2024-12-01", "expires": expires}],
        "experience": [
            {"role": "peer", "population": ["mental_illness"], "supervised": True, "hours": 5000,
             "start": "2020-01-01", "end": "2023-12-31"}
        ],
    }  # fmt: skip

    assert sayer(planned("CPS-II", told), told).lost() == lost


def test_what_is_lost_on_the_way_is_said() -> None:
    """A credential that runs out while the hours are worked."""
    told: Written = {
        "education": [], "credentials": [{"id": "CPS-I", "issued": "2025-12-01", "expires": "2027-12-01"}],
        "experience": [],
    }  # fmt: skip
    plan = planned("CPS-II", told)
    [renewal] = [todo for todo in plan.todos if isinstance(todo.step, Gained)]

    assert "You have this today, but no longer on the day when the rest is done." in sayer(plan, told).remarks(renewal)


def test_what_nobody_can_change_is_said_gently() -> None:
    """And without telling what was told."""
    told: Written = {"lived_experience": [{"who": "self", "condition": "substance_use"}]}
    plan = planned("CRSS", told, TODAY)

    [said] = sayer(plan, told).blocked()

    assert said.startswith(
        "What was told is not the lived experience that counts here. That says nothing about your worth."
    )
