"""What can be wrong with a file, and the exceptions that carry it upwards."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a file, said in the words of the person who wrote it.

    Never holds the offending value: in a profile it may be personal.
    """

    source: str
    """The file as the user named it, or ``<stdin>``."""

    line: int | None
    """Counted from 1; None where the whole file is meant."""

    column: int | None
    """Counted from 1; None where the whole file or line is meant."""

    code: str
    """A stable name for the kind of problem, such as ``unknown-key``."""

    message: str
    """What is wrong, in plain words."""

    hint: str | None = None
    """What would be right."""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.source, self.line, self.column) if part is not None)
        return f"{place}: {self.message}" + (f" {self.hint}" if self.hint else "")


class PeercertError(Exception):
    """The root of every exception that peercert raises on purpose."""


class FileError(PeercertError):
    """A file cannot be used; carries every problem found in it, in the order of the file."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)  # so that it comes whole out of another process
        self.problems = problems

    def __str__(self) -> str:
        return "; ".join(problem.code for problem in self.problems)


class UsageError(PeercertError):
    """What was asked for on the command line, or of a function, cannot be done."""
