"""Choosing what to ask: every question whose answer may still matter, the least sensitive first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, get_args

from peercert.candidate import load_candidate
from peercert.candidate.fields import DECLINED
from peercert.case import Case
from peercert.catalog import Catalog
from peercert.catalog.questions_file import FieldWords, QuestionWords, Sensitivity
from peercert.errors import FileError
from peercert.facts import Facts, found, is_declined, records, with_fact
from peercert.interview.open_points import Point, looks_at, mentions
from peercert.interview.question import About, Question, Reason
from peercert.interview.told import Told
from peercert.logic import Outcome
from peercert.reading import Plain, ValuePath
from peercert.requirements import Requirement
from peercert.words import ExamScale

_CLASSES = get_args(Sensitivity)


class Round(NamedTuple):
    """What the next question is chosen from."""

    catalog: Catalog
    case: Case
    facts: Facts
    taken: Facts
    """The facts with `declined` where silence would say something and the person was not asked yet."""

    passed: frozenset[ValuePath]
    """What was asked already, and answered with a skip or the like."""

    begun: frozenset[ValuePath]
    """Lists and mappings, with the number of the record, that the person said they would tell of."""

    points: tuple[Point, ...]


def questions(round_: Round) -> list[Question]:
    """Return every question that may still have to be asked, in the order of asking."""
    ordered = sorted(round_.catalog.questions, key=lambda one: _CLASSES.index(one.sensitivity))
    chosen = [one for words in ordered for one in _about(words, round_, closely=False)]
    return chosen or [one for words in ordered for one in _about(words, round_, closely=True)]


def silence_filled(catalog: Catalog, facts: Facts, passed: frozenset[ValuePath], begun: frozenset[ValuePath]) -> Facts:
    """Return facts in which the silence of a record that is still being told says nothing."""
    filled = facts
    for topic in catalog.questions:
        told = records(facts, topic.key)
        for words in topic.fields if told else ():
            for number in range(len(told.items)) if told and words.silence_counts else ():
                path: ValuePath = (topic.key, number, *words.key.split("."))
                if path[:2] in begun and path not in passed and found(filled, path) is None:
                    filled = with_fact(filled, path, Plain(DECLINED))
    return filled


def _about(words: QuestionWords, round_: Round, *, closely: bool) -> Iterator[Question]:
    """Give the questions about one fact; with `closely`, also those about records that seemed to be settled."""
    points = [point for point in round_.points if looks_at(point, words.key)]
    if not points or is_declined(round_.facts.get(words.key)):
        return
    path: ValuePath = tuple(words.key.split("."))
    if not words.fields:
        yield from _fact(words, words, path, points, round_)
    elif not words.more:
        yield from _mapping(words, path, points, round_)
    else:
        yield from _list(words, points, round_, closely=closely)


def _fact(
    topic: QuestionWords, words: FieldWords, path: ValuePath, points: Sequence[Point], round_: Round
) -> Iterator[Question]:
    points = [one for one in points if not words.when or not mentions(one.requirement).isdisjoint(words.when)]
    if points and path not in round_.passed and found(round_.facts, path) is None:
        yield Question(About.FACT, path, topic, words, _choices(words, points, round_.catalog), _why(points))


def _mapping(topic: QuestionWords, path: ValuePath, points: Sequence[Point], round_: Round) -> Iterator[Question]:
    told = round_.facts.get(topic.key)
    if told is None and path not in round_.begun:
        if path in round_.passed:
            return
        yield Question(About.ANY, path, topic, topic, {}, _why(points))
    for words in topic.fields:
        yield from _fact(topic, words, (topic.key, words.key), points, round_)


def _list(topic: QuestionWords, points: Sequence[Point], round_: Round, *, closely: bool) -> Iterator[Question]:
    key = topic.key
    told = records(round_.facts, key)
    if told is None:
        if (key,) not in round_.passed:
            yield Question(About.ANY, (key,), topic, topic, {}, _why(points))
            yield from _record(topic, 0, points, round_)
        return
    count = len(told.items)
    for number in range(count):
        yield from _record(topic, number, _undecided(topic.key, number, points, round_, closely=closely), round_)
    if told.complete:
        return
    if (key, count) in round_.begun:
        yield from _record(topic, count, points, round_)
    if (key, "more", count) not in round_.passed:
        yield Question(About.MORE, (key, "more", count), topic, topic, {}, _why(points))


def _record(topic: QuestionWords, number: int, points: Sequence[Point], round_: Round) -> Iterator[Question]:
    for words in topic.fields:
        path: ValuePath = (topic.key, number, *words.key.split("."))
        if words.instead_of and found(round_.facts, (topic.key, number, words.instead_of)) is not None:
            continue
        yield from _fact(topic, words, path, points, round_)
        if words.needed and path in round_.passed:
            return


def _undecided(key: str, number: int, points: Sequence[Point], round_: Round, *, closely: bool) -> list[Point]:
    """Return the points about which a record leaves something open: by itself, or together with the others."""
    alone = _alone(key, number, round_)
    address = f"{key}[{number}]"
    return [
        point
        for point in points
        if (closely and address in (*point.finding.evidence, *(one.address for one in point.finding.open)))
        or (not closely and _leaves_open(point.requirement, alone))
    ]


def _alone(key: str, number: int, round_: Round) -> Case | None:
    """Return the case of who has this one record of its list and no other; None where that cannot be."""
    told = records(round_.taken, key)
    facts = {**round_.taken, key: [told.items[number]] if told else []}
    try:
        candidate = load_candidate(Told("interview", facts), round_.catalog.words, round_.case.as_of)
    except FileError:
        return None
    case = round_.case
    return Case(candidate, round_.catalog, case.as_of, disputes=case.disputes, verified_only=case.verified_only)


def _leaves_open(asked: Requirement, alone: Case | None) -> bool:
    if alone is None or type(asked).evaluate is Requirement.evaluate:
        return True
    finding = asked.evaluate(alone)
    if finding.measure is not None and finding.measure.up_to != finding.measure.have:
        return True
    return finding.outcome is Outcome.UNKNOWN


def _choices(words: FieldWords, points: Sequence[Point], catalog: Catalog) -> Mapping[str, str]:
    if words.choices_from is None:
        return words.choices
    group = getattr(catalog.words, words.choices_from)
    if words.choices_from == "credentials":
        return {id_: f"{id_}: {catalog.credential(id_).title}" for id_ in group}
    named = frozenset[str]().union(*(mentions(point.requirement) for point in points))
    listed = [word for word in group if word in named or words.or_else is None] or [*group]
    rest = {words.or_else: "none of these"} if words.or_else else {}
    titles = {word: one.title if isinstance(one, ExamScale) else one for word, one in group.items()}
    return {word: titles[word] for word in listed} | rest


def _why(points: Sequence[Point]) -> tuple[Reason, ...]:
    return tuple(dict.fromkeys(Reason(point.credential, point.title) for point in points))
