"""The schema of the JSON report of `check`: what a program that reads it may rely on."""

from __future__ import annotations

from typing import get_args

from peercert.catalog.sources import TIERS
from peercert.engine import Verdict
from peercert.logic import Disputes, Outcome, Why
from peercert.requirements.base import Topic
from peercert.schema.drawing import Schema

FORMAT = "peercert.check/1"
"""The name and version of the report that this describes."""

_TEXT: Schema = {"type": "string"}
_FLAG: Schema = {"type": "boolean"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_NUMBER: Schema = {"type": "number", "minimum": 0}
_DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


def report_schema() -> Schema:
    """Return the schema of a report; fields may be added to a report later, and none is taken away."""
    return {
        "title": "The report of peercert check, version 1",
        **_with(
            _object(
                format={"const": FORMAT},
                version=_TEXT,
                as_of=_DAY,
                disputes={"enum": list(get_args(Disputes))},
                verified_only=_FLAG,
                catalog=_catalog(),
                determinations=_list(_to("determination")),
                problems=_list(_to("problem")),
                summary=_to("summary"),
            ),
            edition=_TEXT,
            edition_in_force=_FLAG,
        ),
        "$defs": _inside(),
    }


def _inside() -> Schema:
    verdict = {"enum": [one.value for one in Verdict]}
    return {
        "verdict": verdict,
        "outcome": {"enum": [one.word for one in Outcome]},
        "why": {"enum": [*(one.value for one in Why), None]},
        "tier": {"enum": [*TIERS]},
        "determination": _determination(),
        "coming": _coming(),
        "timeline": _timeline(),
        "pathway": _object(id=_or_null(_TEXT), verdict=_to("verdict"), blocking=_list(_TEXT)),
        "requirement": _requirement(),
        "reading": _reading(),
        "measure": _measure(),
        "record": _object(evidence=_TEXT, reason=_TEXT),
        "source": _object(
            id=_TEXT, title=_TEXT, publisher=_TEXT, locator=_TEXT, url=_or_null(_TEXT), tier=_to("tier")
        ),
        "problem": _object(
            source=_TEXT, line=_or_null(_COUNT), column=_or_null(_COUNT),
            code=_TEXT, message=_TEXT, hint=_or_null(_TEXT),
        ),
        "summary": _object(
            candidates=_COUNT, determinations=_COUNT, **{one.value: _COUNT for one in Verdict}, invalid=_COUNT
        ),
    }  # fmt: skip


def _catalog() -> Schema:
    named = _object(version=_TEXT, sha256={"type": "string", "pattern": "^[0-9a-f]{64}$"})
    return _with(named, layers=_list(named))


def _determination() -> Schema:
    told = _object(
        candidate=_TEXT,
        source=_TEXT,
        credential=_TEXT,
        title=_TEXT,
        jurisdiction=_TEXT,
        edition=_or_null(_TEXT),
        pathway=_or_null(_TEXT),
        verdict=_to("verdict"),
        eligible_from=_or_null(_DAY),
        verdict_if_finished=_to("verdict"),
        confidence=_to("tier"),
        verify_with=_or_null(_TEXT),
        blocking=_list(_TEXT),
        requirements=_list(_to("requirement")),
        pathways=_list(_to("pathway")),
    )
    more = {"coming": _list(_to("coming")), "timeline": _to("timeline"), "fragility": _or_null(_fragility())}
    return _with(told, edition_in_force=_FLAG, **more)


def _coming() -> Schema:
    fields = {"from": _DAY, "edition": _or_null(_TEXT), "verdict": _to("verdict")}
    return _object(**fields, verdict_otherwise=_to("verdict"), blocking=_list(_TEXT))


def _timeline() -> Schema:
    turned = _object(id=_TEXT, was=_to("outcome"), outcome=_to("outcome"))
    change = _object(
        day=_or_null(_DAY), when={"enum": ["past", "coming"]}, verdict=_to("verdict"), edition=_or_null(_TEXT),
        other_rules=_FLAG, requirements=_list(turned),
    )  # fmt: skip
    return _object(before=_to("verdict"), changes=_list(change), days_tried=_COUNT, days_left_out=_COUNT)


def _fragility() -> Schema:
    """Return what is there only with --fragility; null for any verdict but `eligible`."""
    carriers = _object(records=_list(_TEXT), verdict=_to("verdict"), blocking=_list(_TEXT))
    return _object(carriers=_list(carriers), looked_at=_COUNT, lost_on=_or_null(_DAY))


def _requirement() -> Schema:
    return _object(
        id=_TEXT,
        kind=_TEXT,
        topic={"enum": list(get_args(Topic))},
        title=_TEXT,
        outcome=_to("outcome"),
        measure=_to("measure"),
        because=_TEXT,
        unknown_because=_to("why"),
        remedy=_or_null(_TEXT),
        evidence=_list(_TEXT),
        in_doubt=_list(_to("record")),
        not_counted=_list(_to("record")),
        readings=_list(_to("reading")),
        note=_or_null(_TEXT),
        sources=_list(_to("source")),
        children=_list(_to("requirement")),
    )


def _reading() -> Schema:
    return _object(
        id=_TEXT, title=_TEXT, outcome=_to("outcome"), unknown_because=_to("why"),
        measure=_to("measure"), sources=_list(_to("source")),
    )  # fmt: skip


def _measure() -> Schema:
    counted = _object(have=_NUMBER, need=_NUMBER, short=_NUMBER, unit=_TEXT, up_to=_or_null(_NUMBER))
    return {"anyOf": [counted, {"type": "null"}]}


def _object(**fields: Schema) -> Schema:
    return {"type": "object", "properties": fields, "required": list(fields)}


def _with(drawn: Schema, **optional: Schema) -> Schema:
    """Add fields that a report has only where there is something to say."""
    return {**drawn, "properties": {**drawn["properties"], **optional}}


def _list(of: Schema) -> Schema:
    return {"type": "array", "items": of}


def _to(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _or_null(drawn: Schema) -> Schema:
    return {"anyOf": [drawn, {"type": "null"}]}
