"""Comments are found wherever they stand, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from peercert.reading.comments import comments


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("# first\nid: me  # behind a value\n", ["# first", "# behind a value"]),
        ("id: a#b\nname: 'x # y'\n", []),
        ('name: "x # y" # z\n', ["# z"]),
        ("training: [ # in a list\n  {id: T-01}, # another\n]\n# last", ["# in a list", "# another", "# last"]),
        ("name: |\n  # a line of text\nid: me\n", []),
        ("# Zoë, œuvre, 木  \nid: me # 木\n", ["# Zoë, œuvre, 木", "# 木"]),
        ("## ours\n#without a space\r\nid: me\r\n", ["## ours", "#without a space"]),
    ],
)
def test_each_comment_is_found_as_it_is_written(text: str, found: list[str]) -> None:
    """Above, behind, inside and below values; a sign inside a text is no comment."""
    assert comments(text) == found
