"""A requirement that can never be what decides, because of another beside it."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.lint.book import Book, Node, Page
from peercert.lint.groups import asks_one, outermost, required
from peercert.lint.implying import implies
from peercert.lint.remark import Spot
from peercert.lint.vacuity import is_vacuous
from peercert.requirements.training_hours import TrainingHours


def look(book: Book) -> Iterator[Spot]:
    """Give every branch beside one that is always met, and every requirement that another asks for already."""
    for page in book.pages:
        for node in page.nodes:
            yield from _beside_always_met(page, node)
        for way in page.ways:
            for group in outermost(way.root, one=False):
                yield from _asked_already(page, tuple(required(group)))


def _beside_always_met(page: Page, group: Node) -> Iterator[Spot]:
    free = [branch for branch in group.inside if is_vacuous(branch.requirement)]
    if not asks_one(group.requirement) or not free:
        return
    for branch in group.inside:
        if branch not in free:
            proof = (f"{free[0].requirement.id}, in the same choice, is met by everybody.",)
            message = f"{branch.requirement.id} can never decide anything."
            yield Spot(page.document, branch.path, message, "Check the branch that is always met.", proof)


def _asked_already(page: Page, nodes: tuple[Node, ...]) -> Iterator[Spot]:
    looked_at = [node for node in nodes if not is_vacuous(node.requirement) and not _is_total(node)]
    for index, one in enumerate(looked_at):
        for number, other in enumerate(looked_at):
            if index == number or not implies(other.requirement, one.requirement):
                continue
            if index < number and implies(one.requirement, other.requirement):
                continue  # both ask the same; the later one is told
            line, _ = page.document.place(other.path)
            proof = (f"Whoever meets {other.requirement.id} (line {line}) meets {one.requirement.id} too.",)
            message = f"{one.requirement.id} can never decide anything."
            yield Spot(page.document, one.path, message, "Keep the one that asks for more.", proof)
            break


def _is_total(node: Node) -> bool:
    """Say whether it is the whole of a training rule, whose sums are looked at elsewhere."""
    asked = node.requirement
    return isinstance(asked, TrainingHours) and not asked.topics and "of" in node.path
