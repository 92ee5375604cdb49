"""Text for Markdown is shown as it is."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from peercert.render.markdown import link, plain, table
from peercert.render.style import safe

from .hostile import HOSTILE

PLACES = ("{}", "- {}", "1. {}", "## {}", "Said: {} and so on", "> {}", "para\n{}")
"""Where a text may stand in a page."""

BLANK = "\u200b"
"""The blank without width that parts what a web page would link."""


def tokens(page: str) -> list[Token]:
    """Read a page as GitHub does, with its tables, strokes and links made of bare addresses."""
    found = MarkdownIt("gfm-like").parse(page)
    return [inner for token in found for inner in (token, *(token.children or ()))]


def kinds(page: str) -> list[str]:
    """Return of what a page is made."""
    return [token.type for token in tokens(page) if token.type not in ("text", "text_special")]


def words(page: str) -> str:
    """Return what a page shows."""
    return "".join(token.content for token in tokens(page) if token.type in ("text", "text_special"))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_a_text_stays_text_wherever_it_stands(place: str, text: str) -> None:
    """It makes no link, picture, markup, heading, list or line of its own: the page has the parts of any other."""
    page = place.format(plain(text))

    assert kinds(page) == kinds(place.format("word"))
    assert " ".join(safe(text).split()) in words(page).replace(BLANK, "")


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_a_text_stays_in_its_cell(text: str) -> None:
    """A table has the same cells whatever stands in them, its titles too."""
    page = table(["Who", text], [["word", text], [text, "word"]])

    assert kinds(page) == kinds(table(["Who", "word"], [["word", "word"], ["word", "word"]]))
    assert words(page).replace(BLANK, "").count(" ".join(safe(text).split())) >= 3


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Ask for 1 more reference.", "Ask for 1 more reference."),
        ("CRSS & CPRS, at 10:30, for $300", "CRSS & CPRS, at 10:30, for $300"),
        ("file.yaml:6:15: Unknown key.", "file.yaml:6:15: Unknown key."),
        ("Set in 2026. A well-kept list", "Set in 2026. A well-kept list"),
        ("2026.11", "2026.11"),
        ("Add `verified_by`.", "Add \\`verified\\_by\\`."),
        ("@team", "@&#8203;team"),
        ("https://e.example", "https:&#8203;//e.example"),
        ("WWW.e.example", "WWW&#8203;.e.example"),
    ],
)
def test_only_what_would_act_is_changed(text: str, written: str) -> None:
    """The page can be read without a web page, too."""
    assert plain(text) == written


def test_an_address_is_a_link_whatever_signs_it_holds() -> None:
    """Underscores stay, and a sign that would end the link is written by its number."""
    page = link("https://e.example/a_b?c=1&d=2>|<x>")

    assert page == "<https://e.example/a_b?c=1&d=2%3E%7C%3Cx%3E>"
    assert kinds(page).count("link_open") == 1
