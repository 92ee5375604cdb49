"""What the rules files say: readable at school grade 8, every rule with its source, every id used once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from peercert.catalog import Credential
from peercert.lint.reading_grade import grade, sentences, words
from peercert.requirements import Requirement
from upper import built_in

CREDENTIALS = list(built_in())
NAMES = re.compile(
    r"(professional|ethical)[ _]responsibility|recovery support specialists?|intellectual or developmental disability",
    re.IGNORECASE,
)
"""Names that the states gave to things; they cannot be put in plainer words, and count as one short word."""

SHORTEST = 6
"""Words below which the grade of a single sentence says nothing."""


def every(requirement: Requirement) -> Iterator[Requirement]:
    """Give a requirement and everything inside it, readings too."""
    yield requirement
    for inner in (*requirement.children, *requirement.alternatives):
        yield from every(inner)


def requirements(credential: Credential) -> Iterator[Requirement]:
    """Give every requirement of a credential."""
    for edition in credential.editions:
        for way in edition.pathways:
            yield from every(way.root)


def prose(credential: Credential) -> Iterator[str]:
    """Give every text made of sentences."""
    yield credential.about
    yield from (question.text for question in credential.open_questions)
    yield from (fact.text for fact in credential.facts)
    for requirement in requirements(credential):
        yield from (text for text in (requirement.note, requirement.remedy) if text)


def titles(credential: Credential) -> Iterator[str]:
    """Give every text that is the line of a list."""
    yield from (f"{requirement.title}." for requirement in requirements(credential))
    yield from (f"{fact.label}." for fact in credential.facts)


def plain(text: str) -> str:
    """Take names out of a text."""
    return NAMES.sub("it", text)


@pytest.mark.parametrize("credential", CREDENTIALS, ids=lambda one: one.id)
def test_a_rules_file_reads_at_grade_eight_or_lower(credential: Credential) -> None:
    """On average, the texts of a file can be read after eight years of school."""
    assert grade(plain(" ".join([*prose(credential), *titles(credential)]))) <= 8


@pytest.mark.parametrize("credential", CREDENTIALS, ids=lambda one: one.id)
def test_no_sentence_of_a_rules_file_is_hard(credential: Credential) -> None:
    """No single sentence is above grade 14."""
    hard = [
        sentence
        for text in prose(credential)
        for sentence in sentences(plain(text))
        if len(words(sentence)) >= SHORTEST and grade(sentence) > 14
    ]

    assert hard == []


@pytest.mark.parametrize("credential", CREDENTIALS, ids=lambda one: one.id)
def test_every_leaf_and_reading_says_where_it_is_written(credential: Credential) -> None:
    """What decides, decides by a document that is named, with the place in it."""
    silent = [
        one.id
        for one in requirements(credential)
        if not one.groups and not one.alternatives and not (one.sources and all(cited.at for cited in one.sources))
    ]

    assert silent == []


def test_every_id_is_used_once() -> None:
    """Reports and receipts name ids, so no two things share one; the names of readings are their own."""
    ids = [id_ for credential in CREDENTIALS for id_ in named(credential)]

    assert [id_ for id_, times in Counter(ids).items() if times > 1] == []


def named(credential: Credential) -> Iterator[str]:
    """Give every id in a file that a report may name."""
    yield from (fact.id for fact in credential.facts)
    yield from (question.id for question in credential.open_questions)
    for edition in credential.editions:
        for way in edition.pathways:
            yield from tree(way.root)


def tree(requirement: Requirement) -> Iterator[str]:
    """Give the ids of a requirement and of its children, readings left out."""
    yield requirement.id
    for child in requirement.children:
        yield from tree(child)


@pytest.mark.parametrize("credential", CREDENTIALS, ids=lambda one: one.id)
def test_an_id_begins_with_state_and_credential(credential: Credential) -> None:
    """An id alone shows where a rule belongs."""
    start = f"{credential.jurisdiction.removeprefix('US-')}.{credential.id}".lower()

    assert [id_ for id_ in named(credential) if not (id_ == start or id_.startswith(f"{start}."))] == []


@pytest.mark.parametrize("credential", CREDENTIALS, ids=lambda one: one.id)
def test_the_readings_of_a_requirement_have_names_of_their_own(credential: Credential) -> None:
    """A report tells two readings apart by their ids."""
    for one in requirements(credential):
        names = [reading.id for reading in one.alternatives]
        assert len(names) == len(set(names))


def test_every_source_is_cited_somewhere() -> None:
    """The list of sources holds nothing that no rule rests on."""
    used = {cited.id for credential in CREDENTIALS for one in requirements(credential) for cited in one.sources}
    for credential in CREDENTIALS:
        used |= {cited.id for fact in credential.facts for cited in fact.sources}
        used |= {cited.id for question in credential.open_questions for cited in question.sources}
        used |= {cited.id for edition in credential.editions for cited in edition.sources}
    words_file = (built_in().folder / "words.yaml").read_text(encoding="utf-8")

    assert [id_ for id_ in built_in().sources if id_ not in used and id_ not in words_file] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cat sat on the mat.", 0.39 * 6 + 11.8 * 6 / 6 - 15.59),
        ("Take two hours. Ask the state.", 0.39 * 3 + 11.8 * 6 / 6 - 15.59),
        ("Education needs certification.", 0.39 * 3 + 11.8 * 10 / 3 - 15.59),
    ],
)
def test_the_grade_is_that_of_flesch_and_kincaid(text: str, expected: float) -> None:
    """Words a sentence and syllables a word, by the published weights; counted by hand here."""
    assert grade(text) == pytest.approx(expected)
