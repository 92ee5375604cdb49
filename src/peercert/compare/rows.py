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

SECTIONS: dict[str, tuple[Topic, str]] = {
    "fees": ("fees", "Fees"),
    "renewal": ("timing", "Renewal"),
    "reciprocity": ("other", "Use in other states"),
    "medicaid": ("other", "Medicaid"),
}
"""The groups of facts that are set side by side, each with its topic and label."""

NOTHING = "Nothing is asked."
NO_SOURCE = "No source tells this."


class Cell(NamedTuple):
    """What one credential asks under one topic."""

    credential: str
    text: str
    requirements: tuple[str, ...]
    """The ids of what is asked; empty where nothing is."""

    asks: tuple[Ask, ...]
    key: Hashable
    """Equal in two cells that are known to ask the same."""


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
    return bool(one.about(topic)) or (topic not in SECTIONS and bool(_open(one, topic)))


def _cell(one: Side, topic: Topic, speech: Speech) -> Cell:
    id_, asks = one.credential.id, one.about(topic)
    if not one.ways:
        return Cell(
            id_, f"No rules are in force on that day. {one.credential.no_edition.describe(speech)}", (), (), id_
        )
    if not asks and one.taken_over(topic):
        return Cell(id_, f"{comes_with(one, topic)} Nothing more is asked.", (), (), id_)
    if not asks:
        opened = _open(one, topic)
        text = f"{NOTHING} Not settled: {' '.join(opened)}" if opened else NOTHING
        return Cell(id_, text, (), (), id_ if opened else NOTHING)
    by_way = frozenset(frozenset(ask.meaning for ask in asks if way in ask.ways) for way in one.ways)
    ids = tuple(id_ for ask in asks for id_ in ask.ids)
    return Cell(id_, all_said(asks, one, speech), ids, asks, by_way)


def comes_with(one: Side, topic: Topic) -> str:
    """Say through which other credential something is asked."""
    return f"This comes with {joined(one.taken_over(topic))}."


def _open(one: Side, topic: Topic) -> list[str]:
    return [question.text for question in one.credential.open_questions if question.topic == topic]


def fact_rows(sides: Sequence[Side]) -> list[Row]:
    """Return a row for each group of facts of which any credential has one."""
    rows = []
    for section, (topic, label) in SECTIONS.items():
        found = [[fact for fact in one.credential.facts if fact.section == section] for one in sides]
        if any(found):
            cells = tuple(_fact_cell(one, section, label, facts) for one, facts in zip(sides, found, strict=True))
            rows.append(Row(topic, label, decides=False, cells=cells))
    return rows


def _fact_cell(one: Side, section: str, label: str, facts: Sequence[Fact]) -> Cell:
    if not facts:
        opened = _open(one, "fees") if section == "fees" else []
        return Cell(one.credential.id, " ".join([NO_SOURCE, *opened]), (), (), one.credential.id)
    text = " ".join(fact.text if fact.label == label else f"{fact.label}: {fact.text}" for fact in facts)
    key = frozenset((fact.label, fact.text, fact.amount, fact.currency) for fact in facts)
    return Cell(one.credential.id, text, (), (), key)
