"""Signs, colour and width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercert.logic import Outcome
from peercert.render.style import Style, one_line, safe


@pytest.mark.parametrize(
    ("outcome", "sign", "plain"),
    [
        (Outcome.MET, "✓", "[x]"),
        (Outcome.UNMET, "✗", "[ ]"),
        (Outcome.UNKNOWN, "?", "[?]"),
        (Outcome.NOT_APPLICABLE, "-", "[-]"),
    ],
)
def test_every_outcome_has_a_sign_of_its_own(outcome: Outcome, sign: str, plain: str) -> None:
    """The sign alone tells the outcome, with or without colour, and in plain ASCII too."""
    assert Style().mark(outcome) == sign
    assert Style(signs=False).mark(outcome) == plain
    assert sign in Style(colour=True).mark(outcome)


def test_colour_is_only_written_where_it_is_wanted() -> None:
    """Without colour a text is as it was; with it, it ends in plain again."""
    assert Style().paint("no", "bold", "red") == "no"
    assert Style(colour=True).paint("no", "bold", "red") == "\x1b[1;31mno\x1b[0m"


@pytest.mark.parametrize(
    ("text", "expected"), [("a · b … “c” – d’s", 'a - b ... "c" - d\'s'), ("Zoë", "Zo\\xeb"), ("plain", "plain")]
)
def test_a_stream_without_signs_gets_ascii(text: str, expected: str) -> None:
    """What has a near spelling gets it; the rest is shown by its code, and nothing is lost."""
    assert Style(signs=False).fit(text) == expected
    assert Style().fit(text) == text


@given(st.text(max_size=80), st.integers(1, 200), st.integers(0, 8))
def test_no_line_is_wider_than_the_width(text: str, width: int, indent: int) -> None:
    """However narrow the stream is said to be, 30 columns are used; however wide, 100."""
    lines = Style(width).wrap(text, indent).splitlines()

    assert max((len(line) for line in lines), default=0) <= min(max(width, 30), 100)


def test_lines_after_the_first_hang() -> None:
    """What belongs to a line stands under it."""
    assert Style(30).wrap("- one two three four five six seven", 0, hang=2) == "- one two three four five six\n  seven"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jo\x1b[2Jan", "Jo\\u001b[2Jan"),
        ("Jo\x9b2J", "Jo\\u009b2J"),
        ("\u202eevil", "\\u202eevil"),
        ("a\u2028b", "a\\u2028b"),
        ("\x07", "\\u0007"),
        ("::error::no", "\\u003a:error\\u003a:no"),
        ("##[error]no", "\\u0023#[error]no"),
        ("a: b, https://e.example, # 3", "a: b, https://e.example, # 3"),
        ("Zoë Åström-O’Neil 李", "Zoë Åström-O’Neil 李"),
    ],
)
def test_what_could_act_on_a_terminal_is_shown_and_not_sent(text: str, expected: str) -> None:
    """Names are written as they are; anything that a terminal would obey is written as its code."""
    assert safe(text) == expected


def test_a_text_on_one_line_has_no_line_ends_and_nothing_that_acts() -> None:
    """Line ends and tabs become blanks; the rest, signs that XML forbids among it, is spelled out."""
    assert one_line("a\nb\tc\r\x1bd\ufffee") == "a b c\\u000d\\u001bd\\ufffee"
