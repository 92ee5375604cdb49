"""Cells of a spreadsheet."""

from __future__ import annotations

import pytest

from peercert.render.cells import guarded


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "'=1", '"=1', "＝1"])
def test_what_could_be_a_formula_is_text(text: str) -> None:
    """An apostrophe goes before it, blanks and quotes ahead of the sign or not."""
    assert guarded(text).startswith("'")


@pytest.mark.parametrize("text", ["", "jo", "0.5", "<5", "11 to 17", "a=b", "ms.cpss.exam"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    """Nothing is added where nothing could happen."""
    assert guarded(text) == text


def test_what_acts_on_a_terminal_is_spelled_out() -> None:
    """A table may be looked at with other programs too."""
    assert guarded("a\x1b[2Jb") == "a\\u001b[2Jb"
