"""An `allow` that silences nothing: what it spoke of is gone, or its lint is misspelt."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from peercert.lint.allowances import Allowance
from peercert.lint.book import Book
from peercert.lint.remark import Spot
from peercert.reading import did_you_mean

_NEEDS_OLDER = "renamed-without-was"
"""The lint that only speaks where an older catalogue is told."""


def left_over(book: Book, allowed: Collection[Allowance], used: Collection[Allowance]) -> Iterator[Spot]:
    """Give every `allow` that no remark needed."""
    from peercert.lint.roll_call import LINTS

    documents = {document.source: document for document in book.documents}
    for one in allowed:
        if one in used or (one.lint == _NEEDS_OLDER and book.older is None):
            continue
        path = (*one.holder, "allow", one.number, "lint")
        if one.lint in LINTS:
            hint = "Delete it, or put it where the remark was."
            yield Spot(documents[one.source], path, "This allows something that is not there.", hint)
            continue
        near = did_you_mean(one.lint, list(LINTS))
        hint = f'Did you mean "{near}"?' if near else f"It may be one of: {', '.join(LINTS)}."
        yield Spot(documents[one.source], path, "There is no lint of this name.", hint)
