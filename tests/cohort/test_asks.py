"""What would settle an open point."""

from __future__ import annotations

from typing import Any

import pytest

from peercert.cohort import Ask, standings
from peercert.session import Options, check
from upper import TODAY, built_in, person

from .six import CPSRP, CPSS

_WORK = {"kind": "paid", "role": "peer", "supervised": True, "start": "2026-01-05", "end": "2026-10-30", "hours": 300}


def asks(profile: dict[str, Any], *, verified_only: bool = False) -> tuple[Ask, ...]:
    """Return what would settle the verdict of a profile."""
    checked = check(built_in(), person(profile), Options(TODAY, verified_only=verified_only))
    (one,) = standings(built_in())(checked)
    return one.asks


@pytest.mark.parametrize(
    ("told", "ask"),
    [
        ({"lived_experience": "declined"}, Ask("declined", ("lived_experience",))),
        ({"lived_experience": [{"who": "self", "condition": "other"}]},
         Ask("decide", ("ct.cpsrp.std.lived-experience",))),
        ({"exams": [{"exam": "ct-cpsrp", "date": "2026-08-05", "result": "pending"}]}, Ask("tell", ("exams.result",))),
        ({"experience": [{key: fact for key, fact in _WORK.items() if key != "supervised"}]},
         Ask("tell", ("experience.supervised",))),
        ({"experience": [{**_WORK, "kind": "volunteer"}]}, Ask("reading", ("ct.cpsrp.std.experience",))),
    ],
    ids=["declined", "other", "pending", "field", "disputed"],
)  # fmt: skip
def test_each_reason_has_its_own_way_out(told: dict[str, Any], ask: Ask) -> None:
    """A fact to tell, down to the field where a record leaves one open; a person to ask where no fact decides."""
    assert asks({**CPSRP, **told}) == (ask,)


def test_a_fact_that_is_not_told_is_named_by_its_key() -> None:
    """A reading that is open names the key that it looks at."""
    assert asks({key: fact for key, fact in CPSS.items() if key != "birth_date"}) == (Ask("tell", ("birth_date",)),)


def test_an_inexact_date_is_asked_for_exactly() -> None:
    """A year of birth may or may not be enough."""
    assert asks({**CPSS, "birth_date": "2008"}) == (Ask("exact", ("birth_date",)),)


def test_records_that_nobody_checked_are_to_be_checked() -> None:
    """All that the option leaves out, each key once."""
    found = asks(CPSRP, verified_only=True)

    assert {one.how for one in found} == {"checked"}
    assert ("exams",) in {one.about for one in found}


def test_a_day_without_rules_is_settled_by_no_fact() -> None:
    """The rules themselves are open."""
    checked = check(built_in(), person(CPSRP), Options(TODAY.replace(year=2025)))
    (one,) = standings(built_in())(checked)

    assert [ask.how for ask in one.asks] == ["rules"]


def test_nobody_who_is_decided_is_asked_for_anything() -> None:
    """An eligible verdict needs no more, and a missed one is not helped by a fact."""
    assert asks(CPSRP) == ()
    assert asks({**CPSRP, "exams": []}) == ()
