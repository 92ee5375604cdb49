"""The facts of a profile as plain values."""

from __future__ import annotations

import pytest

from peercert.facts import Facts, found, records, with_fact, without
from peercert.reading import ValuePath

FACTS: Facts = {
    "residence": {"state": "IL"},
    "work": "declined",
    "exams": {"records": [{"exam": "mn-cps"}], "complete": "false"},
    "training": [{"hours": "5", "topics": {"ethics": "2"}}],
}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("residence", "state"), "IL"),
        (("residence", "since"), None),
        (("work", "share"), "declined"),
        (("exams", 0, "exam"), "mn-cps"),
        (("exams", 1, "exam"), None),
        (("training", 0, "topics", "ethics"), "2"),
        (("birth_date",), None),
    ],
)
def test_a_fact_is_found_by_its_path(path: ValuePath, value: str | None) -> None:
    """In whichever way its list is written; a declined whole stands for what is inside."""
    assert found(FACTS, path) == value


def test_a_list_says_whether_there_may_be_more() -> None:
    """And is none where it is not told."""
    assert records(FACTS, "exams") == ([{"exam": "mn-cps"}], False)
    assert records(FACTS, "training") == ([{"hours": "5", "topics": {"ethics": "2"}}], True)
    assert records(FACTS, "practicum") is None


def test_a_fact_is_set_in_a_copy() -> None:
    """A new record comes at the end, and the list stays as complete as it was."""
    changed = with_fact(FACTS, ("exams", 1, "exam"), "il-crss")

    assert changed["exams"] == {"records": [{"exam": "mn-cps"}, {"exam": "il-crss"}], "complete": "false"}
    assert FACTS["exams"] == {"records": [{"exam": "mn-cps"}], "complete": "false"}


def test_what_is_removed_takes_an_empty_mapping_with_it() -> None:
    """But never a record: that one was there."""
    assert without({"residence": {"state": "IL"}}, ("residence", "state")) == {}
    assert without([{"exam": "mn-cps"}], (0, "exam")) == [{}]
    assert without([{"topics": {"ethics": "2"}}], (0, "topics", "ethics")) == [{}]
