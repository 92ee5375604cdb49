"""JSON text."""

import pytest

from peercert.reading import read_text
from peercert.reading.json_text import _DEPTH_LIMIT, _SURELY_SHORT
from peercert.reading.tree import DEPTH_LIMIT, EVENT_LIMIT

from .refusing import kinds, refusal, told

COMMA = "Put text in double quotes, and check for a comma too many."
KEY = "A key in double quotes is missing here. Put the key in double quotes, and check for a comma too many."
BACKSLASH = r"A backslash in these quotes does not spell a character. Write \\ if the backslash is part of the text."
SEPARATOR = "A comma or a closing bracket is missing here. Check the text before this place too."
EARLY = "The file ends too early. Check that every bracket and brace is closed."


def test_numbers_are_plain_words_and_yes_and_no_are_bools() -> None:
    """A number keeps every digit it was written with; true and false are what JSON says they are."""
    text = '{"a": 1.50, "b": -0, "c": 12345678901234567890123, "d": 1e3, "e": true, "f": false, "g": "7", "h": [{}]}'

    assert kinds(read_text(text, "p", syntax="json").value) == {
        "a": ("Plain", "1.50"), "b": ("Plain", "-0"), "c": ("Plain", "12345678901234567890123"),
        "d": ("Plain", "1e3"), "e": ("bool", True), "f": ("bool", False), "g": ("str", "7"), "h": [{}],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('{"a" 1}', 'p:1:6: A colon is missing after the key. Write it as in "hours": 24.'),
        ('{"a": }', f"p:1:7: A value is missing here. {COMMA}"),
        ('{"a": tru}', f"p:1:7: A value is missing here. {COMMA}"),
        ("{a: 1}", f"p:1:2: {KEY}"),
        ("{'a': 1}", f"p:1:2: {KEY}"),
        ("[1 2]", f"p:1:4: {SEPARATOR}"),
        ('{"a": 1\n"b": 2}', f"p:2:1: {SEPARATOR}"),
        ("[01]", f"p:1:3: {SEPARATOR}"),
        ("[1}", f"p:1:3: {SEPARATOR}"),
        ('["x', "p:1:2: The quotes that open here are never closed. Add the closing quote."),
        ('["x\ty"]', r"p:1:4: A tab or the end of a line stands inside quotes. Write \t or \n instead."),
        ('["null\n"]', r"p:1:7: A tab or the end of a line stands inside quotes. Write \t or \n instead."),
        (r'["\q"]', f"p:1:3: {BACKSLASH}"),
        (r'["\u12"]', f"p:1:4: {BACKSLASH}"),
        ("[1,2", f"p:1:5: {EARLY}"),
        ('{"a": 1,\r\n "b":\r\n', f"p:2:6: {EARLY}"),
    ],
)
def test_a_broken_text_is_told_in_its_authors_words(text: str, line: str) -> None:
    """What the library complains of is said in plain words, with the place."""
    (problem,) = refusal(text, "json")

    assert str(problem) == line
    assert problem.code == "json-syntax"


@pytest.mark.parametrize("text", ["[1,]", '{"a": 1,}'])
def test_a_comma_too_many_is_told(text: str) -> None:
    """Python's own words for this have changed, and its place by one; the line has not."""
    (problem,) = refusal(text, "json")

    assert (problem.code, problem.line) == ("json-syntax", 1)
    assert "comma too many" in str(problem)


def test_text_after_the_end_is_told() -> None:
    """A second value, as in JSON Lines, is not read over."""
    (problem,) = refusal('{"a": 1}\n{"a": 2}', "json")

    assert str(problem) == "p:2:1: There is more text after the value has ended. Check for a bracket too many."
    assert problem.code == "trailing-text"


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_what_is_not_a_number_is_refused(word: str) -> None:
    """Words for numbers that cannot be counted with are no values."""
    (problem,) = refusal(f'{{"a": 1,\n "hours": {word}}}', "json")

    assert str(problem) == (
        "p:2:11: NaN and Infinity are not numbers that can be counted with. "
        "Write the number, or leave the key out if it is not known."
    )
    assert problem.code == "not-a-number"


