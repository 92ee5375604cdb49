"""Time: what is not met today but will be, the day on which it is, and what time cannot help."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from peercert.catalog import load_catalog
from peercert.engine import Verdict, _can_turn, _days_to_try, _turning_days, same_way
from peercert.finding import Finding
from peercert.logic import Outcome
from upper import TODAY, Written, case, credential, decide, edition, group, leaf, own_rules, rules_folder

REFERENCES = leaf("x.references", "references", at_least=2)
DISCLOSURE = leaf("x.disclosure", "attestation", name="disclosure")
ADULT = leaf("x.age", "age", at_least=18)
LITERACY = leaf("x.literacy", "attestation", name="literacy")
MORE = leaf("x.more", "references", at_least=3)
NURSE = leaf("x.nurse", "license", licenses=["LPN"])


@pytest.mark.parametrize(
    ("birth", "as_of", "verdict", "opens"),
    [
        ("2008-11-23", date(2026, 11, 22), Verdict.NOT_YET, date(2026, 11, 23)),
        ("2008-11-22", date(2026, 11, 22), Verdict.ELIGIBLE, None),
        ("2008-11-21", date(2026, 11, 22), Verdict.ELIGIBLE, None),
        ("2008-02-29", date(2026, 2, 28), Verdict.NOT_YET, date(2026, 3, 1)),
        ("2008-02-29", date(2026, 3, 1), Verdict.ELIGIBLE, None),
        ("2010-02-28", date(2028, 2, 27), Verdict.NOT_YET, date(2028, 2, 28)),
        ("2010-03-01", date(2028, 2, 29), Verdict.NOT_YET, date(2028, 3, 1)),
        ("2010-02-28", date(2028, 2, 29), Verdict.ELIGIBLE, None),
    ],
)
def test_a_birthday_opens_the_way(
    tmp_path: Path, birth: str, as_of: date, verdict: Verdict, opens: date | None
) -> None:
    """The day before the birthday is not yet, and names it; from the birthday on it is eligible."""
    found = decide("TOY", {"birth_date": birth}, as_of, catalog=own_rules(tmp_path, ADULT))

    assert (found.verdict, found.eligible_from) == (verdict, opens)


def test_somebody_born_on_29_february_comes_of_age_on_that_day_in_a_leap_year(tmp_path: Path) -> None:
    """Twenty years later there is a 29 February again, and that is the day."""
    rules = own_rules(tmp_path, leaf("x.age", "age", at_least=20))

    found = decide("TOY", {"birth_date": "2008-02-29"}, date(2028, 2, 28), catalog=rules)

    assert (found.verdict, found.eligible_from) == (Verdict.NOT_YET, date(2028, 2, 29))


def test_time_does_not_help_who_lacks_something_else(tmp_path: Path) -> None:
    """Too young and one reference short: a birthday settles only one of the two."""
    rules = own_rules(tmp_path, group("x", "all_of", ADULT, REFERENCES))

    found = decide("TOY", {"birth_date": "2008-11-23", "references": 1}, catalog=rules)

    assert (found.verdict, found.eligible_from) == (Verdict.NOT_ELIGIBLE, None)
    assert found.chosen.blocking == ("x.age", "x.references")


def test_what_time_opens_is_one_way_and_not_the_other(tmp_path: Path) -> None:
    """Each way waits for days of its own, though both are looked at on them."""
    rules = own_rules(tmp_path, ADULT, group("x", "all_of", leaf("x.old", "age", at_least=17), REFERENCES))

    found = decide("TOY", {"birth_date": "2008-12-01", "references": 1}, date(2025, 6, 1), catalog=rules)

    assert [(way.verdict, way.eligible_from) for way in found.ways] == [
        (Verdict.NOT_YET, date(2026, 12, 1)), (Verdict.NOT_ELIGIBLE, None),
    ]  # fmt: skip
    both = group("x", "all_of", leaf("x.young", "age", at_least=18), leaf("x.older", "age", at_least=21))

    found = decide("TOY", {"birth_date": "2008-12-01"}, catalog=own_rules(tmp_path, ADULT, both))

    assert [way.eligible_from for way in found.ways] == [date(2026, 12, 1), date(2029, 12, 1)]


def test_time_helps_where_enough_is_met_already(tmp_path: Path) -> None:
    """Two of three: one is met, a birthday meets another, and the third never matters."""
    rules = own_rules(tmp_path, group("x", "at_least", REFERENCES, ADULT, DISCLOSURE, n=2))
    profile = {"birth_date": "2008-12-01", "references": 2, "attestations": {"disclosure": False}}

    found = decide("TOY", profile, catalog=rules)

    assert (found.verdict, found.eligible_from) == (Verdict.NOT_YET, date(2026, 12, 1))


def test_what_is_planned_is_done_on_later_days_too(tmp_path: Path) -> None:
    """Once all is finished, only a birthday is waited for."""
    rules = own_rules(tmp_path, group("x", "all_of", ADULT, leaf("x.course", "course", programs=["toy-course"])))
    profile = {"birth_date": "2008-12-01", "training": [{"program": "toy-course", "status": "planned"}]}

    found = decide("TOY", profile, catalog=rules)

    assert (found.verdict, found.verdict_if_finished) == (Verdict.NOT_ELIGIBLE, Verdict.NOT_YET)


def test_a_way_keeps_its_name_from_edition_to_edition(tmp_path: Path) -> None:
    """Where it is gone every way may be the one; on a day without rules there is none."""
    old = {**edition(ADULT, REFERENCES), "effective_to": "2026-12-31"}
    new = {**edition(leaf("x.older", "age", at_least=21)), "id": "edition-2", "effective_from": "2027-01-01"}
    toy = load_catalog(rules_folder(tmp_path, credential("TOY", old, new))).credential("TOY")

    assert [root.id for root in same_way(toy, "way-2", date(2026, 12, 31))] == ["x.references"]
    assert [root.id for root in same_way(toy, "way-2", date(2027, 1, 1))] == ["x.older"]
    assert same_way(load_catalog().credential("CPSRP"), "standard", date(2026, 5, 31)) == []


def test_a_fact_missing_beside_it_leaves_not_eligible(tmp_path: Path) -> None:
    """Too young, and references not told: no day is known to be the first eligible one."""
    rules = own_rules(tmp_path, group("x", "all_of", ADULT, REFERENCES))

    found = decide("TOY", {"birth_date": "2008-11-23"}, catalog=rules)

    assert (found.verdict, found.eligible_from) == (Verdict.NOT_ELIGIBLE, None)


def test_the_later_of_two_days_opens_the_way(tmp_path: Path) -> None:
    """What is dated later counts on its day, and the way opens when the last of them is there."""
    rules = own_rules(tmp_path, group("x", "all_of", ADULT, DISCLOSURE))
    profile = {"birth_date": "2008-12-24", "attestations": {"disclosure": "2027-01-04"}}

    found = decide("TOY", profile, catalog=rules)

    assert (found.verdict, found.eligible_from) == (Verdict.NOT_YET, date(2027, 1, 4))
    assert decide("TOY", profile, date(2027, 1, 3), catalog=rules).verdict is Verdict.NOT_YET
    assert decide("TOY", profile, date(2027, 1, 4), catalog=rules).verdict is Verdict.ELIGIBLE


def test_a_window_that_closes_first_never_lets_the_way_open(tmp_path: Path) -> None:
    """On the birthday the hours no longer lie in the last three years, so no later day is eligible."""
    recent = leaf("x.recent", "experience", at_least=100, window={"years": 3})
    rules = own_rules(tmp_path, group("x", "all_of", ADULT, recent))
    work = {"experience": [{"hours": 100, "start": "2023-11-22", "end": "2024-02-29"}]}

    assert decide("TOY", {"birth_date": "2008-11-22", **work}, catalog=rules).verdict is Verdict.ELIGIBLE
    assert decide("TOY", {"birth_date": "2008-11-23", **work}, catalog=rules).verdict is Verdict.NOT_ELIGIBLE


def test_what_bars_until_a_day_is_waited_for(tmp_path: Path) -> None:
    """Nothing else is missing, so the day after the last one of the licence opens the way."""
    one = credential("TOY", edition(REFERENCES))
    one["editions"][0]["pathways"][0]["bars"] = [leaf("x.barred", "license", licenses=["LPN"])]
    rules = load_catalog(rules_folder(tmp_path, one))
    profile = {"references": 2, "licenses": [{"id": "LPN", "expires": "2027-03-31"}]}

    found = decide("TOY", profile, catalog=rules)

    assert (found.verdict, found.eligible_from) == (Verdict.NOT_YET, date(2027, 4, 1))
    assert decide("TOY", profile, date(2027, 3, 31), catalog=rules).verdict is Verdict.NOT_YET
    assert decide("TOY", profile, date(2027, 4, 1), catalog=rules).verdict is Verdict.ELIGIBLE


def test_a_later_edition_may_open_the_way(tmp_path: Path) -> None:
    """Who has what the next edition asks for waits until it is in force."""
    three = edition(leaf("x.three", "references", at_least=3), id="old", effective_to="2026-12-31")
    two = edition(leaf("x.two", "references", at_least=2), id="new", effective_from="2027-01-01")
    rules = load_catalog(rules_folder(tmp_path, credential("TOY", three, two)))

    found = decide("TOY", {"references": 2}, catalog=rules)

    assert (found.edition, found.verdict, found.eligible_from) == ("old", Verdict.NOT_YET, date(2027, 1, 1))
    later = decide("TOY", {"references": 2}, date(2027, 1, 1), catalog=rules)
    assert (later.edition, later.verdict) == ("new", Verdict.ELIGIBLE)


def test_the_way_that_opens_first_names_the_day(tmp_path: Path) -> None:
    """Of two ways that only need time, the report names the first day on which either is open."""
    rules = own_rules(
        tmp_path,
        group("a", "all_of", leaf("a.age", "age", at_least=21)),
        group("b", "all_of", leaf("b.age", "age", at_least=18)),
    )

    found = decide("TOY", {"birth_date": "2008-12-01"}, catalog=rules)

    assert (found.verdict, found.eligible_from) == (Verdict.NOT_YET, date(2026, 12, 1))
    assert [way.eligible_from for way in found.ways] == [date(2029, 12, 1), date(2026, 12, 1)]


# What is waited for at all

WAITING: Written = {
    "birth_date": "2008-12-01",
    "references": 1,
    "attestations": {"disclosure": "2027-01-04", "literacy": True},
    "licenses": [{"id": "RN", "issued": "2026-11-22"}],
}
"""Of age and willing some day, literate today, and short of references and of a licence whatever the day."""


@pytest.mark.parametrize(
    ("tree", "turns"),
    [
        (ADULT, True),
        (LITERACY, True),
        (REFERENCES, False),
        (NURSE, False),
        (group("x", "all_of", ADULT, LITERACY), True),
        (group("x", "all_of", ADULT, DISCLOSURE), True),
        (group("x", "all_of", ADULT, REFERENCES), False),
        (group("x", "all_of", LITERACY, REFERENCES), False),
        (group("x", "any_of", REFERENCES, ADULT), True),
        (group("x", "any_of", REFERENCES, MORE), False),
        (group("x", "at_least", ADULT, DISCLOSURE, REFERENCES, n=2), True),
        (group("x", "at_least", LITERACY, REFERENCES, ADULT, n=2), True),
        (group("x", "at_least", ADULT, REFERENCES, MORE, n=2), False),
        (group("x", "at_least", LITERACY, REFERENCES, MORE, n=2), False),
        (group("x", "all_of", LITERACY, group("y", "any_of", REFERENCES, DISCLOSURE)), True),
        (group("x", "all_of", ADULT, group("y", "all_of", REFERENCES, DISCLOSURE)), False),
    ],
)
def test_time_is_tried_only_where_it_may_be_enough(tmp_path: Path, tree: Written, turns: bool) -> None:
    """Where as many as are needed are met or have a later day to wait for; a day that has come is none."""
    rules = own_rules(tmp_path, tree)
    someone = case(WAITING, catalog=rules)
    root = rules.ways("TOY", TODAY).roots[0]

    assert _can_turn(rules, root.evaluate(someone), someone) is turns


@pytest.mark.parametrize(
    ("outcomes", "turns"),
    [
        ({"x.age": Outcome.UNMET, "x.references": Outcome.NOT_APPLICABLE}, True),
        ({"x.age": Outcome.UNMET, "x.references": Outcome.UNMET, "x.more": Outcome.NOT_APPLICABLE}, False),
        ({"x.references": Outcome.UNMET, "x.age": Outcome.NOT_APPLICABLE}, False),
    ],
)
def test_what_does_not_apply_is_not_waited_for(tmp_path: Path, outcomes: dict[str, Outcome], turns: bool) -> None:
    """Neither does it stand in the way of waiting, nor is there anything to wait for in it."""
    rules = own_rules(tmp_path, group("x", "at_least", ADULT, REFERENCES, MORE, n=2))
    rules.ways("TOY", TODAY)
    finding = Finding("x", Outcome.UNMET, children=tuple(Finding(id_, outcome) for id_, outcome in outcomes.items()))

    assert _can_turn(rules, finding, case(WAITING, catalog=rules)) is turns


def test_a_day_that_has_come_is_not_waited_for(tmp_path: Path) -> None:
    """Not that of a record, and not that on which the edition in force began."""
    began = edition(NURSE, effective_from="2026-11-22")
    rules = load_catalog(rules_folder(tmp_path, credential("TOY", began)))
    someone = case(WAITING, catalog=rules)
    finding = rules.ways("TOY", TODAY).roots[0].evaluate(someone)

    assert list(_turning_days(rules, finding, someone)) == []
    assert list(_days_to_try(rules, rules.credential("TOY"), someone, "way-1", finding)) == []


def test_each_way_waits_for_the_days_of_its_own_name_in_later_editions(tmp_path: Path) -> None:
    """The first day of the edition, and the birthday that its way asks for; not that of another way."""
    now = edition(REFERENCES, MORE, effective_to="2026-12-31")
    later = [leaf("x.20", "age", at_least=20), leaf("x.21", "age", at_least=21)]
    rules = load_catalog(
        rules_folder(tmp_path, credential("TOY", now, edition(*later, id="edition-2", effective_from="2027-01-01")))
    )
    someone = case(WAITING, catalog=rules)
    finding = rules.ways("TOY", TODAY).roots[1].evaluate(someone)

    assert list(_days_to_try(rules, rules.credential("TOY"), someone, "way-2", finding)) == [
        date(2027, 1, 1), date(2029, 12, 1),
    ]  # fmt: skip


def test_parts_that_cannot_all_be_met_yet_may_be_met_by_a_course_to_come() -> None:
    """Twelve hours of no told topic cannot fill two parts of ten; in December a course fills both."""
    parts = {
        "advocacy": 10,
        "professional_responsibility": 10,
        "ethics": 16,
        "core_functions": 44,
        "family": 5,
        "youth": 5,
    }
    later = {"completed": "2026-12-10", "topics": {"mentoring": 10, "recovery_support": 10}}
    told = {
        "education": [{"level": "ged", "completed": "2010-06-01"}],
        "lived_experience": [{"who": "self", "condition": "mental_illness"}],
        "attestations": {"disclosure": True, "code_of_ethics": True}, "residence": {"state": "IL"},
        "exams": [{"exam": "icrc-pr", "score": 500, "date": "2026-10-01"}],
        "training": [{"completed": "2026-05-01", "topics": parts}, {"completed": "2026-05-02", "hours": 12}, later],
        "experience": [{"role": "peer", "share": 0.8, "start": "2023-01-01", "end": "2026-10-31", "hours": 2000}],
        "supervision": [{"hours": 100, "start": "2023-01-01", "end": "2026-10-31"}], "practicum": [],
    }  # fmt: skip

    found = decide("CPRS", told)

    assert (found.verdict.value, found.eligible_from) == ("not_yet", date(2026, 12, 10))
    assert found.chosen.blocking == ("il.cprs.ind.training.together",)
    assert found.confidence == "issuer"
