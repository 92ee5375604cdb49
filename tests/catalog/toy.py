"""A small folder of rules in YAML, as an author writes it, to be broken in one place at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from peercert.catalog import Catalog, load_catalog
from peercert.errors import FileError, Problem

CATALOG = """\
version: "1"
title: Rules for tests
checked: 2026-11-22
"""
SOURCES = """\
sources:
  law:
    title: The law
    publisher: The state
    date: 2020
    tier: issuer
    url: https://example.org
    read: 2026-11-22
"""
WORDS = """\
programs:
  toy-course: {title: toy course}
exams:
  toy-exam: {title: toy exam, unit: percent, lowest: 0, highest: 100}
"""
TOY = """\
id: TOY
title: Toy credential
aliases: [Toy One]
jurisdiction: US-XX
region: Toyland
issuer: {name: Board of Toys, short: BOT}
about: For tests.
editions:
  - id: first
    pathways:
      - id: standard
        title: Standard way
        requires:
          id: xx.toy
          kind: all_of
          title: All of it
          of:
            - id: xx.toy.age
              kind: age
              title: Eighteen years
              at_least: 18
              sources: [{id: law, at: page 1}]
            - id: xx.toy.references
              kind: references
              title: Two references
              at_least: 2
              sources: [{id: law, at: page 2}]
"""


def folder(path: Path, **files: str) -> Path:
    """Write the folder; a credential or a shared file is given by its name, the rest is as above."""
    written = {"catalog": CATALOG, "sources": SOURCES, "words": WORDS, "toy": TOY, **files}
    (path / "us").mkdir(parents=True)
    for name, text in written.items():
        place = path if name in ("catalog", "sources", "words") else path / "us"
        (place / f"{name.replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
    return path


def opened(path: Path, **files: str) -> Catalog:
    """Open the folder."""
    return load_catalog(folder(path / "rules", **files))


def toy_with(old: str, new: str) -> str:
    """Return the toy credential with one thing changed."""
    assert TOY.count(old) == 1, old
    return TOY.replace(old, new)


def problems(catalog: Catalog, id_: str = "TOY") -> tuple[Problem, ...]:
    """Return every problem of a credential that must have some."""
    with pytest.raises(FileError) as caught:
        catalog.credential(id_)
    return caught.value.problems


def told(catalog: Catalog, id_: str = "TOY") -> list[tuple[int | None, int | None, str]]:
    """Return line, column and code of every problem of a credential."""
    return [(one.line, one.column, one.code) for one in problems(catalog, id_)]
