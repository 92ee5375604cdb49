"""A folder of rules: its credentials, sources and words, each file read once and only when needed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from copy import copy
from datetime import date
from functools import cached_property
from importlib.resources import files
from os.path import lexists  # what is there but is no file is told of
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from peercert.catalog import compiled
from peercert.catalog.credential import Credential
from peercert.catalog.questions_file import QuestionsFile, QuestionWords
from peercert.catalog.sources import Source, Sources, Tier, best
from peercert.catalog.words_file import WordsFile
from peercert.errors import FileError, Problem, UsageError
from peercert.reading import Document, did_you_mean, files_below
from peercert.requirements import Requirement
from peercert.requirements.base import Citation, Date, RulesModel
from peercert.words import Words

M = TypeVar("M", bound=RulesModel)

_LIMIT = 4 * 1024 * 1024
"""Bytes of a rules file that are read at most."""

_KEPT = 2_000
"""Days and credentials for which it is kept what is in force; when there are more it starts anew."""

SHARED = ("catalog.yaml", "sources.yaml", "words.yaml")
"""The files that all credentials share."""


class CatalogFile(RulesModel):
    """What the catalogue says of itself."""

    version: str
    title: str
    checked: Date
    """The day on which its sources were last read."""


_SHARED_MODELS: dict[str, type[RulesModel]] = {
    "catalog.yaml": CatalogFile,
    "sources.yaml": Sources,
    "words.yaml": WordsFile,
}


class InForce(NamedTuple):
    """What a credential asks on a day."""

    edition: str | None
    """The edition's id; None where none is in force."""

    names: tuple[str | None, ...]
    """The id of each way; None for the leaf that stands alone where no edition is in force."""

    roots: tuple[Requirement, ...]
    """What each way requires, in the same order."""


