"""The short cuts through JSON text: which texts take them, and that none of them leads past a refusal."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercert.reading import Value, json_text, read_text
from peercert.reading.json_text import _is_flat, _is_odd, _needs_a_look, _quickly

from .refusing import refusal, told

ODD: Value = ["\0"]
"""A value that is refused wherever it is looked at."""


def test_a_good_text_is_read_without_a_closer_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever words, escapes and brackets stand in it; the closer look takes a hundred times as long."""
    monkeypatch.delattr(json_text, "_look_closely")

    assert read_text('{"a": ["null", "x\\n"]}', "p", syntax="json").value == {"a": ["null", "x\n"]}
    assert read_text(f"[{','.join(['{}'] * 40)}]", "p", syntax="json").value == [{}] * 40
    assert read_text("[" + ",".join(['["]"]'] * 40) + "]", "p", syntax="json").value == [["]"]] * 40


def test_the_quick_way_gives_the_value() -> None:
    """And nothing for what it cannot read, for a null, and for a key that is written twice."""
    assert _quickly('{"a": [1, true]}') == {"a": ["1", True]}
    assert [_quickly(text) for text in ("{", "null", '{"a": 1, "a": 1}', "NaN", "[" * 200_000)] == [None] * 5


def test_what_is_no_json_never_becomes_a_value(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even if the closer look found nothing wrong with it."""
    monkeypatch.setattr(json_text, "_look_closely", lambda *_: None)

    with pytest.raises(json.JSONDecodeError):
        read_text("{", "p", syntax="json")


@pytest.mark.parametrize(
    ("text", "looked"),
    [
        ('["a"]', False),
        ('["nil"]', False),
        ('["null"]', True),
        (r'["\n\t\"\\\/\u00e9"]', False),
        (r'["\u0000"]', True),
        (r'["\u200b"]', True),
        (r'["\b"]', True),
        ('"' + "x" * 49_998 + '"', False),
        ('"' + "x" * 49_999 + '"', True),
        ("[" * 32 + "]" * 32, False),
        ("[" * 33 + "]" * 33, True),
        ("[" + ",".join(["{}"] * 40) + "]", False),
        ('["]",' + ",".join(["{}"] * 31) + "]", False),
        ('["]",' + ",".join(["{}"] * 32) + "]", True),
    ],
)
def test_a_value_is_looked_at_where_the_text_may_hide_something(text: str, looked: bool) -> None:
    """A null, an escape that may spell a refused character, too many levels, or more than the tree may hold."""
    assert _needs_a_look(text, ODD) is looked


@pytest.mark.parametrize("text", ['["null"]', r'["\u00a0"]', '["]",' + ",".join(["{}"] * 40) + "]"])
def test_a_good_value_needs_no_closer_look(text: str) -> None:
    """Though its text might have hidden something."""
    assert _needs_a_look(text, json.loads(text)) is False


@pytest.mark.parametrize(
    ("text", "flat"),
    [
        ('{"a": [1, {"b": "c"}], "d": {}}', True),
        ("[" * 32 + "]" * 32, True),
        ("[" * 33 + "]" * 33, False),
        ('{"a":' * 33 + "1" + "}" * 33, False),
        ('["["]', False),
        ('{"]": 1}', False),
        (r'["\""]', False),
        (r'["\"]\"",' * 33 + "1" + r',"\"[\""]' * 33, False),
    ],
)
def test_a_text_is_flat_where_no_brackets_are_left(text: str, flat: bool) -> None:
    """After 32 levels; brackets and escaped quotes inside quotes leave it open, also where they would cancel out."""
    assert _is_flat(text) is flat


@given(st.integers(30, 36), st.lists(st.text(st.sampled_from('[]{}"\\a'), max_size=6), max_size=4))
def test_what_is_called_flat_is_never_too_deep(levels: int, words: list[str]) -> None:
    """Whatever stands in its quotes."""
    assert not (_is_flat("[" * levels + json.dumps(words) + "]" * levels) and levels + 1 > 32)


def nested(levels: int) -> Value:
    """Return lists inside each other."""
    value: Value = []
    for _ in range(levels - 1):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("value", "odd"),
    [
        (None, True),
        ("a", False),
        ("\0", True),
        (True, False),
        (["a", "b"], False),
        (["a", None], True),
        ({"a": {"b": ["c"]}}, False),
        ({"a": {"b": [None]}}, True),
        ({"\x07": "a"}, True),
        ({"a": "\u202e"}, True),
        (nested(32), False),
        (nested(33), True),
    ],
)
def test_a_value_is_odd_where_something_in_it_is_refused(value: Value | None, odd: bool) -> None:
    """A null, a hidden character in a key or a text, or a level too many, wherever it is."""
    assert _is_odd(value) is odd


def test_a_complaint_that_nobody_has_heard_of_is_told_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """A later Python may say something new; it is never passed on."""
    monkeypatch.setattr(json_text, "_KNOWN", {})

    assert [str(problem) for problem in refusal('{"a" 1}', "json")] == [
        "p:1:6: This is not spelled as JSON. Check the commas, colons, quotes and brackets."
    ]


@pytest.mark.parametrize("pair", ["[]", "{}"])
def test_a_text_that_holds_too_much_is_told_where_it_does(pair: str) -> None:
    """Here at the end of a list or mapping: the fifty thousandth of the starts, ends and words."""
    assert told(f"[1{f',{pair}' * 25_000}]", "json") == [("too-large", 1, 74_999)]
