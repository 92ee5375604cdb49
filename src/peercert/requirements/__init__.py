"""What may be required of a candidate: one module for each kind of requirement.

A kind says what may be written, evaluates a case, and puts what it found into words. Belongs here:
what a kind means. Not here: numbers, dates, states and agencies, which are rules; colour and layout,
which are the printer's; and files.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from peercert.requirements.base import Requirement

KINDS = (
    "all_of", "any_of", "at_least", "disputed", "not_asked",
    "age", "education", "enrollment", "serves", "lived_experience", "attestation", "residence", "workplace",
    "training", "training_hours", "course", "experience", "experience_split", "supervision",
    "practicum", "practicum_length", "exam", "references", "employment",
    "credential_held", "license", "meets_credential", "application", "human",
)  # fmt: skip
"""The roll-call: every kind that may be written in a rules file, each in the module of its name."""


@cache
def kind_of(name: str) -> type[Requirement]:
    """Return the class of a kind; its module is loaded only when a rule uses it.

    Args:
        name: One of `KINDS`.
    """
    module = import_module(f"{__name__}.{name}")
    found: type[Requirement] = getattr(module, "".join(part.capitalize() for part in name.split("_")))
    return found


__all__ = ["KINDS", "Requirement", "kind_of"]
