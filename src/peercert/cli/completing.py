"""Completion: the words that a shell offers where a credential, a format or the like is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import typer

from peercert.catalog import Chosen, load_chosen
from peercert.errors import FileError


def credentials(context: typer.Context, incomplete: str) -> list[str]:
    """Return the ids that begin as written, of the rules that are asked for; from names of files, so it is quick.

    Who begins in small letters goes on in small letters: a shell keeps what was typed, and ids may be written so.
    """
    rules, added = context.params.get("rules"), context.params.get("add_rules") or ()
    try:
        ids = load_chosen(Chosen(Path(rules) if rules else None, tuple(map(Path, added)))).ids
    except (FileError, OSError):  # no such rules: then there is nothing to offer, and no harm done
        return []
    return _beginning(incomplete, [id_.lower() for id_ in ids] if incomplete.islower() else ids)


def among(words: Iterable[str]) -> Callable[[str], list[str]]:
    """Return what offers some words."""

    def offer(incomplete: str) -> list[str]:
        return _beginning(incomplete, words)

    return offer


def listed(words: Iterable[str]) -> Callable[[str], list[str]]:
    """Return what offers some words for a list with commas."""

    def offer(incomplete: str) -> list[str]:
        before, comma, last = incomplete.rpartition(",")
        return [before + comma + word for word in _beginning(last, words)]

    return offer


def _beginning(start: str, words: Iterable[str]) -> list[str]:
    return [word for word in words if word.startswith(start)]
