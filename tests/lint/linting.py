"""A small catalogue that is clean, to be given one fault at a time, and what the lint says of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from catalog.toy import CATALOG, SOURCES, WORDS, folder
from peercert.catalog import Catalog, load_catalog
from peercert.lint import Remark, check

TODAY = date(2026, 11, 22)

HEAD = """\
# yaml-language-server: $schema=../credential.schema.json
id: TOY
title: Toy credential
jurisdiction: US-XX
region: Toyland
issuer: {name: Board of Toys, short: BOT}
about: For tests.
"""
WAY = """\
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
"""
AGE = """\
            - id: xx.toy.age
              kind: age
              title: Eighteen years
              at_least: 18
              sources: [{id: law, at: page 1}]
"""
CITED = "sources: [{id: law, at: p}]"
"""A source for what is not about sources."""


def linked(name: str, text: str) -> str:
    """Return a shared file with the line that leads an editor to its schema."""
    return f"# yaml-language-server: $schema={name}.schema.json\n{text}"


def toy(*requirements: str, head: str = HEAD, way: str = WAY, after: str = "") -> str:
    """Return the toy credential with requirements after its first one, which ends on line 22."""
    return head + way + AGE + "".join(requirements) + after


def opened(path: Path, toy: str, **files: str) -> Catalog:
    """Open a folder with the toy credential; every other file is clean where it is left out."""
    shared = {"catalog": CATALOG, "sources": SOURCES, "words": WORDS}
    clean = {name: linked(name, text) for name, text in shared.items()}
    return load_catalog(folder(path / "rules", **{**clean, "toy": toy, **files}))


def remarks(path: Path, toy: str, *, as_of: date = TODAY, **files: str) -> tuple[Remark, ...]:
    """Return everything that the lint says of the folder."""
    return check(opened(path, toy, **files), as_of)


def only(found: tuple[Remark, ...], id_: str) -> Remark:
    """Return the one remark there is; it must be of this lint."""
    assert [one.id for one in found] == [id_], found
    return found[0]


def place(remark: Remark) -> tuple[str, int, int]:
    """Return the name of the file, the line and the column of a remark."""
    return Path(remark.source).name, remark.line, remark.column


def leaf(name: str, kind: str, *lines: str, indent: int = 12, cited: bool = True) -> str:
    """Write a requirement as a block: its id, kind and title, a line each; then the lines given; then its source."""
    told = [f"id: xx.toy.{name}", f"kind: {kind}", f"title: Title of {name}", *lines, *([CITED] if cited else [])]
    return f"{' ' * indent}- " + f"\n{' ' * (indent + 2)}".join(told) + "\n"


def group(name: str, kind: str, *inside: str, lines: tuple[str, ...] = (), indent: int = 12, key: str = "of") -> str:
    """Write a requirement that holds others, which are written four columns further in."""
    return leaf(name, kind, *lines, f"{key}:", indent=indent, cited=False) + "".join(inside)


def inner(name: str, kind: str, *lines: str) -> str:
    """Write a requirement inside a group."""
    return leaf(name, kind, *lines, indent=16)


def hours(name: str, number: int, topics: str = "", *lines: str) -> str:
    """Write hours of training inside a group; in all where no topic is named."""
    return inner(name, "training_hours", f"at_least: {number}", *([f"topics: [{topics}]"] if topics else []), *lines)


def cap(name: str, number: int, topics: str, *lines: str) -> str:
    """Write a cap on hours of training inside a group."""
    return inner(name, "training_hours", f"at_most: {number}", f"topics: [{topics}]", *lines)


def allow(lint: str) -> str:
    """Write an `allow` with a reason."""
    return f"allow: [{{lint: {lint}, because: The law has it so.}}]"
