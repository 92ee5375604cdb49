"""The arithmetic of training: the total, its parts and its caps, once for each way to read them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple, get_args

from peercert.candidate.profile import Topic
from peercert.lint.book import Book, Node, Page
from peercert.requirements.counting import ZERO
from peercert.requirements.training import Training
from peercert.requirements.training_hours import TrainingHours
from peercert.requirements.wording import in_words


class Portion(NamedTuple):
    """Hours in some topics: so many at least, or so many at most."""

    node: Node
    topics: frozenset[str]
    hours: Decimal
    cap: bool


class Sum(NamedTuple):
    """A training rule with one reading chosen wherever sources disagree."""

    page: Page
    node: Node
    total: Portion | None
    parts: tuple[Portion, ...]
    """What is asked of some topics."""

    topics: frozenset[str]
    """Every topic that counts."""

    @property
    def least(self) -> tuple[Portion, ...]:
        """The parts that ask for hours, of those with the same topics only the greatest."""
        best: dict[frozenset[str], Portion] = {}
        for part in self.parts:
            if not part.cap and (part.topics not in best or best[part.topics].hours < part.hours):
                best[part.topics] = part
        return tuple(best.values())

    @property
    def caps(self) -> tuple[Portion, ...]:
        """The parts that name the most that is credited."""
        return tuple(part for part in self.parts if part.cap)

    @property
    def clear(self) -> bool:
        """Whether any two parts lie one in the other or apart, so that they can be added up."""
        return not any(crossing(one, two) for one in self.parts for two in self.parts)


def crossing(one: Portion, two: Portion) -> bool:
    """Say whether two parts share some topics, and each has one that the other has not."""
    return bool(one.topics & two.topics) and not (one.topics <= two.topics or two.topics <= one.topics)


def sums(book: Book) -> Iterator[Sum]:
    """Give every training rule, once for each way to read it."""
    for page in book.pages:
        for node in page.nodes:
            if isinstance(node.requirement, Training):
                yield from _readings(page, node, node.requirement)


def _readings(page: Page, node: Node, training: Training) -> Iterator[Sum]:
    counting = frozenset(get_args(Topic)) - frozenset(training.leave_out)
    for chosen in product(*(inner.inside or (inner,) for inner in node.inside)):
        portions = [found for inner in chosen if (found := _portion(inner)) is not None]
        totals = [one for one in portions if not one.topics and not one.cap]
        total = max(totals, key=lambda one: one.hours, default=None)
        yield Sum(page, node, total, tuple(one for one in portions if one.topics), counting)


def _portion(node: Node) -> Portion | None:
    asked = node.requirement
    if not isinstance(asked, TrainingHours):
        return None
    if asked.at_least is not None:
        return Portion(node, frozenset(asked.topics), asked.at_least, cap=False)
    return Portion(node, frozenset(asked.topics), asked.at_most or ZERO, cap=True)


def side_by_side(parts: Sequence[Portion]) -> tuple[Portion, ...]:
    """Return the parts that lie in no other."""
    return tuple(part for part in parts if not any(part.topics < other.topics for other in parts))


def needed(parts: Sequence[Portion]) -> Decimal:
    """Return the hours that all parts need together; hours of a part inside another count for both."""
    return sum((_needed(part, parts) for part in side_by_side(parts)), ZERO)


def _needed(part: Portion, parts: Sequence[Portion]) -> Decimal:
    return max(part.hours, needed(within(part, parts)))


def within(part: Portion, parts: Sequence[Portion]) -> tuple[Portion, ...]:
    """Return the parts that lie in another."""
    return tuple(other for other in parts if other.topics < part.topics)


def apart(part: Portion, parts: Sequence[Portion]) -> tuple[Portion, ...]:
    """Return the parts that share no topic with another."""
    return tuple(other for other in parts if other.topics.isdisjoint(part.topics))


def added(numbers: Sequence[Decimal]) -> str:
    """Write out an addition: equal numbers are gathered first, as in "4 x 10 + 16 = 40 + 16 = 56"."""
    counts = Counter(numbers)
    products = [f"{count} x {in_words(hours)}" if count > 1 else in_words(hours) for hours, count in counts.items()]
    values = [in_words(hours * count) for hours, count in counts.items()]
    steps = [" + ".join(products), " + ".join(values), in_words(sum(numbers, ZERO))]
    return " = ".join(dict.fromkeys(steps))
