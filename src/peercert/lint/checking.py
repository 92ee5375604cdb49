"""Runs every lint over a catalogue, and leaves out what is allowed with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from peercert.catalog import Catalog
from peercert.errors import FileError, Problem
from peercert.lint import unused_allow
from peercert.lint.allowances import Allowance, allowances, nearest
from peercert.lint.book import Book
from peercert.lint.remark import Remark, Spot
from peercert.lint.roll_call import LINTS, lint_of

_LAST = "unused-allow"


def check(catalog: Catalog, as_of: date, against: Catalog | None = None) -> tuple[Remark, ...]:
    """Look for what is wrong with rules that can be read.

    Args:
        catalog: The rules. A file that cannot be used is passed over.
        as_of: The day on which sources are held to be fresh or stale.
        against: The rules that these take the place of; without them nothing is said about renamed ids.

    Returns:
        The remarks, file by file from top to bottom.
    """
    book = Book(catalog, as_of, against)
    allowed = tuple(allowances(book))
    used: set[Allowance] = set()
    remarks = list(_remarks(book, allowed, used))
    remarks += [_remark(_LAST, spot) for spot in unused_allow.left_over(book, allowed, used)]
    order = {document.source: number for number, document in enumerate(book.documents)}
    return tuple(sorted(remarks, key=lambda one: (order[one.source], one.line, one.column, one.id, one.message)))


def refused(catalog: Catalog) -> tuple[Problem, ...]:
    """Return every problem that keeps a file from being used, so that `check` passes it over."""
    problems: dict[Problem, None] = {}
    attempts: list[Callable[[], object]] = [lambda: catalog.about, lambda: catalog.sources, lambda: catalog.words]
    attempts += [partial(catalog.credential, id_) for id_ in catalog.ids]
    for attempt in attempts:
        try:
            attempt()
        except FileError as error:
            problems.update(dict.fromkeys(error.problems))
    problems.update(dict.fromkeys(() if problems else catalog.clashes()))
    if not catalog.ids:
        message = "There is no credential in this folder of rules."
        problems[Problem(str(catalog.folder), None, None, "nothing-to-check", message)] = None
    return tuple(problems)


def _remarks(book: Book, allowed: tuple[Allowance, ...], used: set[Allowance]) -> Iterator[Remark]:
    for name in LINTS:
        if name == _LAST:
            continue
        for spot in lint_of(name).look(book):
            allowance = nearest(allowed, name, spot)
            if allowance is None:
                yield _remark(name, spot)
            else:
                used.add(allowance)


def _remark(name: str, spot: Spot) -> Remark:
    line, column = spot.document.place(spot.path)
    return Remark(name, LINTS[name], spot.document.source, line, column, spot.message, spot.hint, spot.proof)
