"""Hours that nobody can have: more than the days hold, more than the caps credit, or in topics that do not count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from peercert.dates import add_years
from peercert.lint.book import Book, Node, Page
from peercert.lint.remark import Spot
from peercert.lint.sums import Sum, added, side_by_side, sums
from peercert.requirements.counting import ZERO, Window
from peercert.requirements.training_hours import TrainingHours
from peercert.requirements.wording import in_words

_HOURS_A_DAY = 24


def look(book: Book) -> Iterator[Spot]:
    """Give every number of hours that is out of reach."""
    for page in book.pages:
        for node in page.nodes:
            yield from _in_time(page, node, book.as_of)
            yield from _left_out(page, node)
    seen: set[tuple[object, ...]] = set()
    for one in sums(book):
        for spot in (*_under_caps(one), *_under_own_cap(one)):
            if (spot.document.source, spot.path) not in seen:
                seen.add((spot.document.source, spot.path))
                yield spot


def _in_time(page: Page, node: Node, day: date) -> Iterator[Spot]:
    window, hours = getattr(node.requirement, "window", None), getattr(node.requirement, "at_least", None)
    if not isinstance(window, Window) or window.years is None or hours is None:
        return
    days = (day - add_years(day, -window.years)).days + 1
    if hours > days * _HOURS_A_DAY:
        proof = (f"{days} days x {_HOURS_A_DAY} hours = {days * _HOURS_A_DAY} < {in_words(hours)}",)
        message = f"{node.requirement.id} asks for more hours than its time limit holds."
        hint = "Check the hours and the years against the source."
        yield Spot(page.document, (*node.path, "at_least"), message, hint, proof)


def _left_out(page: Page, node: Node) -> Iterator[Spot]:
    asked = node.requirement
    if not isinstance(asked, TrainingHours) or not asked.at_least or not asked.topics:
        return
    if set(asked.topics) <= set(asked.leave_out):
        message = f"{asked.id} asks for hours in topics that do not count here."
        proof = (f"`leave_out` names {', '.join(asked.topics)}.",)
        hint = "Take the topic out of `leave_out`, or drop this part."
        yield Spot(page.document, (*node.path, "topics"), message, hint, proof)


def _under_caps(one: Sum) -> Iterator[Spot]:
    """Give a total above all that is credited, where every topic that counts has a cap."""
    caps = side_by_side(one.caps)
    if one.total is None or not one.clear or not one.topics <= frozenset().union(*(cap.topics for cap in caps)):
        return
    most = sum((cap.hours for cap in caps), ZERO)
    if most < one.total.hours:
        proof = (
            f"{added([cap.hours for cap in caps])} < {in_words(one.total.hours)}",
            "Every topic that counts has a cap, so no more is ever credited.",
        )
        message = f"The caps credit {in_words(most)} hours at most, and {in_words(one.total.hours)} are asked for."
        hint = "Check the caps and the total against the source."
        yield Spot(one.page.document, (*one.total.node.path, "at_least"), message, hint, proof)


def _under_own_cap(one: Sum) -> Iterator[Spot]:
    """Give a part that asks for more than is credited of its topics."""
    for part in one.least:
        for cap in one.caps:
            if part.topics <= cap.topics and cap.hours < part.hours:
                proof = (f"{in_words(part.hours)} > {in_words(cap.hours)}, the cap of {cap.node.requirement.id}.",)
                message = f"{part.node.requirement.id} asks for more hours than are credited."
                hint = "Check the cap and the minimum against the source."
                yield Spot(one.page.document, (*part.node.path, "at_least"), message, hint, proof)
