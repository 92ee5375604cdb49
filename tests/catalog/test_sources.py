"""Sources, and how much trust they earn."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from peercert.catalog.sources import Source, Tier, best, weakest
from upper import built_in

SOURCE = {"title": "The law", "publisher": "The state", "date": "undated", "tier": "issuer", "read": "2026-11-22"}


@pytest.mark.parametrize(
    ("tiers", "low", "high"),
    [
        (["document"], "document", "document"),
        (["document", "issuer"], "issuer", "document"),
        (["secondary", "issuer"], "secondary", "issuer"),
        (["issuer", "secondary", "document"], "secondary", "document"),
        ([], None, None),
    ],
)
def test_a_document_earns_the_most_trust_and_a_secondary_source_the_least(
    tiers: list[Tier], low: Tier | None, high: Tier | None
) -> None:
    """The order is that of the contract; of none there is neither."""
    assert (weakest(tiers), best(tiers)) == (low, high)


def test_a_source_can_be_found() -> None:
    """It has an address or a file, so that a reader can look it up."""
    assert Source(**SOURCE, url="https://example.org").url == "https://example.org"
    assert Source(**SOURCE, file="law.txt").file == "law.txt"
    with pytest.raises(ValidationError, match="Give a `url` or a `file`"):
        Source(**SOURCE)


def test_the_five_documents_of_the_project_are_among_the_sources() -> None:
    """Those, and only those, have the tier `document`, each with its file."""
    documents = [one for one in built_in().sources.values() if one.tier == "document"]

    assert len(documents) == 5
    assert len({one.file for one in documents}) == 5
    assert all(one.file and one.file.endswith(".txt") for one in documents)


def test_every_source_says_what_a_reader_needs() -> None:
    """Title, publisher and date are there; a date is a year, a month, a day, or "undated"."""
    for one in built_in().sources.values():
        assert one.title
        assert one.publisher
        assert one.date == "undated" or one.date[:4].isdigit()
