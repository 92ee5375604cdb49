"""Growing values from events, and what is refused on the way."""

import pytest

from peercert.reading import read_text, tree

from .refusing import kinds, refusal, told


def test_words_stay_as_they_were_written() -> None:
    """No word is taken for a number, a date or a yes: quotes alone tell plain words from text."""
    text = "{a: NO, b: on, c: 012, d: 1:30, e: 1e3, f: true, g: 2026-01-03, h: .nan, i: '7', j: \"8\"}"

    assert kinds(read_text(text, "p").value) == {
        "a": ("Plain", "NO"), "b": ("Plain", "on"), "c": ("Plain", "012"), "d": ("Plain", "1:30"),
        "e": ("Plain", "1e3"), "f": ("Plain", "true"), "g": ("Plain", "2026-01-03"), "h": ("Plain", ".nan"),
        "i": ("str", "7"), "j": ("str", "8"),
    }  # fmt: skip


def test_mappings_and_lists_keep_their_order_and_shape() -> None:
    """Blocks and brackets spell the same mappings and lists."""
    text = "z: [1, {b: 2}]\na:\n- x\n- - y\n  - {}\n- []\nt: |\n  two\n  lines\n? long\n: last\n"
    value = read_text(text, "p").value

    assert value == {"z": ["1", {"b": "2"}], "a": ["x", ["y", {}], []], "t": "two\nlines\n", "long": "last"}
    assert isinstance(value, dict)
    assert list(value) == ["z", "a", "t", "long"]


@pytest.mark.parametrize(
    ("text", "value"), [("x", "x"), ("[]", []), ("- a\n", ["a"]), ("''", ""), ("a: ''", {"a": ""})]
)
def test_anything_may_stand_at_the_top(text: str, value: object) -> None:
    """Which kind of value a file needs is for its model to say; text in quotes may be empty."""
    assert read_text(text, "p").value == value


def test_a_key_may_be_any_text() -> None:
    """Keys are text too: no key is taken for a number, a yes or a nothing."""
    assert read_text("NO: a\n12: b\nnull: c\n'<<': d\n'': e\n", "p").value == {
        "NO": "a", "12": "b", "null": "c", "<<": "d", "": "e",
    }  # fmt: skip


SECOND = (
    "A second document starts here, but a file holds one. "
    "Give each document a file of its own, or delete the line of dashes."
)
ANCHORS = (
    "Anchors and aliases, which start with & and *, are not used here. "
    "Write the value out at each place, or put text that starts with & or * in quotes."
)
TAGS = "Tags, which start with !, are not used here. Leave the tag out, or put text that starts with ! in quotes."


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: &x 1\n", "anchor", f"p:1:4: {ANCHORS}"),
        ("a: &x [1]\n", "anchor", f"p:1:4: {ANCHORS}"),
        ("a: 1\nb: *x\n", "anchor", f"p:2:4: {ANCHORS}"),
        ("*x : 1\n", "anchor", f"p:1:1: {ANCHORS}"),
        ("&x a: 1\n", "anchor", f"p:1:1: {ANCHORS}"),
        ("a: !!int 1\n", "tag", f"p:1:4: {TAGS}"),
        ("a: !x {}\n", "tag", f"p:1:4: {TAGS}"),
        ("a: ! b\n", "tag", f"p:1:4: {TAGS}"),
        ("!!python/object:os.system a: 1\n", "tag", f"p:1:1: {TAGS}"),
        ("a: 1\n<<: {b: 2}\n", "merge-key", "p:2:1: The merge key << is not used here. Write the keys out one by one."),
        (
            "? [a]\n: 1\n",
            "bad-key",
            "p:1:3: A key must be a word, not a list or a mapping. Write it as in `hours: 24`.",
        ),
        ("{a: 1}: 1\n", "bad-key", "p:1:1: A key must be a word, not a list or a mapping. Write it as in `hours: 24`."),
        ("? \n: 1\n", "bad-key", "p:1:2: A key is missing before the colon. Write it as in `hours: 24`."),
        ("a: 1\n---\nb: 2\n", "many-documents", f"p:2:1: {SECOND}"),
    ],
)
def test_what_yaml_knows_and_a_file_does_not_need_is_refused(text: str, code: str, line: str) -> None:
    """Each refusal says what is wrong, where, and what would be right."""
    (problem,) = refusal(text)

    assert str(problem) == line
    assert problem.code == code


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_a_key_without_a_value_is_refused(nothing: str) -> None:
    """Nothing is written by leaving the key out, so that unknown and none never look alike."""
    (problem,) = refusal(f"a: 1\nb: {nothing}\n")

    assert problem.code == "empty-value"
    assert problem.line == 2
    assert problem.message == "A value is missing here."
    assert problem.hint == "Leave the key out if it is not known, or write `declined`."


def test_an_empty_item_is_refused() -> None:
    """An item of a list has no key to leave out, so the advice is another."""
    (problem,) = refusal("a:\n- b\n- null\n")

    assert str(problem) == "p:3:3: A value is missing here. Write the item, or delete it."


def test_a_file_of_nothing_but_null_is_refused() -> None:
    """A null at the top has no key either."""
    assert str(refusal("null")[0]) == "p:1:1: A value is missing here. Check that this is the right file."


