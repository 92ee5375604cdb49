"""Meeting all that another credential asks."""

from datetime import date

import pytest

from build import UNKNOWN, Raw, because, case, described, find, requirement
from peercert.logic import Outcome, Why

ALL_OF_LEVEL_1: Raw = {"kind": "meets_credential", "credential": "CPS-I"}
READY: Raw = {
    "birth_date": "1990-01-01",
    "education": [{"level": "ged"}],
    "lived_experience": [
        {"who": "self", "condition": "mental_illness", "primary_diagnosis": True, "received_services": True}
    ],
    "attestations": {"disclosure": True, "leadership": True, "literacy": True, "code_of_ethics": True},
    "training": [
        {
            "program": "mn-cps", "completed": "2026-05-01", "hours": 76,
            "components": {"midterm": "passed", "oral_role_play": "passed", "final": "passed"},
        }
    ],
    "exams": [{"exam": "mn-cps", "date": "2026-06-20", "result": "passed"}],
    "residence": {"state": "MN"},
    "references": 3,
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "outcome", "text"),
    [
        ({}, Outcome.MET, "All that CPS-I asks is met."),
        ({"exams": []}, Outcome.UNMET, "Not all that CPS-I asks is met."),
        ({"exams": "declined"}, Outcome.UNKNOWN, "Not all that CPS-I asks can be settled yet."),
    ],
)
def test_it_is_met_as_the_other_credential_is(change: Raw, outcome: Outcome, text: str) -> None:
    """Whether the credential is held does not matter; what it asks does."""
    profile = {**READY, **change}

    assert find(ALL_OF_LEVEL_1, profile).outcome is outcome
    assert because(ALL_OF_LEVEL_1, profile) == (text, None)


def test_what_the_other_credential_asks_stands_inside() -> None:
    """Each way to the other credential is a finding inside, so that its leaves can be named."""
    found = find(ALL_OF_LEVEL_1, {})

    assert len(found.children) == 1
    assert len(found.children[0].children) > 5
    assert (found.outcome, found.why) == (UNKNOWN, Why.NOT_PROVIDED)


def test_the_best_way_to_it_counts() -> None:
    """A credential with two ways is met by either, so it comes out as the better one."""
    found = find({"kind": "meets_credential", "credential": "CRSS"}, {})

    assert len(found.children) == 2


def test_where_no_edition_is_in_force_it_is_open() -> None:
    """On a day without rules of the other credential nothing can be met."""
    found = find({"kind": "meets_credential", "credential": "CPSRP"}, {}, date(2026, 5, 31))

    assert (found.outcome, found.why) == (UNKNOWN, Why.NO_EDITION)


def test_the_other_credential_is_evaluated_once_for_a_case() -> None:
    """Asking twice in one case gives the very same finding inside."""
    one, built = case(READY), requirement(ALL_OF_LEVEL_1)

    assert built.evaluate(one).children[0] is built.evaluate(one).children[0]


def test_it_points_to_the_other_list() -> None:
    """The words name the other credential; the lines inside say the rest."""
    assert described(ALL_OF_LEVEL_1) == "Meets all that CPS-I asks, as told in its own list."


def test_one_way_to_the_other_credential_is_enough() -> None:
    """Here by an older course, with no exam."""
    profile = {
        "birth_date": "1990-01-01",
        "lived_experience": READY["lived_experience"],
        "training": [{"program": "ct-rss", "completed": "2025-05-01"}],
        "experience": [{"role": "peer", "hours": 10, "start": "2025-06-01", "end": "2025-12-01"}],
        "exams": [],
    }
    found = find({"kind": "meets_credential", "credential": "CPSRP"}, profile, date(2026, 7, 1))

    assert sorted(child.outcome for child in found.children) == [Outcome.UNMET, Outcome.MET]
    assert found.outcome is Outcome.MET
