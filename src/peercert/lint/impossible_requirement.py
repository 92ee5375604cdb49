"""A requirement that nobody can meet."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.lint import impossible_hours, impossible_pairs
from peercert.lint.book import Book, Node, Page
from peercert.lint.remark import Spot
from peercert.requirements.exam import Exam
from peercert.requirements.wording import in_words

_HINT = "Check the number against the source."


def look(book: Book) -> Iterator[Spot]:
    """Give every number that is out of reach, and everything that cannot be had together."""
    for page in book.pages:
        for node in page.nodes:
            yield from _share(page, node)
            yield from _score(book, page, node)
    yield from impossible_hours.look(book)
    yield from impossible_pairs.look(book)


def _share(page: Page, node: Node) -> Iterator[Spot]:
    share = getattr(node.requirement, "share_at_least", None)
    if share is not None and share > 1:
        message = f"{node.requirement.id} asks for a share above 1, which is more than all."
        proof = (f"{in_words(share)} > 1, and 1 is all of the time.",)
        hint = "Write a share from 0 to 1, such as 0.51 for 51 percent."
        yield Spot(page.document, (*node.path, "share_at_least"), message, hint, proof)


def _score(book: Book, page: Page, node: Node) -> Iterator[Spot]:
    exam = node.requirement
    scale = book.exams.get(exam.exam) if isinstance(exam, Exam) else None
    if not isinstance(exam, Exam) or scale is None or exam.score_at_least is None:
        return
    if scale.highest is not None and exam.score_at_least > scale.highest:
        message = f"{exam.id} asks for a score above the scale of the exam."
        proof = (f"{in_words(exam.score_at_least)} > {in_words(scale.highest)}, the end of the scale in words.yaml.",)
        yield Spot(page.document, (*node.path, "score_at_least"), message, _HINT, proof)
