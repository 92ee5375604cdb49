"""Text for a web page is shown as it is."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from peercert.render.hypertext import plain
from peercert.render.style import safe

from .hostile import HOSTILE


class Reader(HTMLParser):
    """Keeps the words of a page, and fails on anything else."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.words += data

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Let nothing else be there."""
        raise AssertionError(tag, attrs)

    handle_endtag = handle_comment = handle_decl = handle_pi = unknown_decl = handle_starttag  # type: ignore[assignment]  # however it is told


@pytest.mark.parametrize("text", [*HOSTILE, "Zoë ✓"], ids=ascii)
def test_a_text_stays_text(text: str) -> None:
    """A page shows it, with what could act on a terminal made visible, and takes none of it for its own."""
    reader = Reader()
    reader.feed(plain(text))
    reader.close()

    assert reader.words == safe(text)


@pytest.mark.parametrize("text", [*HOSTILE, "Zoë ✓"], ids=ascii)
def test_a_text_could_stand_between_quotes(text: str) -> None:
    """Neither kind is left, and no sign that a stream might not know."""
    assert not set("\"'<>") & set(plain(text))
    assert plain(text).isascii()
