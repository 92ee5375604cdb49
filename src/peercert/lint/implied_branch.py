"""A branch of a choice, or a way to a credential, that lets nobody in who is not in by another."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.lint.book import Book, Node, Page, Way
from peercert.lint.groups import choices, outermost
from peercert.lint.implying import asks, implies
from peercert.lint.remark import Spot
from peercert.lint.vacuity import is_vacuous


def look(book: Book) -> Iterator[Spot]:
    """Give every branch, and every way of an edition, that another one covers."""
    for page in book.pages:
        for way in page.ways:
            for root in (way.root, *way.bars):
                for group in outermost(root, one=True):
                    yield from _covered(page, tuple(choices(group)))
        for number in range(len(page.credential.editions)):
            yield from _ways(page, page.ways_of(number))


def _covered(page: Page, branches: tuple[Node, ...]) -> Iterator[Spot]:
    for index, one in enumerate(branches):
        for number, other in enumerate(branches):
            if index == number or is_vacuous(other.requirement) or not _first_needless(one, other, index < number):
                continue
            line, _ = page.document.place(other.path)
            proof = (f"Whoever meets {one.requirement.id} meets {other.requirement.id} (line {line}) too.",)
            message = f"The branch {one.requirement.id} lets nobody in who is not in by another."
            hint = "Delete it, or check which of the two numbers is right."
            yield Spot(page.document, one.path, message, hint, proof)
            break


def _first_needless(one: Node, other: Node, earlier: bool) -> bool:  # noqa: FBT001 - said at both calls
    """Say whether a branch is covered by another; of two that ask the same, the later one is."""
    if not implies(one.requirement, other.requirement):
        return False
    return not (earlier and implies(other.requirement, one.requirement))


def _ways(page: Page, ways: tuple[Way, ...]) -> Iterator[Spot]:
    for index, one in enumerate(ways):
        for number, other in enumerate(ways):
            if index == number or not _first_needless(one.root, other.root, index < number):
                continue
            if {asks(bar.requirement) for bar in other.bars} <= {asks(bar.requirement) for bar in one.bars}:
                proof = (f"Whoever passes by {one.pathway.id} passes by {other.pathway.id} too.",)
                message = f"The way {one.pathway.id} lets nobody in who is not in by another."
                hint = "Delete it, or check what sets the two apart."
                yield Spot(page.document, (*one.path, "id"), message, hint, proof)
                break
