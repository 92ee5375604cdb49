"""Suggestions for mistyped words."""

import pytest

from peercert.reading import did_you_mean


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("at_leest", ["at_most", "at_least", "years"], "at_least"),
        ("cprs", ["CRSS", "CPRS"], "CPRS"),
        ("HOURS", ["hours", "house"], "hours"),
        ("trainings", {"training", "trained"}, "training"),
        ("birthdate", ["birth_date", "name"], "birth_date"),
    ],
)
def test_the_nearest_known_word_is_suggested(word: str, known: list[str], meant: str) -> None:
    """A mistyped word brings back the one it is nearest to, as that one is spelled."""
    assert did_you_mean(word, known) == meant


@pytest.mark.parametrize(("word", "known"), [("zebra", ["hours", "name"]), ("", ["hours"]), ("hours", [])])
def test_nothing_near_is_nothing_suggested(word: str, known: list[str]) -> None:
    """Where no known word is near, none is named."""
    assert did_you_mean(word, known) is None


def test_a_page_of_text_is_not_compared() -> None:
    """A word too long for a slip of the finger is not looked up at length."""
    assert did_you_mean("h" * 65, ["h" * 63]) is None
    assert did_you_mean("h" * 64, ["h" * 63]) == "h" * 63


def test_letters_that_look_alike_are_near_but_not_equal() -> None:
    """A Cyrillic letter counts as a mistyped one: enough others must agree."""
    assert did_you_mean("\u0421RSS", ["CRSS"]) == "CRSS"
    assert did_you_mean("\u0421\u0420\u0420S", ["CPRS"]) is None


def test_the_answer_does_not_depend_on_the_order() -> None:
    """Two words that are as near as each other, or differ only in case, give the same answer either way round."""
    assert did_you_mean("hourz", ["hours", "hourx"]) == did_you_mean("hourz", ["hourx", "hours"])
    assert did_you_mean("crss", ["Crss", "CRSS"]) == did_you_mean("crss", ["CRSS", "Crss"]) == "CRSS"
