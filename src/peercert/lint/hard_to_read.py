"""A text that asks for more than eight years of school."""

from __future__ import annotations

import re
from collections.abc import Iterator

from peercert.lint.book import Book, Node, Page
from peercert.lint.reading_grade import grade, sentences, words
from peercert.lint.remark import Spot
from peercert.shaping import Path

_HARDEST = 8
"""The school year up to which a text is easy enough."""

_SHORTEST = 6
"""Words below which the grade of a text says nothing."""


def look(book: Book) -> Iterator[Spot]:
    """Give every text of sentences that is too hard; names that the rules give to things count as one short word."""
    if "words.yaml" not in book.shared:
        return  # it holds the names
    for page in book.pages:
        names = _names(page, book.names)
        for text, path in _texts(page):
            plain = names.sub("it", text)
            if len(words(plain)) >= _SHORTEST and grade(plain) > _HARDEST:
                message = f"This text is of reading grade {grade(plain):.1f}; the most is {_HARDEST}."
                hint = "Use shorter sentences and shorter words."
                yield Spot(page.document, path, message, hint, _proof(text, names))


def _proof(text: str, names: re.Pattern[str]) -> tuple[str, ...]:
    """Return the hardest sentence of a text; a short one only where there are no others."""
    graded = [(grade(plain), len(words(plain)), one) for one in sentences(text) for plain in (names.sub("it", one),)]
    hardness, length, hardest = max(graded, key=lambda one: (one[1] >= _SHORTEST, one[0]))
    return (f"Its hardest sentence has {length} words and is of grade {hardness:.1f}:", f"  {hardest}")


def _names(page: Page, others: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds the names of the credential, its state and its issuer, others, and the words of a profile."""
    credential = page.credential
    names = {credential.title, credential.region, credential.issuer.name, *credential.aliases, *others}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile("|".join([*map(re.escape, longest_first), r"\w+_\w+"]), re.IGNORECASE)


def _texts(page: Page) -> Iterator[tuple[str, Path]]:
    credential = page.credential
    yield credential.about, ("about",)
    for number, question in enumerate(credential.open_questions):
        yield question.text, ("open_questions", number, "text")
    for number, fact in enumerate(credential.facts):
        yield fact.text, ("facts", number, "text")
    for node in page.nodes:
        yield from _texts_of(node)


def _texts_of(node: Node) -> Iterator[tuple[str, Path]]:
    asked = node.requirement
    for key in ("note", "remedy", "question"):
        text = getattr(asked, key, None)
        if text:
            yield text, (*node.path, key)
    for index, mark in enumerate(getattr(asked, "marks", ())):
        yield mark.text, (*node.path, "marks", index, "text")
    for index, allow in enumerate(asked.allow):
        yield allow.because, (*node.path, "allow", index, "because")
