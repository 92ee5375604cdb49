"""The list of credentials, in text, Markdown and JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from peercert.catalog import Catalog, load_catalog
from peercert.render.listing import LISTINGS, as_json, as_markdown, as_text
from peercert.render.style import Style
from upper import built_in, credential, edition, leaf, rules_folder


def toys(folder: Path) -> Catalog:
    """Open rules of one credential with two ways and a first day."""
    asked = [leaf("x.1", "age", at_least=18), leaf("x.2", "references", at_least=1)]
    one = credential("TOY", edition(*asked, title="New rules", effective_from="2020-01-01", effective_to="2030-12-31"))
    return load_catalog(rules_folder(folder, one))


def test_text_names_each_credential_with_its_ways(tmp_path: Path) -> None:
    """Id, title, state, issuer, edition, ways; first of all the catalogue itself."""
    assert as_text(toys(tmp_path), Style(60)) == (
        "Rules for tests\n"
        "1 credential, catalogue 1, sources last read on 2026-11-22.\n"
        "\n"
        "TOY  Title of TOY\n"
        "  Toyland. Granted by the Board of Toys (BOT).\n"
        "  Rules: New rules, from 2020-01-01, until 2030-12-31.\n"
        "  Way: Way 1\n"
        "  Way: Way 2\n"
        "\n"
        "To see what one of them asks: peercert show ID\n"
    )


def test_markdown_is_a_table(tmp_path: Path) -> None:
    """One line for each credential."""
    assert as_markdown(toys(tmp_path), Style()) == (
        "# Rules for tests\n\n1 credential, catalogue 1, sources last read on 2026-11-22.\n\n"
        "| Id | Title | State | Ways | Rules | Granted by |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| TOY | Title of TOY | Toyland | Way 1; Way 2 | New rules, from 2020-01-01, until 2030-12-31 | "
        "Board of Toys (BOT) |\n"
    )


def test_json_holds_all_of_it(tmp_path: Path) -> None:
    """With the digest of the catalogue, as in every report."""
    catalog = toys(tmp_path)

    assert json.loads(as_json(catalog, Style())) == {
        "format": "peercert.list/1",
        "catalog": {
            "version": "1", "title": "Rules for tests", "checked": "2026-11-22", "sha256": catalog.sha256,
        },
        "credentials": [
            {
                "id": "TOY", "title": "Title of TOY", "aliases": [], "jurisdiction": "US-XX", "region": "Toyland",
                "issuer": {"name": "Board of Toys", "short": "BOT", "url": None},
                "editions": [
                    {
                        "id": "edition-1", "title": "New rules",
                        "effective_from": "2020-01-01", "effective_to": "2030-12-31",
                        "pathways": [{"id": "way-1", "title": "Way 1"}, {"id": "way-2", "title": "Way 2"}],
                    }
                ],
            }
        ],
    }  # fmt: skip


def test_the_built_in_catalogue_lists_seven() -> None:
    """In catalogue order: by state."""
    assert [one["id"] for one in json.loads(as_json(built_in(), Style()))["credentials"]] == [
        "CPSRP", "CPSRP-P", "CPRS", "CRSS", "CPS-I", "CPS-II", "CPSS",
    ]  # fmt: skip


@pytest.mark.parametrize("name", LISTINGS)
def test_a_plain_terminal_gets_plain_characters(name: str) -> None:
    """In every format."""
    assert LISTINGS[name](built_in(), Style(signs=False)).isascii()


def test_no_line_is_wider_than_the_terminal() -> None:
    """Sixty columns are enough."""
    assert [line for line in as_text(built_in(), Style(60)).splitlines() if len(line) > 60] == []
