"""From rules files to the catalogue's models: every fault of an author's at once, each at its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from peercert.catalog.credential import Credential
from peercert.catalog.nodes import build_requirement
from peercert.catalog.sources import Source
from peercert.errors import FileError
from peercert.reading import Document, did_you_mean, read_file
from peercert.requirements import Requirement
from peercert.requirements.base import RulesModel
from peercert.shaping import Fault, placed, shape
from peercert.shaping import Path as Path_

M = TypeVar("M", bound=RulesModel)

_LIMIT = 4 * 1024 * 1024
"""Bytes of a rules file that are read at most."""


def read_shared(path: Path, model: type[M]) -> M:
    """Read a file that belongs to the whole catalogue.

    Raises:
        FileError: If it cannot be used; it names every fault.
    """
    document = read_file(path, limit=_LIMIT)
    value, faults = _shaped(model, document.value)
    if faults or value is None:
        raise FileError(placed(document, faults))
    return value


def read_written(path: Path, source: str) -> Document:
    """Read a rules file just as it is written, for those who need the place of something in it.

    Args:
        path: The file.
        source: What it is called.

    Raises:
        FileError: If it cannot be read; it names every fault.
    """
    return read_file(path, source=source, limit=_LIMIT)


def read_credential(id_: str, paths: Mapping[str, Path], sources: Mapping[str, Source]) -> Credential:
    """Read a credential's file.

    Args:
        id_: The credential.
        paths: The files of all credentials, by id.
        sources: The sources that may be cited, by id.

    Raises:
        FileError: If it cannot be used; it names every fault.
    """
    document = read_file(paths[id_], limit=_LIMIT)
    raw: Any = document.value
    faults: list[Fault] = []
    if isinstance(raw, dict):
        raw, faults = _with_requirements(raw)
    credential, found = _shaped(Credential, raw)
    faults += found
    if credential is not None and not faults:
        faults = list(_Known(paths, sources).misfits(document.value, id_))
    if faults or credential is None:
        raise FileError(placed(document, faults))
    return credential


class _Known(NamedTuple):
    """What a credential's file may refer to."""

    paths: Mapping[str, Path]
    sources: Mapping[str, Source]

    def misfits(self, value: object, id_: str) -> Iterator[Fault]:
        """Look for what a credential's file says that does not fit its name, the sources, or another credential."""
        if isinstance(value, dict) and str(value.get("id")).upper() != id_:
            yield Fault(
                ("id",), "wrong-id", "The id is not the file's name.", "Name the file after it, in small letters."
            )
        seen: set[str] = set()
        for path, inner in _mappings(value):
            if "kind" in inner and "readings" not in path and isinstance(inner.get("id"), str):
                if inner["id"] in seen:
                    yield Fault(
                        (*path, "id"), "duplicate-id", f"The id {inner['id']} is used twice.", "Give each its own."
                    )
                seen.add(inner["id"])
            if inner.get("kind") == "meets_credential":
                yield from self._other(str(inner.get("credential")), id_, (*path, "credential"))
            if "sources" in path and "at" in inner and inner.get("id") not in self.sources:
                nearest = did_you_mean(str(inner.get("id")), list(self.sources))
                hint = f'Did you mean "{nearest}"?' if nearest else "Add it to sources.yaml."
                yield Fault(
                    (*path, "id"), "unknown-source", f"The source {inner.get('id')} is not in sources.yaml.", hint
                )

    def _other(self, other: str, id_: str, path: Path_) -> Iterator[Fault]:
        if other not in self.paths:
            yield Fault(
                path, "unknown-credential", f"There is no credential {other} here.", f"Known: {', '.join(self.paths)}."
            )
        elif other == id_ or id_ in self.reach(other):
            said = f"{id_} asks for what {other} asks, and {other} for what {id_} asks."
            yield Fault(path, "circle", said, "Break the circle.")

    def reach(self, id_: str) -> set[str]:
        """Return the credentials whose requirements a credential takes over, directly or through others."""
        found: set[str] = set()
        waiting = [id_]
        while waiting:
            named = (inner for _, inner in _mappings(read_file(self.paths[waiting.pop()], limit=_LIMIT).value))
            more = {str(one.get("credential")) for one in named if one.get("kind") == "meets_credential"} - found
            found |= more
            waiting += sorted(more & set(self.paths))
        return found


def _shaped(model: type[M], raw: object) -> tuple[M | None, list[Fault]]:
    if not isinstance(raw, dict):
        return None, [Fault((), "not-a-mapping", "A rules file is a mapping.", "See the guide in the rules folder.")]
    return shape(model, raw)


def _with_requirements(raw: dict[str, Any]) -> tuple[dict[str, Any], list[Fault]]:
    """Build the requirements of every pathway, and put them where the file has them as values."""
    faults: list[Fault] = []
    editions = []
    for number, edition in enumerate(_list(raw.get("editions"))):
        ways = []
        for index, way in enumerate(_list(edition.get("pathways") if isinstance(edition, dict) else None)):
            path = ("editions", number, "pathways", index)
            built, found = _with_built(way, path)
            faults += found
            ways.append(built)
        editions.append({**edition, "pathways": ways} if isinstance(edition, dict) and ways else edition)
    return ({**raw, "editions": editions} if editions else raw), faults


def _with_built(way: object, path: Path_) -> tuple[object, list[Fault]]:
    if not isinstance(way, dict):
        return way, []
    faults: list[Fault] = []
    values = dict(way)
    if "requires" in way:
        built, faults = build_requirement(way["requires"], (*path, "requires"))
        values["requires"] = built or _nothing()
    bars = []
    for index, bar in enumerate(_list(way.get("bars"))):
        built, found = build_requirement(bar, (*path, "bars", index))
        faults = [*faults, *found]
        bars.append(built or _nothing())
    return (values | {"bars": tuple(bars)} if bars else values), faults


def _nothing() -> Requirement:
    return Requirement.model_construct(kind="nothing", id="nothing", title="nothing")


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _mappings(value: object, path: Path_ = ()) -> Iterator[tuple[Path_, dict[str, Any]]]:
    """Give every mapping in a document, with its path."""
    if isinstance(value, dict):
        yield path, value
        for key, inner in value.items():
            yield from _mappings(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _mappings(inner, (*path, index))
