"""The words of a catalogue."""

from decimal import Decimal

import pytest

from peercert.words import ExamScale, Words

WORDS = Words(
    programs={"ms-cpss": "CPSS training"},
    components={"final": "written final"},
    exams={"mn-cps": ExamScale("the Minnesota exam", "percent", Decimal(0), Decimal(100))},
    settings={"clinic": "a clinic"},
    supervisors={"nurse": "a nurse"},
    fields={"social_work": "social work"},
    credentials=("CPS-I", "CPS-II"),
)


@pytest.mark.parametrize(
    ("word", "title"),
    [
        ("ms-cpss", "CPSS training"),
        ("final", "written final"),
        ("mn-cps", "the Minnesota exam"),
        ("clinic", "a clinic"),
        ("nurse", "a nurse"),
        ("social_work", "social work"),
        ("transition_age_youth", "transition-age youth"),
        ("ged", "GED"),
        ("mental_health_services", "mental health services"),
    ],
)
def test_a_word_is_called_by_its_title_and_else_by_itself(word: str, title: str) -> None:
    """A word with a title is called by it; one without by its spoken form, or written with spaces."""
    assert WORDS.title(word) == title


@pytest.mark.parametrize(("word", "id_"), [("CPS-I", "CPS-I"), ("cps-ii", "CPS-II"), ("CPS-III", None), ("", None)])
def test_a_credential_is_known_whatever_the_case(word: str, id_: str | None) -> None:
    """An id is found without regard to case and given as the catalogue spells it."""
    assert WORDS.credential(word) == id_
