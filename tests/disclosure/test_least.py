"""The least of a profile that proves an answer: the same answer, nothing to spare, and nothing untrue."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from oracle.people import Case as Someone
from oracle.people import people
from peercert.candidate import load_candidate
from peercert.case import Case
from peercert.disclosure import Asked, Disclosed, least
from peercert.disclosure.least import proof
from peercert.disclosure.steps import Days, left_out, made_coarser, paths
from peercert.engine import Determination, determine
from peercert.errors import FileError
from peercert.finding import Finding
from peercert.logic import Outcome
from peercert.profile_text import profile_text
from peercert.reading import read_bytes, read_text
from upper import TODAY, built_in, decide

pytestmark = pytest.mark.unmeasured

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""Without making what fails smaller: each case is a whole search."""


def lessened(text: str, credential: str, as_of: date = TODAY) -> Disclosed:
    """Make a profile, written as YAML, as small as can be."""
    return least(Asked(built_in(), built_in().credential(credential), as_of), read_text(text, "me.yaml"))


def decided(disclosed: Disclosed, credential: str, as_of: date) -> Determination:
    """Decide the smaller profile as it would be read from its file."""
    catalog = built_in()
    candidate = load_candidate(read_text(profile_text(disclosed.facts, ["x"]), "me.yaml"), catalog.words, as_of)
    return determine(catalog, catalog.credential(credential), Case(candidate, catalog, as_of))


def proves(disclosed: Disclosed, credential: str, as_of: date) -> bool:
    """Say whether a smaller profile is valid, and gives the determination of the whole one."""
    try:
        return proof(decided(disclosed, credential, as_of)) == proof(disclosed.determination)
    except FileError:
        return False


def outcomes(finding: Finding) -> Iterator[tuple[str, Outcome]]:
    """Give what came out for each leaf."""
    if not finding.children:
        yield finding.id, finding.outcome
    for child in finding.children:
        yield from outcomes(child)


@settings(max_examples=25, deadline=None, phases=PHASES)
@given(people())
def test_it_gives_the_same_answer_and_turns_no_requirement_round(someone: Someone) -> None:
    """Verdict, reasons and day stay; a requirement whose facts are gone is unknown, never met for unmet or back."""
    credential, profile, as_of = someone
    document = read_bytes(json.dumps(profile).encode(), "someone.json", syntax="json")

    disclosed = least(Asked(built_in(), built_in().credential(credential), as_of), document)

    whole, smaller = decide(credential, profile, as_of), decided(disclosed, credential, as_of)
    assert proof(smaller) == proof(whole)
    before = {key: one for way in whole.ways for key, one in outcomes(way.finding)}
    after = {key: one for way in smaller.ways for key, one in outcomes(way.finding)}
    settled = (Outcome.MET, Outcome.UNMET)
    turned = {key for key in before if before[key] in settled and after[key] in settled and before[key] != after[key]}
    assert not turned, (turned, profile, disclosed.facts)


@settings(max_examples=10, deadline=None, phases=PHASES)
@given(people())
def test_nothing_more_can_be_spared(someone: Someone) -> None:
    """Any further step changes the answer."""
    credential, profile, as_of = someone
    document = read_bytes(json.dumps(profile).encode(), "someone.json", syntax="json")
    disclosed = least(Asked(built_in(), built_in().credential(credential), as_of), document)
    applied = profile.get("application_date")
    days = Days(as_of, date.fromisoformat(applied) if isinstance(applied, str) else as_of)

    for key in [one for one in disclosed.facts if one != "id"]:
        for path in paths(disclosed.facts, key):
            for step in (left_out, made_coarser):
                facts = step(disclosed.facts, path, days)
                if facts is not None:
                    assert not proves(disclosed._replace(facts=facts), credential, as_of), path


ELIGIBLE = """
id: jordan-rivera
name: Jordan Rivera
seeking: [CPS-I]
birth_date: 1990-04-12
residence: {state: MN, since: 2019-05-01}
education:
  - {level: ged, completed: 2009-06-01, evidence: scan.pdf}
  - {level: bachelor, field: psychology, completed: 2014-05-10}
lived_experience:
  - {who: self, condition: co_occurring, primary_diagnosis: true, received_services: true}
  - {who: family_member, condition: substance_use, relation: sibling}
attestations: {disclosure: 2026-01-03, leadership: true, literacy: true}
training:
  - {id: T-9, title: My course, program: mn-cps, completed: 2026-06-01, hours: 76,
     components: {midterm: passed, oral_role_play: passed, final: passed}}
  - {id: T-10, program: none, hours: 10}
exams: [{exam: mn-cps, date: 2026-06-20, result: passed}]
references: [{from: Dr. Somebody, date: 2026-01-01}]
"""


