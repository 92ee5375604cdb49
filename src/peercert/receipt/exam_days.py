"""Which sittings of an exam count, where only the first ones after a course do."""

from __future__ import annotations

from typing import Any

from peercert.case import Case
from peercert.requirements.exam import Exam


def sat(leaf: Exam, case: Case) -> dict[str, Any]:
    """Return every sitting with how it counts beside all the others."""
    found = leaf.evaluate(case)
    void = set(leaf_void(found.detail))
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
            counts = "yes" if leaf._passed(entry.record) is True else "no"
            point = "" if counts == "yes" else "result"
        lines.append({"record": address, "counts": counts, "point": point})
    return {"beyond": case.ledger("exams").beyond is not None, "lines": lines}


def leaf_void(detail: tuple[object, ...]) -> tuple[str, ...]:
    """Return the sittings that came too late or before any course; none where none was looked at."""
    return detail[3] if len(detail) > 3 and isinstance(detail[3], tuple) else ()
