"""A receipt holds when it is left as it is, and no longer when anything in it is changed."""

from __future__ import annotations

import ast
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, reject, settings

import peercert.verify
from oracle.people import Case, people
from oracle.seven import RULES
from oracle.untold import half_told
from peercert.errors import FileError

from .receipts import EXAMPLES, faults, mutants, places, receipt, sealed, text_of

STILL_TRUE = {("as_of",), ("redacted",)}
"""Options under which a receipt that is sealed again may hold as well; whether it does is tried by a fresh check."""

SPLIT = """
seeking: [CPS-II]
education: [{level: ged}]
credentials: [{id: CPS-I, issued: 2025-12-01, expires: 2027-12-01}]
experience:
  - {role: peer, supervised: true, population: [mental_illness], start: 2020-01-06, end: 2022-12-30, hours: 1500}
  - {role: mental_health_services, supervised: true, population: [mental_illness], start: 2018, end: 2019, hours: 900}
"""
OPEN_TOPICS = """
seeking: [CPRS]
training:
  - {topics: {advocacy: 8, ethics: 10}, hours: 21}
  - {credits: {count: 2, system: semester}, topics: {mentoring: 4}}
  - {topics: {youth: declined, family: 3}}
exams: [{exam: icrc-pr, date: 2026-03, result: passed}]
experience: {records: [{share: 0.4, start: 2025, end: 2026-02-01, hours: 700}], complete: false}
"""


@pytest.mark.parametrize("example", sorted(path.stem for path in EXAMPLES.glob("*.yaml")))
@pytest.mark.parametrize(
    "options", [{}, {"redact": True}, {"disputes": "strict"}, {"disputes": "lenient", "verified_only": True}]
)
def test_a_receipt_of_every_example_holds(example: str, options: dict[str, Any]) -> None:
    """With the profile and without it, for every credential there is."""
    every = ("CPSRP", "CPSRP-P", "CPRS", "CRSS", "CPS-I", "CPS-II", "CPSS")
    value = receipt(text_of(example), *every, **options)

    assert faults(value) == ()
    assert faults(value, text_of(example)) == ()


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(people())
def test_a_receipt_of_anybody_holds(drawn: Case) -> None:
    """The checker, which reads the rules by itself, finds of each record what the engine found."""
    profile = json.dumps(drawn.profile)
    try:
        value = receipt(profile, drawn.credential, day=drawn.as_of)
    except FileError:  # a drawn number may have more decimals than a profile takes
        reject()

    assert faults(value, profile, drawn.as_of) == ()


@pytest.mark.parametrize("credential", sorted(RULES))
@pytest.mark.parametrize("seeds", [range(30), pytest.param(range(30, 2000), marks=pytest.mark.thorough)])
def test_a_receipt_of_the_half_told_holds(credential: str, seeds: range) -> None:
    """Whatever is hidden, declined or vague, the checker leaves open what the engine leaves open, and nothing else."""
    for seed in seeds:
        half = half_told(credential, seed)
        profile, day = json.dumps(half.told), half.case.as_of
        value = receipt(profile, credential, day=day)

        assert faults(value, profile, day) == (), f"seed {seed}"


@pytest.mark.unmeasured
@pytest.mark.parametrize(
    ("profile", "credentials"),
    [
        (text_of("nora-level-two"), ()),
        (text_of("lena-three-sittings"), ()),
        (text_of("tyler-nineteen"), ()),
        pytest.param(SPLIT, (), marks=pytest.mark.thorough),
        pytest.param(OPEN_TOPICS, (), marks=pytest.mark.thorough),
    ],
    ids=["nora-level-two", "lena-three-sittings", "tyler-nineteen", "split", "open-topics"],
)
def test_whatever_is_changed_in_a_receipt_is_seen(profile: str, credentials: tuple[str, ...]) -> None:
    """Every number up and down, every word, day and outcome turned, every entry dropped or doubled.

    Left with its old seal each is seen without the profile; sealed again each is seen with it, or is still true.
    """
    value = receipt(profile, *credentials)
    assert faults(value, profile) == ()
    unseen, forged = [], []
    for place, other in mutants(value):
        if not faults(other):
            unseen.append(place)
        if place != ("seal",) and {"people", "seal", "count"} <= set(other) and not faults(sealed(other), profile):
            forged.append((place, sealed(other)))

    assert len(list(places(value))) > 100
    assert unseen == []
    assert {place for place, _ in forged} <= STILL_TRUE
    for _, other in forged:
        redact, day = other["redacted"], date.fromisoformat(other["as_of"])
        assert receipt(profile, *credentials, day=day, redact=redact) == other


