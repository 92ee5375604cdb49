"""Time: what is not met today but will be, the day on which it is, and what time cannot help."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from peercert.catalog import load_catalog
from peercert.engine import Verdict, same_way
from upper import credential, decide, edition, group, leaf, own_rules, rules_folder

REFERENCES = leaf("x.references", "references", at_least=2)
DISCLOSURE = leaf("x.disclosure", "attestation", name="disclosure")
ADULT = leaf("x.age", "age", at_least=18)


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
