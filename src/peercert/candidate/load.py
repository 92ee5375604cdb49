"""From a document to a candidate: every problem at once, each at its place, none with a value in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import PurePath
from typing import Any

from peercert.candidate.checks import check
from peercert.candidate.fields import DECLINED
from peercert.candidate.profile import LEDGERS, Profile
from peercert.dates import Span
from peercert.errors import FileError
from peercert.reading import Document
from peercert.reading.refusals import PROBLEM_LIMIT
from peercert.shaping import Fault, placed, shape, unknown_key
from peercert.words import Words

_STDIN = "<stdin>"
"""What standard input is called."""

_NEVER_DECLINED = ("id", "name", "seeking", "application_date")


@dataclass(frozen=True, slots=True, repr=False)
class Candidate:
    """The person asked about: what they tell, and how they leave things open."""

    id: str
    source: str
    """The file as the user named it."""

    profile: Profile
    declined: frozenset[str] = frozenset()
    """Keys of the profile that the candidate will not tell."""

    incomplete: frozenset[str] = frozenset()
    """Lists of records that may hold more than was told."""

    @property
    def application_date(self) -> date | None:
        """The day of application, where it is told."""
        span = self.profile.application_date
        return span.first if isinstance(span, Span) else None


def load_candidate(document: Document, words: Words, as_of: date) -> Candidate:
    """Read a profile.

    Args:
        document: What stands in the file.
        words: The words of the loaded catalogue.
        as_of: The day decided on; nobody is born after it.

    Returns:
        The candidate.

    Raises:
        FileError: If anything is wrong with the profile; it names every problem, in the file's order.
    """
    if not isinstance(document.value, dict):
        hint = "Write lines such as `references: 2`."
        hint += " If this is a table, say so with --input-format." if document.source == _STDIN else ""
        fault = Fault((), "not-a-mapping", "A profile is a mapping of facts.", hint)
        raise FileError(placed(document, [fault]))
    opened = _Opened.of(document.value)
    profile, faults = shape(Profile, opened.facts)
    if profile is not None:
        faults += islice(check(profile, words, as_of), PROBLEM_LIMIT + 1)
    if opened.faults or faults or profile is None:
        raise FileError(placed(document, [*opened.faults, *map(opened.as_written, faults)]))
    return Candidate(
        profile.id or _stem(document.source), document.source, _by_ids(profile, words),
        frozenset(opened.declined), frozenset(opened.incomplete),
    )  # fmt: skip


def _by_ids(profile: Profile, words: Words) -> Profile:
    """Return a profile that names credentials as the catalogue does: by their ids."""
    named: dict[str, Any] = {}
    if profile.seeking:
        named["seeking"] = tuple([words.credential(word) for word in profile.seeking])
    if profile.credentials:
        named["credentials"] = tuple(
            [held.model_copy(update={"id": words.credential(held.id or "") or held.id}) for held in profile.credentials]
        )
    return profile.model_copy(update=named) if named else profile


def _stem(source: str) -> str:
    return "candidate" if source == _STDIN else PurePath(source).stem


@dataclass(frozen=True, slots=True)
class _Opened:
    """A profile's facts, with `declined` and {records, complete} taken off them."""

    facts: dict[str, Any]
    declined: list[str]
    incomplete: list[str]
    wrapped: list[str]
    """Lists that were written as {records: [...]}."""

    faults: list[Fault]

    @classmethod
    def of(cls, value: Mapping[str, Any]) -> _Opened:
        opened = cls({}, [], [], [], [])
        for key, fact in value.items():
            if fact == DECLINED and key in Profile.model_fields and key not in _NEVER_DECLINED:
                opened.declined.append(key)
            elif key in LEDGERS and isinstance(fact, dict):
                opened.wrapped.append(key)
                opened.faults.extend(islice(_wrapper_faults(key, fact), PROBLEM_LIMIT + 1))
                opened.facts[key] = fact.get("records", [])
                if fact.get("complete") in ("false", "no", False):
                    opened.incomplete.append(key)
            else:
                opened.facts[key] = fact
        return opened

    def as_written(self, fault: Fault) -> Fault:
        """Return a fault with the path that the file has."""
        if len(fault.path) > 1 and fault.path[0] in self.wrapped:
            return fault._replace(path=(fault.path[0], "records", *fault.path[1:]))
        return fault


def _wrapper_faults(key: str, fact: Mapping[str, Any]) -> Iterator[Fault]:
    for inner in fact:
        if inner not in ("records", "complete"):
            yield unknown_key((key, inner), ["records", "complete"])
    if "records" not in fact:
        yield Fault(
            (key,), "missing-key", "There is no list of records here.", "Write {records: [...], complete: false}."
        )
    if fact.get("complete", True) not in ("true", "yes", "false", "no", True, False):
        yield Fault((key, "complete"), "bad-yes-no", "This asks for a yes or no.", "Write true or false.")
