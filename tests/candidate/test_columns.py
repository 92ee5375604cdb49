"""The names of columns, and where each one leads."""

from __future__ import annotations

import pytest

from peercert.candidate.columns import Column, Takes, columns, misnamed, patterns


@pytest.mark.parametrize(
    ("name", "path", "takes"),
    [
        ("id", ("id",), Takes.ONE),
        ("seeking", ("seeking",), Takes.SEVERAL),
        ("residence.state", ("residence", "state"), Takes.ONE),
        ("residence", ("residence",), Takes.MAPPING),
        ("enrollment.in", ("enrollment", "in"), Takes.ONE),
        ("references", ("references",), Takes.RECORDS),
        ("references.2.from", ("references", 2, "from"), Takes.ONE),
        ("training.complete", ("training", "complete"), Takes.COMPLETE),
        ("training.12.topics.ethics", ("training", 12, "topics", "ethics"), Takes.ONE),
        ("training.1.components.anything", ("training", 1, "components", "anything"), Takes.ONE),
        ("experience.1.population", ("experience", 1, "population"), Takes.SEVERAL),
    ],
)
def test_a_name_leads_to_a_fact(name: str, path: tuple[str | int, ...], takes: Takes) -> None:
    """A column is the way to its fact, with dots between, and records counted from 1."""
    assert columns((name,)) == (Column(path, takes),)
    assert list(misnamed([name])) == []


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("training.1.hour", "training.1.hours"),
        ("training.3.topics.ethic", "training.3.topics.ethics"),
        ("training[2].hours", "training.2.hours"),
        ("training.0.hours", "training.1.hours"),
        ("training.hours", "training.1.hours"),
        ("training.N.hours", "training.1.hours"),
        ("Birth_Date", "birth_date"),
        ("birth date", "birth_date"),
    ],
)
def test_a_name_that_is_nearly_right_is_told_the_right_one(name: str, meant: str) -> None:
    """With the number of the record that was meant."""
    (found,) = misnamed([name])

    assert (found.at, found.code, found.message) == (0, "unknown-column", "This is not a known column.")
    assert found.hint == f'Did you mean "{meant}"? See `peercert schema columns` for every column.'


@pytest.mark.parametrize("name", ["Zebulon Quartermain", "1990-04-12", "zzz", "training.1", "residence.1", "id.x"])
def test_a_name_that_is_no_column_is_never_repeated(name: str) -> None:
    """A table without its first row has a person's own words there."""
    (found,) = misnamed([name])

    assert found.code == "unknown-column"
    assert name not in found.message
    assert f'"{name}"' not in found.hint


def test_a_column_without_a_name_and_one_named_twice_are_told_in_their_order() -> None:
    """Each at its own place; the second names the first."""
    found = [(one.at, one.code, one.message) for one in misnamed(["id", "", "name", "id", ""])]

    assert found == [
        (1, "empty-column", "This column has no name."),
        (3, "duplicate-column", "This column has the same name as column 1."),
        (4, "empty-column", "This column has no name."),
    ]


def test_every_kind_of_fact_has_its_columns() -> None:
    """A sample of each, taken from the models and not from a list."""
    names = set(patterns())

    assert names >= {
        "name", "application_date", "work.share", "lived_experience.N.who", "attestations.code_of_ethics", "serves",
        "training.N.credits.system", "training.N.topics.other", "training.N.components.PART", "supervision.N.hours",
        "employment", "employment.since", "licenses.N.expires", "continuing_education.complete", "exams.N.verified_by",
    }  # fmt: skip


def test_a_line_for_a_spreadsheet_program_is_told_as_such() -> None:
    """It stands where the names of the columns belong; what follows on it is no column either."""
    assert [(one.at, one.message, one.hint) for one in misnamed(["sep=", ""])] == [
        (0, "This line is only for a spreadsheet program.", "Delete it.")
    ]
