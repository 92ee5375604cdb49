"""A requirement, or a number in one, that asks nothing of anybody."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.lint.book import Book, Node, Page
from peercert.lint.remark import Spot
from peercert.lint.vacuity import is_vacuous, zeros
from peercert.lint.witnesses import meets_with_nothing
from peercert.requirements.exam import Exam
from peercert.requirements.wording import in_words

_HINT = "Check the number against the source, or leave it out."


def look(book: Book) -> Iterator[Spot]:
    """Give every number that is met by everybody, and every leaf that asks nothing."""
    for page in book.pages:
        for node in page.nodes:
            yield from _numbers(book, page, node)
            yield from _exam(book, page, node)
            yield from _nothing(page, node)


def _numbers(book: Book, page: Page, node: Node) -> Iterator[Spot]:
    for key in zeros(node.requirement):
        proof = meets_with_nothing(book, node.requirement) or ("Nobody has less than 0.",)
        message = f"{node.requirement.id} asks for 0, which everybody has."
        yield Spot(page.document, (*node.path, key), message, _HINT, proof)
    for index, part in enumerate(getattr(node.requirement, "parts", ())):
        if part.at_least == 0:
            path = (*node.path, "parts", index, "at_least")
            yield Spot(
                page.document, path, f"The part {part.id} asks for 0 hours.", _HINT, ("Nobody has less than 0.",)
            )


def _exam(book: Book, page: Page, node: Node) -> Iterator[Spot]:
    exam = node.requirement
    scale = book.exams.get(exam.exam) if isinstance(exam, Exam) else None
    if not isinstance(exam, Exam) or scale is None or exam.score_at_least is None:
        return
    if scale.lowest is not None and exam.score_at_least <= scale.lowest:
        lowest = in_words(scale.lowest)
        proof = (f"The scale begins at {lowest}, and {in_words(exam.score_at_least)} <= {lowest}.",)
        message = f"{exam.id} asks for a score that everybody has."
        yield Spot(page.document, (*node.path, "score_at_least"), message, _HINT, proof)


def _nothing(page: Page, node: Node) -> Iterator[Spot]:
    """Give what is met by everybody, though there is no number in it that says so."""
    asked = node.requirement
    if asked.kind == "application" and is_vacuous(asked):
        message = f"{asked.id} names no day, so it asks nothing."
        yield Spot(page.document, node.path, message, "Write `on_or_after` or `on_or_before`.")
    if asked.kind == "not_asked" and "readings" not in node.path:
        message = f"{asked.id} asks nothing, and is not a reading beside one that does."
        yield Spot(page.document, (*node.path, "kind"), message, "Delete it, or write an open question.")
    if asked.alternatives and is_vacuous(asked):
        message = f"However {asked.id} is read, it asks nothing."
        yield Spot(page.document, (*node.path, "readings"), message, "Write an open question instead.")
