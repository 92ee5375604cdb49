"""How safe a yes is, in words and as JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from peercert.engine import Verdict
from peercert.explain import Explainer
from peercert.fragility import Carriers, Fragility
from peercert.render.safety import safety_json, safety_said
from upper import built_in, decide

from .drawing import READY

ENDS = Fragility(
    (Carriers(("exams[0]",), Verdict.NOT_ELIGIBLE, ("ct.cpsrp.std.exam",), ("ct.cpsrp.std.exam",)),),
    2,
    date(2027, 3, 1),
)
LASTS = ENDS._replace(lost_on=None)


def said(found: Fragility, *, redacted: bool) -> list[str]:
    """Say how safe a yes is."""
    explanation = Explainer(built_in(), redacted=redacted).explain(decide("CPSRP", READY))
    return list(safety_said(found, explanation, built_in()))


@pytest.mark.parametrize(
    ("found", "redacted", "last"),
    [
        (ENDS, False, "If you add nothing, you are no longer eligible from 2027-03-01 on."),
        (ENDS, True, "If you add nothing, you are no longer eligible from a day to come on."),
        (LASTS, False, "Time alone does not end it."),
        (LASTS, True, "Time alone does not end it."),
    ],
)
def test_when_it_ends_is_said_without_a_day_where_days_are_left_out(
    found: Fragility, redacted: bool, last: str
) -> None:
    """The day tells when a record of the person began; that there is one does not."""
    assert said(found, redacted=redacted)[-1] == last


@pytest.mark.parametrize(
    ("found", "redacted", "ends"),
    [
        (ENDS, False, {"lost": True, "lost_on": "2027-03-01"}),
        (ENDS, True, {"lost": True, "lost_on": None}),
        (LASTS, False, {"lost": False, "lost_on": None}),
        (LASTS, True, {"lost": False, "lost_on": None}),
    ],
)
def test_in_json_too(found: Fragility, redacted: bool, ends: dict[str, Any]) -> None:
    """A null alone would read as "never"."""
    drawn = json.loads(safety_json(found, redacted=redacted))

    assert {key: drawn[key] for key in ("lost", "lost_on")} == ends


def test_any_other_verdict_has_none() -> None:
    """Only a yes can be lost."""
    assert safety_json(None, redacted=False) == "null"
