"""A cap on hours of training that can hold nobody back."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.lint.book import Book
from peercert.lint.caps import capped
from peercert.lint.remark import Spot
from peercert.lint.sums import added
from peercert.requirements.wording import in_words


def look(book: Book) -> Iterator[Spot]:
    """Give every cap that the other parts and the total make needless."""
    for cap, asked, total in capped(book):
        path = (*cap.node.path, "at_most")
        message, hint = (
            f"The cap of {in_words(cap.hours)} hours can never bind.",
            "Check it: is it a minimum, or part of another rule?",
        )
        if total is None:
            proof: tuple[str, ...] = ("There is no total that the hours beyond the cap could count toward.",)
        elif sum(asked) + cap.hours < total.hours:
            continue
        else:
            whole, least = in_words(total.hours), in_words(sum(asked))
            proof = (
                f"{added([*asked, cap.hours])} >= {whole}" if asked else f"{in_words(cap.hours)} >= {whole}",
                f"Beside the {least} hours of the other parts, the cap alone fills the {whole}.",
            )
        yield Spot(cap.page.document, path, message, hint, proof)
