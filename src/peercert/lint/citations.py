"""Every citation of a credential's file, with the way to it."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.lint.book import Page
from peercert.requirements.base import Citation
from peercert.shaping import Path


def citations(page: Page) -> Iterator[tuple[Citation, Path]]:
    """Give the citations of requirements, editions, open questions and facts."""
    for holder, path in _holders(page):
        for index, citation in enumerate(holder):
            yield citation, (*path, "sources", index)


def _holders(page: Page) -> Iterator[tuple[tuple[Citation, ...], Path]]:
    credential = page.credential
    for number, edition in enumerate(credential.editions):
        yield edition.sources, ("editions", number)
    for node in page.nodes:
        yield node.requirement.sources, node.path
    for number, question in enumerate(credential.open_questions):
        yield question.sources, ("open_questions", number)
    for number, fact in enumerate(credential.facts):
        yield fact.sources, ("facts", number)
