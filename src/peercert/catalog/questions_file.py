"""The file of questions: in which words a person is asked for a fact, and how sensitive it is."""

from typing import Literal

from peercert.requirements.base import Flag, RulesModel

Sensitivity = Literal["open", "personal", "health"]
"""How much a fact tells of a person, from the least to the most."""


class FieldWords(RulesModel):
    """How to ask for one fact, or for one field of a record."""

    key: str
    """Where it stands in the profile, or in the record; a dot goes one step in."""

    ask: str
    """The question."""

    help: str = ""
    """More about it, for who asks for help."""

    form: str = ""
    """How to write the answer."""

    takes: Literal["text", "yes_no", "one_of", "some_of", "hours_by_word", "last_day", "count"] = "text"
    choices: dict[str, str] = {}
    """The words of the profile, each with what a person reads."""

    choices_from: Literal["programs", "exams", "settings", "supervisors", "fields", "credentials"] | None = None
    """The group of words.yaml that the answer is one of."""

    or_else: str | None = None
    """The word for an answer that is none of these."""

    when: tuple[str, ...] = ()
    """Keys or words of a requirement; only where one of them stands there is this asked. Always where left out."""

    instead_of: str | None = None
    """Another field of the record; this one is only asked for where that one was skipped."""

    silence_counts: Flag = False
    """Whether leaving it out says something, such as that a course is completed; so it is asked for in any case."""

    needed: Flag = False
    """Whether a record says nothing without it."""


class QuestionWords(FieldWords):
    """How to ask for a fact of a profile; with fields, first whether there is any such thing."""

    sensitivity: Sensitivity
    more: str = ""
    """Asks for the next record of a list."""

    no_means: Literal["none"] | None = None
    """What a no is written as, where there are fields: nothing at all of it."""

    fields: tuple[FieldWords, ...] = ()


class QuestionsFile(RulesModel):
    """Every question, in the order of asking within its class of sensitivity."""

    questions: tuple[QuestionWords, ...]
