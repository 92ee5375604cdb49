"""What YAML forbids although its library reads it."""

from __future__ import annotations

import pytest

from peercert.reading import read_text
from reading.refusing import refusal, told

SYNTAX = "yaml-syntax"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: [b,\nc]\n", (2, 1)),
        ("a:\n  b: {c: d,\n  e: f}\n", (3, 1)),
        ("- [\n\tb,\n c\n ]\n", (2, 1)),
        ('a: "b\nc"\n', (2, 1)),
        ("a: 'b\n\tc'\n", (2, 1)),
        ("- a: [b,\n  c]\n", (2, 1)),
    ],
)
def test_lines_inside_brackets_and_quotes_start_further_in_than_their_key(text: str, place: tuple[int, int]) -> None:
    """A person might take such a line for a key or an item of its own."""
    assert told(text) == [(SYNTAX, *place)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: [\n  b\n]\n", {"a": ["b"]}),
        ("a:\n  b: {\n    c: d\n  }, # end\n".replace(",", ""), {"a": {"b": {"c": "d"}}}),
        ("[a,\nb]\n", ["a", "b"]),
        ('{"a": {\n"b": "c\nd"\n}}\n', {"a": {"b": "c d"}}),
        ('a: "b\n\n c"\n', {"a": "b\nc"}),
        ("- [a,\n b]\n- c\n", [["a", "b"], "c"]),
    ],
)
def test_closing_brackets_may_stand_under_their_key_and_a_whole_text_needs_no_margin(text: str, value: object) -> None:
    """As many people write it, and it misleads nobody."""
    assert read_text(text, "p").value == value


def test_blank_lines_of_a_block_go_no_further_in_than_its_first_line() -> None:
    """Unless its sign says how far in it is."""
    assert told("a: |\n   \n  b\n") == [(SYNTAX, 3, 3)]
    assert told("a: |\n \n   \n # b\n") == [(SYNTAX, 4, 1)]
    assert read_text("a: |2\n   \n  b\n", "p").value == {"a": " \nb\n"}
    assert read_text("a: |\n  b\n\n     c\n", "p").value == {"a": "b\n\n   c\n"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('a: "b"# c\n', (1, 7)),
        ("a: [b]#c\n", (1, 7)),
        ("a: [b,#c\n  d]\n", (1, 7)),
        ("a: ># c\n  b\n", (1, 5)),
        ("[b]#c", (1, 4)),
        ("[#c\n]", (1, 2)),
    ],
)
def test_a_comment_has_a_blank_before_it(text: str, place: tuple[int, int]) -> None:
    """Without one it could be part of the text."""
    (problem,) = refusal(text)

    assert (problem.code, problem.line, problem.column) == (SYNTAX, *place)
    assert f"{problem.message} {problem.hint}" == (
        "A comment needs a blank before its #. Put a blank before it, or put the text in quotes."
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: b#c # d#e\n", {"a": "b#c"}),
        ('a: "b#c"\nd: e # f\n', {"a": "b#c", "d": "e"}),
        ("a: |\n  b#c\n# d#e\n", {"a": "b#c\n"}),
        ("#a#b\nc: [d#e, f] # g\n", {"c": ["d#e", "f"]}),
        ("# a\nb: c", {"b": "c"}),
    ],
)
def test_the_sign_of_a_comment_inside_a_text_is_part_of_it(text: str, value: object) -> None:
    """And inside a comment, too."""
    assert read_text(text, "p").value == value


@pytest.mark.parametrize("text", ["[-]\n", "a: [b, -]\n", "a: -\n"])
def test_a_dash_alone_is_no_value(text: str) -> None:
    """It begins an item, and the item is missing."""
    assert [code for code, _, _ in told(text)] in (["empty-value"], [SYNTAX])


def test_what_starts_too_far_out_is_told_with_what_to_do() -> None:
    """In words that need no knowledge of YAML."""
    assert [str(problem) for problem in refusal("a: [b,\nc]\n")] == [
        "p:2:1: This line starts too far out for what it belongs to. Put more spaces before it."
    ]
    assert [str(problem) for problem in refusal("a: |\n   \n # b\n")] == [
        "p:3:1: The blank lines above this one start further in than it does. Take the spaces out of the blank lines."
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: |\nb: c\n", {"a": "", "b": "c"}),
        ("a: |\n   \nb: c\n", {"a": "", "b": "c"}),
        ("a:\n - b: |+\n      \n   c: d\n", {"a": [{"b": "\n", "c": "d"}]}),
        ("a: |\n  \n  b\n", {"a": "\nb\n"}),
        ("a: |\n b\n     \n c\n", {"a": "b\n    \nc\n"}),
    ],
)
def test_blank_lines_elsewhere_are_part_of_the_text(text: str, value: object) -> None:
    """As far in as the first line, or below it; and a block may be empty."""
    assert read_text(text, "p").value == value
