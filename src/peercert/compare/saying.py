"""What is asked, in sentences that stand on their own."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from peercert.compare.asks import Ask, Side
from peercert.requirements import Requirement
from peercert.requirements.attestation import Attestation
from peercert.requirements.combining import Combinator
from peercert.requirements.disputed import Disputed
from peercert.requirements.training_hours import TrainingHours
from peercert.requirements.wording import Speech, counted, in_words, joined

_FEW = 2
"""Sentences about training hours above which they are drawn together into one."""


def all_said(asks: Sequence[Ask], side: Side, speech: Speech) -> str:
    """Say several things: first what every way asks, then what only some ways ask."""
    by_way: dict[tuple[str, ...], list[Requirement]] = {}
    for ask in sorted(asks, key=lambda one: not side.everywhere(one)):
        by_way.setdefault(() if side.everywhere(ask) else ask.ways, []).append(ask.requirement)
    return " ".join(f"{on_ways(ways, side)}{_sentences(asked, speech)}" for ways, asked in by_way.items())


def on_ways(ways: Sequence[str], side: Side) -> str:
    """Name ways at the head of a sentence; nothing where every way is meant."""
    return f"{joined([way_name(side.ways[way]) for way in ways])}: " if ways else ""


def way_name(title: str) -> str:
    """Shorten the title of a way: what stands in brackets behind it is left out."""
    return title.partition(" (")[0]


def said(requirement: Requirement, speech: Speech) -> str:
    """Say what is asked; of a choice, the titles of what is in it; of a statement, what it is called there."""
    if isinstance(requirement, Attestation):
        return f"{requirement.title}."
    sentence = requirement.describe(speech)
    if isinstance(requirement, Combinator):
        return f"{sentence} {'; '.join(_inside(one, speech) for one in requirement.of)}."
    return sentence


def _inside(requirement: Requirement, speech: Speech) -> str:
    if isinstance(requirement, Disputed):
        lead = "this can be read in several ways" if requirement.one_source else "sources disagree"
        return f"{requirement.title} ({lead}: {'; or: '.join(one.title for one in requirement.readings)})"
    if not isinstance(requirement, Combinator):
        return requirement.title
    lead = requirement.describe(speech)
    parts = "; ".join(_inside(one, speech) for one in requirement.of)
    return f"{requirement.title} ({lead[:1].lower()}{lead[1:]} {parts})"


def _sentences(asked: Sequence[Requirement], speech: Speech) -> str:
    hours = [one for one in asked if isinstance(one, TrainingHours) and one.topics and one.at_least is not None]
    if len(hours) <= _FEW or len({one.programs for one in hours}) > 1:
        return " ".join(said(one, speech) for one in asked)
    first, rest = asked.index(hours[0]), [one for one in asked if one not in hours]
    before, after = ([said(one, speech) for one in part] for part in (rest[:first], rest[first:]))
    told = any(isinstance(one, TrainingHours) and one.programs == hours[0].programs for one in rest)
    where = "" if told or not hours[0].programs else f", from {speech.titles(hours[0].programs)}"
    return " ".join([*before, f"{_hours_by_topic(hours, speech)}{where}.", *after])


def _hours_by_topic(hours: Sequence[TrainingHours], speech: Speech) -> str:
    """Say training hours in one sentence: the topics that need the same number together."""
    by_number: dict[Decimal, list[str]] = {}
    for one in hours:
        if one.at_least is not None:
            by_number.setdefault(one.at_least, []).append(speech.titles(one.topics, "and"))
    parts = [
        f"{counted(number, 'hour')} each in {joined(topics)}"
        if len(topics) > 1
        else f"{in_words(number)} in {topics[0]}"
        for number, topics in by_number.items()
    ]
    return f"At least {'; '.join(parts)}"
