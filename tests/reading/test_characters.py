"""Bytes and characters."""

import pytest

from peercert.errors import FileError, Problem
from peercert.reading import Syntax, read_bytes, read_text

from .refusing import kinds, refusal, told

REFUSED = [
    *range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0x200B, 0x2028, 0x2029,
    0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF, 0xFFFE, 0xFFFF,
]  # fmt: skip


def problem_of(data: bytes) -> Problem:
    """Read bytes that must be refused for one thing."""
    with pytest.raises(FileError) as caught:
        read_bytes(data, "p")
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize("code", REFUSED)
@pytest.mark.parametrize("syntax", ["yaml", "json"])
def test_a_refused_character_is_named_with_its_place(code: int, syntax: Syntax) -> None:
    """A raw refused character is named by its number, with the line and column where it stands."""
    (problem,) = refusal(f'{{"a": 1,\n"b": "x{chr(code)}y"}}', syntax)

    assert str(problem) == (
        f"p:2:8: The character U+{code:04X} may not stand in a file. Delete it, or type this part of the line again."
    )
    assert problem.code == "bad-character"


@pytest.mark.parametrize("escape", [r"\u0000", r"\u001b", r"\b", r"\u007f", r"\u0085", r"\u200b", r"\u202e", r"\uFEFF"])
@pytest.mark.parametrize("syntax", ["yaml", "json"])
def test_a_refused_character_may_not_hide_in_an_escape(escape: str, syntax: Syntax) -> None:
    """An escape in quotes spells no character that may not stand there itself; a key has no more right than a value."""
    assert told(f'{{"a": "x{escape}"}}', syntax) == [("bad-character", 1, 7)]
    assert told(f'{{"x{escape}": "a"}}', syntax) == [("bad-character", 1, 2)]


@pytest.mark.parametrize("escape", [r"\0", r"\a", r"\e", r"\N", r"\L", r"\P", r"\x9b"])
def test_the_short_escapes_of_yaml_hide_nothing_either(escape: str) -> None:
    """YAML has names of its own for some characters; those are looked through as well."""
    assert told(f'a: 1\nb: "{escape}"') == [("bad-character", 2, 4)]


@pytest.mark.parametrize("escape", [r"\ud800", r"\udfff", r"\ud800x"])
def test_half_a_character_is_refused_in_json(escape: str) -> None:
    """A surrogate without its partner is no character."""
    assert told(f'["{escape}"]', "json") == [("bad-character", 1, 2)]


def test_half_a_character_is_refused_in_text() -> None:
    """A text that was never bytes may hold a lone surrogate; it is named by its number."""
    assert refusal("a: \ud800")[0].message == "The character U+D800 may not stand in a file."


@pytest.mark.parametrize("name", ["Zoë", "ن‌ه", "क्‍ष", "e\u0301", "שלום", "👩‍🚀", "a\u00a0b", "\u200f", "\U0010ffff"])
@pytest.mark.parametrize("syntax", ["yaml", "json"])
def test_the_letters_of_names_are_kept(name: str, syntax: Syntax) -> None:
    """Accents, joiners, and letters written from right to left are read as they are."""
    assert read_text(f'{{"name": "{name}"}}', "p", syntax=syntax).value == {"name": name}


def test_an_escaped_pair_is_one_letter_in_json() -> None:
    """JSON spells a letter beyond U+FFFF as two escapes; together they are that letter."""
    assert read_text(r'["\ud83d\ude00"]', "p", syntax="json").value == ["😀"]


def test_a_backslash_that_hides_nothing_is_kept() -> None:
    r"""A doubled backslash before a ``u`` is a backslash, and \t and \n are allowed."""
    assert read_text(r'["\\u0000", "\t\n\u00e9"]', "p", syntax="json").value == [r"\u0000", "\t\né"]
    assert read_text(r'["\\u0000", "\t\n\u00e9"]', "p").value == [r"\u0000", "\t\né"]


def test_all_refused_characters_are_told_at_once_with_what_else_is_wrong() -> None:
    """A refused character does not keep the rest of the file from being read."""
    assert told("a: \x00\nb: \u202e\na: 1\nc: !t 1\n") == [
        ("bad-character", 1, 4),
        ("bad-character", 2, 4),
        ("duplicate-key", 3, 1),
        ("tag", 4, 4),
    ]


def test_a_byte_order_mark_crlf_and_no_last_newline_are_fine() -> None:
    """What Windows programs add is read over, and does not move any place."""
    document = read_bytes(b"\xef\xbb\xbfa: 1\r\nb: x", "p")

    assert kinds(document.value) == {"a": ("Plain", "1"), "b": ("Plain", "x")}
    assert document.place(("a",), key=True) == (1, 1)
    assert document.place(("b",)) == (2, 4)
    assert read_bytes(b'\xef\xbb\xbf{"a": 1}', "p", syntax="json").value == {"a": "1"}


def test_bytes_that_are_not_utf_8_are_told_with_their_line() -> None:
    """The first byte that is not UTF-8 is counted to, in lines and in characters."""
    problem = problem_of("name: é\ncity: Zoë".encode() + b"\xe9\n")

    assert str(problem) == "p:2:10: From here on the file is not saved as UTF-8. Save the file as UTF-8."
    assert problem.code == "not-utf8"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_utf_16_is_recognised(encoding: str) -> None:
    """A file of wide characters is told as such, with or without a byte order mark."""
    problem = problem_of("age: 40\n".encode(encoding))

    assert str(problem) == (
        "p: This file is not saved as UTF-8; it looks like UTF-16 or UTF-32. Save the file as UTF-8."
    )
    assert problem.code == "not-utf8"


@pytest.mark.parametrize("data", ["\ufeffЖ: я\n".encode("utf-16-be"), "aé".encode("utf-16-le")])
def test_wide_characters_are_recognised_by_their_first_bytes(data: bytes) -> None:
    """By the mark alone where no byte is zero, and in a file of two characters."""
    assert "UTF-16" in problem_of(data).message


@pytest.mark.parametrize("data", [b"PK\x03\x04\x14\x00", b"\xd0\xcf\x11\xe0\xa1\xb1"])
def test_a_workbook_is_recognised(data: bytes) -> None:
    """Whoever names a spreadsheet is told how to save it, not about its bytes."""
    assert str(problem_of(data)) == (
        "p: This is a workbook or another packed file, and not a text. Save the sheet as CSV (UTF-8), and name that "
        "file."
    )


def test_a_surrogate_in_bytes_is_not_utf_8() -> None:
    """Half a character cannot be spelled in UTF-8."""
    assert (problem_of(b"a: \xed\xa0\x80").code, problem_of(b"a: \xed\xa0\x80").column) == ("not-utf8", 4)
