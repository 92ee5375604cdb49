"""Hours of work in several parts."""

from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import MET, UNKNOWN, UNMET, Raw, because, described, find, outcome, turning
from peercert.finding import Aside, Measure
from peercert.logic import Outcome, Why


def split(*first_roles: str, needs: tuple[float, float] = (4000, 2000)) -> Raw:
    """Return a split into services by some roles, and peer work."""
    return {
        "kind": "experience_split",
        "supervised": True,
        "parts": [
            {"id": "services", "title": "services", "roles": list(first_roles), "at_least": needs[0]},
            {"id": "peer", "title": "peer support", "roles": ["peer"], "at_least": needs[1]},
        ],
    }


OTHER_THAN_PEER = split("mental_health_services")
PEER_TOO = split("mental_health_services", "peer")


def worked(*records: tuple[str, float]) -> Raw:
    """Return a profile with supervised work of some roles and hours."""
    return {"experience": [{"role": role, "hours": hours, "supervised": True} for role, hours in records]}


@pytest.mark.parametrize(
    ("records", "apart", "shared"),
    [
        ([("mental_health_services", 4000), ("peer", 2000)], MET, MET),
        ([("mental_health_services", 3999.5), ("peer", 2000)], UNMET, UNMET),
        ([("mental_health_services", 4000), ("peer", 1999.5)], UNMET, UNMET),
        ([("mental_health_services", 3000), ("peer", 3000)], UNMET, MET),
        ([("mental_health_services", 3000), ("peer", 2999.9)], UNMET, UNMET),
        ([("peer", 6000)], UNMET, MET),
        ([("mental_health_services", 6000)], UNMET, UNMET),
        ([("human_services", 9000)], UNMET, UNMET),
        ([], UNMET, UNMET),
    ],
)
def test_each_hour_counts_in_one_part_only(records: list[tuple[str, float]], apart: object, shared: object) -> None:
    """Peer hours beyond their own part fill the other only where the rule lets them."""
    assert outcome(OTHER_THAN_PEER, worked(*records)) == apart
    assert outcome(PEER_TOO, worked(*records)) == shared


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"role": "peer", "hours": 6000, "supervised": False}, UNMET),
        ({"role": "peer", "hours": 6000}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"role": "peer", "hours": 5999}, UNMET),
        ({"role": "peer", "supervised": True}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"role": "peer", "supervised": True, "hours": "declined"}, (UNKNOWN, Why.DECLINED)),
        ({"hours": 6000, "supervised": True}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"role": "declined", "hours": 6000, "supervised": True}, (UNKNOWN, Why.DECLINED)),
        ({"role": "declined", "hours": 5999, "supervised": True}, UNMET),
        (
            {"role": "peer", "hours": 6000, "supervised": True, "start": "2026-01-01", "end": "2026-12-31"},
            (UNKNOWN, Why.IMPRECISE),
        ),
        ({"role": "peer", "hours": 6000, "supervised": True, "start": "2026-12-01"}, UNMET),
    ],
)
def test_hours_that_perhaps_count_leave_it_open_where_they_could_reach(record: Raw, expected: object) -> None:
    """A record that perhaps counts is taken at its best before it is a no."""
    assert outcome(PEER_TOO, {"experience": [record]}) == expected


@pytest.mark.parametrize(
    ("profile", "options", "expected"),
    [
        ({}, {}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"experience": "declined"}, {}, (UNKNOWN, Why.DECLINED)),
        ({"experience": {"records": [], "complete": False}}, {}, (UNKNOWN, Why.NOT_PROVIDED)),
        (worked(("peer", 6000)), {"verified_only": True}, (UNKNOWN, Why.UNVERIFIED)),
    ],
)
def test_silence_is_not_a_no(profile: Raw, options: Raw, expected: object) -> None:
    """Work not told, perhaps more or unchecked stays open."""
    assert outcome(PEER_TOO, profile, **options) == expected


def test_the_reason_named_is_one_that_could_settle_it() -> None:
    """Of several reasons the first that reaches alone is named; where none does, the first of all."""
    enough = {"experience": [{"role": "peer", "hours": 100}, {"role": "declined", "hours": 6000, "supervised": True}]}
    both = {"experience": [{"role": "peer", "hours": 3000}, {"role": "declined", "hours": 3000, "supervised": True}]}

    assert outcome(PEER_TOO, enough) == (UNKNOWN, Why.DECLINED)
    assert outcome(PEER_TOO, both) == (UNKNOWN, Why.NOT_PROVIDED)


