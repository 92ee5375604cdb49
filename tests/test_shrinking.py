"""Making the person of a disagreement plainer."""

from __future__ import annotations

from datetime import date

from oracle.bases import mississippi
from oracle.gaps import NOT_TOLD, Gap, HalfTold
from oracle.people import Case
from shrinking import smallest

TODAY = date(2026, 11, 22)


def test_only_what_makes_the_judges_disagree_is_left() -> None:
    """A gap, a record or a fact that plays no part is gone; what plays a part stays."""
    person = mississippi(TODAY)
    person |= {"references": 1, "residence": {"state": "IL"}, "exams": [{"exam": "mn-cps"}, {"exam": "ms-cpss"}]}
    gaps = Gap(("serves",), NOT_TOLD, ([],)), Gap(("work",), "declined", ({},))
    half = HalfTold(Case("CPSS", person, TODAY), gaps)

    found = smallest(half, lambda one: "serves" not in one.told and {"exam": "mn-cps"} in one.told["exams"])

    assert found.gaps == gaps[:1]
    assert found.case.profile == {**mississippi(TODAY), "exams": [{"exam": "mn-cps"}]}


def test_whom_nothing_can_be_taken_from_stays() -> None:
    """Where every change ends the disagreement, the person is given back."""
    half = HalfTold(Case("CPSS", mississippi(TODAY), TODAY), ())

    assert smallest(half, lambda one: one == half) == half
