"""Small profiles that show a point, each tried before it is shown."""

from __future__ import annotations

from peercert.candidate import load_candidate
from peercert.case import Case
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


def _meets(book: Book, requirement: Requirement, text: str) -> bool:
    """Say whether a profile, as it is written, meets a requirement today."""
    if "words.yaml" not in book.shared:
        return False
    candidate = load_candidate(read_text(text, "witness"), book.catalog.words, book.as_of)
    return requirement.evaluate(Case(candidate, book.catalog, book.as_of)).outcome is Outcome.MET


def meets_with_nothing(book: Book, requirement: Requirement) -> tuple[str, ...]:
    """Return the profile of somebody who has nothing and meets a requirement; nothing where none was found."""
    text = _NOTHING.get(requirement.kind, "").format(day=book.as_of)
    return ("This profile meets it:", f"  {text}") if text and _meets(book, requirement, text) else ()
