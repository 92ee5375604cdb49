"""The columns of a table in plain text: what each one means, and what may stand in its cells."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from peercert.candidate.columns import NUMBER, PART, Pattern, Takes, patterns
from peercert.candidate.fields import DECLINED
from peercert.schema.candidate import candidate_schema
from peercert.schema.drawing import Schema
from peercert.words import Words

_HEAD = """\
The columns of a table: one row tells of one person.

The first row names the columns. Use those that you need, in any order;
`peercert init --csv` writes a first row to start from.

- N is the number of a record, counted from 1: training.1.hours, training.2.hours.
- PART is a part of a course, by its word.
- An empty cell means "not told". It is never taken as a no.
- The word declined means "will not say".
- The word none in the column of a whole list, such as training, means that there
  are no records of it.
- The word false in a column such as training.complete means that there may be
  more records than the row tells of.
- Where several words may stand, put a semicolon between them: adults; children.
- Write a yes as true and a no as false; TRUE and FALSE, as a spreadsheet saves
  them, will do.
- Write a date as 2026-05-31. If only the month or the year is known, write
  2026-05 or 2026; only application_date must be a day. For a stretch of time,
  put two dots between two dates.
- Save the table as UTF-8, with commas, semicolons or tabs between the cells. A
  Parquet table has the same columns.
"""
_WIDTH = 80
_WORD = "word"
_WORDS_OF = {Takes.RECORDS: ("none", DECLINED), Takes.MAPPING: (DECLINED,), Takes.COMPLETE: ("true", "false")}
"""Words for a whole list or group of facts; single facts have theirs in the schema."""


def columns_text(words: Words) -> str:
    """Return the list of columns, and how a table is written.

    Args:
        words: The words of the loaded catalogue.
    """
    drawn = candidate_schema(words)
    paragraphs = [_HEAD]
    before = ""
    for pattern in patterns().values():
        fact = pattern.name.partition(".")[0]
        paragraphs.append(("\n" if fact != before else "") + _paragraph(pattern, drawn))
        before = fact
    return "".join(paragraphs)


def _paragraph(pattern: Pattern, drawn: Schema) -> str:
    """Return the name of a column, what it takes, and what it means."""
    around, place = drawn, drawn
    parts = pattern.name.split(".")
    for part in parts:
        around, place = place, _step(drawn, place, part)
    said = [place.get("description") or around.get("description", "")]
    form, words = _form(pattern, drawn, place), _words(pattern, drawn, place)
    if words == [DECLINED]:
        form = DECLINED if form == _WORD else f"{form} or {DECLINED}"
    elif words:
        said.append(f"Words: {', '.join(words)}.")
    known = [word for choice in _choices(drawn, place) for word in choice.get("examples", ())]
    said += [f"The rules know: {', '.join(known)}."] if known else []
    said += [f"Parts: {', '.join(around['propertyNames']['enum'])}."] if parts[-1] == PART else []
    lines = [_wrapped(line) for line in said if line]
    return "\n".join([f"{pattern.name}: {form}", *lines]) + "\n"


def _wrapped(line: str) -> str:
    return textwrap.fill(line, _WIDTH, initial_indent="    ", subsequent_indent="      ", break_on_hyphens=False)


def _form(pattern: Pattern, drawn: Schema, place: Schema) -> str:
    """Return what a cell takes, in a word or two."""
    if pattern.takes is Takes.SEVERAL:
        return "words"
    forms = [form for choice in _choices(drawn, place) if (form := _form_of(choice))]
    if pattern.takes in (Takes.ONE, Takes.YES_NO):
        return " or ".join(dict.fromkeys(forms)) or _WORD
    return f"number or {_WORD}" if "number" in forms else _WORD


def _form_of(choice: Schema) -> str | None:
    """Return the form of one of the choices that a schema gives."""
    spelled, types = str(choice.get("pattern", "")), choice.get("type", ())
    if True in choice.get("enum", ()):
        return "true or false"
    if types in ("number", "integer"):
        return "number from 0 to 1" if "maximum" in choice else "number"
    if r"\d{4}" in spelled:
        return "date"
    if "{2}" in spelled:
        return "two letters"
    return "text" if "string" in types and not choice.keys() & {"enum", "pattern"} else None


def _words(pattern: Pattern, drawn: Schema, place: Schema) -> list[str]:
    """Return the words that a column takes."""
    if pattern.takes is Takes.SEVERAL:
        place = _step(drawn, place, NUMBER)
    words = list(_WORDS_OF.get(pattern.takes, ()))
    for choice in _choices(drawn, place):
        words += [word for word in [*choice.get("enum", ()), choice.get("const")] if isinstance(word, str)]
        if True in choice.get("enum", ()):
            words = [word for word in words if word not in ("yes", "no")]
    return list(dict.fromkeys(words))


def _step(drawn: Schema, place: Schema, part: str) -> Schema:
    """Return the schema one step further along a path."""
    for choice in _choices(drawn, place):
        inner = choice.get("items") if part == NUMBER else choice.get("properties", {}).get(part)
        if inner is None and isinstance(choice.get("additionalProperties"), dict):
            inner = choice["additionalProperties"]
        if inner is not None:
            return dict(inner)
    return {}


def _choices(drawn: Schema, place: Schema) -> Iterator[Schema]:
    """Give what may stand in a place: one schema, or each of several."""
    if "$ref" in place:
        yield from _choices(drawn, drawn["$defs"][place["$ref"].rpartition("/")[2]])
    yield place
    for choice in place.get("anyOf", ()):
        yield from _choices(drawn, choice)