@pytest.mark.parametrize("text", ["", " \n\t\n", "# only a comment\n", "---\n", "--- # nothing\n...\n", "\ufeff"])
def test_an_empty_file_is_refused(text: str) -> None:
    """Nothing, blanks and comments are all an empty file, which has no line to blame."""
    (problem,) = refusal(text)

    assert str(problem) == "p: There is nothing in this file. Check that it was saved."
    assert problem.code == "empty-file"


def test_a_key_written_twice_names_both_lines() -> None:
    """Each later spelling of a key is told, with the line of the first."""
    first, second = refusal("hours: 1\nb:\n  hours: 2\nhours: 3\nhours: 4\n")

    assert str(first) == (
        'p:4:1: The key "hours" is written twice in one mapping, on lines 1 and 4. '
        "Keep the right one and delete the other."
    )
    assert first.code == "duplicate-key"
    assert second.message == 'The key "hours" is written twice in one mapping, on lines 1 and 5.'


def test_a_key_written_twice_on_one_line_names_it_once() -> None:
    """In braces both may stand on one line."""
    assert refusal("{a: 1, 'a': 2}")[0].message == 'The key "a" is written twice in one mapping, on line 1.'


@pytest.mark.parametrize("key", ["Ms Rivera", "1998-04-12", "x" * 42, "é"])
def test_a_key_that_may_be_personal_is_not_shown(key: str) -> None:
    """A key that does not look like the name of a field may be anything, and stays in its file."""
    (problem,) = refusal(f"{key}: 1\n{key}: 2\n")

    assert problem.message == "A key is written twice in one mapping, on lines 1 and 2."
    assert key not in str(problem)


def test_keys_are_compared_inside_a_refused_key_too() -> None:
    """What stands under a key that was refused is still looked through, and blamed on its own lines."""
    assert refusal("a: {x: 1}\na: {y: 1,\n    y: 2}\n")[1].message == (
        'The key "y" is written twice in one mapping, on lines 2 and 3.'
    )


def test_no_problem_is_told_past_the_end_of_the_file() -> None:
    """Where the YAML library counts a line that is not there, the end of the last one is told."""
    assert told("?") == [("bad-key", 1, 2), ("empty-value", 1, 2)]
    assert told("a: 1\n?") == [("bad-key", 2, 2), ("empty-value", 2, 2)]


def test_every_problem_that_allows_going_on_is_told_at_once() -> None:
    """Problems that do not keep the rest from being read are all told, in the order of the file."""
    assert told("a: &x 1\nb:\nc: !t 2\na: 3\n<<: *x\n? [k]\n: ~\n") == [
        ("anchor", 1, 4),
        ("empty-value", 2, 3),
        ("tag", 3, 4),
        ("duplicate-key", 4, 1),
        ("merge-key", 5, 1),
        ("anchor", 5, 5),
        ("bad-key", 6, 3),
        ("empty-value", 7, 3),
    ]


def test_problems_before_a_stop_are_not_lost() -> None:
    """What was found before reading had to stop is told with what stopped it."""
    assert told("a:\nb: [\n") == [("empty-value", 1, 3), ("yaml-syntax", 2, 5)]
    assert told("a:\n---\nb: 1") == [("empty-value", 1, 3), ("many-documents", 2, 1)]


def test_thirty_two_levels_are_read() -> None:
    """The deepest file that is allowed is read."""
    assert read_text("[" * 32 + "]" * 32, "p").source == "p"


@pytest.mark.parametrize("text", ["[" * 33 + "]" * 33, "- " * 33 + "x", "[" * 100_000, "{a: " * 33 + "x" + "}" * 33])
def test_the_thirty_third_level_is_refused(text: str) -> None:
    """One level more is refused where it starts, however deep it would go on."""
    (problem,) = refusal(text)

    assert (problem.code, problem.line) == ("too-deep", 1)
    assert problem.column == (129 if text[0] == "{" else 65 if text[0] == "-" else 33)
    assert problem.message == "Mappings and lists are more than 32 levels deep here."
    assert problem.hint == "Check the indentation and the brackets."


def test_fifty_thousand_events_are_the_limit() -> None:
    """A list of 49,994 words, with the start and end of list, document and stream, is the longest that is read."""
    assert len(read_text("- x\n" * 49_994, "p").value) == 49_994  # type: ignore[arg-type]  # a list

    (problem,) = refusal("- x\n" * 49_995)
    assert problem.code == "too-large"
    assert problem.message == "This file holds more than 50,000 keys and values."
    assert problem.hint == "Check that this is the right file."


def test_reading_stops_where_there_is_too_much() -> None:
    """At the last word that is within the limit; what follows is not looked at."""
    (problem,) = refusal("- x\n" * 60_000)

    assert (problem.line, problem.column) == (49_997, 3)


def test_only_escapes_in_quotes_are_searched_for_hidden_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing else can hide any, for the text itself has been searched before."""
    monkeypatch.delattr(tree, "REFUSED")

    assert read_text('a: "b"\nc: d\n', "p").value == {"a": "b", "c": "d"}
    assert read_text("a: 'b\\0'\nc: d\\0\n", "p").value == {"a": "b\\0", "c": "d\\0"}
