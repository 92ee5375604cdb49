"""Promises about the whole oracle: time travel, disputes, the random people, and the published cases."""

import os
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from .bases import connecticut, illinois_graduate, minnesota, mississippi
from .people import Case, people, seeded
from .possible import faults
from .seven import RULES, verdict

pytestmark = pytest.mark.unmeasured

TODAY = date(2026, 11, 22)
ACCEPTANCE = os.environ.get("PEERCERT_ACCEPTANCE", "")
RANK = ["not_eligible", "undetermined", "eligible"]


@pytest.mark.parametrize(
    ("birth", "look_ahead", "disputes", "expected", "eligible_from"),
    [
        ("2008-12-01", 8, "lenient", "not_eligible", None),
        ("2008-12-01", 9, "lenient", "not_yet", date(2026, 12, 1)),
        ("2008-12-01", 9, "undetermined", "not_eligible", None),  # at 18 the age is only in dispute
        ("2005-12-01", 9, "strict", "not_yet", date(2026, 12, 1)),
        ("2005-12-01", 9, "undetermined", "undetermined", None),
    ],
)
def test_only_time_makes_not_yet(
    birth: str, look_ahead: int, disputes: str, expected: str, eligible_from: date | None
) -> None:
    """A later day has to say eligible, within the days that are tried; what is open today stays open."""
    person = minnesota(TODAY) | {"birth_date": birth}

    answer = verdict("CPS-I", person, TODAY, disputes, look_ahead)

    assert (answer.verdict, answer.eligible_from) == (expected, eligible_from)
    assert answer.unmet == frozenset({"age"})


def test_a_diploma_that_is_due_makes_not_yet() -> None:
    """Evidence dated after the day counts on its own day, and the pathway is the one that it opens."""
    person = illinois_graduate(TODAY) | {"education": [{"level": "ged", "completed": "2026-12-05"}]}

    answer = verdict("CRSS", person, TODAY, look_ahead=30)

    assert answer == ("not_yet", "accredited_program", frozenset({"education"}), date(2026, 12, 5))


def test_a_gap_that_time_does_not_close_stays_not_eligible() -> None:
    """A job that starts soon does not help someone who lacks a reference."""
    person = mississippi(TODAY) | {"references": 1}
    person["employment"]["since"] = "2026-12-01"

    answer = verdict("CPSS", person, TODAY, look_ahead=40)

    assert (answer.verdict, answer.unmet) == ("not_eligible", frozenset({"references", "employment"}))


def test_an_untold_fact_is_refused() -> None:
    """The oracle only speaks of people about whom everything is told."""
    person = connecticut(TODAY)
    del person["exams"]

    with pytest.raises(KeyError, match="exams"):
        verdict("CPSRP-P", person, TODAY)


@settings(derandomize=True, database=None, deadline=None, max_examples=300)
@given(people(), st.sampled_from(sorted(RULES)))
def test_a_stricter_setting_never_gives_a_better_verdict(case: Case, credential: str) -> None:
    """Strict is at most the default, and the default at most lenient, for every credential."""
    ranks = [
        RANK.index(verdict(credential, case.profile, case.as_of, setting).verdict)
        for setting in ("strict", "undetermined", "lenient")
    ]

    assert ranks == sorted(ranks)


@settings(derandomize=True, database=None, deadline=None, max_examples=400)
@given(people())
def test_people_keep_to_what_a_profile_may_hold(case: Case) -> None:
    """No drawn profile breaks a rule of files: order of days, hours, shares, topics, ids, scores."""
    assert list(faults(case.profile, case.as_of)) == []


@pytest.mark.parametrize("credential", sorted(RULES))
def test_people_of_every_verdict_are_drawn(credential: str) -> None:
    """A fair part is eligible, a fair part is not, and some are left open."""
    seen = Counter(verdict(*seeded(credential, seed)).verdict for seed in range(500))

    assert seen["eligible"] > seen.total() / 6
    assert seen["not_eligible"] > seen.total() / 6
    assert seen["undetermined"] > 0


def published() -> Iterator[Any]:  # Any: pytest's own type of a parameter set is private
    """Return the published cases in which everything is told: those whose changes take nothing away."""
    for path in sorted(Path(ACCEPTANCE).glob("*.yaml")) if ACCEPTANCE else ():
        told = yaml.safe_load(path.read_text(encoding="utf-8"))
        for case in told["cases"]:
            changes = case.get("but", {})
            if None not in changes.values():
                profile = {**told["bases"][case["base"]], **changes}
                for credential, expected in case["expect"].items():
                    yield pytest.param(case, profile, credential, expected, id=f"{case['name']}-{credential}")


@pytest.mark.skipif(not Path(ACCEPTANCE or "nowhere").is_dir(), reason="PEERCERT_ACCEPTANCE names no folder")
@pytest.mark.parametrize(("case", "profile", "credential", "expected"), list(published()))
def test_the_published_cases_are_judged_alike(
    case: dict[str, Any], profile: dict[str, Any], credential: str, expected: dict[str, Any]
) -> None:
    """The oracle agrees with every published case in verdict, and in pathway and topics where it names them."""
    attestations = {"disclosure": True, "code_of_ethics": True, "literacy": True, "leadership": True}
    profile = profile | {"attestations": attestations | profile.get("attestations", {})}

    answer = verdict(credential, profile, case["as_of"], case.get("disputes", "undetermined"))

    assert answer.verdict == expected["verdict"]
    if answer.pathway is not None:
        assert answer.pathway == expected.get("pathway", answer.pathway)
    if answer.unmet is not None:
        assert answer.unmet == set(expected.get("blocking_topics", answer.unmet))
        assert answer.unmet >= set(expected.get("includes_topics", ()))
