"""A cap on hours of training that would hold people back, although a check never does so."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.lint.book import Book
from peercert.lint.caps import capped
from peercert.lint.remark import Spot
from peercert.lint.sums import added
from peercert.requirements.wording import in_words


def look(book: Book) -> Iterator[Spot]:
    """Give every cap that matters."""
    for cap, asked, total in capped(book):
        if total is None or sum(asked) + cap.hours >= total.hours:
            continue
        proof = (
            f"{added([*asked, cap.hours])} < {in_words(total.hours)}",
            "Someone may reach the total with hours beyond the cap. A check counts those hours all the same.",
        )
        message = f"The cap of {in_words(cap.hours)} hours matters here, but a cap never blocks anybody."
        hint = "Ask for the hours of the other topics with `at_least`."
        yield Spot(cap.page.document, (*cap.node.path, "at_most"), message, hint, proof)
