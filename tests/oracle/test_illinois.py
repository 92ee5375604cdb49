"""Promises about CRSS and CPRS, worked out by hand on both sides of each edge."""

from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any

import pytest

from .bases import TOPICS, illinois_graduate, illinois_independent, post
from .seven import verdict

TODAY = date(2026, 11, 22)
ELIGIBLE: tuple[str, AbstractSet[str]] = ("eligible", set())


def taught(program: str = "il-hfs-peer", **hours: float) -> dict[str, Any]:  # Any: profile data
    """Return training whose topics differ from those that just suffice for everything."""
    return {"training": [{"id": "T-01", "program": program, "completed": "2026-05-08", "topics": TOPICS | hours}]}


def worked(**traits: Any) -> dict[str, Any]:  # Any: profile data
    """Return one position of 2,000 hours that differs in some traits."""
    return {"experience": [post("E-01", "peer", 2000, TODAY) | {"start": "2022-11-22"} | traits]}


@pytest.mark.parametrize(
    ("changes", "crss", "cprs"),
    [
        ({}, ELIGIBLE, ELIGIBLE),
        (taught(mentoring=9.9), ("not_eligible", {"training"}), ("not_eligible", {"training"})),
        (taught(ethics=6), ELIGIBLE, ("not_eligible", {"training"})),
        (taught(ethics=5.9), ("not_eligible", {"training"}), ("not_eligible", {"training"})),
        # 40 + 16 + 44 = 100: enough for CPRS; CRSS is open, for its core hours are 44 and not 54.
        (taught(core_functions=34), ("undetermined", {"training"}), ELIGIBLE),
        (taught(core_functions=33.9), ("not_eligible", {"training"}), ("not_eligible", {"training"})),
        (taught(core_functions=50, youth=4), ELIGIBLE, ("not_eligible", {"training"})),
        # 40 + 6 + 53.9 = 99.9; five hours of another topic do not help.
        (
            taught(ethics=6, core_functions=43.9, other=5),
            ("not_eligible", {"training"}),
            ("not_eligible", {"training"}),
        ),
        (worked(), ELIGIBLE, ELIGIBLE),
        # The window of CRSS opens on 2022-11-22; CPRS has none.
        (worked(start="2022-11-21"), ("undetermined", {"experience"}), ELIGIBLE),
        # A position of too small a share adds nothing, nor does one that is still to come.
        (
            {"experience": [post("E-01", "peer", 1999, TODAY), post("E-02", "peer", 300, TODAY) | {"share": 0.5}]},
            ("not_eligible", {"experience"}),
            ELIGIBLE,
        ),
        (
            {
                "experience": [
                    post("E-01", "peer", 499, TODAY),
                    post("E-02", "peer", 8, TODAY) | {"start": "2026-11-23", "end": "2026-11-23"},
                ]
            },
            ("not_eligible", {"experience"}),
            ("not_eligible", {"experience"}),
        ),
        (worked(share=0.509), ("not_eligible", {"experience"}), ("not_eligible", {"experience"})),
        (worked(hours=1999.5), ("not_eligible", {"experience"}), ELIGIBLE),
        (worked(hours=500), ("not_eligible", {"experience"}), ELIGIBLE),
        (worked(hours=499.5), ("not_eligible", {"experience"}), ("not_eligible", {"experience"})),
        ({"residence": {"state": "WI"}, "work": {"state": "IL", "share": 0.51}}, ELIGIBLE, ELIGIBLE),
        (
            {"residence": {"state": "WI"}, "work": {"state": "IL", "share": 0.5}},
            ELIGIBLE,
            ("not_eligible", {"residency"}),
        ),
        (
            {"lived_experience": [{"who": "self", "condition": "behavioral_health"}]},
            ("undetermined", {"lived_experience"}),
            ELIGIBLE,
        ),
        (
            {"lived_experience": [{"who": "family_member", "condition": "other"}]},
            ("not_eligible", {"lived_experience"}),
            ELIGIBLE,
        ),
        (
            {"education": [{"level": "some_college", "years": 2, "end": "2020-05-01"}]},
            ("not_eligible", {"education"}),
            ("not_eligible", {"education"}),
        ),
        ({"education": [{"level": "bachelor", "completed": "2026-11-22"}]}, ELIGIBLE, ELIGIBLE),
        (
            {"exams": [{"exam": "il-crss", "date": "2026-09-14", "score": 67.9}]},
            ("not_eligible", {"exam"}),
            ("not_eligible", {"exam"}),
        ),
    ],
)
def test_the_independent_pathway_turns_at_each_edge(
    changes: dict[str, Any], crss: tuple[str, AbstractSet[str]], cprs: tuple[str, AbstractSet[str]]
) -> None:
    """Someone who just meets both credentials loses each by the one that the changed fact belongs to."""
    person = illinois_independent(TODAY) | changes

    answers = [verdict(credential, person, TODAY) for credential in ("CRSS", "CPRS")]

    assert [(answer.verdict, answer.unmet) for answer in answers] == [crss, cprs]
    assert [answer.pathway for answer in answers] == ["independent"] * 2


@pytest.mark.parametrize(
    ("start", "end", "hours", "expected"),
    [
        ("2026-01-12", "2026-04-11", 300, "eligible"),
        ("2026-01-12", "2026-04-10", 300, "not_eligible"),
        ("2025-11-30", "2026-02-27", 300, "eligible"),
        ("2025-11-30", "2026-02-26", 300, "not_eligible"),
        ("2026-01-12", "2026-04-11", 299.5, "not_eligible"),
    ],
)
def test_a_practicum_lasts_three_months_and_three_hundred_hours(
    start: str, end: str, hours: float, expected: str
) -> None:
    """The day before the same day of the third month completes the time; half an hour too few is too few."""
    practice = {"program": "il-icb-accredited", "supervised": True, "hours": hours, "start": start, "end": end}
    person = illinois_graduate(TODAY) | {"practicum": [practice]}

    answer = verdict("CRSS", person, TODAY)

    assert (answer.verdict, answer.pathway) == (expected, "accredited_program")


@pytest.mark.parametrize(
    ("program", "supervised", "expected"),
    [
        ("il-icb-accredited", True, "eligible"),
        ("il-icb-accredited", False, "not_eligible"),
        ("il-hfs-peer", True, "not_eligible"),
    ],
)
def test_only_a_supervised_practicum_of_an_accredited_program_counts(
    program: str, supervised: bool, expected: str
) -> None:
    """Another program's practicum, or one without a supervisor, gives no hours."""
    person = illinois_graduate(TODAY)
    person["practicum"] = [person["practicum"][0] | {"program": program, "supervised": supervised}]

    assert verdict("CPRS", person, TODAY).verdict == expected


@pytest.mark.parametrize(("core", "expected"), [(44, "eligible"), (43.9, "not_eligible")])
def test_the_classroom_standard_is_110_hours(core: float, expected: str) -> None:
    """40 + 16 + 54 hours are asked of a graduate, to the tenth of an hour."""
    person = illinois_graduate(TODAY) | taught("il-icb-accredited", core_functions=core)

    assert verdict("CRSS", person, TODAY).verdict == expected
