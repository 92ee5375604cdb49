"""The rules as they are written, read without the models that the engine uses."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from peercert.reading import files_below, read_file

Rule = dict[str, Any]

_LIMIT = 4 * 1024 * 1024
_SHARED = ("catalog.yaml", "sources.yaml", "words.yaml")
_HANDED = ("programs", "leave_out")
"""What a training hands down to each of its parts."""


class Rulebook:
    """Folders of rules, each on top of those before it.

    Args:
        folders: Each holds catalog.yaml and one file for each credential, and may hold words.yaml.
    """

    def __init__(self, *folders: Path) -> None:
        self.folders = folders

    @cached_property
    def _paths(self) -> dict[str, Path]:
        return {id_: path for folder in reversed(self.folders) for id_, path in _credentials_in(folder).items()}

    @cached_property
    def version(self) -> str:
        """The versions that the catalogues give themselves."""
        return " + ".join(str(_mapping(folder / "catalog.yaml").get("version")) for folder in self.folders)

    @cached_property
    def sha256(self) -> str:
        """The digest of every rules file, names included; of several folders, that of their digests."""
        digests = [_sha256(folder) for folder in self.folders]
        return digests[0] if len(digests) == 1 else hashlib.sha256("".join(digests).encode()).hexdigest()

    @cached_property
    def rates(self) -> dict[str, Decimal]:
        """Clock hours for one college credit, by system."""
        written = [_mapping(path) for folder in self.folders if (path := folder / "words.yaml").is_file()]
        told = {system: hours for one in reversed(written) for system, hours in one.get("credits", {}).items()}
        return {system: Decimal(hours) for system, hours in told.items() if system != "sources"}

    @cached_property
    def _credentials(self) -> dict[str, Rule]:
        return {}

    def credential(self, id_: str) -> Rule | None:
        """Return a credential's file; None where there is none of that id."""
        if id_ not in self._paths:
            return None
        if id_ not in self._credentials:
            self._credentials[id_] = _mapping(self._paths[id_])
        return self._credentials[id_]

    def edition(self, id_: str, day: date) -> Rule | None:
        """Return the edition of a credential that is in force on a day; None where there is none."""
        for edition in (self.credential(id_) or {}).get("editions", []):
            first, last = edition.get("effective_from"), edition.get("effective_to")
            if (first is None or date.fromisoformat(first) <= day) and (
                last is None or day <= date.fromisoformat(last)
            ):
                found: Rule = edition
                return found
        return None

    def roots(self, id_: str, day: date) -> list[Rule]:
        """Return what each way to a credential asks on a day."""
        edition = self.edition(id_, day)
        if edition is None:
            first = (self.credential(id_) or {})["editions"][0]["pathways"][0]["requires"]["id"]
            return [{"kind": "edition", "id": f"{first}.edition"}]
        return [_root(pathway) for pathway in edition["pathways"]]

    def inside(self, rule: Rule, day: date) -> list[Rule] | None:
        """Return what a requirement is made of; None for a leaf."""
        kind = rule["kind"]
        if kind == "meets_credential":
            return self.roots(rule["credential"], day)
        if kind == "barred":
            return [rule["when"]]
        if kind == "training":
            handed = {key: rule[key] for key in _HANDED if key in rule}
            together = {"kind": "together", "id": f"{rule['id']}.together", **handed}
            return [*(_with(child, handed) for child in rule["of"]), together]
        found: list[Rule] | None = rule.get("of", rule.get("readings"))
        return found


def _credentials_in(folder: Path) -> dict[str, Path]:
    below = map(Path, files_below(folder))
    found = [path for path in below if path.suffix == ".yaml" and not path.name.endswith(".cases.yaml")]
    found.sort(key=lambda path: (path.parent.as_posix(), path.stem))
    return {path.stem.upper(): path for path in found if path.parent != folder}


def _sha256(folder: Path) -> str:
    digest = hashlib.sha256()
    paths = [folder / name for name in _SHARED] + list(_credentials_in(folder).values())
    for path in sorted(path for path in paths if path.is_file()):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _root(pathway: Rule) -> Rule:
    requires: Rule = pathway["requires"]
    bars = [{"kind": "barred", "id": bar["id"], "when": bar} for bar in pathway.get("bars", [])]
    if not bars:
        return requires
    asked = requires["of"] if requires["kind"] == "all_of" else [requires]
    return {"kind": "all_of", "id": f"{requires['id']}.with-bars", "of": [*asked, *bars]}


def _with(child: Rule, handed: Rule) -> Rule:
    if child["kind"] == "training_hours":
        return {**handed, **child}
    if child["kind"] == "disputed":
        return {**child, "readings": [_with(one, handed) for one in child["readings"]]}
    return child


def _mapping(path: Path) -> Rule:
    value = read_file(path, limit=_LIMIT).value
    return value if isinstance(value, dict) else {}