def test_a_text_about_such_words_is_no_such_word() -> None:
    """In quotes, null and NaN are text."""
    assert read_text('["null", "NaN", "annulled"]', "p", syntax="json").value == ["null", "NaN", "annulled"]


def test_a_null_is_refused_in_the_words_of_yaml() -> None:
    """Nothing is written by leaving the key out, in JSON too."""
    first, second = refusal('{"a": null,\n "b": [null]}', "json")

    assert str(first) == ("p:1:7: A value is missing here. Leave the key out if it is not known, or write `declined`.")
    assert str(second) == "p:2:8: A value is missing here. Write the item, or delete it."
    assert first.code == second.code == "empty-value"
    assert told("null", "json") == [("empty-value", 1, 1)]


def test_a_key_written_twice_names_both_lines() -> None:
    """Where JSON readers keep the last one without a word, both are told."""
    (problem,) = refusal('{"x": [{"hours": 1,\r\n "hours": 2}]}', "json")

    assert str(problem) == (
        'p:2:2: The key "hours" is written twice in one mapping, on lines 1 and 2. '
        "Keep the right one and delete the other."
    )


def test_a_key_may_be_spelled_in_two_ways_and_is_still_one() -> None:
    """An escape does not make another key of it."""
    assert told(r'{"a": 1, "\u0061": 2}', "json") == [("duplicate-key", 1, 10)]


def test_every_problem_is_told_at_once() -> None:
    """Problems before a broken place are told with it."""
    assert told('{"a": null, "b": NaN, "a": "\\u0000",\n "c" 1}', "json") == [
        ("empty-value", 1, 7),
        ("not-a-number", 1, 18),
        ("duplicate-key", 1, 23),
        ("bad-character", 1, 28),
        ("json-syntax", 2, 6),
    ]


@pytest.mark.parametrize("text", ["", "  \r\n"])
def test_an_empty_file_is_refused(text: str) -> None:
    """A file without anything is told as such, not as broken."""
    assert told(text, "json") == [("empty-file", None, None)]


@pytest.mark.parametrize(
    "deep", ["[" * 32 + "]" * 32, '{"a":' * 31 + '["]}"]' + "}" * 31, "[" * 32 + r'"\""' + "]" * 32]
)
def test_thirty_two_levels_are_read(deep: str) -> None:
    """The deepest text that is allowed is read, whatever stands in its quotes."""
    assert read_text(deep, "p", syntax="json").source == "p"


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("[" * 33 + "]" * 33, 33),
        ("[" * 200_000, 33),
        ("[" * 5_000 + "]" * 5_000, 33),
        ('{"a":' * 33 + "1" + "}" * 33, 161),
        ('["]]]]",' * 33 + "1" + "]" * 33, 257),
        (r'["\"]",' * 33 + "1" + "]" * 33, 225),
    ],
)
def test_the_thirty_third_level_is_refused(text: str, column: int) -> None:
    """One level more is refused where it starts; brackets in quotes do not hide it."""
    assert told(text, "json") == [("too-deep", 1, column)]


@pytest.mark.parametrize(
    ("row", "value"),
    [('{"a": "x"}', "x"), ('{"a": "[{"}', "[{"), (r'{"a": "[{\u00e9\""}', '[{é"'), ('{"a": "null"}', "null")],
)
def test_many_brackets_side_by_side_are_not_deep(row: str, value: str) -> None:
    """A long list of mappings is read, with or without escapes and brackets in quotes."""
    assert read_text(f"[{','.join([row] * 40)}]", "p", syntax="json").value == [{"a": value}] * 40


def test_a_long_text_is_held_to_the_limit_of_yaml() -> None:
    """A list of 49,997 numbers, with the start and end of the list and of the text, is the longest that is read."""
    longest = ",".join(["1"] * 49_997)

    assert len(read_text(f"[{longest}]", "p", syntax="json").value) == 49_997  # type: ignore[arg-type]  # a list
    assert [code for code, _, _ in told(f"[{longest},1]", "json")] == ["too-large"]


def test_the_quick_look_and_the_close_look_know_the_same_limits() -> None:
    """The quick way, which does without the tree, keeps the tree's limits."""
    assert _DEPTH_LIMIT == DEPTH_LIMIT
    assert _SURELY_SHORT <= EVENT_LIMIT
