"""A word in a rule that no profile can say, so that nothing ever fits it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, get_args

from peercert.candidate import profile
from peercert.candidate.fields import DECLINED
from peercert.lint.book import Book
from peercert.lint.remark import Spot
from peercert.reading import Value, did_you_mean
from peercert.shaping import Path
from peercert.words import Words

Known = Mapping[str, Collection[str]]

_PROFILE: dict[str, Collection[str]] = {
    "levels": get_args(profile.Level),
    "in": get_args(profile.School),
    "exactly": get_args(profile.Population),
    "who": get_args(profile.Who),
    "condition": get_args(profile.Condition),
    "imprecise": get_args(profile.Condition),
    "roles": get_args(profile.Role),
    "kinds": get_args(profile.Kind),
    "ages": get_args(profile.AgeGroup),
    "conditions": get_args(profile.Population),
}
"""Keys of a requirement whose words are those of the profile."""

_STATE = 2
"""Letters of a state's postal code."""

_PERSON: dict[str, Collection[str]] = {
    "education": get_args(profile.Level),
    "enrollment": get_args(profile.School),
    "lived_experience": get_args(profile.Condition),
}
"""What `needs_human` may name, by kind."""


_NOT_WORDS = ("of", "readings", "sources", "allow")
"""Keys below which other requirements stand, or names of other things."""


def look(book: Book) -> Iterator[Spot]:
    """Give every word that neither the profile nor words.yaml knows."""
    if "words.yaml" not in book.shared:
        return
    catalogue = _catalogue(book.catalog.words)
    for page in book.pages:
        for node in page.nodes:
            known = {**_PROFILE, **catalogue, "needs_human": _PERSON.get(node.requirement.kind, ())}
            for key, word, path in _words(_raw(page.document.value, node.path), node.path):
                if key in known and word not in known[key]:
                    yield Spot(page.document, path, f"No profile can say {word}.", _hint(word, known[key]))
                if key == "state" and not (len(word) == _STATE and word.isupper()):
                    hint = "Write the two-letter postal code, in capitals."
                    yield Spot(page.document, path, f"No profile can say {word}.", hint)


def _catalogue(words: Words) -> Known:
    """Return the keys whose words are those of words.yaml."""
    return {
        "programs": words.programs,
        "course": words.programs,
        "components": words.components,
        "where_told": words.components,
        "exam": words.exams,
        "settings": words.settings,
        "supervisors": words.supervisors,
        "fields": words.fields,
        "credential": words.credentials,
    }


def _hint(word: str, known: Collection[str]) -> str:
    words = [one for one in known if one != DECLINED]
    near = did_you_mean(word, words)
    return f'Did you mean "{near}"?' if near else f"Known: {', '.join(words) or 'none; add it to words.yaml'}."


def _raw(value: Value, path: Path) -> object:
    """Return what stands at a place of a file."""
    found: Any = value
    for part in path:
        found = found[part]
    return found


def _words(value: object, path: Path, key: str = "") -> Iterator[tuple[str, str, Path]]:
    """Give every word of a requirement with the key under which it stands; of parts of a course, their names."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if key in ("components", "where_told"):
                yield key, str(name), (*path, name)
            elif name not in _NOT_WORDS:
                yield from _words(inner, (*path, name), str(name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _words(inner, (*path, index), key)
    elif isinstance(value, str):
        yield key, str(value), path
