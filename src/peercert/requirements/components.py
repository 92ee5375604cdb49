"""Parts of a course, and how each one ended."""

from collections.abc import Mapping
from typing import Literal

from peercert.candidate.profile import Training
from peercert.logic import Answer, Why, all_true

Result = Literal["completed", "passed"]
"""How a part must have ended."""


def ended(told: str | None, asked: Result) -> Answer:
    """Say whether a part ended as it must; what is not told, or has not ended yet, is unknown."""
    if told is None or told == "pending":
        return Why.NOT_PROVIDED
    if told == "declined":
        return Why.DECLINED
    if told == "completed" and asked == "passed":
        return Why.NOT_PROVIDED
    return told != "failed"


def ended_where_told(record: Training, parts: Mapping[str, Result]) -> Answer:
    """Say whether the parts that a course tells of ended as they must; of the others nothing is asked."""
    told = record.components
    if not isinstance(told, dict):
        return True
    return all_true([ended(told[name], asked) for name, asked in parts.items() if name in told])
