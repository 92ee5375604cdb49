"""What may stand in each kind of file: JSON Schema for editors and programs, and for tables plain text.

Belongs here: drawing the models as schemas. Not here: checking files, which the loaders do.
"""

from __future__ import annotations

import json

from peercert.schema.candidate import candidate_schema
from peercert.schema.columns import columns_text
from peercert.schema.credential import credential_schema
from peercert.schema.dialects import DIALECTS, NEWEST, in_dialect
from peercert.schema.drawing import Schema
from peercert.schema.plan import plan_schema
from peercert.schema.report import report_schema
from peercert.schema.shared import cases_schema, catalog_schema, questions_schema, sources_schema, words_schema
from peercert.words import Words

NAMES = ("candidate", "credential", "report", "plan", "catalog", "sources", "words", "cases", "questions")
"""The schemas that there are."""

COLUMNS = "columns"
"""The name of the list of columns, which is plain text: a table has no schema."""


def schema(name: str, words: Words, dialect: str = NEWEST) -> Schema:
    """Return a schema.

    Args:
        name: One of `NAMES`.
        words: The words of the loaded catalogue, which a profile may use.
        dialect: One of `DIALECTS`.

    Returns:
        The schema as plain data, with its dialect and its own name.
    """
    drawn = {
        "candidate": lambda: candidate_schema(words),
        "credential": credential_schema,
        "report": report_schema,
        "plan": plan_schema,
        "catalog": catalog_schema,
        "cases": cases_schema,
        "sources": sources_schema,
        "words": words_schema,
        "questions": questions_schema,
    }[name]()
    return in_dialect(drawn, name, dialect)


def written(name: str, words: Words, dialect: str = NEWEST) -> str:
    """Return a schema, or the list of columns, as the text of a file."""
    if name == COLUMNS:
        return columns_text(words)
    return json.dumps(schema(name, words, dialect), indent=2, ensure_ascii=False) + "\n"


__all__ = ["COLUMNS", "DIALECTS", "NAMES", "NEWEST", "Schema", "schema", "written"]
