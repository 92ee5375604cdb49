"""A requirement about something on which, as an open question says, no source asks anything."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.catalog import OpenQuestion
from peercert.lint.book import Book, Node, Page
from peercert.lint.remark import Spot


def look(book: Book) -> Iterator[Spot]:
    """Give every requirement whose topic stands in `silent_on` of an open question of its credential."""
    for page in book.pages:
        for number, question in enumerate(page.credential.open_questions):
            for way in page.ways:
                for node in (*_asked(way.root), *(inner for bar in way.bars for inner in _asked(bar))):
                    if node.requirement.about in question.silent_on:
                        yield _spot(page, node, number, question)


def _asked(node: Node) -> Iterator[Node]:
    """Give every leaf that asks something, readings that differ as one."""
    if node.requirement.alternatives or not node.inside:
        if node.requirement.kind != "not_asked":
            yield node
        return
    for inner in node.inside:
        yield from _asked(inner)


def _spot(page: Page, node: Node, number: int, question: OpenQuestion) -> Spot:
    topic, id_ = node.requirement.about, node.requirement.id
    line, column = page.document.place(("open_questions", number))
    proof = (f"{question.id} (line {line}, column {column}) says: {question.text}",)
    message = f"{id_} asks something about {topic.replace('_', ' ')}, and an open question says that no source does."
    hint = f"Delete the requirement, or take {topic} out of `silent_on`."
    return Spot(page.document, node.path, message, hint, proof)
