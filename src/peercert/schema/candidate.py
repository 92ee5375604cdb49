"""The schema of a profile: what a person may tell, with the words of the loaded catalogue."""

from __future__ import annotations

from collections.abc import Iterable

from peercert.candidate.fields import DECLINED
from peercert.candidate.profile import LEDGERS, Profile
from peercert.schema.drawing import Schema, draw, either
from peercert.words import Words

_TOLD = ("id", "name", "seeking", "application_date")
"""Keys that nobody can decline."""

_SHORTER: dict[str, Schema] = {"references": {"type": "integer", "minimum": 0}, "employment": {"const": "none"}}
"""Facts that may be written in one word instead of at length."""

_WILL_NOT_SAY: Schema = {"const": DECLINED, "description": "You will not tell this."}


def candidate_schema(words: Words) -> Schema:
    """Return the schema of a profile.

    Args:
        words: The words of the loaded catalogue.
    """
    drawn = draw(Profile)
    facts = drawn["properties"]
    for key, shorter in _SHORTER.items():
        facts[key] = either(facts[key], shorter)
    for key in LEDGERS:
        facts[key] = either(facts[key], _open_list(facts[key]))
    for key in facts:
        if key not in _TOLD:
            facts[key] = either(facts[key], _WILL_NOT_SAY)
    _fill_in_words(drawn, words)
    return {"title": "A profile: what one person tells", **drawn}


def _open_list(ledger: Schema) -> Schema:
    """Return the longer way to write a list of records, which can say that there may be more."""
    records = next(one for one in ledger.get("anyOf", [ledger]) if one.get("type") == "array")
    records = {key: value for key, value in records.items() if key != "description"}
    complete = {"enum": [True, False, "yes", "no"], "description": "false: there may be more records than these."}
    return {
        "type": "object",
        "properties": {"records": records, "complete": complete},
        "required": ["records"],
        "additionalProperties": False,
    }


def _fill_in_words(drawn: Schema, words: Words) -> None:
    """Write the words of the catalogue where a profile uses them, and what a record must say."""
    inside = drawn["$defs"]
    for name in ("Training", "Practicum"):
        _limit(inside[name], "program", [*words.programs, "none", DECLINED])
    inside["Training"]["properties"]["components"]["propertyNames"] = {"enum": [*words.components]}
    inside["Training"]["not"] = {"required": ["hours", "credits"]}
    _limit(inside["Exam"], "exam", [*words.exams, DECLINED])
    inside["Exam"]["required"] = ["exam"]
    inside["Exam"]["allOf"] = [
        _on_scale(exam, scale.lowest, scale.highest)
        for exam, scale in words.exams.items()
        if scale.lowest is not None and scale.highest is not None
    ]
    _set(inside["HeldCredential"], "id", either(_credential(words), _WILL_NOT_SAY))
    inside["HeldCredential"]["required"] = inside["License"]["required"] = ["id"]
    drawn["properties"]["seeking"]["items"] = _credential(words)
    for name, key, known in (
        ("Experience", "setting", words.settings),
        ("Employment", "setting", words.settings),
        ("Employment", "supervisor", words.supervisors),
        ("Education", "field", words.fields),
    ):
        inside[name]["properties"][key]["examples"] = [*known]


def _limit(record: Schema, key: str, known: Iterable[str]) -> None:
    _set(record, key, {"enum": [*known]})


def _set(record: Schema, key: str, what: Schema) -> None:
    before = record["properties"][key]
    said = {"description": before["description"]} if "description" in before else {}
    record["properties"][key] = {**said, **what, **said}


def _credential(words: Words) -> Schema:
    """Return what names a credential: its id, title or alias, in capitals or not."""
    names = _any_case([*words.credentials, *words.other_names()])
    return {"anyOf": [{"enum": [*words.credentials]}, {"type": "string", "pattern": names}]}


def _any_case(names: Iterable[str]) -> str:
    folded = ("".join(_letter(letter) for letter in name) for name in names)
    return f"^({'|'.join(folded)})$"


_SIGNS = r"\^$.|?*+()[]{}/"
"""What means something in a pattern."""


def _letter(letter: str) -> str:
    if letter.isalpha():
        return f"[{letter.upper()}{letter.lower()}]"
    return f"\\{letter}" if letter in _SIGNS else letter


def _on_scale(exam: str, lowest: object, highest: object) -> Schema:
    limits = {"minimum": _number(lowest), "maximum": _number(highest)}
    return {
        "if": {"properties": {"exam": {"const": exam}}, "required": ["exam"]},
        "then": {"properties": {"score": limits}},
    }


def _number(value: object) -> int | float:
    return int(text) if (text := str(value)).isdigit() else float(text)
