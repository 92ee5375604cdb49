"""The file of words: what programmes, exams, settings and other labels a catalogue knows."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from peercert.requirements.base import Citation, Number, RulesModel
from peercert.words import ExamScale, Words


class Titled(RulesModel):
    """A word and what it is called in a sentence."""

    title: str


class ExamWord(Titled):
    """An exam, and its scale where a source gives one."""

    unit: Literal["percent", "points"] | None = None
    lowest: Number | None = None
    highest: Number | None = None

    @model_validator(mode="after")
    def _whole(self) -> "ExamWord":
        if len({one is None for one in (self.unit, self.lowest, self.highest)}) > 1:
            said = "Give `unit`, `lowest` and `highest` together, or none of them where no scale is known."
            raise PydanticCustomError("missing-key", said)
        return self

    def scale(self) -> ExamScale:
        """Return the exam as readers and sentences use it."""
        return ExamScale(self.title, self.unit, self.lowest, self.highest) if self.unit else ExamScale(self.title)


class CreditRates(RulesModel):
    """Clock hours of instruction for one credit."""

    semester: Number
    trimester: Number
    quarter: Number
    sources: tuple[Citation, ...]


class WordsFile(RulesModel):
    """Every word, by its group."""

    programs: dict[str, Titled] = {}
    components: dict[str, Titled] = {}
    exams: dict[str, ExamWord] = {}
    settings: dict[str, Titled] = {}
    supervisors: dict[str, Titled] = {}
    fields: dict[str, Titled] = {}
    credits: CreditRates | None = None
    names: tuple[str, ...] = ()
    """Names that others gave to things. `rules check` asks for no plainer words in their place."""

    def words(self, credentials: tuple[str, ...], other_names: Callable[[], Mapping[str, str]]) -> Words:
        """Return the words as readers and sentences use them."""
        rates = self.credits.model_dump(exclude={"sources"}) if self.credits else {}
        return Words(
            programs=_titles(self.programs),
            components=_titles(self.components),
            exams={name: word.scale() for name, word in self.exams.items()},
            settings=_titles(self.settings),
            supervisors=_titles(self.supervisors),
            fields=_titles(self.fields),
            credits={system: Decimal(hours) for system, hours in rates.items()},
            credentials=credentials,
            other_names=other_names,
        )


def _titles(words: dict[str, Titled]) -> dict[str, str]:
    return {name: word.title for name, word in words.items()}