def test_the_best_split_is_measured() -> None:
    """What is filled at best is had; what may be filled is the most; each part's hours are kept for the words."""
    profile = worked(("mental_health_services", 3000), ("peer", 2500))
    profile["experience"].append({"role": "peer", "hours": 300})

    found = find(PEER_TOO, profile)

    assert found.measure == Measure(Decimal(5500), Decimal(6000), "hours", Decimal(5800))
    assert sum(hours for hours in found.detail if isinstance(hours, Decimal)) == 5500
    assert find(PEER_TOO, {}).measure is None


def test_the_records_are_told_apart() -> None:
    """A record that counts is evidence, one that perhaps counts is open, one that does not is set aside."""
    told: list[Raw] = [
        {"role": "peer", "hours": 1, "supervised": True},
        {"role": "peer", "hours": 1},
        {"hours": 1, "supervised": True},
        {"role": "peer", "supervised": True},
        {"role": "other", "hours": 1, "supervised": True},
        {"role": "peer", "hours": 1, "supervised": False},
    ]

    found = find(PEER_TOO, {"experience": told})

    assert found.evidence == ("experience[0]", "experience[1]", "experience[2]", "experience[3]")
    assert found.open == (
        Aside("experience[1]", "supervised"),
        Aside("experience[2]", "role"),
        Aside("experience[3]", "hours"),
    )
    assert found.aside == (Aside("experience[4]", "role"), Aside("experience[5]", "supervised"))


ROLES = ("mental_health_services", "peer")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(ROLES), st.integers(0, 5)), max_size=4), st.integers(1, 6), st.integers(1, 6))
def test_it_is_met_exactly_where_some_split_of_hours_meets_it(
    records: list[tuple[str, int]], first: int, second: int
) -> None:
    """Against all ways to cut whole hours in two: met if one fills both parts, else not."""
    raw = split("mental_health_services", "peer", needs=(first, second))
    profile = worked(*((role, float(hours)) for role, hours in records))
    cuts = product(*(range(hours + 1) if role == "peer" else (hours,) for role, hours in records))

    possible = any(
        sum(cut) >= first and sum(hours - to_first for (_, hours), to_first in zip(records, cut, strict=True)) >= second
        for cut in cuts
    )

    assert (find(raw, profile).outcome is Outcome.MET) is possible


def test_the_words_say_how_the_hours_are_split() -> None:
    """Each part's share of the best split is shown, and what is missing in all."""
    assert because(OTHER_THAN_PEER, worked(("mental_health_services", 4000), ("peer", 2000))) == (
        (
            "The best split, each hour counted once: 4000 of 4000 hours for services "
            "and 2000 of 2000 hours for peer support."
        ),
        None,
    )
    said = because(OTHER_THAN_PEER, worked(("mental_health_services", 3999), ("peer", 2000), ("other", 1)))
    assert said.text.startswith(
        "The best split, each hour counted once: 3999 of 4000 hours for services "
        "and 2000 of 2000 hours for peer support. "
        "Not counted: experience[2] (another role). What counts: 4000 hours as "
    )
    assert said.remedy == "Gain 1 more hour of work that fits."


def test_it_says_what_is_asked_of_each_part() -> None:
    """Both parts and what is asked of each position are said; where nothing more is asked the sentence just ends."""
    said = described(OTHER_THAN_PEER)
    bare = described({key: value for key, value in OTHER_THAN_PEER.items() if key != "supervised"})

    assert said.endswith("and another 2000 hours as peer (peer support), each hour counted once; supervised.")
    assert bare.endswith("each hour counted once.")


def test_positions_dated_later_are_waited_for() -> None:
    """The days of later work are days to look at again."""
    profile = {"experience": [{"role": "peer", "hours": 1, "start": "2026-12-01"}]}

    assert date(2026, 12, 1) in turning(PEER_TOO, profile)


def test_a_split_takes_only_work_of_its_window() -> None:
    """What lies before it is set aside, and what follows it in the list is still looked at."""
    old, new = {"start": "2020-01-01", "end": "2020-12-31"}, {"start": "2025-01-01", "end": "2025-12-31"}
    record = {"role": "peer", "hours": 20, "supervised": True}
    raw = {**split("mental_health_services", needs=(40, 20)), "window": {"years": 3}}

    found = find(raw, {"experience": [{**record, **old}, {**record, **new}]})

    assert found.measure == Measure(Decimal(20), Decimal(60), "hours", Decimal(20))
    assert (found.evidence, found.aside) == (("experience[1]",), (Aside("experience[0]", "window"),))
