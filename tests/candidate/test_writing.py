"""A candidate written back as plain data."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings

from oracle.people import Case as Person
from oracle.people import people
from peercert.candidate.writing import json_text, read_back, written
from peercert.errors import FileError
from plan.planned import without_long_fractions
from random_trees import PEOPLE
from upper import TODAY, Written, built_in, person


@settings(max_examples=60, deadline=None)
@given(PEOPLE)
def test_what_is_written_reads_back_to_the_same_candidate(profile: Written) -> None:
    """For people who leave things out, decline things, have more to tell, and know days only in part."""
    candidate = person(profile)

    assert read_back(written(candidate), candidate, built_in().words, TODAY) == candidate


@settings(max_examples=40, deadline=None)
@given(people())
def test_a_full_profile_reads_back_to_the_same_candidate(one: Person) -> None:
    """With every fact told."""
    candidate = person(without_long_fractions(one.profile), one.as_of)

    assert read_back(written(candidate), candidate, built_in().words, one.as_of) == candidate


def test_it_is_written_as_a_file_would_have_it() -> None:
    """A month is a stretch of days; what is declined or not all told stays so."""
    told = {
        "id": "12", "birth_date": "1990-02", "work": "declined", "enrollment": {"in": "none"},
        "supervision": {"records": [{"hours": 2.50}], "complete": False}, "references": 2, "employment": "none",
        "attestations": {"disclosure": True, "literacy": "2026-01-05"},
    }  # fmt: skip

    assert written(person(told)) == {
        "id": "12", "birth_date": "1990-02-01..1990-02-28", "enrollment": {"in": "none"},
        "attestations": {"disclosure": True, "literacy": "2026-01-05"},
        "supervision": {"records": [{"hours": Decimal("2.5")}], "complete": False}, "references": 2,
        "employment": "none", "work": "declined",
    }  # fmt: skip


def test_json_has_exact_amounts_and_nothing_that_could_act() -> None:
    """No exponent, no float, no character beyond ASCII."""
    assert json_text({"a": Decimal("1E+3"), "b": [Decimal("0.10"), True, None, 7], "c": "\u202eé"}) == (
        '{"a": 1000, "b": [0.1, true, null, 7], "c": "\\u202e\\u00e9"}'
    )


def test_what_cannot_be_a_profile_is_refused() -> None:
    """With every problem, as for a file."""
    candidate = person({"references": 2})

    with pytest.raises(FileError):
        read_back({"references": -1}, candidate, built_in().words, TODAY)
