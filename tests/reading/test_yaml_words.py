"""Words for broken YAML."""

import pytest
import yaml

from peercert.errors import FileError
from peercert.reading import read_text, yaml_text
from peercert.reading.yaml_words import syntax_words

from .refusing import refusal

LEVEL = "Check that this line starts as far in as its neighbours."
QUOTES = "Add the closing quote."
TAB = "A tab stands where spaces belong. Start the line with spaces."
SIGN = "A value cannot start with this sign. Put the value in quotes."
COLON = (
    "A colon stands where none can be read. "
    f"Put text with a colon in quotes, and look for a colon that is missing above. {LEVEL}"
)
NO_COLON = "A colon is missing here or on the line above. Write a colon and a space after the key, as in `hours: 24`."
OPEN = f"The quotes that open here are never closed. {QUOTES}"
BACKSLASH = (
    "The backslash in these quotes does not spell a character. "
    "Write the character itself, or use single quotes if the backslash is part of the text."
)
BRACE = "A comma or the closing brace } is missing. Check the text before this place too."
BRACKET = "A comma or the closing bracket ] is missing. Check the text before this place too."
FIT = f"This line does not fit the lines above it. {LEVEL}"
MISSING = "A value is missing here. Write the value, or delete the comma or colon before it."
BAR = "Nothing but the sign | or > may stand here. Start the text on the next line."
TAG = "Tags, which start with !, are not used here. Leave the tag out, or put text that starts with ! in quotes."
ANCHOR = "A name is missing after & or *. Put text that starts with & or * in quotes."

BROKEN = [
    ("a: 1\n\tb: 2\n", "yaml-syntax", f"p:2:1: {TAB}"),
    ("a:\n\t- b\n", "yaml-syntax", f"p:2:1: {TAB}"),
    ("a:\n  b: 1\n \tc: 1\n", "yaml-syntax", f"p:3:2: {TAB}"),
    ("a: 1\n b:\t2\n", "yaml-syntax", f"p:2:3: {COLON}"),
    ("a: @x\n", "yaml-syntax", f"p:1:4: {SIGN}"),
    ("a: `x`\n", "yaml-syntax", f"p:1:4: {SIGN}"),
    ("a: %x\n", "yaml-syntax", f"p:1:4: {SIGN}"),
    ("a: b: c\n", "yaml-syntax", f"p:1:5: {COLON}"),
    ("hours 24\nb: 1\n", "yaml-syntax", f"p:2:2: {COLON}"),
    ("a: 1\n  b: 2\n", "yaml-syntax", f"p:2:4: {COLON}"),
    ("a: - b\n", "yaml-syntax", f"p:1:4: A list item cannot start here. Put its dash on a line of its own. {LEVEL}"),
    ("a: ? b\n", "yaml-syntax", f"p:1:4: A key cannot start here. {LEVEL}"),
    ("a: 1\nb\n", "yaml-syntax", f"p:2:1: {NO_COLON}"),
    ("a: 'x\nb: 2\n", "yaml-syntax", f"p:1:4: {OPEN}"),
    ('a: 1\nb: "x\n', "yaml-syntax", f"p:2:4: {OPEN}"),
    ('a: "\\xZZ"\n', "yaml-syntax", f"p:1:7: {BACKSLASH}"),
    ("a: {b: 1\n", "yaml-syntax", f"p:1:4: {BRACE}"),
    ("a: {b\n", "yaml-syntax", f"p:1:4: {BRACE}"),
    ("a: {b: 1 c: 2}\n", "yaml-syntax", f"p:1:11: {BRACE}"),
    ("a: [1 2\n", "yaml-syntax", f"p:1:4: {BRACKET}"),
    ("a: [1, 2\nb: 3\n", "yaml-syntax", f"p:2:2: {BRACKET}"),
    ("a:\n    b: 1\n  c: 2\n", "yaml-syntax", f"p:3:3: {FIT}"),
    ("- a\nb: 1\n", "yaml-syntax", f"p:2:1: {FIT}"),
    ("a: 1\n]\n", "yaml-syntax", f"p:2:1: {FIT}"),
    ("a: ]\n", "yaml-syntax", f"p:1:4: {MISSING}"),
    ("a: [1,,2]\n", "yaml-syntax", f"p:1:7: {MISSING}"),
    ("a: 1\n...\nb: 1\n", "yaml-syntax", f"p:3:1: This text comes after the end of the document. {LEVEL}"),
    ("a: | x\n y\n", "yaml-syntax", f"p:1:6: {BAR}"),
    ("a: |0\n y\n", "yaml-syntax", f"p:1:5: {BAR}"),
    ("a: *\n", "anchor", f"p:1:4: {ANCHOR}"),
    ("a: & b\n", "anchor", f"p:1:5: {ANCHOR}"),
    ("a: !<x\n", "tag", f"p:1:4: {TAG}"),
    ("a: !x!y z\n", "tag", f"p:1:4: {TAG}"),
    ("a: !%FF z\n", "tag", f"p:1:5: {TAG}"),
]


@pytest.mark.parametrize("parser", [yaml_text.Parser, yaml.BaseLoader])
@pytest.mark.parametrize(("text", "code", "line"), BROKEN)
def test_a_broken_text_is_told_in_its_authors_words(
    text: str, code: str, line: str, parser: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the library complains of, in either of its parsers, is said in plain words, with the place."""
    monkeypatch.setattr(yaml_text, "Parser", parser)

    (problem,) = refusal(text)

    assert str(problem) == line
    assert problem.code == code


def test_a_sign_that_no_backslash_goes_with_is_told() -> None:
    """An escape that does not exist gets the same words as one that is not complete."""
    assert str(refusal('a: "\\q"\n')[0]) == f"p:1:5: {BACKSLASH}"


def test_a_tag_that_spells_no_character_is_still_a_tag() -> None:
    """Half a character, spelled in bytes in a tag, is no reason for anything but a refusal."""
    (problem,) = refusal("a: !%ED%A0%80 z")

    assert problem.code == "tag"


def test_a_complaint_that_nobody_has_heard_of_is_told_all_the_same() -> None:
    """A future version of the library may say something new; it is never passed on."""
    words = syntax_words(yaml.YAMLError("text of the file"), "a: 1")

    assert words == (
        "yaml-syntax",
        None,
        "This is not spelled as YAML.",
        "Check the indentation, colons, quotes and brackets.",
    )


def test_nothing_of_a_broken_file_is_shown() -> None:
    """Neither the words, nor the error, nor what it was raised from holds any of the text."""
    with pytest.raises(FileError) as caught:
        read_text("diagnosis: private: word\n", "p")

    assert "private" not in str(caught.value)
    assert "private" not in str(caught.value.problems)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_a_complaint_without_a_place_is_told_without_one() -> None:
    """As a future version of the library may have them."""
    words = syntax_words(yaml.MarkedYAMLError(problem="found a tab character"), "a: 1")

    assert (words.place, words.message) == (None, "A tab stands where spaces belong.")
