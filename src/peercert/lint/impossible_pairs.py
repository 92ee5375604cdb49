"""Two things that nobody can have together, though both are asked for; or one that is asked for and barred."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

from peercert.lint.book import Book, Node, Page, Way
from peercert.lint.groups import outermost, required
from peercert.lint.implying import implies
from peercert.lint.remark import Spot
from peercert.requirements import Requirement


def _other(key: str) -> Callable[[Any, Any], bool]:
    return lambda one, two: getattr(one, key) != getattr(two, key)


def _apart(key: str) -> Callable[[Any, Any], bool]:
    def no_common_word(one: Requirement, two: Requirement) -> bool:
        words, others = getattr(one, key), getattr(two, key)
        return bool(words) and bool(others) and set(words).isdisjoint(others)

    return no_common_word


_CLASH: dict[str, tuple[Callable[[Any, Any], bool], str]] = {
    "residence": (_other("state"), "A person lives in one state on a day."),
    "workplace": (_other("state"), "A profile tells of work in one state."),
    "serves": (lambda one, two: set(one.exactly) != set(two.exactly), "A person serves just these or just those."),
    "enrollment": (_apart("in_"), "A person is enrolled in one kind of school."),
    "employment": (_apart("settings"), "A profile tells of one job."),
}
"""Kinds that look at a fact of which a person has one, when two of them clash, and why."""


def look(book: Book) -> Iterator[Spot]:
    """Give the second of two that cannot be had together, and every requirement that bars itself."""
    for page in book.pages:
        for way in page.ways:
            for group in outermost(way.root, one=False):
                for one, two in combinations(required(group), 2):
                    yield from _clash(page, one, two)
            yield from _barred(page, way)


def _clash(page: Page, one: Node, two: Node) -> Iterator[Spot]:
    first, second = one.requirement, two.requirement
    if first.kind != second.kind or first.kind not in _CLASH:
        return
    clashes, reason = _CLASH[first.kind]
    if clashes(first, second):
        line, _ = page.document.place(one.path)
        proof = (f"{first.id} (line {line}) and {second.id} are both asked for.", reason)
        message = f"Nobody can meet {second.id} and {first.id} together."
        yield Spot(page.document, two.path, message, "Write `any_of` if one of them is enough.", proof)


def _barred(page: Page, way: Way) -> Iterator[Spot]:
    for bar in way.bars:
        if implies(way.root.requirement, bar.requirement):
            proof = ("Whoever meets all that this way asks meets the bar too, and is ruled out by it.",)
            message = f"Nobody can pass {way.pathway.id}: what it asks for is what {bar.requirement.id} bars."
            yield Spot(page.document, bar.path, message, "Check the bar against the source.", proof)
