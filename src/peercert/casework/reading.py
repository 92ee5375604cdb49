"""From a file of cases to the people in it: every fault of its author's at once, each at its line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from peercert.candidate import Candidate, load_candidate
from peercert.casework.written import CasesFile, CaseText, Equivalent, NotReached
from peercert.catalog import Catalog
from peercert.determination import Verdict
from peercert.errors import FileError, Problem
from peercert.reading import Document, Plain, ValuePath, did_you_mean
from peercert.shaping import Fault, placed, shape

T = TypeVar("T", NotReached, Equivalent)
Facts = dict[str, Any]  # Any: plain data as it stands in a file


class WorkedCase(NamedTuple):
    """One case, ready to be decided."""

    credential: str
    text: CaseText
    """What its author wrote."""

    facts: Facts
    """The whole profile, its base included."""

    candidate: Candidate
    source: str
    line: int
    column: int

    @property
    def place(self) -> str:
        """The place of the case, as an editor takes it."""
        return f"{self.source}:{self.line}:{self.column}"


class Excuse(NamedTuple, Generic[T]):
    """A reason why something is never shown or noticed, and where it stands."""

    text: T
    source: str
    line: int
    column: int


class CaseFile(NamedTuple):
    """The cases of one credential."""

    credential: str
    document: Document
    text: CasesFile
    """What its author wrote."""

    cases: tuple[WorkedCase, ...]
    excuses: tuple[Excuse[NotReached], ...] = ()
    """What no case can show."""

    equivalents: tuple[Excuse[Equivalent], ...] = ()
    """What no case can notice."""


def read_case_file(document: Document, credential: str, catalog: Catalog) -> CaseFile:
    """Read the cases of a credential.

    Args:
        document: What stands in the file; nulls are plain words in it.
        credential: Whose cases they are, by its id.
        catalog: The rules.

    Raises:
        FileError: If the file cannot be used; it names every problem.
    """
    raw = document.value
    if not isinstance(raw, dict):
        fault = Fault((), "not-a-mapping", "A file of cases is a mapping.", "Write `given:` and `cases:`.")
        raise FileError(placed(document, [fault]))
    file, faults = shape(CasesFile, raw)
    if file is not None and not faults:
        faults = [*_misfits(file)]
    if credential not in catalog.ids:
        faults.append(_nobodys(credential, catalog))
    if faults or file is None:
        raise FileError(placed(document, faults))
    return CaseFile(
        credential,
        document,
        file,
        _cases(file, document, credential, catalog),
        _excuses(document, "not_reached", file.not_reached),
        _excuses(document, "equivalents", file.equivalents),
    )


def _nobodys(credential: str, catalog: Catalog) -> Fault:
    nearest = did_you_mean(credential, catalog.ids)
    hint = f'Did you mean "{nearest}"?' if nearest else "Name the file after a credential, in small letters."
    return Fault((), "unknown-credential", f"There is no credential {credential} to go with these cases.", hint)


def _misfits(file: CasesFile) -> Iterator[Fault]:
    """Look for names that are used twice, and for bases that are not there."""
    times = Counter(case.name for case in file.cases)
    for number, case in enumerate(file.cases):
        if times[case.name] > 1:
            said = "Two cases have this name."
            yield Fault(("cases", number, "name"), "duplicate-name", said, "Give each a name of its own.")
        if case.base is not None and case.base not in file.bases:
            known = ", ".join(file.bases) or "none"
            yield Fault(("cases", number, "base"), "unknown-base", "There is no such base.", f"Known: {known}.")
        if case.eligible_from is not None and case.verdict != Verdict.NOT_YET.value:
            said = "Only who is not_yet eligible has a day from which they are."
            yield Fault(("cases", number, "eligible_from"), "idle-day", said, "Take the day out, or mend the verdict.")


@dataclass(frozen=True)
class _Profile(Document):
    """The profile of a case: a problem with it is told at the case, and names the fact."""

    at: tuple[int, int] = (1, 1)
    """The line and the column of the case."""

    def problem(
        self, path: ValuePath, code: str, message: str, hint: str | None = None, *, key: bool = False
    ) -> Problem:
        """Return a problem with a fact of the profile."""
        del key
        fact = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")
        said = f"The profile of this case cannot be used. {f'`{fact}`: ' if fact else ''}{message}"
        return Problem(self.source, *self.at, code, said, hint)


def _cases(file: CasesFile, document: Document, credential: str, catalog: Catalog) -> tuple[WorkedCase, ...]:
    found: list[WorkedCase] = []
    problems: list[Problem] = []
    for number, text in enumerate(file.cases):
        line, column = document.place(("cases", number))
        facts = patched(base_of(file, text), text.but)
        try:
            candidate = load_candidate(_Profile(document.source, facts, at=(line, column)), catalog.words, text.as_of)
        except FileError as error:
            problems += error.problems
            continue
        found.append(WorkedCase(credential, text, facts, candidate, document.source, line, column))
    if problems:
        raise FileError(tuple(problems))
    return tuple(found)


def base_of(file: CasesFile, case: CaseText) -> Facts:
    """Return the profile that a case starts from."""
    return file.given if case.base is None else file.bases[case.base]


def _excuses(document: Document, key: str, texts: Sequence[T]) -> tuple[Excuse[T], ...]:
    return tuple(Excuse(text, document.source, *document.place((key, number))) for number, text in enumerate(texts))


def selected(file: CaseFile, words: str) -> tuple[WorkedCase, ...]:
    """Return the cases whose name has all of some words in it, whatever their case."""
    asked = words.casefold().split()
    return tuple(case for case in file.cases if all(word in case.text.name.casefold() for word in asked))


def patched(value: Any, patch: Any) -> Any:  # noqa: ANN401 - plain data of any shape
    """Apply a JSON merge patch (RFC 7396): null takes a key away, a list is replaced whole.

    Source:
        RFC 7396, section 2.
    """
    if not isinstance(patch, Mapping):
        return patch
    result = dict(value) if isinstance(value, Mapping) else {}
    for key, inner in patch.items():
        if isinstance(inner, Plain) and inner in ("null", "~"):
            result.pop(key, None)
        else:
            result[key] = patched(result.get(key), inner)
    return result
