"""What would settle an open point: a fact to tell, to tell exactly or to have checked, or a question to ask."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from peercert.candidate.profile import LEDGERS
from peercert.finding import Finding
from peercert.logic import Why
from peercert.requirements import Requirement

How = Literal["tell", "declined", "exact", "checked", "decide", "reading", "rules"]
"""Tell it, tell it after all, tell it exactly, have it checked, have a person decide, ask which reading holds, or wait
for rules."""

_HOW: dict[Why | None, How] = {
    Why.NOT_PROVIDED: "tell",
    Why.DECLINED: "declined",
    Why.IMPRECISE: "exact",
    Why.UNVERIFIED: "checked",
    Why.NEEDS_HUMAN: "decide",
    Why.DISPUTED: "reading",
}
_FACTS = ("tell", "declined", "exact", "checked")
_LEDGER = re.compile(r"([a-z_]+)\[")


class Ask(NamedTuple):
    """One thing to do about an open point."""

    how: How
    about: tuple[str, ...]
    """Keys of the profile; for what no fact settles, the requirement's id."""


def ask(requirement: Requirement, finding: Finding) -> Ask:
    """Return what would settle a leaf that is not known.

    Args:
        requirement: The leaf.
        finding: What was found for it.
    """
    how = _HOW.get(finding.why, "rules")
    if how not in _FACTS:
        return Ask(how, (finding.id,))
    for reading, found in zip(requirement.alternatives, finding.readings, strict=False):
        if found.why is finding.why:
            return ask(reading, found)
    fields = tuple(dict.fromkeys(field for aside in finding.open if (field := _field(aside.address, aside.point))))
    return Ask(how, fields if fields and how == "tell" else requirement.looks_at())


def _field(address: str, point: str) -> str | None:
    """Return the key of a field that a record leaves open; None where the point is about the record as a whole."""
    found = _LEDGER.match(address)
    record = LEDGERS.get(found.group(1)) if found else None
    return f"{found.group(1)}.{point}" if found and record and point in record.model_fields else None
