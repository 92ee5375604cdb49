"""The schema of the JSON report of `check`: what a program that reads it may rely on."""

from __future__ import annotations

from typing import get_args

from peercert.catalog.sources import TIERS
from peercert.engine import Verdict
from peercert.logic import Disputes, Outcome, Why
from peercert.requirements.base import Topic
from peercert.schema.drawing import Schema
from peercert.schema.shapes import (
    CATALOG,
    COUNT,
    DAY,
    FLAG,
    NUMBER,
    TEXT,
    list_of,
    or_null,
    record_of,
    some_of,
    to,
    with_more,
)  # fmt: skip

FORMAT = "peercert.check/1"
"""The name and version of the report that this describes."""


def report_schema() -> Schema:
    """Return the schema of a report; fields may be added to a report later, and none is taken away."""
    return {
        "title": "The report of peercert check, version 1",
        **with_more(
            record_of(
                format={"const": FORMAT},
                version=TEXT,
                as_of=DAY,
                disputes={"enum": list(get_args(Disputes))},
                verified_only=FLAG,
                catalog=CATALOG,
                determinations=list_of(to("determination")),
                problems=list_of(to("problem")),
                summary=to("summary"),
            ),
            edition=TEXT,
            edition_in_force=FLAG,
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
        "pathway": record_of(id=or_null(TEXT), verdict=to("verdict"), blocking=list_of(TEXT)),
        "requirement": _requirement(),
        "reading": _reading(),
        "measure": _measure(),
        "record": record_of(evidence=TEXT, reason=TEXT),
        "source": record_of(
            id=TEXT, title=TEXT, publisher=TEXT, locator=TEXT, url=or_null(TEXT), tier=to("tier")
        ),
        "problem": record_of(
            source=TEXT, line=or_null(COUNT), column=or_null(COUNT),
            code=TEXT, message=TEXT, hint=or_null(TEXT),
        ),
        "summary": record_of(
            candidates=COUNT, determinations=COUNT, **{one.value: COUNT for one in Verdict}, invalid=COUNT
        ),
    }  # fmt: skip


def _determination() -> Schema:
    told = record_of(
        candidate=TEXT,
        source=TEXT,
        credential=TEXT,
        title=TEXT,
        jurisdiction=TEXT,
        edition=or_null(TEXT),
        pathway=or_null(TEXT),
        verdict=to("verdict"),
        eligible_from=or_null(DAY),
        verdict_if_finished=to("verdict"),
        confidence=to("tier"),
        verify_with=or_null(TEXT),
        blocking=list_of(TEXT),
        requirements=list_of(to("requirement")),
        pathways=list_of(to("pathway")),
    )
    more = {"coming": list_of(to("coming")), "timeline": to("timeline"), "fragility": or_null(_fragility())}
    return with_more(told, edition_in_force=FLAG, **more)


def _coming() -> Schema:
    fields = {"from": DAY, "edition": or_null(TEXT), "verdict": to("verdict")}
    return record_of(**fields, verdict_otherwise=to("verdict"), blocking=list_of(TEXT))


def _timeline() -> Schema:
    turned = record_of(id=TEXT, was=to("outcome"), outcome=to("outcome"))
    change = record_of(
        day=or_null(DAY), when={"enum": ["past", "coming"]}, verdict=to("verdict"), edition=or_null(TEXT),
        other_rules=FLAG, requirements=list_of(turned),
    )  # fmt: skip
    return record_of(before=to("verdict"), changes=list_of(change), days_tried=COUNT, days_left_out=COUNT)


def _fragility() -> Schema:
    """Return what is there only with --fragility; null for any verdict but `eligible`."""
    carriers = record_of(records=list_of(TEXT), verdict=to("verdict"), carries=list_of(TEXT), blocking=list_of(TEXT))
    return record_of(carriers=list_of(carriers), looked_at=COUNT, lost=FLAG, lost_on=or_null(DAY))


def _requirement() -> Schema:
    return record_of(
        id=TEXT,
        kind=TEXT,
        topic={"enum": list(get_args(Topic))},
        title=TEXT,
        outcome=to("outcome"),
        measure=to("measure"),
        because=TEXT,
        unknown_because=to("why"),
        remedy=or_null(TEXT),
        evidence=list_of(TEXT),
        in_doubt=list_of(to("record")),
        not_counted=list_of(to("record")),
        readings=list_of(to("reading")),
        note=or_null(TEXT),
        sources=some_of(to("source")),
        children=list_of(to("requirement")),
    )


def _reading() -> Schema:
    return record_of(
        id=TEXT, title=TEXT, outcome=to("outcome"), unknown_because=to("why"),
        measure=to("measure"), sources=some_of(to("source")),
    )  # fmt: skip


def _measure() -> Schema:
    counted = record_of(have=NUMBER, need=NUMBER, short=NUMBER, unit=TEXT, up_to=or_null(NUMBER))
    return {"anyOf": [counted, {"type": "null"}]}
