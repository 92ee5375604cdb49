"""The first files of a new credential: its rules, its cases, and what every folder of rules needs besides.

Belongs here: the text of new files, which stands beside this module. Not here: writing them, which the command does.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from typing import NamedTuple

SHARED = ("catalog.yaml", "sources.yaml", "words.yaml")
"""Files that all credentials of a folder share."""

SCHEMAS = ("catalog", "sources", "words", "credential", "cases")
"""The schemas to which the first lines of the files lead an editor."""


class NewRules(NamedTuple):
    """What a new credential needs."""

    own: Mapping[str, str]
    """The credential's own files, by their place in the folder."""

    shared: Mapping[str, str]
    """What belongs to all credentials of the folder, for those of these files that are not there yet."""

    source_id: str
    """The source that the new rules cite."""

    source: str
    """How that source is told of, for a file of sources that is there already."""


def new_rules(id_: str, jurisdiction: str, day: date) -> NewRules:
    """Return the first files of a credential.

    Args:
        id_: Its id, in capitals.
        jurisdiction: The country and the state, such as US-XX.
        day: The day on which its source was read.
    """
    country, _, state = jurisdiction.lower().partition("-")
    small = id_.lower()
    prefix, source_id = f"{state}.{small}", f"{state}-{small}-rules"
    marks = {"ID": id_, "JURISDICTION": jurisdiction, "PREFIX": prefix, "SOURCE": source_id, "DAY": day.isoformat()}
    place = f"{country}/{state}/{small}"
    source = _filled("source.txt", marks)
    shared = {name: _filled(f"{name}.txt", marks) for name in SHARED}
    return NewRules(
        own={
            f"{place}.yaml": _filled("credential.yaml.txt", marks),
            f"{place}.cases.yaml": _filled("cases.yaml.txt", marks),
        },
        shared={**shared, "sources.yaml": shared["sources.yaml"] + source},
        source_id=source_id,
        source=source,
    )


def _filled(name: str, marks: Mapping[str, str]) -> str:
    text = (files(__name__) / name).read_text(encoding="utf-8")
    for mark, value in marks.items():
        text = text.replace(f"@{mark}@", value)
    return text