def test_a_receipt_does_not_hold_for_another_profile() -> None:
    """One hour more in the profile, and its digest is another; so is the id."""
    value = receipt(text_of("maya-ready"))

    assert faults(value, text_of("maya-ready").replace("ethics: 8", "ethics: 9")) == (
        "Person 1: no profile that was given is the one that was checked.",
    )


def test_the_same_facts_in_another_order_are_the_same_profile() -> None:
    """The digest is of what a profile says, and not of how it is written."""
    value = receipt("{id: p-1, references: 2, seeking: [CPSS]}")

    assert faults(value, '{"seeking": ["CPSS"], "references": 2, "id": "p-1"}') == ()


def test_what_does_not_add_up_is_named_in_plain_words() -> None:
    """The line says which requirement, and what adds up to what."""
    value = receipt(text_of("maya-ready"))
    ethics = value["people"][0]["determinations"][0]["ways"][0]["parts"][3]["parts"][5]
    ethics["have"] = "9"

    assert faults(sealed(value)) == (
        "CRSS: il.crss.ind.training.ethics: what the records give adds up to 8, not to 9.",
    )


def test_the_bottleneck_of_a_split_is_written_down() -> None:
    """2,400 hours can go to the services part, which needs 4,000: that proves that no split fills both parts."""
    ways = receipt(SPLIT)["people"][0]["determinations"][0]["ways"]
    found = [one for one in _leaves(ways[0]) if one["kind"] == "experience_split"]

    assert found[1]["possible"]["bottleneck"] == {"parts": ["services"], "need": "4000", "can": "2400"}


def test_a_no_by_hours_says_what_counts_and_what_was_told() -> None:
    """Of 24 hours told only 4 can count as ethics, and 6 are needed: all three numbers are in the receipt."""
    profile = "{training: [{topics: {advocacy: 10, ethics: 4}}, {topics: {mentoring: 10}}]}"
    ways = receipt(profile, "CRSS")["people"][0]["determinations"][0]["ways"]
    ethics = next(one for one in _leaves(ways[0]) if one["id"] == "il.crss.ind.training.ethics")

    assert {key: ethics[key] for key in ("outcome", "need", "told", "have", "up_to")} == {
        "outcome": "unmet", "need": "6", "told": "24", "have": "4", "up_to": "4",
    }  # fmt: skip


def test_a_receipt_tells_no_words_of_the_person_and_when_redacted_no_days() -> None:
    """Titles, names, employers and notes stay in the profile; so do the days, with --redact."""
    profile = (
        "{id: p-1, name: Jordan Rivera, birth_date: 1998-04-12, education: [{level: ged, completed: 2016-06-01}], "
        "training: [{title: Secret course, provider: A place, evidence: a.pdf, hours: 24, completed: 2026-05-01}], "
        "experience: [{title: Helper, employer: Clinic, share: 0.8, hours: 1200, start: 2024-01-08, end: 2025-06-30}]}"
    )
    written = json.dumps(receipt(profile, "CRSS", "CPSS"))
    redacted = json.dumps(receipt(profile, "CRSS", "CPSS", redact=True))

    for word in ("Jordan", "Rivera", "Secret", "A place", "a.pdf", "Helper", "Clinic"):
        assert word not in written
    for day in ("1998-04-12", "2016-06-01", "2026-05-01", "2024-01-08", "2025-06-30"):
        assert day not in redacted
    assert "2024-01-08" in written


def test_the_checker_leans_on_nothing_that_it_checks() -> None:
    """No module of it imports the engine, the sharing out of hours, or a kind of requirement."""
    folder = Path(peercert.verify.__file__).parent
    named = {
        node.module
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module
    }
    ours = {name for name in named if name.startswith("peercert.") and not name.startswith("peercert.verify")}

    assert ours == {
        "peercert.candidate", "peercert.candidate.profile", "peercert.dates", "peercert.digests", "peercert.errors",
        "peercert.logic", "peercert.reading",
    }  # fmt: skip


def _leaves(node: dict[str, Any]) -> list[dict[str, Any]]:
    return [leaf for part in node["parts"] for leaf in _leaves(part)] if "parts" in node else [node]