class Catalog:
    """All credentials that a folder of rules knows.

    Args:
        folder: The folder that holds catalog.yaml, sources.yaml, words.yaml and one file for each credential.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._credentials: dict[str, Credential] = {}
        self._index: dict[str, Requirement] = {}
        self._tiers: dict[tuple[str, tuple[int, ...]], Tier | None] = {}
        self._in_force: dict[tuple[str, date], InForce] = {}
        self._days_of_change: dict[str, tuple[date, ...]] = {}

    @cached_property
    def _found(self) -> tuple[Path, ...]:
        """The credential files, in catalogue order: by country and state."""
        below = map(Path, files_below(self.folder))
        found = [path for path in below if path.suffix == ".yaml" and not path.name.endswith(".cases.yaml")]
        found.sort(key=lambda path: (path.parent.as_posix(), path.stem))
        return tuple(path for path in found if path.parent != self.folder)

    @property
    def credential_files(self) -> tuple[Path, ...]:
        """The files of the credentials, in catalogue order."""
        return self._found

    def clashes(self) -> Iterator[Problem]:
        """Give every name that a catalogue on top takes although one below has it; none where none lies on top."""
        return iter(())

    @property
    def layers(self) -> tuple[Catalog, ...]:
        """The catalogues that it is made of, the lowest first: itself, unless others lie on top."""
        return (self,)

    @cached_property
    def _paths(self) -> dict[str, Path]:
        """The credential files, by the id in their name."""
        return {path.stem.upper(): path for path in self._found}

    @cached_property
    def hidden(self) -> tuple[str, ...]:
        """Files that are never read, for one of the same name stands in another folder."""
        hidden = [path for path in self._found if self._paths[path.stem.upper()] != path]
        return tuple(path.relative_to(self.folder).as_posix() for path in hidden)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all credentials, in catalogue order."""
        return tuple(self._paths)

    @cached_property
    def about(self) -> CatalogFile:
        """What the catalogue says of itself."""
        return self._shared("catalog.yaml", CatalogFile)

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The sources, by id."""
        return self._shared("sources.yaml", Sources).sources

    @cached_property
    def words(self) -> Words:
        """The words that the catalogue gives a meaning to."""
        return self._shared("words.yaml", WordsFile).words(self.ids, self.other_names)

    @cached_property
    def questions(self) -> tuple[QuestionWords, ...]:
        """How to ask a person for each fact; in the built-in words where the folder has none. They decide nothing."""
        from peercert.catalog.authoring import read_shared

        path = self.folder / "questions.yaml"
        return read_shared(path if lexists(path) else _own_folder() / path.name, QuestionsFile).questions

    @cached_property
    def sha256(self) -> str:
        """The digest of every rules file, names included; the same wherever the folder lies."""
        digest = hashlib.sha256()
        paths = [self.folder / name for name in SHARED] + list(self._paths.values())
        for path in sorted(path for path in paths if path.is_file()):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(self.folder).as_posix()}\0{len(content)}\0".encode() + content)
        return digest.hexdigest()

    def written(self, name: str) -> Document:
        """Return a file as it is written: a credential's, by its id, or any other, by its place in the folder.

        Raises:
            FileError: If it cannot be read.
        """
        from peercert.catalog.authoring import read_written

        path = self._paths.get(name) or self.folder / name
        return read_written(path, self.called(path))

    def called(self, path: Path) -> str:
        """Return what a file is called in a message: as the user named it, or by its place in the built-in rules."""
        inside = self.folder == _own_folder()
        return f"{self.folder.name}/{path.relative_to(self.folder).as_posix()}" if inside else str(path)

    def credential(self, id_: str) -> Credential:
        """Return a credential by the id that the catalogue spells.

        Raises:
            FileError: If its file cannot be used.
        """
        found = self._credentials.get(id_)
        if found is None:
            found = self._credentials[id_] = self._load(id_)
        return found

    def with_credential(self, credential: Credential) -> Catalog:
        """Return this catalogue with another version of one credential; the files stay as they are."""
        other = copy(self)
        credentials = {**self._credentials, credential.id: credential}
        known = {"_index": dict(self._index), "_tiers": dict(self._tiers), "_in_force": {}, "_days_of_change": {}}
        vars(other).update(_credentials=credentials, **known)
        other.remember(credential)
        return other

    def remember(self, credential: Credential) -> None:
        """Let the requirements of a credential be found by their ids."""
        for edition in credential.editions:
            for pathway in edition.pathways:
                self._remember(pathway.requires)
                self._remember(pathway.root)

    def __iter__(self) -> Iterator[Credential]:
        """Give every credential, in catalogue order."""
        return (self.credential(id_) for id_ in self.ids)

    def other_names(self) -> dict[str, str]:
        """Return the id of the credential for each title and alias.

        Raises:
            FileError: If a credential's file cannot be used.
        """
        return {name: one.id for one in reversed(tuple(self)) for name in (one.title, *one.aliases)}

    def find(self, name: str) -> str:
        """Return the id of the credential that a name means: its id, title or alias, whatever the case.

        Raises:
            UsageError: If there is none; it names the known ones and the nearest.
        """
        known = self.words.credential(name)
        if known is not None:
            return known
        nearest = did_you_mean(name, self.ids)
        hint = f' Did you mean "{nearest}"?' if nearest else ""
        raise UsageError(f"There is no credential of this name here.{hint} Known: {', '.join(self.ids)}.")

    def roots(self, credential: str, day: date) -> tuple[Requirement, ...]:
        """Return what each way to a credential requires, under the edition in force on a day."""
        return self.ways(credential, day).roots

    def ways(self, credential: str, day: date) -> InForce:
        """Return the ways to a credential, under the edition in force on a day."""
        found = self._in_force.get((credential, day))
        if found is None:
            if len(self._in_force) == _KEPT:
                self._in_force.clear()
            found = self._in_force[credential, day] = self._find_ways(self.credential(credential), day)
        return found

    def _find_ways(self, credential: Credential, day: date) -> InForce:
        edition = credential.edition_on(day)
        if edition is None:
            self._remember(credential.no_edition)
            return InForce(None, (None,), (credential.no_edition,))
        ways = edition.pathways
        return InForce(edition.id, tuple(way.id for way in ways), tuple(way.root for way in ways))

    def concerned(self, credential: str) -> list[str]:
        """Return a credential and those that it takes over, and so on, by their ids."""
        found = [credential]
        for id_ in found:
            found += [other for other in self.credential(id_).takes_over if other not in found]
        return found

    def days_of_change(self, credential: str) -> tuple[date, ...]:
        """Return the days on which other rules begin to hold for a credential, or for one that it takes over."""
        found = self._days_of_change.get(credential)
        if found is None:
            days = {day for id_ in self.concerned(credential) for day in self.credential(id_).days_of_change}
            found = self._days_of_change[credential] = tuple(sorted(days))
        return found

    def requirement(self, id_: str) -> Requirement:
        """Return a requirement of any credential loaded so far, by its id."""
        return self._index[id_]

    def knows(self, id_: str) -> bool:
        """Say whether a credential loaded so far has a requirement of that id."""
        return id_ in self._index

    def tier(self, id_: str, readings: tuple[int, ...] = ()) -> Tier | None:
        """Return the best tier among the sources of a requirement.

        Args:
            id_: The requirement.
            readings: Which of its readings, where sources disagree; all of them where empty.
        """
        try:
            return self._tiers[id_, readings]
        except KeyError:
            asked = self._index[id_]
            inside = [asked.alternatives[one] for one in readings] or asked.alternatives
            cited = [*asked.sources, *(cited for one in inside for cited in _cited(one))]
            found = self._tiers[id_, readings] = best([self.sources[one.id].tier for one in cited])
            return found

    @cached_property
    def compiled(self) -> dict[str, Any] | None:
        """What was built from these very files beforehand; None where nothing was, or for somebody else's rules."""
        return compiled.read(self.folder, self.sha256) if self.folder == _own_folder() else None

    def packed(self) -> dict[str, Any]:
        """Return all of the catalogue as it can be written down beforehand."""
        return {
            "sha256": self.sha256,
            **{name: compiled.pack(self._shared(name, model)) for name, model in _SHARED_MODELS.items()},
            "credentials": {credential.id: compiled.pack(credential) for credential in self},
        }

    def _load(self, id_: str) -> Credential:
        if self.compiled is not None:
            credential: Credential = compiled.unpack(self.compiled["credentials"][id_])
        else:
            from peercert.catalog.authoring import read_credential

            credential = read_credential(id_, self._paths, self.sources)
        self.remember(credential)
        return credential

    def _remember(self, requirement: Requirement) -> None:
        self._index[requirement.id] = requirement
        for child in requirement.children:
            self._remember(child)

    def shared_or(self, name: str, nothing: M) -> M:
        """Return what stands in a file that belongs to the whole catalogue; `nothing` where there is no such file."""
        return self._shared(name, type(nothing)) if lexists(self.folder / name) else nothing

    def _shared(self, name: str, model: type[M]) -> M:
        if self.compiled is not None:
            held: M = compiled.unpack(self.compiled[name])
            return held
        from peercert.catalog.authoring import read_shared

        return read_shared(self.folder / name, model)


def _all(requirement: Requirement) -> Iterator[Requirement]:
    yield requirement
    for inner in (*requirement.children, *requirement.alternatives):
        yield from _all(inner)


def _cited(requirement: Requirement) -> Iterator[Citation]:
    for one in _all(requirement):
        yield from one.sources


def load_catalog(folder: Path | None = None) -> Catalog:
    """Open a catalogue.

    Args:
        folder: Its folder; the catalogue that peercert carries where left out.

    Returns:
        The catalogue. Files are read when they are needed.

    Raises:
        FileError: If there is no such folder.
    """
    if folder is None:
        return Catalog(_own_folder())
    if not folder.is_dir():
        raise FileError((Problem(str(folder), None, None, "not-found", "There is no such folder of rules."),))
    return Catalog(folder)


def _own_folder() -> Path:
    """Return the folder of rules: beside the code in a wheel, at the top of the tree in a checkout."""
    inside = Path(str(files("peercert"))) / "rules"
    return inside if inside.is_dir() else Path(__file__).parents[3] / "rules"