def test_an_eligible_person_tells_only_what_carries_the_yes() -> None:
    """No name, no label, no second diagnosis, no day that is not needed."""
    disclosed = lessened(ELIGIBLE, "CPS-I")

    assert {**disclosed.facts, "birth_date": None} == {
        "id": "candidate",
        "birth_date": None,
        "education": {"records": [{"level": "ged"}], "complete": "false"},
        "lived_experience": {
            "records": [
                {"who": "self", "condition": "co_occurring", "primary_diagnosis": "true", "received_services": "true"}
            ],
            "complete": "false",
        },
        "attestations": {"disclosure": "true", "leadership": "true"},
        "training": {
            "records": [
                {
                    "program": "mn-cps",
                    "hours": "76",
                    "components": {"midterm": "passed", "oral_role_play": "passed", "final": "passed"},
                }
            ],
            "complete": "false",
        },
        "exams": [{"exam": "mn-cps", "result": "passed"}],
    }


def test_a_birthday_is_told_as_its_decade_where_that_is_enough() -> None:
    """Of a person who is old enough whichever year of it they were born in."""
    assert lessened(ELIGIBLE, "CPS-I").facts["birth_date"] == "1990..1999"


def test_it_says_which_kinds_of_facts_were_left_out() -> None:
    """By their keys, without a value."""
    disclosed = lessened(ELIGIBLE, "CPS-I")

    assert disclosed.left_out == ("name", "seeking", "residence", "references")
    assert disclosed.in_part == ("education", "lived_experience", "training", "exams")
    assert disclosed.coarser == ("birth_date", "attestations")


def test_a_no_is_shown_by_what_shows_it() -> None:
    """The failed exam, and nothing of health."""
    text = ELIGIBLE.replace("result: passed}]", "result: failed}]")

    assert lessened(text, "CPS-I").facts == {"id": "candidate", "exams": [{"exam": "mn-cps", "result": "failed"}]}


@pytest.mark.parametrize(
    ("profile", "key", "kept"),
    [
        ("training: [{program: none, status: planned, hours: 5}]", ("training", 0, "status"), True),
        ("training: [{program: none, status: completed, hours: 5}]", ("training", 0, "status"), False),
        ("training: [{program: none, completed: 2027-01-01, hours: 5}]", ("training", 0, "completed"), True),
        ("training: [{program: none, completed: 2026-01-01, hours: 5}]", ("training", 0, "completed"), False),
        ("training: [{hours: 6, topics: {ethics: 5}}]", ("training", 0, "hours"), True),
        ("training: [{hours: 5, topics: {ethics: 5}}]", ("training", 0, "hours"), False),
        ("training: [{topics: {ethics: 5, youth: 2}}]", ("training", 0, "topics", "youth"), True),
        ("training: [{hours: 9, topics: {ethics: 5, youth: 2}}]", ("training", 0, "topics", "youth"), False),
        ("experience: [{start: 2024-01-01, end: 2024-06-01}]", ("experience", 0, "end"), True),
        ("experience: [{start: 2024-01-01, end: 2024-06-01}]", ("experience", 0, "start"), False),
        ("experience: [{end: 2024-06-01}]", ("experience", 0, "end"), False),
        ("licenses: [{id: LPN, expires: 2026-11-21}]", ("licenses", 0, "expires"), True),
        ("licenses: [{id: LPN, expires: 2026-11-22}]", ("licenses", 0, "expires"), False),
        ("enrollment: {in: college, until: 2026-01-01}", ("enrollment", "until"), True),
        ("application_date: 2026-01-01", ("application_date",), True),
        ("residence: {state: IL, since: 2027-01-01}", ("residence", "since"), True),
    ],
)
def test_a_silence_that_would_say_something_untrue_is_never_made(
    profile: str, key: tuple[str | int, ...], kept: bool
) -> None:
    """What is left out of a record may be read as completed, still going on, or all there is."""
    value = read_text(profile, "me.yaml").value
    assert isinstance(value, dict)

    applied = date(2026, 1, 1) if "application_date" in value else TODAY
    assert (left_out(value, key, Days(TODAY, applied)) is None) is kept


def test_a_list_from_which_a_record_is_gone_says_that_there_may_be_more() -> None:
    """Else it would say that there were no others."""
    facts: dict[str, Any] = {"exams": [{"exam": "mn-cps"}, {"exam": "il-crss"}]}

    assert left_out(facts, ("exams", 0), Days(TODAY, TODAY)) == {
        "exams": {"records": [{"exam": "il-crss"}], "complete": "false"}
    }
