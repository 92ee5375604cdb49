"""Rules on top of rules: somebody's own credentials beside those of a first catalogue, with its sources and words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from peercert.catalog.catalog import Catalog, CatalogFile
from peercert.catalog.credential import Credential
from peercert.catalog.sources import Source, Sources
from peercert.catalog.words_file import WordsFile
from peercert.errors import FileError, Problem
from peercert.reading import Document
from peercert.requirements import Requirement
from peercert.requirements.base import RulesModel
from peercert.words import Words

M = TypeVar("M", bound=RulesModel)


class Stack(Catalog):
    """A first catalogue and others on top of it, as one; nothing below is ever replaced.

    Args:
        base: The first catalogue.
        added: Those on top. Each needs its own catalog.yaml; sources.yaml and words.yaml hold what is not there yet.
    """

    def __init__(self, base: Catalog, added: tuple[Catalog, ...]) -> None:
        super().__init__(base.folder)
        self._base = base
        self._added = added

    @property
    def layers(self) -> tuple[Catalog, ...]:
        """The catalogues, the first one first."""
        return (self._base, *self._added)

    @cached_property
    def _found(self) -> tuple[Path, ...]:
        return tuple(path for layer in self.layers for path in layer.credential_files)

    @cached_property
    def hidden(self) -> tuple[str, ...]:
        """Files that are never read."""
        return tuple(name for layer in self.layers for name in layer.hidden)

    @cached_property
    def about(self) -> CatalogFile:
        """What the catalogues say of themselves, together."""
        told = [layer.about for layer in self.layers]
        return CatalogFile(
            version=" + ".join(one.version for one in told),
            title="; ".join(one.title for one in told),
            checked=min(one.checked for one in told),
        )

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The sources of all, by id."""
        found: dict[str, Any] = {}
        for layer in self.layers:
            _merge(
                found, layer.shared_or("sources.yaml", Sources(sources={})).sources, layer, "sources.yaml", ("sources",)
            )
        return found

    @cached_property
    def words(self) -> Words:
        """The words of all."""
        merged: dict[str, Any] = {}
        for layer in self.layers:
            told = layer.shared_or("words.yaml", WordsFile())
            for group in WordsFile.model_fields:
                value = getattr(told, group)
                if group == "names":
                    merged[group] = (*merged.get(group, ()), *value)
                elif isinstance(value, dict):
                    _merge(merged.setdefault(group, {}), value, layer, "words.yaml", (group,))
                elif value is not None:
                    _merge(merged, {group: value}, layer, "words.yaml", ())
        return WordsFile.model_construct(None, **merged).words(self.ids, self.other_names)

    @cached_property
    def sha256(self) -> str:
        """The digest of all digests, in their order."""
        return hashlib.sha256("".join(layer.sha256 for layer in self.layers).encode()).hexdigest()

    def written(self, name: str) -> Document:
        """Return a file as it is written, of the first catalogue that has it."""
        owners = [layer for layer in self.layers if name in layer.ids or (layer.folder / name).is_file()]
        return (owners or [self._base])[0].written(name)

    def called(self, path: Path) -> str:
        """Return what a file is called in a message."""
        owners = [layer for layer in self.layers if path.is_relative_to(layer.folder)]
        return (owners or [self._base])[-1].called(path)

    def _load(self, id_: str) -> Credential:
        if id_ not in self._base.ids:
            return super()._load(id_)
        credential = self._base.credential(id_)
        self.remember(credential)
        return credential

    @property
    def compiled(self) -> dict[str, Any] | None:
        """Nothing: only the first catalogue may have been built beforehand, and it knows that itself."""
        return None

    def clashes(self) -> Iterator[Problem]:
        """Give every name of a credential or a requirement that a catalogue below has already."""
        taken: set[str] = set()
        for layer in self.layers:
            mine: set[str] = set()
            for id_ in layer.ids:
                if id_.casefold() in taken:
                    yield _clash(layer.written(id_), f"There is a credential {id_} already, in the rules below.")
                    continue
                names = [*_names(self.credential(id_)), *_requirements(self.credential(id_))]
                for name in names:
                    if name.casefold() in taken:
                        yield _clash(layer.written(id_), f"The name {name} is taken already, in the rules below.")
                mine.update(name.casefold() for name in names)
            taken |= mine


def _names(credential: Credential) -> tuple[str, ...]:
    return credential.id, credential.title, *credential.aliases


def _requirements(credential: Credential) -> Iterator[str]:
    """Give the id of every requirement, in every edition and way."""
    for edition in credential.editions:
        for pathway in edition.pathways:
            yield from _ids(pathway.root)


def _ids(requirement: Requirement) -> Iterator[str]:
    yield requirement.id
    for child in requirement.children:
        yield from _ids(child)


def _clash(document: Document, message: str) -> Problem:
    hint = "Rules on top only add. Use a name of your own, or --rules for yours alone."
    return document.problem(("id",), "taken-name", message, hint)


def _merge(found: dict[str, Any], more: dict[str, Any], layer: Catalog, file: str, path: tuple[str, ...]) -> None:
    """Add what is not there yet; the same again is no fault, and something else under a name that is taken is."""
    problems = []
    for name, value in more.items():
        if found.setdefault(name, value) != value:
            message = f"{name} means something else in the rules below."
            hint = "Rules on top only add. Use a name of your own."
            problems.append(layer.written(file).problem((*path, name), "taken-name", message, hint))
    if problems:
        raise FileError(tuple(problems))
