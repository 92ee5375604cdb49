"""Lines and columns."""

import pytest

from peercert.reading.lines import Lines


@pytest.mark.parametrize(
    ("index", "place"), [(0, (1, 1)), (1, (1, 2)), (2, (1, 3)), (3, (2, 1)), (5, (3, 1)), (8, (4, 1)), (9, (4, 2))]
)
def test_every_kind_of_line_end_counts_once(index: int, place: tuple[int, int]) -> None:
    r"""A line ends with \n, \r or \r\n, and columns start again at 1."""
    assert Lines("ab\nc\rd\r\nef").place(index) == place


def test_a_line_that_is_not_there_starts_where_the_last_one_does() -> None:
    """The start of a line past the end is that of the last line."""
    lines = Lines("ab\ncd")

    assert lines.start(2) == 3
    assert lines.start(9) == 3
