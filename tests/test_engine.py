"""Deciding: which way is chosen, what bars, and the built-in credentials."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from peercert.catalog import load_catalog
from peercert.engine import Verdict, determine
from peercert.finding import Finding
from peercert.logic import Outcome, Why
from upper import TODAY, Written, case, credential, decide, edition, group, leaf, own_rules, rules_folder

REFERENCES = leaf("x.references", "references", at_least=2)
DISCLOSURE = leaf("x.disclosure", "attestation", name="disclosure")
ADULT = leaf("x.age", "age", at_least=18)
WORK = leaf("x.work", "experience", at_least=100)
CARE = leaf("x.care", "supervision", at_least=10)


def hours(work: float, care: float) -> Written:
    """Return a person with so many hours of work and of supervision."""
    stretch = {"start": "2024-01-08", "end": "2025-06-30"}
    return {"experience": [{"hours": work, **stretch}], "supervision": [{"hours": care, **stretch}]}


# Ways


@pytest.mark.parametrize(
    ("profile", "chosen", "verdict"),
    [
        ({"references": 2, "attestations": {"disclosure": True}}, "way-1", Verdict.ELIGIBLE),
        ({"references": 1, "attestations": {"disclosure": True}}, "way-2", Verdict.ELIGIBLE),
        ({"references": 1}, "way-2", Verdict.UNDETERMINED),
        ({"references": 1, "attestations": {"disclosure": "2026-12-01"}}, "way-2", Verdict.NOT_YET),
        ({"attestations": {"disclosure": "2026-12-01"}}, "way-1", Verdict.UNDETERMINED),
        ({"references": 1, "attestations": {"disclosure": False}}, "way-1", Verdict.NOT_ELIGIBLE),
    ],
)
def test_the_way_with_the_best_verdict_is_chosen(
    tmp_path: Path, profile: Written, chosen: str, verdict: Verdict
) -> None:
    """Eligible comes before undetermined, then not yet, then not eligible; the first of two equal ways is taken."""
    found = decide("TOY", profile, catalog=own_rules(tmp_path, REFERENCES, DISCLOSURE))

    assert (found.chosen.id, found.verdict) == (chosen, verdict)
    assert [way.id for way in found.ways] == ["way-1", "way-2"]


def test_of_ways_with_the_same_verdict_the_one_with_fewer_gaps_is_chosen(tmp_path: Path) -> None:
    """Two leaves missing on the first way and one on the second: the report follows the second."""
    rules = own_rules(tmp_path, group("x", "all_of", WORK, CARE), REFERENCES)

    found = decide("TOY", {"references": 0, **hours(99, 9.9)}, catalog=rules)

    assert (found.chosen.id, found.chosen.blocking) == ("way-2", ("x.references",))
    assert found.ways[0].blocking == ("x.work", "x.care")


# Disqualifiers


@pytest.mark.parametrize(
    ("licenses", "verdict"),
    [([{"id": "LPN", "expires": "2027-03-31"}], Verdict.NOT_YET), ([], Verdict.ELIGIBLE), (None, Verdict.UNDETERMINED)],
)
def test_a_fact_that_bars_stands_apart(tmp_path: Path, licenses: list[Written] | None, verdict: Verdict) -> None:
    """A bar is unmet where the fact holds, met where it does not, and open where it is not told."""
    one = credential("TOY", edition(REFERENCES))
    one["editions"][0]["pathways"][0]["bars"] = [leaf("x.barred", "license", licenses=["LPN"])]
    rules = load_catalog(rules_folder(tmp_path, one))
    told = {} if licenses is None else {"licenses": licenses}

    found = decide("TOY", {"references": 2, **told}, catalog=rules)

    assert found.verdict is verdict
    assert found.chosen.blocking == (() if verdict is Verdict.ELIGIBLE else ("x.barred",))


# What is still to be finished


COURSE = leaf("x.course", "course", programs=["toy-course"], hours_at_least=10)


@pytest.mark.parametrize(
    ("record", "verdict", "finished"),
    [
        ({"status": "in_progress"}, "not_eligible", "eligible"),
        ({"status": "planned"}, "not_eligible", "eligible"),
        ({"status": "declined"}, "undetermined", "eligible"),
        ({"completed": "2026-12-01"}, "not_yet", "eligible"),
        ({"completed": "2026-11-22"}, "eligible", "eligible"),
        ({"status": "in_progress", "hours": 9}, "not_eligible", "not_eligible"),
    ],
)
def test_the_verdict_if_all_is_finished_is_told_too(
    tmp_path: Path, record: Written, verdict: str, finished: str
) -> None:
    """What is in progress, planned or dated later counts there as told, and not in the verdict itself."""
    course = {"program": "toy-course", "hours": 10, **record}

    found = decide("TOY", {"training": [course]}, catalog=own_rules(tmp_path, COURSE))

    assert (found.verdict.value, found.verdict_if_finished.value) == (verdict, finished)


# The built-in credentials


def test_before_june_2026_connecticut_has_no_edition() -> None:
    """On 31 May no rules are known: one open leaf stands alone, and it blocks. A day later the rules are in force."""
    before = decide("CPSRP", {}, date(2026, 5, 31))
    after = decide("CPSRP", {}, date(2026, 6, 1))

    assert before.verdict is Verdict.UNDETERMINED
    assert (before.edition, before.chosen.id, before.eligible_from) == (None, None, None)
    assert (before.chosen.finding.outcome, before.chosen.finding.why) == (Outcome.UNKNOWN, Why.NO_EDITION)
    assert before.chosen.blocking == (before.chosen.finding.id,)
    assert before.confidence == "secondary"
    assert (after.edition, len(after.ways)) == ("from-2026-06", 2)


LEVEL_ONE: Written = {
    "birth_date": "1984-01-19",
    "education": [{"level": "ged"}],
    "lived_experience": [
        {"who": "self", "condition": "mental_illness", "primary_diagnosis": True, "received_services": True}
    ],
    "attestations": {"disclosure": True, "leadership": True},
    "training": [
        {
            "program": "mn-cps",
            "completed": "2026-03-20",
            "hours": 76,
            "components": {"midterm": "passed", "oral_role_play": "passed", "final": "passed"},
        }
    ],
    "exams": [{"exam": "mn-cps", "date": "2026-03-27", "result": "passed"}],
    "credentials": [],
    "experience": [
        {
            "kind": "paid",
            "role": "peer",
            "population": ["mental_illness"],
            "supervised": True,
            "start": "2016-01-04",
            "end": "2020-12-31",
            "hours": 6000,
        }
    ],
}
"""Meets all of CPS-I without holding it, and the hours of CPS-II."""


def inside(finding: Finding, id_: str) -> Finding:
    """Return what was found for one requirement."""
    found = [finding] if finding.id == id_ else []
    found += [one for child in finding.children for one in [inside(child, id_)] if one.id == id_]
    return found[0] if found else finding


def test_level_two_takes_all_of_level_one_in_place_of_the_certificate() -> None:
    """Nobody needs to hold CPS-I who meets all that it asks; what it asks stands in the report."""
    found = decide("CPS-II", LEVEL_ONE)

    assert found.verdict is Verdict.ELIGIBLE
    assert inside(found.chosen.finding, "mn.cps-ii.level-one.held").outcome is Outcome.UNMET
    assert inside(found.chosen.finding, "mn.cps-ii.level-one.met").outcome is Outcome.MET
    assert inside(found.chosen.finding, "mn.cps-i.exam").outcome is Outcome.MET


def test_what_is_open_in_level_one_is_open_in_level_two() -> None:
    """At 20 the age is in dispute for Level I, and so it is for Level II without the certificate."""
    found = decide("CPS-II", {**LEVEL_ONE, "birth_date": "2006-11-22"})

    assert (found.verdict, found.chosen.blocking) == (Verdict.UNDETERMINED, ("mn.cps-i.age",))


def test_a_valid_certificate_needs_nothing_else_of_level_one() -> None:
    """Holding CPS-I settles it, whatever would come out of its own requirements today."""
    held = [{"id": "CPS-I", "issued": "2024-11-23", "expires": "2026-11-22"}]

    assert decide("CPS-II", {**LEVEL_ONE, "exams": [], "credentials": held}).verdict is Verdict.ELIGIBLE
    assert decide("CPS-II", {**LEVEL_ONE, "exams": [], "credentials": held}, date(2026, 11, 23)).verdict is (
        Verdict.NOT_ELIGIBLE
    )


def test_the_day_decided_on_is_the_only_clock(tmp_path: Path) -> None:
    """The same case comes out the same, however often and in whatever order it is asked."""
    rules = own_rules(tmp_path, ADULT)
    profile = {"birth_date": "2008-11-23"}

    first = decide("TOY", profile, TODAY, catalog=rules)
    decide("TOY", profile, date(2030, 1, 1), catalog=rules)

    assert decide("TOY", profile, TODAY, catalog=rules).chosen == first.chosen


def test_a_determination_tells_what_it_was_made_of(tmp_path: Path) -> None:
    """The credential and the case: whoever reports it asks neither the rules nor the profile again."""
    rules = own_rules(tmp_path, ADULT)
    asked = case({"birth_date": "2000-01-01"}, catalog=rules)

    found = determine(rules, rules.credential("TOY"), asked)

    assert found.case is asked
    assert (found.credential.id, found.edition) == ("TOY", "edition-1")
