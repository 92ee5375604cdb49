"""The collector of problems."""

import pytest

from peercert.errors import FileError
from peercert.reading.refusals import PROBLEM_LIMIT, Refusals


def test_problems_come_in_the_order_of_the_file() -> None:
    """Whatever the order in which they were found, problems are raised by line and column."""
    refusals = Refusals("p")
    refusals.add("tag", (3, 1), "third")
    refusals.add("tag", (1, 9), "second")
    refusals.add("tag", (1, 2), "first")

    with pytest.raises(FileError) as caught:
        refusals.settle()
    assert [problem.message for problem in caught.value.problems] == ["first", "second", "third"]


def test_nothing_found_is_nothing_raised() -> None:
    """Settling an empty collector does nothing."""
    Refusals("p").settle()


def test_lines_are_those_of_the_file_when_the_text_starts_further_down() -> None:
    """A place in the text is moved to the line on which the text starts."""
    error = Refusals("p", first_line=41).stop("tag", (2, 5), "Here.", "Not so.")

    assert str(error.problems[0]) == "p:42:5: Here. Not so."


def test_a_problem_with_the_whole_file_has_no_line() -> None:
    """A problem without a place names the file alone."""
    assert str(Refusals("p", first_line=41).stop_empty().problems[0]) == (
        "p: There is nothing in this file. Check that it was saved."
    )


def test_a_file_full_of_problems_is_given_up_after_a_hundred() -> None:
    """The hundred and first problem is replaced by a word that there are more."""
    refusals = Refusals("p")
    for line in range(1, 101):
        refusals.add("tag", (line, 1), "Bad.")

    with pytest.raises(FileError) as caught:
        refusals.add("tag", (101, 1), "Bad.")
    assert PROBLEM_LIMIT == 100
    assert len(caught.value.problems) == 101
    assert caught.value.problems[-1].code == "too-many-problems"
    assert str(caught.value.problems[-1]) == (
        "p:101:1: There are more problems from here on; they are not listed. Mend the first ones."
    )


def test_a_broken_line_is_not_blamed_twice() -> None:
    """What stops the reading is not added to a line whose refused character may have caused it."""
    refusals = Refusals("p")
    refusals.add("bad-character", (2, 1), "Bad.")

    assert [problem.code for problem in refusals.stop("yaml-syntax", (2, 7), "Broken.").problems] == ["bad-character"]
    assert [problem.code for problem in refusals.stop("yaml-syntax", (3, 1), "Broken.").problems] == [
        "bad-character",
        "yaml-syntax",
    ]


def test_a_value_after_the_breaking_point_is_not_called_missing() -> None:
    """Where the text breaks off, a value that was only not reached is no problem of its own."""
    refusals = Refusals("p")
    refusals.add("empty-value", (1, 4), "Missing.")
    refusals.add("empty-value", (2, 9), "Missing.")

    error = refusals.stop("yaml-syntax", (2, 9), "Broken.")

    assert [(problem.code, problem.line) for problem in error.problems] == [("empty-value", 1), ("yaml-syntax", 2)]
