"""The rows of a comparison: one for each topic that is asked or open, and one for each group of facts."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple, get_args

from peercert.catalog import Fact
from peercert.compare.asks import Ask, Side
from peercert.compare.saying import all_said
from peercert.requirements.base import Topic
from peercert.requirements.wording import Speech, joined

LABELS: dict[Topic, str] = {
    "age": "Age",
    "education": "Schooling",
    "lived_experience": "Lived experience",
    "disclosure": "Sharing your story",
    "residency": "Where you live or work",
    "training": "Training",
    "experience": "Work experience",
    "supervision": "Supervision",
    "practicum": "Practicum",
    "exam": "Exam",
    "references": "References",
    "ethics_code": "Code of ethics",
    "employment": "Job",
    "literacy": "Reading and writing",
    "leadership": "Leadership",
    "credential": "Other credentials",
    "license": "Licences",
    "continuing_education": "Continuing education",
    "fees": "Fees",
    "timing": "Timing",
    "other": "Other",
}

SECTIONS: tuple[tuple[str, Topic, str], ...] = (
    ("fees", "fees", "Fees"),
    ("renewal", "timing", "Renewal"),
    ("reciprocity", "other", "Use in other states"),
    ("medicaid", "other", "Medicaid"),
    *(("process", topic, f"How it goes: {label}") for topic, label in LABELS.items()),
    ("history", "other", "History"),
)
"""The groups of facts that are set side by side, each with its topic and label; how it goes is told by topic."""

_TOLD_HERE = ("process", "history")
"""Sections of which it is not known that no source tells more."""

NOTHING = "Nothing is asked."
NO_SOURCE = "No source tells this."
NOT_LISTED = "Nothing is listed."
SILENT = "No source speaks of it."


class Cell(NamedTuple):
    """What one credential asks under one topic."""

    credential: str
    text: str
    requirements: tuple[str, ...]
    """The ids of what is asked; empty where nothing is."""

    asks: tuple[Ask, ...]
    key: Hashable
    """Equal in two cells that are known to ask the same."""

    opened: tuple[str, ...] = ()
    """What no source settles here."""


class Row(NamedTuple):
    """One topic across all credentials."""

    topic: Topic
    label: str
    decides: bool
    """Whether the row is about requirements; facts are shown and never decide."""

    cells: tuple[Cell, ...]

    @property
    def same(self) -> bool:
        """Whether all credentials are known to ask the same."""
        return len({cell.key for cell in self.cells}) == 1

    @property
    def opened(self) -> bool:
        """Whether something is open here, so that no sentence about it can be certain."""
        return any(cell.opened for cell in self.cells)

    @property
    def lead(self) -> str:
        """What a sentence about it begins with."""
        return f"{self.label}, as far as is known" if self.opened else self.label


def topic_rows(sides: Sequence[Side], speeches: Sequence[Speech]) -> list[Row]:
    """Return a row for each topic under which something is asked, or is an open question."""
    rows = []
    for topic in get_args(Topic):
        if any(_speaks(one, topic) for one in sides):
            cells = tuple(_cell(one, topic, speech) for one, speech in zip(sides, speeches, strict=True))
            rows.append(Row(topic, LABELS[topic], decides=True, cells=cells))
    return rows


def _speaks(one: Side, topic: Topic) -> bool:
    """Say whether there is anything to show of a credential under a topic."""
    if not one.ways:
        return topic == "timing"
    return bool(one.about(topic)) or (topic != "fees" and bool(_questions(one, topic)))


def _cell(one: Side, topic: Topic, speech: Speech) -> Cell:
    id_, asks = one.credential.id, one.about(topic)
    if not one.ways:
        return Cell(
            id_, f"No rules are in force on that day. {one.credential.no_edition.describe(speech)}", (), (), id_
        )
    opened = _open(one, topic)
    by_way: Hashable = frozenset(frozenset(ask.meaning for ask in asks if way in ask.ways) for way in one.ways)
    text = all_said(asks, one, speech) if asks else NOTHING
    if not asks and one.taken_over(topic):
        text, by_way = f"{comes_with(one, topic)} Nothing more is asked.", id_
    ids = tuple(id_ for ask in asks for id_ in ask.ids)
    return Cell(id_, _with_open(text, opened), ids, asks, id_ if opened else by_way, opened)


def comes_with(one: Side, topic: Topic) -> str:
    """Say through which other credential something is asked."""
    return f"This comes with {joined(one.taken_over(topic))}."


def _with_open(text: str, opened: Sequence[str]) -> str:
    return f"{text} Not settled: {' '.join(opened)}" if opened else text


def _open(one: Side, topic: Topic) -> tuple[str, ...]:
    """Return what is open under a topic: its own questions; where there are none, that every source is silent."""
    silent = any(topic in question.silent_on for question in one.credential.open_questions)
    return _questions(one, topic) or ((SILENT,) if silent else ())


def _questions(one: Side, topic: Topic) -> tuple[str, ...]:
    return tuple(question.text for question in one.credential.open_questions if question.topic == topic)


def fact_rows(sides: Sequence[Side]) -> list[Row]:
    """Return a row for each group of facts of which any credential has one."""
    rows = []
    for section, topic, label in SECTIONS:
        found = [_facts(one, section, topic) for one in sides]
        if any(found):
            cells = tuple(_fact_cell(one, section, label, facts) for one, facts in zip(sides, found, strict=True))
            rows.append(Row(topic, label, decides=False, cells=cells))
    return rows


def _facts(one: Side, section: str, topic: Topic) -> list[Fact]:
    here = [fact for fact in one.credential.facts if fact.section == section]
    return [fact for fact in here if fact.topic == topic] if section == "process" else here


def _fact_cell(one: Side, section: str, label: str, facts: Sequence[Fact]) -> Cell:
    id_, opened = one.credential.id, _open(one, "fees") if section == "fees" else ()
    said = [fact.text if fact.label == label else f"{fact.label}: {fact.text}" for fact in facts]
    key = frozenset((fact.label, fact.text, fact.amount, fact.currency) for fact in facts)
    text = " ".join(said) or (NOT_LISTED if section in _TOLD_HERE else NO_SOURCE)
    return Cell(id_, _with_open(text, opened), (), (), key if facts and not opened else id_, opened)
