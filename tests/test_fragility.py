"""How safe a yes is, held against a search of every set and of every day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import case, catalog
from peercert.case import Case
from peercert.engine import Verdict, determine
from peercert.fragility import Carriers, Fragility, fragility, smallest_sets, without
from program import inside
from upper import TODAY

pytestmark = pytest.mark.unmeasured

COURSE = {"id": "T-01", "program": "ct-rss", "completed": "2024-10-18", "hours": 80}
CAROL: dict[str, Any] = {
    "application_date": "2026-09-14",
    "lived_experience": [{"who": "self", "condition": "co_occurring"}],
    "training": [COURSE],
    "experience": [{"kind": "paid", "role": "peer", "hours": 900, "start": "2024-11-04", "end": "2026-01-30"}],
}
MAYA: dict[str, Any] = {
    "education": [{"level": "ged", "completed": "2007-06-08"}],
    "lived_experience": [{"who": "self", "condition": "mental_illness"}],
    "attestations": {"disclosure": True, "code_of_ethics": True},
    "training": [
        {"id": "T-01", "topics": {"advocacy": 20, "professional_responsibility": 11, "mentoring": 14}},
        {"id": "T-02", "topics": {"recovery_support": 13, "ethics": 8}},
        {"id": "T-03", "topics": {"recovery_support": 13, "ethics": 8}},
        {"id": "T-04", "topics": {"core_functions": 60}},
    ],
    "experience": [
        {"id": "E-01", "share": 0.8, "start": "2023-04-03", "end": "2024-12-19", "hours": 1100},
        {"id": "E-02", "share": 0.8, "start": "2024-02-29", "end": "2025-12-19", "hours": 1000},
        {"id": "E-03", "share": 0.8, "start": "2024-03-04", "end": "2025-12-19", "hours": 1000},
    ],
    "supervision": [{"hours": 110}],
    "practicum": [],
    "exams": [{"exam": "il-crss", "date": "2026-05-14", "score": 77}],
}
LENA: dict[str, Any] = {
    "birth_date": "1995-12-01",
    "residence": {"state": "MS"},
    "education": [{"level": "ged", "completed": "2014-02-07"}],
    "lived_experience": [{"who": "self", "condition": "substance_use", "received_services": True}],
    "attestations": {"disclosure": True, "code_of_ethics": True, "literacy": True},
    "training": [
        {"program": "ms-cpss", "completed": "2026-05-15", "hours": 40, "components": {"pre_training": "completed"}}
    ],
    "exams": [
        {"exam": "ms-cpss", "date": "2026-05-22", "score": 71},
        {"exam": "ms-cpss", "date": "2026-06-19", "score": 80},
        {"exam": "ms-cpss", "date": "2026-08-21", "score": 82},
    ],
    "experience": [
        {
            "kind": "paid",
            "role": "peer",
            "hours": 900,
            "start": "2024-09-02",
            "end": "2026-03-27",
            "population": ["adults", "substance_use"],
        }
    ],
    "references": 2,
    "employment": {"setting": "ms-dmh-certified", "supervisor": "mental_health_professional"},
}


def safe(credential: str, profile: dict[str, Any], day: date = TODAY) -> Fragility | None:
    """Return how safe a yes is."""
    return fragility(catalog(), determine(catalog(), catalog().credential(credential), case(profile, day)))


def carried(found: Fragility | None) -> list[tuple[str, ...]]:
    """Return the sets of records that carry a yes."""
    assert found is not None
    return [one.records for one in found.carriers]


def verdict(credential: str, one: Case) -> Verdict:
    """Return the verdict of a case, as the engine gives it."""
    return determine(catalog(), catalog().credential(credential), one).verdict


def test_a_single_record_that_carries_the_yes_is_named_with_what_falls() -> None:
    """Each record without which Carol is no longer eligible stands alone, with the verdict and the requirement."""
    assert safe("CPSRP", CAROL) == Fragility(
        (
            Carriers(
                ("lived_experience[0]",),
                Verdict.NOT_ELIGIBLE,
                ("ct.cpsrp.gp.lived-experience",),
                ("ct.cpsrp.gp.lived-experience",),
            ),
            Carriers(("training[0]",), Verdict.NOT_ELIGIBLE, ("ct.cpsrp.gp.course",), ("ct.cpsrp.gp.course",)),
            Carriers(
                ("experience[0]",), Verdict.NOT_ELIGIBLE, ("ct.cpsrp.gp.experience",), ("ct.cpsrp.gp.experience",)
            ),
        ),
        2,
        None,
    )


def test_what_a_record_carries_is_what_it_meets() -> None:
    """Not what would be nearest without it: work as a peer meets the branch of 6,000 hours, and no other."""
    work = {"kind": "paid", "role": "peer", "population": ["mental_illness"], "supervised": True, "hours": 6000}
    profile = {
        "credentials": [{"id": "CPS-I", "issued": "2025-12-01", "expires": "2027-12-01", "board": "MN"}],
        "education": [{"level": "high_school_diploma"}],
        "experience": [{**work, "start": "2016-01-04", "end": "2022-12-31"}],
    }

    found = safe("CPS-II", profile)

    assert found is not None
    assert {one.records: one.carries for one in found.carriers} == {
        ("credentials[0]",): ("mn.cps-ii.level-one.held",),
        ("experience[0]",): ("mn.cps-ii.peer-hours",),
    }


def test_records_that_only_carry_together_are_named_together() -> None:
    """Either course of two is enough, so only the loss of both turns the verdict; so it is with two of three jobs."""
    assert carried(safe("CRSS", MAYA)) == [
        ("education[0]",),
        ("lived_experience[0]",),
        ("training[0]",),
        ("training[3]",),
        ("supervision[0]",),
        ("exams[0]",),
        ("training[1]", "training[2]"),
        ("experience[0]", "experience[1]"),
        ("experience[0]", "experience[2]"),
        ("experience[1]", "experience[2]"),
    ]


@pytest.mark.parametrize(("credential", "profile"), [("CPSRP", CAROL), ("CRSS", MAYA), ("CPSS", LENA)])
def test_every_set_that_a_search_finds_is_found_and_no_other(credential: str, profile: dict[str, Any]) -> None:
    """All sets of one and of two records are tried with the whole engine; the smallest that turn it are the same."""
    one = case(profile)
    told = {key: len(value) for key, value in profile.items() if isinstance(value, list)}
    records = [f"{key}[{index}]" for key, count in told.items() for index in range(count)]
    turning = [
        rejected
        for size in (1, 2)
        for rejected in combinations(records, size)
        if verdict(credential, without(one, rejected)) is not Verdict.ELIGIBLE
    ]
    alone = {rejected[0] for rejected in turning if len(rejected) == 1}
    smallest = {rejected for rejected in turning if len(rejected) == 1 or alone.isdisjoint(rejected)}

    assert {tuple(sorted(found)) for found in carried(safe(credential, profile))} == {
        tuple(sorted(rejected)) for rejected in smallest
    }


def test_a_failed_sitting_is_tried_by_itself() -> None:
    """Only two sittings count: without the second the third counts, so both passes carry it together."""
    found = carried(safe("CPSS", LENA))

    assert ("exams[1]", "exams[2]") in found
    assert [one for one in found if "exams[0]" in one] == []


@given(st.lists(st.sets(st.integers(0, 6), min_size=1, max_size=3), max_size=5))
def test_the_search_by_groups_finds_what_trying_all_sets_finds(falls: list[set[int]]) -> None:
    """For any answer that only falls as more is rejected, the sets of one and two are those of a plain search."""
    records = [f"training[{number}]" for number in range(7)]

    def holds(rejected: frozenset[str]) -> bool:
        gone = {records.index(one) for one in rejected}
        return not any(one <= gone for one in falls)

    single = {(one,) for one in records if not holds(frozenset({one}))}
    pairs = {
        pair for pair in combinations(records, 2)
        if not holds(frozenset(pair)) and all(holds(frozenset({one})) for one in pair)
    }  # fmt: skip

    assert set(smallest_sets(holds, records, 2)) == single | pairs
    assert set(smallest_sets(holds, records, 1)) == single


def test_any_other_verdict_has_no_fragility() -> None:
    """Only a yes can be lost."""
    assert safe("CPSRP", {**CAROL, "training": []}) is None


def test_with_very_many_records_only_single_ones_are_looked_at() -> None:
    """Above the bound the size that was searched in full is 1, and it says so."""
    found = safe("CPSRP", {**CAROL, "supervision": [{"hours": 1}] * 40})

    assert found is not None
    assert (found.looked_at, len(found.carriers)) == (1, 3)


@pytest.mark.parametrize(
    ("credential", "profile", "expected"),
    [
        ("CRSS", {**MAYA, "experience": MAYA["experience"][:2]}, date(2027, 4, 4)),
        ("CRSS", {**MAYA, "experience": MAYA["experience"][1:]}, date(2028, 3, 1)),
        ("CRSS", {**MAYA, "application_date": "2026-11-20"}, None),
    ],
)
def test_the_day_on_which_a_window_ends_the_yes(
    credential: str, profile: dict[str, Any], expected: date | None
) -> None:
    """Four years after the first day of the job the hours are no longer sure to lie in the window; leap days too."""
    found = safe(credential, profile)

    assert found is not None
    assert found.lost_on == expected


def test_the_day_after_a_held_credential_ends_ends_the_yes() -> None:
    """A credential is held through its last day."""
    nora = {
        "education": [{"level": "bachelor", "field": "psychology", "completed": "2010-06-01"}],
        "credentials": [{"id": "CPS-I", "issued": "2025-12-01", "expires": "2027-12-01"}],
        "experience": [
            {"kind": "paid", "role": "peer", "supervised": True, "hours": 6000, "population": ["mental_illness"],
             "start": "2019-01-07", "end": "2024-12-20"}
        ],
    }  # fmt: skip
    assert verdict("CPS-II", case(nora)) is Verdict.ELIGIBLE
    found = safe("CPS-II", nora)

    assert found is not None
    assert found.lost_on == date(2027, 12, 2)


@pytest.mark.parametrize(
    ("credential", "profile"),
    [("CRSS", MAYA), ("CPSS", LENA), ("CRSS", {**MAYA, "experience": MAYA["experience"][1:]})],
)
def test_no_day_before_it_ends_the_yes(credential: str, profile: dict[str, Any]) -> None:
    """Day by day up to that day the whole engine says eligible, and on that day it does not."""
    found = safe(credential, profile)
    assert found is not None
    assert found.lost_on is not None
    days = [TODAY + timedelta(days=one) for one in range((found.lost_on - TODAY).days)]

    assert all(verdict(credential, case(profile, day)) is Verdict.ELIGIBLE for day in days)
    assert verdict(credential, case(profile, found.lost_on)) is not Verdict.ELIGIBLE


def test_check_shows_it_only_when_asked(tmp_path: Any) -> None:
    """The section and the field are there with --fragility and not without it."""
    (tmp_path / "carol.yaml").write_text(
        "{application_date: 2026-09-14, lived_experience: [{who: self, condition: co_occurring}], "
        "training: [{id: T-01, program: ct-rss, completed: 2024-10-18, hours: 80}], "
        "experience: [{kind: paid, role: peer, hours: 900, start: 2024-11-04, end: 2026-01-30}]}",
        encoding="utf-8",
    )
    asked = ("check", "carol.yaml", "-c", "CPSRP", "--as-of", "2026-11-22")

    text = inside(*asked, "--fragility", folder=tmp_path).out
    json = inside(*asked, "--fragility", "-f", "json", folder=tmp_path).out

    assert "How safe this is\n" in text
    assert "- T-01 alone carries: Older course done by 31 May 2026.\n" in text
    assert "- Time alone does not end it.\n" in text
    assert '"fragility": {"carriers": [{"records": ["lived_experience[0]"], "verdict": "not_eligible"' in json
    assert "How safe this is" not in inside(*asked, folder=tmp_path).out
    assert '"fragility"' not in inside(*asked, "-f", "json", folder=tmp_path).out
