"""The schemas of the two files that all credentials share: the sources, and the words."""

from __future__ import annotations

from peercert.catalog.sources import Sources
from peercert.catalog.words_file import WordsFile
from peercert.schema.drawing import Schema, draw


def sources_schema() -> Schema:
    """Return the schema of sources.yaml; each source must say how it can be found."""
    drawn = draw(Sources)
    drawn["$defs"]["Source"]["anyOf"] = [{"required": ["url"]}, {"required": ["file"]}]
    return {"title": "The sources that rules rest on", **drawn}


def words_schema() -> Schema:
    """Return the schema of words.yaml."""
    return {"title": "The words that profiles and rules share", **draw(WordsFile)}
