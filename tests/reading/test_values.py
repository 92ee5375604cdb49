"""Plain values."""

from peercert.reading import Plain


def test_a_plain_word_is_text_like_any_other() -> None:
    """A plain word compares, hashes and joins like the text it is."""
    word = Plain("NO")

    assert word == "NO"
    assert {"NO": 1}[word] == 1
    assert repr(word) == "'NO'"
    assert isinstance(word, str)


def test_a_plain_word_carries_nothing_but_its_text() -> None:
    """A plain word has no room for more attributes, so a file full of them stays small."""
    assert not hasattr(Plain("1"), "__dict__")
