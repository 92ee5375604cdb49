"""Records called as a person would: by their own ids, or by their number in a list, not by their address."""

from __future__ import annotations

import re
from functools import partial

from peercert.candidate import Profile
from peercert.explain import Explanation, Line
from peercert.requirements.wording import Because

_ADDRESS = re.compile(r"\b([a-z_]+)\[(\d+)\]")
_SPOKEN = {
    "exams": "exam sitting", "references": "reference", "credentials": "credential", "licenses": "licence",
    "lived_experience": "lived experience record", "continuing_education": "continuing education record",
}  # fmt: skip
"""What one record of a ledger is called, where it is not the ledger's own name with "record"."""


def with_names(explanation: Explanation) -> Explanation:
    """Return an explanation in whose words records are called by name."""
    return explanation._replace(lines=tuple(_named_line(line, explanation) for line in explanation.lines))


def named(text: str, explanation: Explanation) -> str:
    """Call the records in a text by name; by their number alone where the report is redacted."""
    return called(text, None if explanation.redacted else explanation.determination.case.profile)


def called(text: str, profile: Profile | None) -> str:
    """Call the records in a text by the ids in a profile; by their number alone where there is none."""
    return _ADDRESS.sub(partial(_name, profile=profile), text)


def _named_line(line: Line, explanation: Explanation) -> Line:
    remedy = line.because.remedy
    because = Because(named(line.because.text, explanation), remedy and named(remedy, explanation))
    return line._replace(because=because, children=tuple(_named_line(one, explanation) for one in line.children))


def _name(found: re.Match[str], profile: Profile | None) -> str:
    ledger, index = found.group(1), int(found.group(2))
    if ledger not in Profile.model_fields:
        return found.group()
    own = None if profile is None else _own_id(profile, ledger, index)
    spoken = f"{_SPOKEN.get(ledger, f'{ledger} record')} {index + 1}"
    return own or (spoken[0].upper() + spoken[1:] if _opens_sentence(found) else spoken)


def _opens_sentence(found: re.Match[str]) -> bool:
    return found.start() == 0 or found.string[: found.start()].endswith(". ")


def _own_id(profile: Profile, ledger: str, index: int) -> str | None:
    records = getattr(profile, ledger)
    if ledger in ("credentials", "licenses") or not isinstance(records, tuple) or index >= len(records):
        return None
    own: str | None = getattr(records[index], "id", None)
    return own
