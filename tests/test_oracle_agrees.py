"""The engine and a second, independent writing of the rules give the same answers about the same people."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreeing import DISPUTES, Compared, compare
from oracle.gaps import HalfTold
from oracle.people import Case, people, seeded
from oracle.seven import RULES, verdict
from oracle.untold import half_told
from peercert.engine import Verdict
from peercert.logic import Disputes
from shrinking import smallest
from telling import examples
from upper import built_in, decide

pytestmark = pytest.mark.unmeasured

Maker = Callable[[str, int], HalfTold]

AHEAD = 45
"""Days ahead that the thorough run tries, one after the other."""

CHUNK = 5000
FULLY_TOLD = 26
"""Chunks of people about whom everything is told, for each credential."""

HALF_TOLD = 3
"""Chunks of people about whom something is left open, for each credential."""


def fully_told(credential: str, seed: int) -> HalfTold:
    """Return a person without a gap."""
    return HalfTold(seeded(credential, seed), ())


def agree(make: Maker, credential: str, seeds: range) -> Counter[str]:
    """Compare both judges on the people of some seeds, and count what came out; fail with the seed and a plain case."""
    tally: Counter[str] = Counter()
    for seed in seeds:
        half, disputes = make(credential, seed), DISPUTES[seed % 3]
        compared = compare(half, disputes)
        if compared.wrong:
            pytest.fail(shown(half, disputes, seed, compared))
        found = compared.found
        tally.update([found.verdict.value, f"way {found.chosen.id}"])
        tally.update(f"blocks {id_}" for id_ in found.chosen.blocking)
        tally.update(f"weaker: {why}" for why in compared.weaker)
    return tally


def shown(half: HalfTold, disputes: Disputes, seed: int, compared: Compared) -> str:
    """Tell of a disagreement: whose it is, and the plainest person about whom they still disagree."""
    plain = smallest(half, lambda one: bool(compare(one, disputes).wrong))
    head = f"{half.case.credential}, seed {seed}, disputes {disputes}, as of {half.case.as_of}"
    gaps = "\n".join(f"  open: {gap.path}, may be {gap.may_be}" for gap in plain.gaps)
    wrong = "\n".join(compared.wrong)
    return f"{head}\n{wrong}\nPlainest: {compare(plain, disputes).wrong}\n{gaps}\n{json.dumps(plain.told)}"


@pytest.mark.parametrize("credential", sorted(RULES))
def test_the_engine_agrees_with_the_oracle(credential: str) -> None:
    """Verdict, way, every part of every way and the blocking topics are the same, and every verdict comes up."""
    tally = agree(fully_told, credential, range(350))

    assert all(tally[verdict.value] for verdict in Verdict)


@pytest.mark.parametrize("credential", sorted(RULES))
def test_what_is_said_of_the_half_told_holds_however_the_gaps_are_filled(credential: str) -> None:
    """Yes means that all completions are eligible, no that none is, open that they differ or are open themselves."""
    tally = agree(half_told, credential, range(120))

    assert all(tally[verdict] for verdict in ("eligible", "undetermined", "not_eligible"))


@pytest.mark.thorough
@pytest.mark.parametrize("credential", sorted(RULES))
@pytest.mark.parametrize("chunk", range(FULLY_TOLD))
def test_they_agree_on_a_million_people(
    credential: str, chunk: int, record_property: Callable[[str, object], None]
) -> None:
    """The same, often enough to meet rare mixtures: 130,000 people for each of the seven."""
    tally = agree(fully_told, credential, range(chunk * CHUNK, (chunk + 1) * CHUNK))

    record_property(f"told {credential}", json.dumps(tally))


@pytest.mark.thorough
@pytest.mark.parametrize("credential", sorted(RULES))
@pytest.mark.parametrize("chunk", range(HALF_TOLD))
def test_they_agree_on_a_hundred_thousand_half_told_people(
    credential: str, chunk: int, record_property: Callable[[str, object], None]
) -> None:
    """The same for people with gaps: 15,000 for each of the seven, each in up to a hundred completions."""
    tally = agree(half_told, credential, range(chunk * CHUNK, (chunk + 1) * CHUNK))

    record_property(f"half-told {credential}", json.dumps(tally))


@pytest.mark.thorough
@pytest.mark.parametrize("credential", sorted(RULES))
def test_every_requirement_stands_in_somebodys_way(credential: str) -> None:
    """Nothing that a credential asks goes untried: among enough people each point blocks somebody."""
    left = set(points(credential))
    for seed in range(30_000):
        for make in (fully_told, half_told):
            left -= set(compare(make(credential, seed), "undetermined").found.chosen.blocking)
        if not left:
            break

    assert not left


def points(credential: str) -> Iterator[str]:
    """Give the ids of what a credential asks; meeting another credential shows as the points of that one."""
    open_ = [way.root for way in built_in().credential(credential).editions[-1].pathways]
    while open_:
        one = open_.pop()
        open_ += one.children
        if not one.children and one.kind != "meets_credential":
            yield one.id


@pytest.mark.thorough
@examples(1500, kept=False)
@given(people(), st.sampled_from(DISPUTES))
def test_the_first_day_is_the_one_that_a_calendar_walk_finds(drawn: Case, disputes: Disputes) -> None:
    """Asking the oracle on every day that follows finds the day that the engine names, and none where it names none."""
    credential, profile, as_of = drawn
    expected = verdict(credential, profile, as_of, disputes, AHEAD)
    found = decide(credential, profile, as_of, disputes=disputes)

    soon = found.eligible_from is not None and found.eligible_from <= as_of + timedelta(days=AHEAD)
    assert (expected.verdict == "not_yet") is soon
    assert expected.eligible_from == (found.eligible_from if soon else None)
