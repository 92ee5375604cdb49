"""Where one person stands: an outcome and amounts for each requirement, and nothing else of the profile."""

from __future__ import annotations

import pickle
from decimal import Decimal

from peercert.cohort import Cell, Standing, standings
from peercert.finding import Measure
from peercert.logic import Outcome
from upper import built_in

from .six import CPSS, checked, groups


def standing(name: str) -> Standing:
    """Return where one of the four who want CPSRP stands."""
    return next(one for one in groups()["CPSRP"].people if one.person == name)


def test_every_leaf_has_a_cell() -> None:
    """In catalogue order, with what is counted."""
    bo = standing("bo")

    assert bo.leaves == (
        "ct.cpsrp.std.lived-experience", "ct.cpsrp.std.training", "ct.cpsrp.std.exam", "ct.cpsrp.std.experience",
    )  # fmt: skip
    assert [cell.outcome for cell in bo.cells] == [Outcome.MET, Outcome.UNMET, Outcome.MET, Outcome.MET]
    assert bo.cells[1] == Cell(Outcome.UNMET, Measure(Decimal("79.5"), Decimal(80), "hours", Decimal("79.5")))


def test_hours_to_go_are_those_of_what_blocks() -> None:
    """An exam has none; points of a score are no hours."""
    assert standing("cy").hours_to_go == Decimal(20)
    assert [id_ for id_, _ in standing("cy").blockers] == ["ct.cpsrp.std.exam", "ct.cpsrp.std.experience"]
    assert groups()["CPSS"].people[0].hours_to_go == Decimal()


def test_lines_that_are_not_known_are_counted_beside_what_blocks() -> None:
    """A choice that is met by one branch counts as known."""
    untold = {key: fact for key, fact in CPSS.items() if key not in ("references", "attestations")}
    (one,) = standings(built_in())(checked("x", {**untold, "employment": "none"}))

    assert one.blocking == ("ms.cpss.employment",)
    assert one.open == 4


def test_where_readings_need_different_hours_the_nearest_counts() -> None:
    """CPS-II asks a practitioner for 6,000 or 4,000 hours; both are missed, and 4,000 is nearer."""
    work = {
        "kind": "paid", "role": "mental_health_services", "supervised": True, "hours": 3900,
        "population": ["mental_illness"], "start": "2015-01-05", "end": "2020-01-05",
    }  # fmt: skip
    profile = {"seeking": ["CPS-II"], "credentials": [{"id": "CPS-I", "issued": "2026-01-05"}]}
    (one,) = standings(built_in())(checked("x", {**profile, "experience": [work], "education": []}))

    found = dict(zip(one.leaves, one.cells, strict=True))["mn.cps-ii.practitioner.hours"]
    assert found.measure is not None
    assert found.measure.short == Decimal(100)


def test_a_standing_can_be_sent_to_another_process_and_tells_nothing_of_the_person() -> None:
    """No name, no birth date, no text of the profile."""
    (one,) = standings(built_in())(checked("x", {**CPSS, "name": "Zebulon Quartermain", "birth_date": "1971-03-04"}))
    sent = pickle.dumps(one)

    assert pickle.loads(sent) == one  # noqa: S301 - our own
    assert b"Zebulon" not in sent
    assert b"1971" not in sent
