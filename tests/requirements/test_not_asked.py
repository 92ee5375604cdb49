"""Nothing is asked."""

from build import MET, Raw, because, described, find, outcome, turning

NOTHING: Raw = {"kind": "not_asked"}


def test_it_is_always_met() -> None:
    """Nothing told is enough where nothing is asked."""
    assert outcome(NOTHING, {}) == MET
    assert find(NOTHING, {}).evidence == ()


def test_the_words_are_plain() -> None:
    """It says that nothing is asked."""
    assert described(NOTHING) == "Nothing is asked."
    assert because(NOTHING, {}) == ("By this reading nothing is asked.", None)
    assert turning(NOTHING, {}) == []
