"""The schemas of the files that stand beside the credentials: the catalogue, its sources, its words, and cases."""

from __future__ import annotations

from peercert.catalog.catalog import CatalogFile
from peercert.catalog.sources import Sources
from peercert.catalog.words_file import WordsFile
from peercert.engine import Verdict
from peercert.schema.drawing import Schema, draw


def catalog_schema() -> Schema:
    """Return the schema of catalog.yaml."""
    return {"title": "What a catalogue says of itself", **draw(CatalogFile)}


def cases_schema() -> Schema:
    """Return the schema of the worked cases beside a credential; profiles in them are checked when they run."""
    text, profile = {"type": "string"}, {"type": "object"}
    case = {
        "type": "object",
        "properties": {
            "name": {**text, "description": "What the case is, in words."},
            "as_of": {**text, "pattern": r"^\d{4}-\d{2}-\d{2}$", "description": "The day decided on."},
            "base": {**text, "description": "One of `bases`; `given` where it is left out."},
            "but": {**profile, "description": "What differs, as a JSON merge patch; null removes a key."},
            "disputes": {"enum": ["undetermined", "strict", "lenient"]},
            "verdict": {"enum": [verdict.value for verdict in Verdict]},
            "pathway": text,
            "because": {"type": "array", "items": text, "description": "Exactly the leaf requirements that block."},
        },
        "required": ["name", "as_of", "verdict"],
        "additionalProperties": False,
    }
    return {
        "title": "Worked cases of a credential",
        "type": "object",
        "properties": {
            "given": {**profile, "description": "A profile that qualifies."},
            "bases": {"type": "object", "additionalProperties": profile},
            "cases": {"type": "array", "items": case, "minItems": 1},
        },
        "required": ["given", "cases"],
        "additionalProperties": False,
    }


def sources_schema() -> Schema:
    """Return the schema of sources.yaml; each source must say how it can be found."""
    drawn = draw(Sources)
    drawn["$defs"]["Source"]["anyOf"] = [{"required": ["url"]}, {"required": ["file"]}]
    return {"title": "The sources that rules rest on", **drawn}


def words_schema() -> Schema:
    """Return the schema of words.yaml."""
    return {"title": "The words that profiles and rules share", **draw(WordsFile)}
