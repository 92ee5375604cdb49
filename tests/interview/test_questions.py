"""The questions of the built-in rules: one for every fact that a rule looks at, in words that the profile takes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from peercert.catalog import load_catalog
from peercert.catalog.questions_file import FieldWords
from peercert.lint.reading_grade import grade, words
from peercert.scaffold import looked_at, requirements_of
from upper import TODAY, built_in, person, rules_folder

QUESTIONS = built_in().questions
NEVER_ASKED = ("application_date",)
"""Facts that are never unknown."""

SAID: list[FieldWords] = [one for topic in QUESTIONS for one in (topic, *topic.fields)]
TEXTS = [text for one in SAID for text in (one.ask, one.help, getattr(one, "more", "")) if text]


def test_every_fact_that_a_rule_looks_at_can_be_asked_for() -> None:
    """Else an interview would end with something open that was never asked."""
    keys = [topic.key for topic in QUESTIONS]
    used = set(looked_at(requirements_of(built_in(), built_in().ids))) - set(NEVER_ASKED)

    missing = [key for key in used if not any(one == key or one.startswith(f"{key}.") for one in keys)]

    assert not missing


def test_lived_experience_is_the_one_fact_of_health() -> None:
    """It comes last whatever else is asked."""
    assert [topic.key for topic in QUESTIONS if topic.sensitivity == "health"] == ["lived_experience"]


@pytest.mark.parametrize("topic", QUESTIONS, ids=lambda topic: topic.key)
def test_every_choice_is_a_word_that_the_profile_takes(topic: FieldWords) -> None:
    """Each choice of each field, put where it belongs, makes a valid profile."""
    for words_, nested in [(topic, False), *((one, True) for one in getattr(topic, "fields", ()))]:
        for choice in words_.choices:
            value: object = [choice] if words_.takes == "some_of" else choice
            value = {choice: 1} if words_.takes == "hours_by_word" else value
            for part in reversed(words_.key.split(".")):
                value = {part: value}
            assert isinstance(value, dict)
            if nested:
                needed = {"exam": "mn-cps"} if topic.key == "exams" else {}
                value = {topic.key: [needed | value]}
            assert person(json.loads(json.dumps(value)), TODAY)


@pytest.mark.parametrize("said", TEXTS)
def test_every_question_is_in_plain_words(said: str) -> None:
    """Of reading grade 8 at most; a few words have no grade."""
    assert len(words(said)) < 6 or grade(said) <= 8


def test_rules_of_ones_own_are_asked_about_in_the_built_in_words(tmp_path: Path) -> None:
    """Where the folder has no questions; with some, in those."""
    own = load_catalog(rules_folder(tmp_path))
    assert own.questions == QUESTIONS

    one = {"key": "references", "ask": "How many?", "sensitivity": "open"}
    (tmp_path / "questions.yaml").write_text(json.dumps({"questions": [one]}), encoding="utf-8")
    assert [topic.ask for topic in load_catalog(tmp_path).questions] == ["How many?"]


def test_questions_do_not_change_what_rules_a_report_names(tmp_path: Path) -> None:
    """They decide nothing, so the digest of the rules is the same with them."""
    before = load_catalog(rules_folder(tmp_path)).sha256
    (tmp_path / "questions.yaml").write_text('{"questions": []}', encoding="utf-8")

    assert load_catalog(tmp_path).sha256 == before
