"""Which sittings of an exam count, where only the first ones after a course do."""

from __future__ import annotations

from typing import Any

from peercert.case import Case, Entry
from peercert.dates import BEGINNING
from peercert.logic import Outcome
from peercert.receipt.records import alone
from peercert.requirements.components import ended_where_told
from peercert.requirements.exam import Exam


def sat(leaf: Exam, case: Case) -> dict[str, Any]:
    """Return every sitting with how it counts beside all the others."""
    found = leaf.evaluate(case)
    if not _exact(leaf, case):
        return {"checked": False}
    void = set(_void(found.detail))
    open_ = {aside.address for aside in found.open}
    lines = []
    for entry in case.ledger("exams").entries:
        address = entry.address
        point = "" if address in found.evidence else entry.left_out or "exam"
        counts = "no"
        if address in open_:
            counts = "perhaps"
        elif address in void:
            point = "sittings"
        elif address in found.evidence:
            counts = "yes" if _result(leaf, case, entry) is Outcome.MET else "no"
            point = "" if counts == "yes" else "result"
        lines.append({"record": address, "counts": counts, "point": point})
    return {"beyond": case.ledger("exams").beyond is not None, "lines": lines}


def _exact(leaf: Exam, case: Case) -> bool:
    """Say whether every day and course that matters is told exactly, so that the sittings can be counted off."""
    exams, training = case.ledger("exams"), case.ledger("training")
    sat = [
        one for one in exams.entries if one.standing is not False and one.record.exam in (leaf.exam, None, "declined")
    ]
    course, parts = (leaf.sittings.course, leaf.sittings.where_told) if leaf.sittings else (None, {})
    taken = [one for one in training.entries if one.standing is not False]
    taken = [one for one in taken if one.record.program in (course, None, "declined")]
    exact = all(one.standing is True and BEGINNING < one.last.first == one.last.last for one in [*sat, *taken])
    named = all(one.record.exam == leaf.exam for one in sat) and all(one.record.program == course for one in taken)
    passed = all(_result(leaf, case, one) is not Outcome.UNKNOWN for one in sat)
    apart = len({one.first for one in sat}) == len(sat)
    whole = len(taken) < 2 or all(ended_where_told(one.record, parts) is True for one in taken)
    return exact and named and passed and apart and whole and exams.beyond is None and training.beyond is None


def _result(leaf: Exam, case: Case, entry: Entry) -> Outcome:
    """Say how one sitting ended, whichever sitting it was."""
    return leaf.model_copy(update={"sittings": None}).evaluate(alone(case, entry)).outcome


def _void(detail: tuple[object, ...]) -> tuple[str, ...]:
    """Return the sittings that came too late or before any course; none where none was looked at."""
    return detail[3] if len(detail) > 3 and isinstance(detail[3], tuple) else ()
