"""A question: what is asked, why, and how it may be answered."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from peercert.catalog.questions_file import FieldWords, QuestionWords
from peercert.reading import ValuePath


class About(Enum):
    """What a question is about."""

    FACT = "fact"
    """One fact, or one field of a record."""

    ANY = "any"
    """Whether there is any such thing at all."""

    MORE = "more"
    """Whether there is one more record."""


class Reason(NamedTuple):
    """Why a question is asked: a requirement of a credential."""

    credential: str
    title: str


class Question(NamedTuple):
    """One question to a person."""

    about: About
    path: ValuePath
    """Where the answer stands in the profile."""

    topic: QuestionWords
    words: FieldWords
    choices: Mapping[str, str]
    """The words that may be answered, each with what a person reads; none where anything may be written."""

    why: tuple[Reason, ...]
    left: int = 0
    """How many questions can remain at most, this one included; each further record brings its own."""

    @property
    def text(self) -> str:
        """What is asked."""
        return self.topic.more if self.about is About.MORE else self.words.ask

    @property
    def takes(self) -> str:
        """The kind of answer."""
        return "yes_no" if self.about is not About.FACT else self.words.takes
