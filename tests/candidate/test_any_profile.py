"""Profiles of any shape, near to the right one and far from it: a candidate or problems, never anything else."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peercert.candidate import load_candidate
from peercert.errors import FileError
from peercert.reading import read_text
from peercert.session import Options, check
from privacy.planted import places, planted, with_value
from upper import built_in

pytestmark = pytest.mark.unmeasured

DAY = date(2026, 11, 22)
WORDS = built_in().words
CANARY = "Zebulon Quartermain"

SCALARS: st.SearchStrategy[Any] = st.sampled_from(
    ["declined", "none", "true", "no", "2026", "2026-05", "2026-05-01..2026-05-02", "2026-13-01", "..", "1.5", "",
     CANARY, "CRSS", "completed", "IL", 0, 1, -1, 1.5, 10**11, 10**30, 0.1, True, False]
)  # fmt: skip
KEYS = st.sampled_from(["records", "complete", "id", "hours", "start", "end", "level", "topics", "ethics", CANARY, "x"])
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=6
)
PLACES = st.sampled_from(list(places(planted().profile)))


def judged(profile: Any) -> None:
    """Read a profile, and decide on it where it can be used; what is wrong with it is said without its words."""
    document = read_text(json.dumps(profile), "p.json", syntax="json")
    try:
        candidate = load_candidate(document, WORDS, DAY)
    except FileError as refused:
        for problem in refused.problems:
            assert problem.line == 1
            assert CANARY not in f"{problem.message} {problem.hint}"
        return
    check(built_in(), candidate, Options(DAY, credentials=("CPSRP-P", "CPS-II")))


@given(PLACES, VALUES)
@settings(deadline=None)
def test_anything_in_the_place_of_any_fact_is_judged_or_refused(place: tuple[str | int, ...], value: Any) -> None:
    """One change to a profile that tells everything."""
    judged(with_value(place, value))


@given(st.dictionaries(st.sampled_from([*planted().profile, CANARY, "x"]), VALUES, max_size=6))
@settings(deadline=None)
def test_a_profile_of_any_shape_is_judged_or_refused(profile: dict[str, Any]) -> None:
    """Any value under any key."""
    judged(profile)


@given(VALUES)
def test_a_document_of_any_shape_is_judged_or_refused(value: Any) -> None:
    """No mapping at all, or one that is not meant."""
    try:
        judged(value)
    except FileError as refused:  # the reader itself may refuse a number that is too long
        assert refused.problems  # noqa: PT017 - reading may just as well succeed
