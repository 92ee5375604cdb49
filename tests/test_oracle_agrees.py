"""The engine and a second, independent writing of the rules give the same answers about the same people."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oracle.people import Case
from oracle.seven import RULES, verdict
from peercert.engine import Determination, Verdict
from peercert.logic import Disputes
from telling import examples, near_edges
from upper import built_in, decide

DISPUTES = st.sampled_from(["undetermined", "strict", "lenient"])
AHEAD = 45
"""Days ahead that the thorough run tries, one after the other."""


def topics(found: Determination) -> set[str]:
    """Return what the blocking leaves are about."""
    return {built_in().requirement(id_).about for id_ in found.chosen.blocking}


def agree(drawn: Case, disputes: Disputes) -> Determination:
    """Compare what the engine and the oracle say of one person on one day, and return the engine's answer."""
    credential, profile, as_of = drawn
    expected = verdict(credential, profile, as_of, disputes)
    found = decide(credential, profile, as_of, disputes=disputes)
    if found.verdict is Verdict.NOT_YET:
        assert expected.verdict == "not_eligible"
        return found
    assert found.verdict.value == expected.verdict
    if expected.pathway is not None:
        assert found.chosen.id == expected.pathway
    if expected.unmet is not None:
        assert topics(found) == expected.unmet
    return found


def opens_first(drawn: Case, disputes: Disputes, found: Determination) -> None:
    """Check that the day named by `not_yet` is the first one: the day says eligible, and the day before does not."""
    day = found.eligible_from
    assert day is not None
    assert day > drawn.as_of
    assert verdict(drawn.credential, drawn.profile, day, disputes).verdict == "eligible"
    before = verdict(drawn.credential, drawn.profile, day - timedelta(days=1), disputes)
    assert before.verdict in ("not_eligible", "undetermined")


@examples(300)
@given(near_edges(), DISPUTES)
def test_the_engine_agrees_with_the_oracle(drawn: Case, disputes: Disputes) -> None:
    """Verdict, way and topics are those of the oracle, wherever the facts settle them."""
    found = agree(drawn, disputes)

    if found.verdict is Verdict.NOT_YET:
        opens_first(drawn, disputes, found)


@examples(100)
@given(near_edges(), st.sampled_from(sorted(RULES)), DISPUTES)
def test_they_agree_on_credentials_that_nobody_aimed_at(drawn: Case, credential: str, disputes: Disputes) -> None:
    """A person near the edges of one credential is judged alike for every other."""
    agree(drawn._replace(credential=credential), disputes)


@pytest.mark.thorough
@pytest.mark.parametrize("credential", sorted(RULES))
def test_they_agree_twenty_thousand_times(credential: str) -> None:
    """The same, often enough to meet rare mixtures; the seven together make 20,000."""

    @examples(3000, kept=False)
    @given(near_edges(credential), DISPUTES)
    def compare(drawn: Case, disputes: Disputes) -> None:
        found = agree(drawn, disputes)
        if found.verdict is Verdict.NOT_YET:
            opens_first(drawn, disputes, found)

    compare()


@pytest.mark.thorough
@examples(1500, kept=False)
@given(near_edges(), DISPUTES)
def test_the_first_day_is_the_one_that_a_calendar_walk_finds(drawn: Case, disputes: Disputes) -> None:
    """Asking the oracle on every day that follows finds the day that the engine names, and none where it names none."""
    credential, profile, as_of = drawn
    expected = verdict(credential, profile, as_of, disputes, AHEAD)
    found = decide(credential, profile, as_of, disputes=disputes)

    soon = found.eligible_from is not None and found.eligible_from <= as_of + timedelta(days=AHEAD)
    assert (expected.verdict == "not_yet") is soon
    assert expected.eligible_from == (found.eligible_from if soon else None)
