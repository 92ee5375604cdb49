"""The runner of case files: each case becomes a person, a day, and what must come out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from peercert.candidate import load_candidate
from peercert.case import Case
from peercert.engine import Determination, determine
from peercert.reading import Document, Plain
from upper import built_in

FOLDER = Path(__file__).parents[2] / "rules"
FILE_KEYS = {"given", "bases", "cases"}
CASE_KEYS = {"name", "as_of", "base", "but", "disputes", "verdict", "pathway", "because"}
NEEDED = {"name", "as_of", "verdict"}
DISPUTES = {"undetermined", "strict", "lenient"}
VERDICTS = {"eligible", "not_yet", "not_eligible", "undetermined"}

Value = Any  # Any: plain data as it stands in a file, with None where it has null


class CaseFileError(Exception):
    """A case file says something that no runner understands."""


class Told(NamedTuple):
    """One case of a case file."""

    credential: str
    place: str
    """The file's folder within the rules, such as `US/MN`."""

    name: str
    as_of: date
    profile: Value
    disputes: Any
    verdict: str
    pathway: str | None
    because: frozenset[str] | None

    @property
    def label(self) -> str:
        """What the test is called."""
        return f"{self.place}/{self.credential}: {self.name}"

    def decide(self) -> Determination:
        """Decide it with the built-in rules."""
        rules = built_in()
        candidate = load_candidate(Document("case.yaml", self.profile), rules.words, self.as_of)
        asked = Case(candidate, rules, self.as_of, disputes=self.disputes)
        return determine(rules, rules.credential(self.credential), asked)


def case_files(folder: Path = FOLDER) -> list[Path]:
    """Return every case file, in the order of the folders."""
    return sorted(folder.rglob("*.cases.yaml"))


def all_cases() -> list[Told]:
    """Return the cases of every file."""
    return [told for path in case_files() for told in cases_of(path)]


@cache
def decided() -> list[tuple[Told, Determination]]:
    """Return every case with what comes out of it; decided once for all tests that look through them."""
    return [(told, told.decide()) for told in all_cases()]


def cases_of(path: Path, folder: Path = FOLDER) -> list[Told]:
    """Return the cases of one file.

    Raises:
        CaseFileError: If the file has a key or a word that is not known, or a key twice.
    """
    written = value_of(yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader))
    _known(written, FILE_KEYS, path.name)
    place = path.parent.relative_to(folder).as_posix().upper()
    credential = path.name.removesuffix(".cases.yaml").upper()
    return [_told(written, case, credential, place) for case in written["cases"]]


def value_of(node: yaml.Node | None) -> Value:
    """Turn a YAML node into plain data: unquoted words marked as such, null as None."""
    if isinstance(node, yaml.MappingNode):
        found = [(str(key.value), value_of(value)) for key, value in node.value]
        if len(dict(found)) < len(found):
            raise CaseFileError(f"a key stands twice after line {node.start_mark.line + 1}")
        return dict(found)
    if isinstance(node, yaml.SequenceNode):
        return [value_of(item) for item in node.value]
    assert isinstance(node, yaml.ScalarNode)
    if node.style is not None:
        return str(node.value)
    return None if node.value in ("null", "~", "") else Plain(node.value)


def patched(value: Value, patch: Value) -> Value:
    """Apply a JSON merge patch (RFC 7396): null takes a key away, a list is replaced whole."""
    if not isinstance(patch, Mapping):
        return patch
    result = dict(value) if isinstance(value, Mapping) else {}
    for key, inner in patch.items():
        if inner is None:
            result.pop(key, None)
        else:
            result[key] = patched(result.get(key), inner)
    return result


def _told(written: Value, case: Value, credential: str, place: str) -> Told:
    where = str(case.get("name", "a case without a name"))
    _known(case, CASE_KEYS, where)
    if not set(case) >= NEEDED:
        raise CaseFileError(f"{where}: {', '.join(sorted(NEEDED - set(case)))} is missing")
    if case["verdict"] not in VERDICTS or case.get("disputes", "strict") not in DISPUTES:
        raise CaseFileError(f"{where}: a word that is not known")
    base = written["bases"][case["base"]] if "base" in case else written["given"]
    because = frozenset(map(str, case["because"])) if "because" in case else None
    return Told(
        credential, place, where, date.fromisoformat(case["as_of"]), patched(base, case.get("but", {})),
        str(case.get("disputes", "undetermined")), str(case["verdict"]), case.get("pathway"), because,
    )  # fmt: skip


def _known(written: Value, keys: set[str], where: str) -> None:
    unknown = sorted(set(written) - keys)
    if unknown:
        raise CaseFileError(f"{where}: unknown key {', '.join(unknown)}")


def leaves(determination: Determination) -> Iterator[Any]:
    """Give the finding of every leaf of every way."""
    queue = [way.finding for way in determination.ways]
    while queue:
        finding = queue.pop()
        if finding.children:
            queue.extend(finding.children)
        else:
            yield finding
