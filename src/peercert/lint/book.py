"""The book: every rules file that can be read, with the way to each requirement in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from peercert.catalog import Catalog, Credential, Edition, Pathway, Source
from peercert.catalog.catalog import SHARED
from peercert.errors import FileError
from peercert.reading import Document
from peercert.requirements import Requirement
from peercert.requirements.combining import Combinator
from peercert.shaping import Path
from peercert.words import ExamScale


class Node(NamedTuple):
    """A requirement and where it is written."""

    requirement: Requirement
    path: Path
    inside: tuple[Node, ...]
    """The requirements and readings inside, as they are written."""

    def walk(self) -> Iterator[Node]:
        """Give this node and every one inside it, in the order of the file."""
        yield self
        for inner in self.inside:
            yield from inner.walk()


class Way(NamedTuple):
    """A pathway and where it is written."""

    edition: Edition
    pathway: Pathway
    path: Path
    root: Node
    bars: tuple[Node, ...]

    def walk(self) -> Iterator[Node]:
        """Give every requirement of the pathway, the bars last."""
        for node in (self.root, *self.bars):
            yield from node.walk()


@dataclass(frozen=True)
class Page:
    """One credential's file."""

    credential: Credential
    document: Document

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """The pathways of every edition."""
        return tuple(
            _way(edition, pathway, ("editions", number, "pathways", index))
            for number, edition in enumerate(self.credential.editions)
            for index, pathway in enumerate(edition.pathways)
        )

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Every requirement, in the order of the file."""
        return tuple(node for way in self.ways for node in way.walk())

    def ways_of(self, number: int) -> tuple[Way, ...]:
        """Return the pathways of one edition, by its place in the file."""
        return tuple(way for way in self.ways if way.path[1] == number)


@dataclass(frozen=True)
class Book:
    """A catalogue as it is written.

    A file that cannot be used is left out; `whole` then says no.
    """

    catalog: Catalog
    as_of: date
    older: Catalog | None = None
    """The catalogue that this one takes the place of, where it is told."""

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The credentials' files, in catalogue order."""
        return tuple(_pages(self.catalog))

    @cached_property
    def shared(self) -> dict[str, Document]:
        """The files that all credentials share, by name."""
        return dict(_shared(self.catalog))

    @cached_property
    def sources(self) -> tuple[tuple[str, Source, Document], ...]:
        """Every source with its id and the file that tells of it; none where a file cannot be used."""
        if "sources.yaml" not in self.shared:
            return ()
        files = [self.shared["sources.yaml"], *(file for name, file in self.on_top if name == "sources.yaml")]
        known = self.catalog.sources
        return tuple((id_, known[id_], file) for file in files for id_ in _ids(file) if id_ in known)

    @cached_property
    def hidden(self) -> tuple[Document, ...]:
        """Files that are never read, for one of the same name stands in another folder."""
        return tuple(_readable(self.catalog, self.catalog.hidden))

    @cached_property
    def on_top(self) -> tuple[tuple[str, Document], ...]:
        """The shared files of the catalogues that lie on top, with their names."""
        return tuple(
            (name, document)
            for layer in self.catalog.layers[1:]
            for name in SHARED
            if (layer.folder / name).is_file()
            for document in _readable(layer, (name,))
        )

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every file, the shared ones first."""
        more = [document for _, document in self.on_top]
        return (*self.shared.values(), *more, *(page.document for page in self.pages), *self.hidden)

    @property
    def exams(self) -> Mapping[str, ExamScale]:
        """The exams that words.yaml knows; none where it cannot be used."""
        return self.catalog.words.exams if "words.yaml" in self.shared else {}

    @property
    def names(self) -> tuple[str, ...]:
        """The names that words.yaml lists, for which there are no plainer words."""
        value = self.shared["words.yaml"].value if "words.yaml" in self.shared else None
        names = value.get("names") if isinstance(value, dict) else None
        return tuple(str(name) for name in names) if isinstance(names, list) else ()

    @property
    def whole(self) -> bool:
        """Whether every credential's file could be used."""
        return len(self.pages) == len(self.catalog.ids)


def _ids(document: Document) -> tuple[str, ...]:
    """Return the ids that a file of sources tells of."""
    value = document.value
    told = value.get("sources") if isinstance(value, dict) else None
    return tuple(map(str, told)) if isinstance(told, dict) else ()


def _pages(catalog: Catalog) -> Iterator[Page]:
    for id_ in catalog.ids:
        with suppress(FileError):
            yield Page(catalog.credential(id_), catalog.written(id_))


def _shared(catalog: Catalog) -> Iterator[tuple[str, Document]]:
    for name, usable in (
        ("catalog.yaml", lambda: catalog.about),
        ("sources.yaml", lambda: catalog.sources),
        ("words.yaml", lambda: catalog.words),
    ):
        with suppress(FileError):
            usable()
            yield name, catalog.written(name)


def _readable(catalog: Catalog, names: tuple[str, ...]) -> Iterator[Document]:
    for name in names:
        with suppress(FileError):
            yield catalog.written(name)


def _way(edition: Edition, pathway: Pathway, path: Path) -> Way:
    bars = tuple(_node(bar, (*path, "bars", index)) for index, bar in enumerate(pathway.bars))
    return Way(edition, pathway, path, _node(pathway.requires, (*path, "requires")), bars)


def _node(requirement: Requirement, path: Path) -> Node:
    key, inside = "readings", requirement.alternatives
    if isinstance(requirement, Combinator):
        key, inside = "of", requirement.of
    return Node(requirement, path, tuple(_node(one, (*path, key, index)) for index, one in enumerate(inside)))
