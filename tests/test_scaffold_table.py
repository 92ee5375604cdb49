"""The first row of a table to fill in."""

from __future__ import annotations

import re

import pytest

from peercert.candidate.columns import misnamed
from peercert.errors import UsageError
from peercert.scaffold_table import header
from upper import built_in

IDS = ["CPSRP", "CPSRP-P", "CPRS", "CRSS", "CPS-I", "CPS-II", "CPSS"]


def names(*credentials: str, records: int = 1) -> list[str]:
    """Return the columns for some credentials."""
    return header(built_in(), credentials, records).removesuffix("\n").split(",")


@pytest.mark.parametrize("credentials", [[], *([id_] for id_ in IDS)])
@pytest.mark.parametrize("records", [1, 3])
def test_every_name_is_a_column_and_stands_once(credentials: list[str], records: int) -> None:
    """So the reader takes the row as it stands."""
    assert list(misnamed(names(*credentials, records=records))) == []


def test_it_asks_only_for_what_the_chosen_credential_looks_at() -> None:
    """CPSRP-P looks at lived experience, training and an exam."""
    assert list(dict.fromkeys(name.partition(".")[0] for name in names("CPSRP-P"))) == [
        "id", "name", "seeking", "application_date", "lived_experience", "training", "exams",
    ]  # fmt: skip


def test_only_the_statements_and_parts_that_are_asked_for_are_columns() -> None:
    """CPS-I names three parts of its course, and asks for two statements."""
    asked = names("CPS-I")

    assert [name for name in asked if ".components." in name] == [
        "training.1.components.midterm", "training.1.components.oral_role_play", "training.1.components.final",
    ]  # fmt: skip
    assert [name for name in asked if name.startswith("attestations")] == [
        "attestations.disclosure", "attestations.leadership",
    ]  # fmt: skip


def test_of_a_record_only_the_fields_that_the_rules_tell_apart_are_columns() -> None:
    """CPSS asks for no share of the work and no topics; CPRS for both."""
    assert not [name for name in names("CPSS") if re.search(r"share|topics|credits|supervised|primary", name)]
    assert {"work.share", "experience.1.share", "training.1.topics.ethics", "training.1.credits.count"} <= {
        *names("CPRS")
    }


def test_each_record_has_its_columns_together() -> None:
    """Behind those of the whole list."""
    asked = names("CPSRP-P", records=2)

    assert asked[-12:] == [
        "exams", "exams.complete",
        "exams.1.id", "exams.1.exam", "exams.1.date", "exams.1.score", "exams.1.result",
        "exams.2.id", "exams.2.exam", "exams.2.date", "exams.2.score", "exams.2.result",
    ]  # fmt: skip


def test_an_unknown_credential_is_told() -> None:
    """With the nearest one."""
    with pytest.raises(UsageError, match='Did you mean "CRSS"'):
        header(built_in(), ["CRSSS"], 1)
