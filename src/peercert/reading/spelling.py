"""Spelling: which known word someone may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_LONGEST: Final = 64  # characters; nobody mistypes more than that, and comparing takes long


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is nearest to a word, without regard to case.

    It is only ever a suggestion: letters of other scripts that look alike are never taken for equal.

    Args:
        word: What was written.
        known: The words that could have been meant, in any order.

    Returns:
        The nearest, as it is spelled among the known; or None if nothing is near.
    """
    from difflib import get_close_matches  # only a mistake pays for it

    spellings = {name.casefold(): name for name in sorted(known, reverse=True)}
    folded = word.casefold()
    if folded in spellings:
        return spellings[folded]
    if len(word) > _LONGEST:
        return None
    nearest = get_close_matches(folded, spellings)
    return spellings[nearest[0]] if nearest else None
