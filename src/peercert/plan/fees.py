"""What is still to be paid, by the fees that the catalogue knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from peercert.catalog import Catalog, Credential, Fact
from peercert.plan.todo import ApplyAgain, Finish, Todo, Wait
from peercert.requirements.steps import Course, Hours, Sitting


class Cost(NamedTuple):
    """Fees added up."""

    amount: Decimal
    currency: str
    fees: tuple[Fact, ...]


def cost(catalog: Catalog, credential: Credential, todos: Sequence[Todo], *, applied: bool) -> Cost | None:
    """Add up the fees that are still to be paid; None where no fee is known.

    Args:
        catalog: Where requirements are found by their ids.
        credential: Whose fees.
        todos: The steps of a plan; a fee may be due with a step only.
        applied: Whether the application is made already.
    """
    known = [fact for fact in credential.facts if fact.section == "fees" and fact.amount is not None]
    if not known:
        return None
    topics = set(_topics(catalog, todos))
    applying = not applied or any(isinstance(todo.step, ApplyAgain) for todo in todos)
    due = tuple(fact for fact in known if (fact.pays_for in topics if fact.pays_for else applying))
    amount = sum((fact.amount for fact in due if fact.amount is not None), Decimal())
    return Cost(amount, next((fact.currency for fact in known if fact.currency), ""), due)


def _topics(catalog: Catalog, todos: Iterable[Todo]) -> Iterator[str]:
    """Give the topics of what is to be done, beyond waiting, telling, and finishing what is begun."""
    for todo in todos:
        if isinstance(todo.step, Sitting):
            yield "exam"
        elif isinstance(todo.step, Course) or (isinstance(todo.step, Hours) and todo.step.ledger == "training"):
            yield "training"
        elif not todo.open and not isinstance(todo.step, Wait | Finish):
            yield from (catalog.requirement(id_).about for id_ in todo.ids)
