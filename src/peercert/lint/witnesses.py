"""Small profiles that show a point, each tried before it is shown."""

from __future__ import annotations

from peercert.candidate import load_candidate
from peercert.case import Case
from peercert.errors import FileError
from peercert.lint.book import Book
from peercert.logic import Outcome
from peercert.reading import read_text
from peercert.requirements import Requirement

_NOTHING = {
    "age": "birth_date: {day}",
    "training_hours": "training: []",
    "experience": "experience: []",
    "supervision": "supervision: []",
    "practicum": "practicum: []",
    "references": "references: 0",
}
"""The profile of somebody who has as little as can be, by kind."""


def meets_with_nothing(book: Book, requirement: Requirement) -> tuple[str, ...]:
    """Return the profile of somebody who has nothing and meets a requirement; nothing where none was found."""
    if requirement.kind not in _NOTHING or "words.yaml" not in book.shared:
        return ()
    text = _NOTHING[requirement.kind].format(day=book.as_of)
    try:
        candidate = load_candidate(read_text(text, "witness"), book.catalog.words, book.as_of)
    except FileError:
        return ()
    outcome = requirement.evaluate(Case(candidate, book.catalog, book.as_of)).outcome
    return ("This profile meets it:", f"  {text}") if outcome is Outcome.MET else ()
