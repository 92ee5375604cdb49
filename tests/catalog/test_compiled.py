"""The compiled catalogue is the rules files, made ready; and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from peercert.catalog import Catalog, load_catalog
from peercert.catalog.compiled import NAME, read
from peercert.catalog.compiling import compiled_text


def from_files() -> Catalog:
    """Return the catalogue as its files have it."""
    catalog = load_catalog()
    catalog.compiled = None
    return catalog


def test_the_compiled_catalogue_is_fresh() -> None:
    """It was made from the very files beside it: write it again with `python -m peercert.catalog.compiling`."""
    catalog = from_files()

    assert (catalog.folder / NAME).read_text(encoding="utf-8") == compiled_text(catalog)


def test_it_is_used_and_says_what_the_files_say() -> None:
    """Every credential, source and word is the same, read from the files or made ready."""
    ready, files = load_catalog(), from_files()

    assert ready.compiled is not None
    assert list(ready) == list(files)
    assert (ready.about, ready.sources, ready.words) == (files.about, files.sources, files.words)


@pytest.mark.parametrize("name", ["us/ms/cpss.yaml", "sources.yaml", "words.yaml", "catalog.yaml"])
def test_a_change_in_any_file_puts_it_out_of_use(tmp_path: Path, name: str) -> None:
    """One more character in a rules file, and the files themselves are read."""
    folder = tmp_path / "rules"
    shutil.copytree(load_catalog().folder, folder)
    assert read(folder, Catalog(folder).sha256) is not None

    with (folder / name).open("a", encoding="utf-8") as file:
        file.write("# a change\n")

    assert read(folder, Catalog(folder).sha256) is None


def test_somebody_elses_folder_is_read_from_its_files(tmp_path: Path) -> None:
    """Rules of one's own are always checked as they are read, whatever lies beside them."""
    folder = tmp_path / "rules"
    shutil.copytree(load_catalog().folder, folder)

    assert load_catalog(folder).compiled is None


def test_where_there_is_none_the_files_are_read(tmp_path: Path) -> None:
    """A checkout without it works too."""
    assert read(tmp_path, "0" * 64) is None
