"""`check --receipt FILE`: beside the report, a receipt that is written whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple

from peercert.batch import Result
from peercert.catalog import Catalog
from peercert.cli.output import destination
from peercert.digests import digest
from peercert.report import Header
from peercert.session import Checked

Drawing = Callable[[Catalog], Callable[[Checked], tuple[str, ...]]]
Taken = Callable[[Iterable[Result["Drawn"]]], Iterator[Result[tuple[str, ...]]]]


class Drawn(NamedTuple):
    """What is drawn of one person."""

    report: tuple[str, ...]
    receipt: str | None


def with_receipt(drawing: Drawing, header: Header, wanted: bool, catalog: Catalog) -> Callable[[Checked], Drawn]:
    """Return what draws a person for the report, and for the receipt where one is wanted."""
    report = drawing(catalog)
    if not wanted:
        return lambda checked: Drawn(report(checked), None)
    from peercert.receipt import entry

    return lambda checked: Drawn(report(checked), entry(catalog, header, checked))


@contextmanager
def receipt_to(path: str | None, header: Header) -> Iterator[Taken]:
    """Open a receipt.

    Args:
        path: Its file; no receipt is written where None. It can be read by its owner only.
        header: Under what the check was made.

    Yields:
        What takes each result, keeps its part of the receipt, and passes the rest on.
    """
    if path is None:
        yield partial(_taken, _nothing)
        return
    from peercert.receipt import closing, opening

    with destination(path) as stream:
        stream.write(opening(header))
        people: list[str] = []

        def keep(piece: str) -> None:
            stream.write(f"{',' if people else ''}\n{piece}")
            people.append(digest(json.loads(piece)))

        yield partial(_taken, keep)
        stream.write(closing(header, people))


def _nothing(piece: str) -> None:
    del piece


def _taken(keep: Callable[[str], object], results: Iterable[Result[Drawn]]) -> Iterator[Result[tuple[str, ...]]]:
    for one in results:
        if one.drawn is not None and one.drawn.receipt is not None:
            keep(one.drawn.receipt)
        report = None if one.drawn is None else one.drawn.report
        yield Result(*one[:4], report, *one[5:])
