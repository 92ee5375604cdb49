"""How hard a text is to read: the Flesch-Kincaid grade, after Kincaid, Fishburne, Rogers and Chissom, 1975."""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[.!?:;])[\"”’)]*\s+")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’.,%-]*")
_VOWELS = re.compile(r"[aeiouy]+")


def sentences(text: str) -> list[str]:
    """Cut a text where a sentence, or a part of it after a colon or semicolon, ends."""
    return [part for part in _END.split(text.strip()) if _WORD.search(part)]


def words(text: str) -> list[str]:
    """Return the words of a text; a number, or a name in capitals, is a word of one syllable."""
    return [found.rstrip(".,-’'%") for found in _WORD.findall(text)]


def syllables(word: str) -> int:
    """Count the syllables of an English word by its groups of vowels, a silent e left out."""
    if not word.isalpha() or word.isupper():
        return sum(map(syllables, word.split("-"))) if "-" in word else 1
    folded = word.lower()
    silent = (folded.endswith("e") and not folded.endswith("le")) or re.search(r"[^td]ed$|[^aeiou]es$", folded)
    return max(len(_VOWELS.findall(folded)) - bool(silent and len(_VOWELS.findall(folded)) > 1), 1)


def grade(text: str) -> float:
    """Return the school year in which a text can be read."""
    found, cut = words(text), sentences(text)
    if not found:
        return 0.0
    return 0.39 * len(found) / len(cut) + 11.8 * sum(map(syllables, found)) / len(found) - 15.59
