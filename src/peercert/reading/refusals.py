"""Refusals: what is wrong with one text, gathered until there is nothing more to find."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from peercert.errors import FileError, Problem
from peercert.reading.lines import Lines

PROBLEM_LIMIT: Final = 100
"""How many problems of one file are listed; a file with more is not read to its end."""

_BAD_CHARACTER: Final = "bad-character"


EMPTY: Final = ("empty-file", "There is nothing in this file.", "Check that it was saved.")
"""What is said of a file in which nothing stands."""


def too_many(problem: Problem) -> Problem:
    """Return what is said in place of the first problem that is one too many."""
    message = "There are more problems from here on; they are not listed."
    return replace(problem, code="too-many-problems", message=message, hint="Mend the first ones.")


class Refusals:
    """The problems of one text so far.

    Places are given as in the text; the collector moves them to where the text starts in its file.
    """

    __slots__ = ("_first_line", "_problems", "source", "text")

    def __init__(self, source: str, first_line: int = 1) -> None:
        self.source = source
        self.text: str | None = None  # once it is known: no problem is told past its end
        self._first_line = first_line
        self._problems: list[Problem] = []

    def file_line(self, place: tuple[int, int]) -> int:
        """Return the line of the file for a place in the text."""
        return place[0] + self._first_line - 1

    def add(self, code: str, place: tuple[int, int] | None, message: str, hint: str | None = None) -> None:
        """Note a problem and go on.

        Args:
            code: The stable name of the kind of problem.
            place: Its line and column in the text; None where the whole file is meant.
            message: What is wrong.
            hint: What would be right.

        Raises:
            FileError: If the file has more problems than are listed.
        """
        line, column = (self.file_line(place), place[1]) if place else (None, None)
        problem = Problem(self.source, line, column, code, message, hint)
        if len(self._problems) == PROBLEM_LIMIT:
            self._problems.append(too_many(problem))
            raise self._error()
        self._problems.append(problem)

    def stop(self, code: str, place: tuple[int, int] | None, message: str, hint: str | None = None) -> FileError:
        """Note a problem after which reading cannot go on, and return what to raise.

        A refused character often breaks the rest of its line, so nothing is added to a line that has one.
        Where the text breaks off, a value may seem to be missing that was only not reached; that is dropped.
        """
        if place:
            here = (self.file_line(place), place[1])
            self._problems = [old for old in self._problems if old.code != "empty-value" or _order(old) < here]
        if not self._has_bad_character(place):
            self.add(code, place, message, hint)
        return self._error()

    def stop_empty(self) -> FileError:
        """Note that there is nothing in the file, and return what to raise."""
        code, message, hint = EMPTY
        return self.stop(code, None, message, hint)

    def settle(self) -> None:
        """Raise if anything was found.

        Raises:
            FileError: With every problem, in the order of the file.
        """
        if self._problems:
            raise self._error()

    def _has_bad_character(self, place: tuple[int, int] | None) -> bool:
        line = self.file_line(place) if place else None
        return any(old.code == _BAD_CHARACTER and old.line == line for old in self._problems)

    def _error(self) -> FileError:
        problems = self._problems if self.text is None else self._within(Lines(self.text), len(self.text))
        return FileError(tuple(sorted(problems, key=_order)))

    def _within(self, lines: Lines, end: int) -> list[Problem]:
        """The problems, moved to the end of the text where the YAML library counts one line too many."""
        last, column = lines.place(end)
        last += self._first_line - 1
        return [
            replace(problem, line=last, column=column) if problem.line and problem.line > last else problem
            for problem in self._problems
        ]


def _order(problem: Problem) -> tuple[int, int]:
    return problem.line or 0, problem.column or 0
