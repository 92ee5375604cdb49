"""What may stand in a profile."""

from typing import get_args

import pytest

from peercert.candidate import profile
from peercert.candidate.profile import LEDGERS, Employment, Profile
from peercert.reading import Plain

SECRET = "Jordan Rivera"  # noqa: S105 - a name, to see that it is not shown


def test_the_keys_of_a_profile_are_those_of_the_contract() -> None:
    """No key is missing and none is more."""
    assert list(Profile.model_fields) == [
        "id",
        "name",
        "seeking",
        "application_date",
        "birth_date",
        "residence",
        "work",
        "education",
        "enrollment",
        "lived_experience",
        "attestations",
        "serves",
        "training",
        "experience",
        "supervision",
        "practicum",
        "exams",
        "references",
        "employment",
        "credentials",
        "licenses",
        "continuing_education",
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            profile.Level,
            "none some_high_school high_school_diploma ged equivalent some_college associate bachelor master doctorate",
        ),
        (profile.School, "high_school ged_program college none"),
        (profile.Who, "self family_member caregiver_of_child"),
        (profile.Condition, "mental_illness substance_use co_occurring behavioral_health other"),
        (
            profile.Topic,
            (
                "advocacy professional_responsibility mentoring recovery_support ethics core_functions family youth"
                " family_support child_development other"
            ),
        ),
        (profile.Status, "completed in_progress planned"),
        (profile.Kind, "paid volunteer internship"),
        (profile.Role, "peer support advisory mental_health_services human_services other"),
        (profile.Population, "mental_illness substance_use co_occurring adults transition_age_youth children"),
        (profile.AgeGroup, "adults transition_age_youth children"),
        (profile.ExamResult, "passed failed pending"),
        (profile.CreditSystem, "semester trimester quarter"),
    ],
)
def test_the_words_of_a_field_are_those_of_the_contract(words: object, expected: str) -> None:
    """Each field knows the contract's words, in its order, and beside them only `declined`."""
    assert [word for word in get_args(words) if word != "declined"] == expected.split()


def test_every_list_of_records_is_a_ledger() -> None:
    """Each ledger is a key of a profile, and each of its records can name its evidence and who checked it."""
    assert set(LEDGERS) <= set(Profile.model_fields)
    assert all({"evidence", "verified_by"} <= set(record.model_fields) for record in LEDGERS.values())


def test_nothing_told_is_shown_by_accident() -> None:
    """Text and repr of a profile and its parts name the kind of fact only."""
    told = Profile.model_validate({"name": SECRET, "education": [{"level": "ged"}]})
    assert told.education is not None

    assert (str(told), repr(told), repr(told.education[0])) == ("<Profile>", "<Profile>", "<Education>")
    assert SECRET not in f"{[told]}"


@pytest.mark.parametrize(
    ("value", "expected"), [(Plain("2"), 2), (Plain("0"), 0), ([{}, {"from": "A. Reyes"}], [None, "A. Reyes"])]
)
def test_references_are_a_count_or_a_list(value: object, expected: object) -> None:
    """A number is a count; a list holds one record each."""
    told = Profile.model_validate({"references": value}).references

    assert (told if isinstance(told, int) else [one.from_ for one in told or ()]) == expected


def test_employment_is_none_or_told() -> None:
    """The word `none` says that there is no employment; a mapping tells of it."""
    told = Profile.model_validate({"employment": {"setting": "clinic"}}).employment
    none: object = Profile.model_validate({"employment": "none"}).employment

    assert none == "none"
    assert isinstance(told, Employment)
    assert told.setting == "clinic"


def test_what_is_left_out_is_not_told() -> None:
    """An empty profile tells nothing at all."""
    assert all(value is None for _, value in Profile())
