"""Deciding: verdicts, the day that opens, what blocks, which way is chosen, and how much trust the answer earns."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from peercert.catalog import Catalog, load_catalog
from peercert.engine import Verdict
from peercert.finding import Finding
from peercert.logic import Outcome, Why

from upper import TODAY, Written, credential, decide, edition, group, leaf, own_rules, rules_folder

REFERENCES = leaf("x.references", "references", at_least=2)
DISCLOSURE = leaf("x.disclosure", "attestation", name="disclosure")
LITERACY = leaf("x.literacy", "attestation", name="literacy")
ADULT = leaf("x.age", "age", at_least=18)
WORK = leaf("x.work", "experience", at_least=100)
CARE = leaf("x.care", "supervision", at_least=10)


def hours(work: float, care: float) -> Written:
    """Return a person with so many hours of work and of supervision."""
    stretch = {"start": "2024-01-08", "end": "2025-06-30"}
    return {"experience": [{"hours": work, **stretch}], "supervision": [{"hours": care, **stretch}]}


def blocking(folder: Path, tree: Written, profile: Written) -> tuple[str, ...]:
    """Return what blocks a person under one tree."""
    return decide("TOY", profile, catalog=own_rules(folder, tree)).chosen.blocking


# What blocks


def test_an_eligible_person_is_blocked_by_nothing(tmp_path: Path) -> None:
    """Where all is met, no requirement is responsible for anything."""
    assert blocking(tmp_path, REFERENCES, {"references": 2}) == ()


def test_under_all_of_every_unmet_leaf_blocks(tmp_path: Path) -> None:
    """Unmet leaves block together; met and open ones beside them do not."""
    tree = group("x", "all_of", REFERENCES, DISCLOSURE, LITERACY, ADULT)

    assert blocking(tmp_path, tree, {"references": 1, "attestations": {"literacy": False}, "birth_date": "1990-01-01"}) == (
        "x.references", "x.literacy",
    )  # fmt: skip


def test_what_keeps_a_verdict_open_blocks_it(tmp_path: Path) -> None:
    """For an undetermined verdict, every open leaf blocks and no met one."""
    tree = group("x", "all_of", REFERENCES, DISCLOSURE, LITERACY)

    assert blocking(tmp_path, tree, {"references": 2, "attestations": {"literacy": "declined"}}) == (
        "x.disclosure", "x.literacy",
    )  # fmt: skip


def test_the_branch_with_the_fewest_leaves_is_the_nearest(tmp_path: Path) -> None:
    """One leaf that is far off is nearer than two that are almost there."""
    both = group("x.both", "all_of", WORK, CARE)
    tree = group("x", "any_of", both, REFERENCES)

    assert blocking(tmp_path, tree, {"references": 0, **hours(99, 9.9)}) == ("x.references",)


def test_of_as_many_leaves_the_smallest_missing_share_is_the_nearest(tmp_path: Path) -> None:
    """A tenth of 10 hours is nearer than two tenths of 100, whichever comes first."""
    assert blocking(tmp_path, group("x", "any_of", WORK, CARE), hours(80, 9)) == ("x.care",)
    assert blocking(tmp_path, group("x", "any_of", WORK, CARE), hours(91, 9)) == ("x.work",)


def test_of_branches_equally_near_the_first_in_the_catalogue_blocks(tmp_path: Path) -> None:
    """A tie is settled by the order of the rules file, so a report never changes by chance."""
    assert blocking(tmp_path, group("x", "any_of", WORK, CARE), hours(90, 9)) == ("x.work",)
    assert blocking(tmp_path, group("x", "any_of", CARE, WORK), hours(90, 9)) == ("x.care",)


def test_what_is_not_counted_is_missing_in_whole(tmp_path: Path) -> None:
    """An attestation that is refused is further off than hours of which some are there."""
    tree = group("x", "any_of", DISCLOSURE, WORK)

    assert blocking(tmp_path, tree, {"attestations": {"disclosure": False}, **hours(1, 0)}) == ("x.work",)


def test_only_branches_of_the_same_outcome_can_be_nearest(tmp_path: Path) -> None:
    """Where a branch is open, an unmet one beside it says nothing, however near it is."""
    both = group("x.both", "all_of", DISCLOSURE, LITERACY)
    tree = group("x", "any_of", WORK, both)

    assert blocking(tmp_path, tree, hours(99.9, 0)) == ("x.disclosure", "x.literacy")


def test_the_missing_share_of_readings_is_the_least(tmp_path: Path) -> None:
    """Where sources disagree on an amount, the nearer one is what is missing."""
    readings = [
        {key: value for key, value in leaf(f"needs-{n}", "experience", at_least=n).items() if key != "topic"}
        for n in (1000, 100)
    ]
    disputed = {"id": "x.disputed", "kind": "disputed", "title": "Work", "topic": "experience", "readings": readings}

    assert blocking(tmp_path, group("x", "any_of", CARE, disputed), hours(95, 9)) == ("x.disputed",)
    assert blocking(tmp_path, group("x", "any_of", CARE, disputed), hours(85, 9)) == ("x.care",)


def test_under_at_least_as_many_branches_block_as_are_still_needed(tmp_path: Path) -> None:
    """Two of four are needed and one is met: the nearest one of the rest blocks. With none met, the nearest two."""
    tree = group("x", "at_least", WORK, CARE, REFERENCES, DISCLOSURE, n=2)
    near = {"attestations": {"disclosure": False}, **hours(50, 9)}

    assert blocking(tmp_path, tree, {"references": 2, **near}) == ("x.care",)
    assert blocking(tmp_path, tree, {"references": 0, **near}) == ("x.work", "x.care")


def test_under_at_least_an_open_branch_may_still_turn_out_met(tmp_path: Path) -> None:
    """Two are needed, one is open and the rest unmet: one more is missing whatever the open one turns out to be."""
    tree = group("x", "at_least", WORK, CARE, DISCLOSURE, n=2)

    assert blocking(tmp_path, tree, hours(50, 9)) == ("x.care",)


def test_all_of_inside_any_of_blocks_with_all_its_unmet_leaves(tmp_path: Path) -> None:
    """The nearest branch blocks whole, and its met leaves do not."""
    first = group("x.first", "all_of", WORK, CARE, LITERACY)
    second = group("x.second", "all_of", REFERENCES, DISCLOSURE, ADULT)
    attested = {"attestations": {"literacy": False, "disclosure": False}}

    assert blocking(
        tmp_path, group("x", "any_of", first, second),
        {"birth_date": "1990-01-01", "references": 1, **attested, **hours(0, 0)},
    ) == ("x.references", "x.disclosure")  # fmt: skip


# Time


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
def test_the_way_with_the_best_verdict_is_chosen(tmp_path: Path, profile: Written, chosen: str, verdict: Verdict) -> None:
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
    [([{"id": "LPN", "expires": "2027-03-31"}], Verdict.NOT_ELIGIBLE), ([], Verdict.ELIGIBLE), (None, Verdict.UNDETERMINED)],
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


# Trust


def tiers(catalog: Catalog, **profile: object) -> str:
    """Return the confidence of a verdict on TOY."""
    return decide("TOY", dict(profile), catalog=catalog).confidence


def test_an_eligible_verdict_rests_on_every_requirement(tmp_path: Path) -> None:
    """One requirement that only a secondary source tells of makes the whole answer secondary."""
    weak = leaf("x.disclosure", "attestation", tier="secondary", name="disclosure")
    rules = own_rules(tmp_path, group("x", "all_of", REFERENCES, weak))

    assert tiers(rules, references=2, attestations={"disclosure": True}) == "secondary"


def test_any_other_verdict_rests_on_what_blocks(tmp_path: Path) -> None:
    """A no rests on the documents behind it, whatever the rest is founded on."""
    weak = leaf("x.disclosure", "attestation", tier="secondary", name="disclosure")
    issuer = leaf("x.literacy", "attestation", tier="issuer", name="literacy")
    rules = own_rules(tmp_path, group("x", "all_of", REFERENCES, issuer, weak))
    yes = {"disclosure": True, "literacy": True}

    assert tiers(rules, references=1, attestations=yes) == "document"
    assert tiers(rules, references=1, attestations={**yes, "literacy": False}) == "issuer"
    assert tiers(rules, references=2, attestations={"literacy": True}) == "secondary"


def test_a_requirement_is_as_good_as_its_best_source(tmp_path: Path) -> None:
    """A document beside a secondary source makes the requirement firm."""
    both = [{"id": "secondary", "at": "page 1"}, {"id": "document", "at": "page 2"}]

    assert tiers(own_rules(tmp_path, {**REFERENCES, "sources": both}), references=2) == "document"


# What is still to be finished


COURSE = leaf("x.course", "course", programs=["toy-course"], hours_at_least=10)


@pytest.mark.parametrize(
    ("record", "verdict", "finished"),
    [
        ({"status": "in_progress"}, "not_eligible", "eligible"),
        ({"status": "planned"}, "not_eligible", "eligible"),
        ({"completed": "2026-12-01"}, "not_yet", "eligible"),
        ({"completed": "2026-11-22"}, "eligible", "eligible"),
        ({"status": "in_progress", "hours": 9}, "not_eligible", "not_eligible"),
    ],
)
def test_the_verdict_if_all_is_finished_is_told_too(tmp_path: Path, record: Written, verdict: str, finished: str) -> None:
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
        {"program": "mn-cps", "completed": "2026-03-20", "hours": 76,
         "components": {"midterm": "passed", "oral_role_play": "passed", "final": "passed"}}
    ],
    "exams": [{"exam": "mn-cps", "date": "2026-03-27", "result": "passed"}],
    "credentials": [],
    "experience": [
        {"kind": "paid", "role": "peer", "population": ["mental_illness"], "supervised": True,
         "start": "2016-01-04", "end": "2020-12-31", "hours": 6000}
    ],
}  # fmt: skip
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
