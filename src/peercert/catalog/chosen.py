"""Which rules decide: the built-in ones or a folder, what lies on top, and an edition that is asked for by name."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from peercert.catalog.catalog import Catalog, load_catalog
from peercert.catalog.editions import with_edition
from peercert.catalog.stack import Stack


class Chosen(NamedTuple):
    """The rules that were asked for."""

    folder: Path | None = None
    """A folder in place of the built-in rules."""

    added: tuple[Path, ...] = ()
    """Folders of more credentials on top."""

    edition: tuple[str, str] | None = None
    """A credential and the edition of it that decides on every day, each by its id."""


def load_chosen(chosen: Chosen | Path | None) -> Catalog:
    """Open the rules that were asked for; a folder alone, or None, is as for `load_catalog`.

    Raises:
        FileError: If there is no such folder.
        UsageError: If there is no such edition.
    """
    chosen = chosen if isinstance(chosen, Chosen) else Chosen(chosen)
    catalog = load_catalog(chosen.folder)
    if chosen.added:
        catalog = Stack(catalog, tuple(map(load_catalog, chosen.added)))
    return with_edition(catalog, *chosen.edition) if chosen.edition else catalog
