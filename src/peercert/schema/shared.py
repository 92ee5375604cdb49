"""The schemas of the files that stand beside the credentials: the catalogue, its sources, its words, and cases."""

from __future__ import annotations

from peercert.casework.written import CasesFile
from peercert.catalog.catalog import CatalogFile
from peercert.catalog.questions_file import QuestionsFile
from peercert.catalog.sources import Sources
from peercert.catalog.words_file import WordsFile
from peercert.schema.drawing import Schema, draw

_SCALE = ("unit", "lowest", "highest")


def catalog_schema() -> Schema:
    """Return the schema of catalog.yaml."""
    return {"title": "What a catalogue says of itself", **draw(CatalogFile)}


def cases_schema() -> Schema:
    """Return the schema of the worked cases beside a credential; profiles in them are checked when they run."""
    return {"title": "Worked cases of a credential", **draw(CasesFile)}


def sources_schema() -> Schema:
    """Return the schema of sources.yaml; each source must say how it can be found."""
    drawn = draw(Sources)
    drawn["$defs"]["Source"]["anyOf"] = [{"required": ["url"]}, {"required": ["file"]}]
    return {"title": "The sources that rules rest on", **drawn}


def words_schema() -> Schema:
    """Return the schema of words.yaml; an exam has its whole scale or none."""
    drawn = draw(WordsFile)
    drawn["$defs"]["ExamWord"]["oneOf"] = [
        {"required": [*_SCALE]},
        {"not": {"anyOf": [{"required": [key]} for key in _SCALE]}},
    ]
    return {"title": "The words that profiles and rules share", **drawn}


def questions_schema() -> Schema:
    """Return the schema of questions.yaml."""
    return {"title": "How a person is asked for each fact", **draw(QuestionsFile)}
